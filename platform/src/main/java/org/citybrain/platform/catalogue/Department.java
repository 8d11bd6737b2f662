package org.citybrain.platform.catalogue;

import org.citybrain.kernel.text.Bilingual;

/**
 * A department that provides or uses data.
 *
 * @param code slug such as {@code health_insurance}
 * @param title its name
 */
public record Department(String code, Bilingual title) {

    /** Checks the code. */
    public Department {
        if (!code.matches("[a-z][a-z0-9_]{0,39}")) {
            throw new IllegalArgumentException("a department's code is lower case letters, digits and _: " + code);
        }
    }
}
