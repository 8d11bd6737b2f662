package org.citybrain.launcher.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.citybrain.launcher.walk.Story;
import org.citybrain.launcher.walk.Walk;

/** A reversed bill withdraws the alert it raised; the history stays. */
public final class ReversalStory implements Story {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Override
    public String name() {
        return "reversal";
    }

    @Override
    public String title() {
        return "冲销即撤回预警 · a reversed bill withdraws the alert";
    }

    @Override
    public void walk(Walk walk) {
        Cases county = Cases.of(walk, "county-officer");
        TruthHousehold household = TruthHousehold.find(walk.city().home(), "reversal");
        String ref = household.ref(walk.config());
        Hospital hospital = Hospital.of(walk);

        long bill = hospital.writeBill(household);
        JsonNode page = walk.await("列入 listed", SOON, () -> county.find(ref));
        String caseId = Cases.id(page);
        String decision = page.path("decisionId").asText();
        int before = page.path("timeline").size();
        hospital.reverse(bill);

        walk.awaitSame(
                "个案撤回 the case is withdrawn",
                SOON,
                "WITHDRAWN",
                () -> county.get(caseId).path("state").asText());
        walk.expectThat(
                "经过仍在 the history stays and grows",
                county.get(caseId).path("timeline").size() > before,
                county.get(caseId).path("timeline").size());
        walk.awaitSame(
                "预警撤回 the alert is withdrawn",
                SOON,
                "WITHDRAWN",
                () -> county.alerts().stream()
                        .filter(alert -> alert.path("decisionId").asText().equals(decision))
                        .map(alert -> alert.path("state").asText())
                        .findFirst()
                        .orElse("no alert"));
    }
}
