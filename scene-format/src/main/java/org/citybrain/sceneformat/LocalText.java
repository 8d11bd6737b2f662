package org.citybrain.sceneformat;

/** A text shown to people in Chinese and in English; either may be empty only where a finding says so. */
public record LocalText(String zh, String en) {
    public static final LocalText EMPTY = new LocalText("", "");

    /** The text in the language of the tag, Chinese unless the tag starts with "en". */
    public String in(String languageTag) {
        return languageTag.startsWith("en") ? en : zh;
    }

    public boolean isComplete() {
        return !zh.isBlank() && !en.isBlank();
    }
}
