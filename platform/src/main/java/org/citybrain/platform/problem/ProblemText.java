package org.citybrain.platform.problem;

import org.citybrain.kernel.text.Bilingual;

/**
 * What a refusal says.
 *
 * @param slug stable name, room first
 * @param status HTTP status, 400 to 599
 * @param title what happened
 * @param advice what the person can do now
 */
public record ProblemText(String slug, int status, Bilingual title, Bilingual advice) {

    /** Checks the status. */
    public ProblemText {
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException("a problem's status is 400 to 599, not " + status);
        }
    }

    /** A text from its parts, Chinese before English. */
    public static ProblemText of(
            String slug, int status, String titleZh, String titleEn, String adviceZh, String adviceEn) {
        return new ProblemText(slug, status, new Bilingual(titleZh, titleEn), new Bilingual(adviceZh, adviceEn));
    }
}
