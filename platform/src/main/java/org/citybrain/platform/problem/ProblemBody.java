package org.citybrain.platform.problem;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Writes a problem as the members of RFC 9457, in the reader's language (Chinese unless English is asked). */
public final class ProblemBody {

    /** Media type of every error answer. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private ProblemBody() {}

    /** A fresh reference number, short enough to be read over the phone. */
    public static String newReference() {
        return UUID.randomUUID().toString().substring(0, 8);
    }

    /** The members of the answer. */
    public static Map<String, Object> of(ProblemCode code, String detail, String reference, Locale locale) {
        String language = locale.getLanguage();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "about:blank");
        body.put("code", code.slug());
        body.put("status", code.status());
        body.put("title", code.text().title().in(language));
        body.put("detail", detail);
        body.put("advice", code.text().advice().in(language));
        body.put("reference", reference);
        return body;
    }
}
