package org.citybrain.samplecity.population;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.citybrain.kernel.code.IdentityNumber;
import org.citybrain.samplecity.city.Divisions;
import org.citybrain.samplecity.tables.Records;
import org.junit.jupiter.api.Test;

class PopulationTest {
    private static final LocalDate START = LocalDate.of(2026, 11, 1);
    private static final Divisions DIVISIONS = Divisions.of("3609", Optional.empty());

    @Test
    void givesTheSamePeopleAndRowsForTheSameSeedAndSize() {
        assertThat(rows(42, 3000)).isEqualTo(rows(42, 3000));
    }

    @Test
    void givesOtherPeopleForAnotherSeed() {
        assertThat(rows(43, 3000)).isNotEqualTo(rows(42, 3000));
    }

    @Test
    void hasExactlyTheAskedNumberOfLivingResidents() {
        for (int size : new int[] {200, 2001, 5000}) {
            long living = people(7, size).stream()
                    .mapToLong(life -> life.household().present().size())
                    .sum();
            assertThat(living).isEqualTo(size);
        }
    }

    @Test
    void givesEverybodyAValidUniqueNumberOfTheAreaThatDoesNotExist() {
        Set<String> seen = new HashSet<>();
        for (Livelihood life : people(42, 20_000)) {
            for (Member member : life.household().members()) {
                Resident resident = member.resident();
                IdentityNumber number = new IdentityNumber(resident.idNumber());
                assertThat(resident.idNumber()).startsWith("360999");
                assertThat(number.isMale()).isEqualTo(resident.male());
                assertThat(number.birthDate()).isEqualTo(resident.birthDate());
                assertThat(seen.add(resident.idNumber()) || !member.isRegisteredHere() || life.isPlanted())
                        .isTrue();
            }
        }
    }

    @Test
    void looksLikeACounty() {
        List<Resident> everybody = people(42, 20_000).stream()
                .flatMap(life -> life.household().present().stream())
                .toList();
        double children = share(everybody, 0, 14);
        double old = share(everybody, 60, 120);
        assertThat(children).isBetween(0.12, 0.26);
        assertThat(old).isBetween(0.14, 0.28);
        assertThat(20_000.0 / people(42, 20_000).size()).isBetween(2.6, 3.6);
    }

    @Test
    void plantsTheSameHouseholdsUnderTheirNumbersInEverySize() {
        List<Livelihood> small = people(42, 200).subList(0, StoryHousehold.values().length);
        List<Livelihood> large = people(42, 3000).subList(0, StoryHousehold.values().length);
        assertThat(small).isEqualTo(large);
        for (StoryHousehold story : StoryHousehold.values()) {
            Livelihood life = large.get(story.ordinal());
            assertThat(life.story()).isEqualTo(story.slug());
            assertThat(life.household().number()).isEqualTo(story.householdNumber("3609"));
            assertThat(life.household().members().getFirst().resident().name()).isEqualTo(story.head());
        }
    }

    @Test
    void makesTheHeroFortyTwoInAFarmingVillageOfTheFirstCounty() {
        Livelihood hero = people(42, 200).getFirst();
        assertThat(hero.household().village().isUrban()).isFalse();
        assertThat(hero.household().village().county()).isEqualTo("袁州区");
        assertThat(hero.household().present().getFirst().birthDate())
                .isBetween(LocalDate.of(1983, 11, 2), LocalDate.of(1984, 11, 1));
    }

    @Test
    void recordsAnIncomeForEveryAdultOfOrdinaryHouseholds() {
        for (Livelihood life : people(42, 3000)) {
            for (Resident resident : life.household().present()) {
                boolean adult = resident.ageAtEndOf(2025) >= 18;
                if (adult && !life.isPlanted()) {
                    assertThat(life.incomes()).anyMatch(i -> i.resident().equals(resident) && i.year() == 2025);
                    assertThat(life.incomes()).anyMatch(i -> i.resident().equals(resident) && i.year() == 2024);
                }
            }
        }
    }

    private static double share(List<Resident> people, int from, int to) {
        return people.stream()
                        .filter(r -> r.ageAtEndOf(2026) >= from && r.ageAtEndOf(2026) <= to)
                        .count()
                / (double) people.size();
    }

    private static List<Livelihood> people(long seed, int residents) {
        List<Livelihood> all = new ArrayList<>();
        new Population(seed, residents, START, DIVISIONS).forEachRemaining(all::add);
        return all;
    }

    private static List<String> rows(long seed, int residents) {
        List<String> rows = new ArrayList<>();
        Records records = new Records(seed, START);
        new Population(seed, residents, START, DIVISIONS)
                .forEachRemaining(life -> records.write(
                        life,
                        (table, values) -> rows.add(table.resource() + " " + String.join("|", replaced(values)))));
        return rows;
    }

    private static String[] replaced(String[] values) {
        String[] copy = values.clone();
        for (int i = 0; i < copy.length; i++) {
            copy[i] = copy[i] == null ? "∅" : copy[i];
        }
        return copy;
    }
}
