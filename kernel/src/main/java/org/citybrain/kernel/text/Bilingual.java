package org.citybrain.kernel.text;

import java.util.Objects;

/**
 * A text in Chinese (the authority for meaning) and English.
 *
 * @param zh Chinese, not blank
 * @param en English, not blank
 */
public record Bilingual(String zh, String en) {
    public Bilingual {
        Objects.requireNonNull(zh, "zh");
        Objects.requireNonNull(en, "en");
    }

    /** The text in the language asked for; anything but "en" is answered in Chinese. */
    public String in(String language) {
        return "en".equals(language) ? en : zh;
    }
}
