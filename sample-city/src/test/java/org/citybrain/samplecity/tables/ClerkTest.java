package org.citybrain.samplecity.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.citybrain.kernel.code.IdentityNumber;
import org.citybrain.samplecity.city.Dice;
import org.citybrain.samplecity.city.IdentityIssuer;
import org.citybrain.samplecity.city.Names;
import org.citybrain.samplecity.population.Resident;
import org.junit.jupiter.api.Test;

class ClerkTest {
    private static final int MANY = 20_000;
    private final Clerk subject = new Clerk(CityTables.HEALTH_INSURANCE, new Names(), 42, 2026);
    private final DirtRates rates = DirtRates.of(CityTables.HEALTH_INSURANCE);

    @Test
    void mistypesAndForgetsNumbersAtTheRatesOfTheFileAndNeverIntoAnotherValidOne() {
        Dice dice = Dice.of(1);
        int wrong = 0;
        int missing = 0;
        for (int i = 0; i < MANY; i++) {
            Resident resident = resident(i, LocalDate.of(1990, 5, 1));
            String typed = subject.typedNumber(dice, resident);
            if (typed == null) {
                missing++;
            } else if (!typed.equals(resident.idNumber())) {
                wrong++;
                assertThat(IdentityNumber.problemOf(typed)).contains(IdentityNumber.Problem.CHECK_DIGIT);
            }
        }
        assertThat(wrong / (double) MANY).isBetween(rates.mistypedIdNumber() / 2, rates.mistypedIdNumber() * 2);
        assertThat(missing / (double) MANY).isBetween(rates.missingIdNumber() / 2, rates.missingIdNumber() * 2);
    }

    @Test
    void holdsSomeEldersAlwaysUnderTheirFifteenDigitNumber() {
        int old = 0;
        for (int i = 0; i < MANY; i++) {
            Resident elder = resident(i, LocalDate.of(1950, 3, 9));
            String held = subject.heldNumber(elder);
            assertThat(subject.heldNumber(elder)).isEqualTo(held);
            assertThat(IdentityNumber.standardise(held)).isEqualTo(elder.idNumber());
            old += held.length() == 15 ? 1 : 0;
        }
        assertThat(old / (double) MANY).isBetween(rates.oldIdNumber() * 0.8, rates.oldIdNumber() * 1.2);
    }

    private static Resident resident(int i, LocalDate birth) {
        return new Resident(i, IdentityIssuer.number(birth, 1 + i % 998), "王小明", true, birth, null);
    }
}
