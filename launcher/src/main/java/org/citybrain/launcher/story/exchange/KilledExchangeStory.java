package org.citybrain.launcher.story.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.citybrain.launcher.door.DepartmentDatabase;
import org.citybrain.launcher.door.Door;
import org.citybrain.launcher.door.Officer;
import org.citybrain.launcher.supervise.Child;
import org.citybrain.launcher.walk.Story;
import org.citybrain.launcher.walk.Walk;

/**
 * kill -9 of the platform and of the engines under the live subscriptions of seventeen units, while records of each change
 * hands, change and go: afterwards every receiving table holds its provider's rows, row by row, and both sides' checksums
 * agree. Takes several minutes, so it is walked only when it is named.
 */
public final class KilledExchangeStory implements Story {

    private static final Duration BACK = Duration.ofSeconds(120);
    private static final Duration CAUGHT_UP = Duration.ofMinutes(15);
    private static final int PAGE = 200;
    private static final int SHARE = 50;

    private final ExchangeRunStory exchange;
    private int turn;

    /** Goes on with the run that another story has laid down, or lays it down itself. */
    public KilledExchangeStory(ExchangeRunStory exchange) {
        this.exchange = exchange;
    }

    @Override
    public String name() {
        return "killed-exchange";
    }

    @Override
    public String title() {
        return "交换中强杀平台与引擎: 不丢不重 · kill -9 of platform and engines under live subscriptions";
    }

    @Override
    public boolean isWalkedOnlyByName() {
        return true;
    }

    @Override
    public void walk(Walk walk) throws Exception {
        ExchangeRun run = exchange.laidDown(walk);
        int changes = 0;
        for (String process : List.of("platform", "engines")) {
            Child child = walk.city().supervisor().child(process);
            int before = child.restarts();
            changes += change(walk, run);
            child.runningProcess().destroyForcibly();
            changes += change(walk, run);
            walk.await(
                    process + " 被强杀后自动恢复 is back by itself after kill -9",
                    BACK,
                    () -> child.restarts() > before
                                    && child.isRunning()
                                    && child.spec().readiness().holds()
                            ? Optional.of(child)
                            : Optional.empty());
            changes += change(walk, run);
        }
        walk.expectThat("期间改动的行 rows changed meanwhile", changes > 0, changes);
        compare(walk, run);
    }

    private static void compare(Walk walk, ExchangeRun run) {
        ReceivedRows rows = new ReceivedRows(run, unit -> ExchangeRunStory.database(walk, run, unit));
        Map<String, String> wanted = rows.wanted();
        Map<String, String> open = new TreeMap<>(wanted);
        // nothing changes any more: a table that is right stays so, and is looked at once more with all others
        walk.awaitSame("逐对逐行与数源一致 every receiving table catches up with its provider", CAUGHT_UP, Map.of(), () -> {
            Map<String, String> different = rows.different(open);
            open.keySet().retainAll(different.keySet());
            return different;
        });
        Officer officer = walk.officer("data-officer");
        Instant begin = Instant.now();
        for (JsonNode cell : ExchangeRun.picture(officer).path("cells")) {
            officer.post("/api/subscriptions/" + cell.path("subscription").asText() + "/compare", Map.of());
        }
        walk.awaitSame(
                "强杀后两侧校验和全部一致 checksums of both sides equal",
                CAUGHT_UP,
                run.pairs().size(),
                () -> equalSince(officer, run, begin));
        walk.expect(
                "逐行比对 " + ReceivedRows.count(wanted) + " 行 rows compared by digest in " + wanted.size() + " tables",
                Map.of(),
                rows.different(wanted));
    }

    /** Records move to another unit, get another result and are taken back, a share of every unit's. */
    private int change(Walk walk, ExchangeRun run) {
        turn++;
        int changed = 0;
        for (String provider : run.units()) {
            List<String> others =
                    run.units().stream().filter(unit -> !unit.equals(provider)).toList();
            DepartmentDatabase database = ExchangeRunStory.database(walk, run, provider);
            changed += database.execute(
                    "update service_record set partner_unit = ? where record_no % ? = ?",
                    others.get(turn % others.size()), SHARE, turn);
            changed += database.execute(
                    "update service_record set result = '补正后办结' where record_no % ? = ?", SHARE, turn + SHARE / 2);
            changed += database.execute("delete from service_record where record_no % ? = ?", 4 * SHARE, turn + SHARE);
        }
        return changed;
    }

    private static int equalSince(Door officer, ExchangeRun run, Instant begin) {
        int equal = 0;
        for (int page = 0; page * PAGE < run.pairs().size(); page++) {
            JsonNode rows = officer.get("/api/subscriptions?run=" + ExchangeRun.ID + "&size=" + PAGE + "&page=" + page)
                    .path("rows");
            for (JsonNode row : rows) {
                String at = row.at("/comparison/at").asText();
                equal += row.path("equal").asBoolean()
                                && !at.isEmpty()
                                && Instant.parse(at).isAfter(begin)
                        ? 1
                        : 0;
            }
        }
        return equal;
    }
}
