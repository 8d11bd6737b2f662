package org.citybrain.platform.rules.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.citybrain.platform.PlatformTest;
import org.citybrain.platform.rules.internal.CandidateStore.Waiting;
import org.citybrain.platform.story.City.Family;
import org.citybrain.platform.story.ReliefSetting;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Which of many candidates a rule has nothing to say about. */
@PlatformTest
class SieveTest extends ReliefSetting {
    @Autowired
    Sieve sieve;

    private static Waiting person(String ref, String period) {
        return new Waiting(SCENE, RULE, "person", ref, period, Map.of(), List.of(), null, 1, 0);
    }

    private static Waiting household(String ref) {
        return new Waiting(SCENE, RULE, "household", ref, "*", Map.of(), List.of(), null, 1, 0);
    }

    @Test
    void keepsPersonsAndHouseholdsWithABillAndLetsTheOthersGo() {
        Family ill = city.family("sieve-ill");
        city.bill(ill.mother(), "51200.00", "SETTLED", "b-sieve");
        Family well = city.family("sieve-well");
        Waiting father = person(ill.father(), "2026");
        Waiting home = household(ill.household());
        Waiting wellFather = person(well.father(), "2026");
        Waiting wellHome = household(well.household());
        Waiting stranger = person("p3609-nobody", "2026");

        assertThat(sieve.settle(List.of(father, home, wellFather, wellHome, stranger), Map.of()))
                .containsExactlyInAnyOrder(wellFather, wellHome, stranger);
    }

    @Test
    void notesThatQuietHouseholdsWereLookedAtAndDoesNotLookAgainForFactsItHasSeen() {
        Family quiet = city.family("sieve-quiet");
        city.bill(quiet.father(), "10.00", "SETTLED", "b-sieve-quiet");
        Waiting first =
                new Waiting(SCENE, RULE, "person", quiet.father(), "2026", Map.of("x/0", 5L), List.of(), null, 1, 0);

        assertThat(sieve.settle(List.of(first), Map.of("x/0", 5L))).containsExactly(first);
        assertThat(evaluations(quiet)).isEqualTo(1);
        assertThat(sieve.settle(List.of(first), Map.of("x/0", 9L))).containsExactly(first);
        assertThat(evaluations(quiet)).as("seen already").isEqualTo(1);
        Waiting later =
                new Waiting(SCENE, RULE, "person", quiet.father(), "2026", Map.of("x/0", 6L), List.of(), null, 1, 0);
        assertThat(sieve.settle(List.of(later), Map.of("x/0", 9L))).containsExactly(later);
        assertThat(evaluations(quiet)).as("new facts").isEqualTo(2);
    }

    private long evaluations(Family family) {
        return jdbc.sql("select coalesce(sum(evaluations), 0) from rules.standing where subject = ?")
                .param(family.household())
                .query(Long.class)
                .single();
    }

    @Test
    void letsAnotherYearGoUnlessSomethingStandsInIt() {
        Family family = city.family("sieve-year");
        city.bill(family.father(), "50000.00", "SETTLED", "b-sieve-year");
        city.look(family.father());
        caseOf(family);
        city.bill(family.father(), "50000.00", "REVERSED", "b-sieve-year");

        Waiting standing = person(family.father(), "2026");
        Waiting other = person(family.father(), "2019");
        assertThat(sieve.settle(List.of(standing, other), Map.of())).containsExactly(other);
    }
}
