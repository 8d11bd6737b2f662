package org.citybrain.samplecity.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.citybrain.kernel.config.HomeConfig;
import org.citybrain.samplecity.city.Dice;
import org.citybrain.samplecity.city.Divisions;
import org.citybrain.samplecity.city.Names;
import org.citybrain.samplecity.config.CityConfig;
import org.citybrain.samplecity.population.StoryHousehold;
import org.citybrain.samplecity.seed.DepartmentServer;
import org.citybrain.samplecity.seed.Seeding;
import org.citybrain.samplecity.seed.TruthBySql;
import org.citybrain.samplecity.story.Stories;
import org.citybrain.samplecity.story.StoryChange;
import org.citybrain.samplecity.tables.CityTables;
import org.citybrain.samplecity.tables.Clerk;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LifeTest {
    @TempDir
    static Path home;

    private static DepartmentServer server;
    private static HomeConfig settings;
    private static CityConfig config;

    @BeforeAll
    static void seed() throws Exception {
        server = new DepartmentServer();
        settings = server.settings(home, 2000);
        config = CityConfig.of(settings);
        new Seeding(config, new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8)).run();
    }

    @AfterAll
    static void close() throws Exception {
        server.close();
    }

    @Test
    void pushesExactlyTheNotedHouseholdsOverTheLine() throws Exception {
        Map<String, String> before = TruthBySql.found(config, 2026);
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);

        long changes = new LifeClock(config, new LifeClock.Pace(500, 0.04, 4), out).run();

        assertThat(changes).isEqualTo(2000);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("READY sample-city");
        List<String[]> raised = raised();
        assertThat(raised).hasSize(80);
        Map<String, String> expected = new TreeMap<>(before);
        raised.forEach(cells -> expected.put(cells[1] + " 2026", "LISTED"));
        assertThat(expected).hasSize(before.size() + 80);
        assertThat(TruthBySql.found(config, 2026)).isEqualTo(expected);
    }

    @Test
    void goesTheSameWayFromTheSameState() throws Exception {
        assertThat(changes(300)).isEqualTo(changes(300));
    }

    @Test
    void goesOnInEveryDepartmentEachChangeInOneOfThem() throws Exception {
        Life life = life();
        Map<String, Integer> kinds = new TreeMap<>();
        Set<String> departments = new TreeSet<>();
        for (int i = 0; i < 4_000; i++) {
            Change change = life.next(new Moment(LocalDateTime.of(2026, 11, 3, 9, 0, i % 60)), false);
            kinds.merge(change.kind(), 1, Integer::sum);
            departments.add(change.department());
        }
        assertThat(departments)
                .containsAll(List.of(
                        CityTables.PUBLIC_SECURITY,
                        CityTables.HEALTH,
                        CityTables.NATURAL_RESOURCES,
                        CityTables.TAX,
                        CityTables.MARKET_REGULATION,
                        CityTables.EDUCATION,
                        CityTables.URBAN_MANAGEMENT));
        assertThat(kinds)
                .containsKeys("vehicle", "firm opened", "firm closed", "home sold", "job change", "incident closed")
                .containsKeys("taxpayer", "deed tax", "withheld income", "change of school", "outpatient bill");
        assertThat(kinds.get("bill")).isGreaterThan(kinds.get("visit"));
    }

    @Test
    void declaresIncomeBeforeBillsWhenTheYearHasTurned() throws Exception {
        Life life = life();
        int declarations = 0;
        for (int i = 0; i < 400; i++) {
            Change change = life.next(new Moment(LocalDateTime.of(2027, 1, 1, 9, 0)), i % 10 == 9);
            declarations += change.kind().equals("declaration") ? 1 : 0;
            if (change.raise() != null) {
                assertThat(declarations).isPositive();
                assertThat(change.raise().selfPaidCents())
                        .isGreaterThan(2 * change.raise().incomeCents());
            }
        }
        assertThat(declarations).isGreaterThan(100);
    }

    @Test
    void writesTheStoriesToTheCent() throws Exception {
        try (Stories stories = new Stories(settings)) {
            LocalDate day = LocalDate.of(2026, 11, 9);
            stories.bill(StoryHousehold.EXACT, day);
            StoryChange over = stories.bill(StoryHousehold.OVER, day);
            stories.bill(StoryHousehold.MISSING, day);
            StoryChange reversed = stories.bill(StoryHousehold.REVERSAL, day);
            StoryChange hero = stories.bill(StoryHousehold.HERO, day);
            assertThat(stories.settlements(hero.householdNo())).containsExactly(hero.settlementNo());

            Map<String, String> listed = TruthBySql.found(config, 2026);
            assertThat(listed)
                    .doesNotContainKey(key(stories, StoryHousehold.EXACT))
                    .containsEntry(over.householdNo() + " 2026", "LISTED")
                    .containsEntry(key(stories, StoryHousehold.MISSING), "CANNOT_TELL")
                    .containsEntry(reversed.householdNo() + " 2026", "LISTED")
                    .containsEntry(hero.householdNo() + " 2026", "LISTED");

            stories.reverse(reversed.settlementNo());
            stories.correctIncome(stories.householdNumber(StoryHousehold.MISSING), new BigDecimal("1000.00"));
            stories.correctIncome(hero.householdNo(), new BigDecimal("2520.00"));
            assertThat(TruthBySql.found(config, 2026))
                    .doesNotContainKey(reversed.householdNo() + " 2026")
                    .containsEntry(key(stories, StoryHousehold.MISSING), "LISTED")
                    .doesNotContainKey(hero.householdNo() + " 2026");
        }
    }

    @Test
    void refusesABillForAHouseholdWithNoneToCome() throws Exception {
        try (Stories stories = new Stories(settings)) {
            assertThatThrownBy(() -> stories.bill(StoryHousehold.SEEDED_EXACT, LocalDate.of(2026, 11, 9)))
                    .hasMessageContaining("No bill is to come");
            assertThatThrownBy(() -> stories.reverse(1L << 40)).hasMessageContaining("no settlement");
        }
    }

    @Test
    void printsATimestampAsPostgresDoes() {
        assertThat(new Moment(LocalDateTime.of(2026, 11, 1, 8, 0, 0, 5)).stamp())
                .isEqualTo("2026-11-01 08:00:00");
        assertThat(new Moment(LocalDateTime.of(2026, 11, 1, 8, 0, 7)).stamp()).isEqualTo("2026-11-01 08:00:07");
    }

    private static String key(Stories stories, StoryHousehold story) {
        return stories.householdNumber(story) + " 2026";
    }

    private static List<String[]> raised() throws Exception {
        try (var files = Files.newDirectoryStream(config.truth(), "live-*.csv")) {
            List<String[]> rows = new ArrayList<>();
            for (Path file : files) {
                Files.readAllLines(file).stream()
                        .skip(1)
                        .map(line -> line.split(",", -1))
                        .forEach(rows::add);
            }
            return rows;
        }
    }

    private static List<String> changes(int count) throws Exception {
        Life life = life();
        List<String> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Change change = life.next(new Moment(LocalDateTime.of(2026, 11, 3, 9, 0, i % 60)), i % 20 == 0);
            StringBuilder text = new StringBuilder(change.department() + change.kind() + change.raise());
            change.statements().forEach(s -> text.append(s.sql()).append(String.join(",", filled(s.values()))));
            all.add(text.toString());
        }
        return all;
    }

    private static List<String> filled(String[] values) {
        List<String> filled = new ArrayList<>();
        for (String value : values) {
            filled.add(value == null ? "∅" : value);
        }
        return filled;
    }

    private static Life life() throws Exception {
        Dice dice = Dice.of(42, 1);
        Clerk clerk = new Clerk(CityTables.HEALTH_INSURANCE, new Names(), 42, 2026);
        Numbers numbers = new Numbers(config);
        Town town = new Town(
                42,
                dice,
                numbers,
                new Stock(config),
                Divisions.of("3609", Optional.empty()).villages(),
                2026);
        return new Life(42, dice, new Pool(config, dice, 2026), numbers, town, clerk, 2026);
    }
}
