package org.citybrain.sceneformat.load;

import java.util.regex.Pattern;
import org.citybrain.sceneformat.SceneRuleCode;

/** Ids inside a scene: lower-case words joined by hyphens, equal to the name of the file that holds them. */
final class Ids {
    private static final Pattern SLUG = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    private Ids() {}

    static String check(Section section, String key, String expected) {
        String id = section.text(key);
        if (!id.equals(expected) || !SLUG.matcher(id).matches()) {
            section.findings().add(SceneRuleCode.BAD_ID, section.file(), section.line(key), id);
        }
        return id;
    }

    static boolean isSlug(String id) {
        return SLUG.matcher(id).matches();
    }
}
