package org.citybrain.gateway.http;

import org.citybrain.kernel.text.Bilingual;

/** The interface answered, but not as it is described. */
final class BadAnswerException extends Exception {
    private static final long serialVersionUID = 1;

    private final String code;
    private final transient Bilingual said;
    private final int status;

    BadAnswerException(String code, int status, String zh, String en) {
        super(en);
        this.code = code;
        this.status = status;
        this.said = new Bilingual(zh, en);
    }

    String code() {
        return code;
    }

    int status() {
        return status;
    }

    Bilingual said() {
        return said;
    }
}
