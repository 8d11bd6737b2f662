package org.citybrain.samplecity.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.citybrain.samplecity.city.Divisions;
import org.citybrain.samplecity.population.Livelihood;
import org.citybrain.samplecity.population.Population;
import org.citybrain.samplecity.population.StoryHousehold;
import org.citybrain.samplecity.tables.Records;
import org.citybrain.samplecity.truth.Burden.Expected;
import org.junit.jupiter.api.Test;

class BurdenTest {
    @Test
    void doesNotListExactlyTwice() {
        assertThat(of(5_000_000, 2_500_000).expected()).isEqualTo(Expected.NOT_LISTED);
    }

    @Test
    void listsOneCentAboveTwice() {
        assertThat(of(5_000_001, 2_500_000).expected()).isEqualTo(Expected.LISTED);
    }

    @Test
    void listsAnyBillAgainstARecordedNothing() {
        assertThat(of(1, 0).expected()).isEqualTo(Expected.LISTED);
        assertThat(of(0, 0).expected()).isEqualTo(Expected.NOT_LISTED);
    }

    @Test
    void cannotTellWithoutIncome() {
        assertThat(new Burden("h", 2026, 9_999_999, OptionalLong.empty()).expected())
                .isEqualTo(Expected.CANNOT_TELL);
    }

    @Test
    void knowsTheFateOfEveryPlantedHousehold() {
        Map<StoryHousehold, Burden> found = planted(2026);
        assertThat(found.get(StoryHousehold.SEEDED_EXACT).ratio()).isEqualTo("2.000000");
        assertThat(found.get(StoryHousehold.SEEDED_OVER).ratio()).isEqualTo("2.000100");
        Map<StoryHousehold, Expected> expected = new HashMap<>();
        found.forEach((story, burden) -> expected.put(story, burden.expected()));
        assertThat(expected)
                .containsEntry(StoryHousehold.HERO, Expected.NOT_LISTED)
                .containsEntry(StoryHousehold.EXACT, Expected.NOT_LISTED)
                .containsEntry(StoryHousehold.OVER, Expected.NOT_LISTED)
                .containsEntry(StoryHousehold.MISSING, Expected.CANNOT_TELL)
                .containsEntry(StoryHousehold.REVERSAL, Expected.NOT_LISTED)
                .containsEntry(StoryHousehold.SEEDED_EXACT, Expected.NOT_LISTED)
                .containsEntry(StoryHousehold.SEEDED_OVER, Expected.LISTED)
                .containsEntry(StoryHousehold.SEEDED_LISTED, Expected.LISTED)
                .containsEntry(StoryHousehold.SEEDED_MISSING, Expected.CANNOT_TELL)
                .containsEntry(StoryHousehold.SEEDED_REVERSED, Expected.NOT_LISTED)
                .containsEntry(StoryHousehold.SEEDED_OLD_NUMBER, Expected.LISTED)
                .containsEntry(StoryHousehold.SEEDED_TWO_YEARS, Expected.NOT_LISTED)
                .containsEntry(StoryHousehold.SEEDED_LEFT_BEHIND, Expected.NOT_LISTED)
                .containsEntry(StoryHousehold.SEEDED_MOVED_OUT, Expected.LISTED)
                .containsEntry(StoryHousehold.SEEDED_ZERO, Expected.LISTED);
        assertThat(planted(2025).get(StoryHousehold.SEEDED_TWO_YEARS).selfPaidCents())
                .isEqualTo(1_500_000);
    }

    @Test
    void makesTheComingBillsWorkOutToTheCent() {
        Map<StoryHousehold, Burden> before = planted(2026);
        assertThat(after(before, StoryHousehold.EXACT).ratio()).isEqualTo("2.000000");
        assertThat(after(before, StoryHousehold.EXACT).expected()).isEqualTo(Expected.NOT_LISTED);
        assertThat(after(before, StoryHousehold.OVER).ratio()).isEqualTo("2.000100");
        assertThat(after(before, StoryHousehold.OVER).expected()).isEqualTo(Expected.LISTED);
        assertThat(after(before, StoryHousehold.HERO).expected()).isEqualTo(Expected.LISTED);
        assertThat(after(before, StoryHousehold.MISSING).expected()).isEqualTo(Expected.CANNOT_TELL);
        assertThat(after(before, StoryHousehold.REVERSAL).expected()).isEqualTo(Expected.LISTED);
    }

    private static Burden of(long selfPaid, long income) {
        return new Burden("h", 2026, selfPaid, OptionalLong.of(income));
    }

    private static Burden after(Map<StoryHousehold, Burden> before, StoryHousehold story) {
        Burden burden = before.get(story);
        return new Burden(
                burden.household(), 2026, burden.selfPaidCents() + story.comingSelfPaidCents(), burden.incomeCents());
    }

    private static Map<StoryHousehold, Burden> planted(int period) {
        LocalDate start = LocalDate.of(2026, 11, 1);
        Population people = new Population(42, 200, start, Divisions.of("3609", Optional.empty()));
        Records records = new Records(42, start);
        Map<StoryHousehold, Burden> found = new HashMap<>();
        for (StoryHousehold story : StoryHousehold.values()) {
            Livelihood life = people.next();
            HouseholdLedger ledger = new HouseholdLedger();
            records.write(life, ledger);
            found.put(story, ledger.burden(life.household().number(), period));
        }
        return found;
    }
}
