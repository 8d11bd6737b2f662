package org.citybrain.kernel.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LicenceIdTest {
    private static final String TYPE = "11100000000013338W011";
    private static final String ISSUER = "11430000006122244L";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.002.S",
                "1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.U",
                "1.2.156.3005.2.11100000000013338W087.11370800MB28559184.37080001202411010001.001.3",
                "1.2.156.3005.2.11100000MB03271699022.340100.000000016.001.9"
            })
    void takesIdentifiersThatWereIssued(String text) {
        assertThat(LicenceId.problemOf(text)).isEmpty();
    }

    @Test
    void findsAnyOneSignChanged() {
        String text = new LicenceId(TYPE, ISSUER, "20230000403", "002").text();
        for (int i = "1.2.156.3005.2.".length(); i < text.length(); i++) {
            char sign = text.charAt(i);
            if (sign != '.') {
                char other = sign == '7' ? '8' : '7';
                assertThat(LicenceId.problemOf(text.substring(0, i) + other + text.substring(i + 1)))
                        .as("sign %s of %s", i, text)
                        .isPresent();
            }
        }
    }

    @Test
    void refusesPartsOfAnotherForm() {
        assertThat(LicenceId.problemOf("1.2.156.3005.2.abc")).contains(LicenceId.Problem.FORM);
        assertThatThrownBy(() -> new LicenceId(TYPE, ISSUER, "2023-1", "001"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
