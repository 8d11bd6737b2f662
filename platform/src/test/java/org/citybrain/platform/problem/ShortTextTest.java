package org.citybrain.platform.problem;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ShortTextTest {

    @Test
    void takesWhatIsAbsentBlankOrASentence() {
        assertThatCode(() -> {
                    ShortText.require("purpose", null);
                    ShortText.require("purpose", "");
                    ShortText.require("purpose", "核".repeat(400));
                })
                .doesNotThrowAnyException();
    }

    @Test
    void refusesABookNamingItsPlaceTheLimitAndItsLengthInBothLanguages() {
        String book = "核".repeat(401);
        assertThatThrownBy(() -> ShortText.require("legalBasis", book))
                .isInstanceOf(Refusal.class)
                .hasMessage("legalBasis 最多 400 字 · legalBasis has at most 400 characters, not 401");
        assertThatThrownBy(() -> ShortText.require("理由", "a reason", book))
                .isInstanceOf(Refusal.class)
                .hasMessage("理由最多 400 字 · a reason has at most 400 characters, not 401");
    }
}
