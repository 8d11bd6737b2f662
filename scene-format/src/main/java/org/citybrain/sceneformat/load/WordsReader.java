package org.citybrain.sceneformat.load;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.citybrain.kernel.text.Bilingual;
import org.citybrain.sceneformat.SceneRuleCode;

/** Joins {@code i18n/zh.json} and {@code i18n/en.json}; a key in only one of them is a finding. */
final class WordsReader {
    private WordsReader() {}

    static Map<String, Bilingual> read(FolderFiles files, FindingList findings) {
        Map<String, String> zh = words("i18n/zh.json", files, findings);
        Map<String, String> en = words("i18n/en.json", files, findings);
        Set<String> keys = new TreeSet<>(zh.keySet());
        keys.addAll(en.keySet());
        Map<String, Bilingual> words = new LinkedHashMap<>();
        for (String key : keys) {
            Bilingual text = new Bilingual(zh.getOrDefault(key, ""), en.getOrDefault(key, ""));
            String file = text.zh().isBlank() ? "i18n/zh.json" : "i18n/en.json";
            if (!Section.isComplete(text) && !findings.unread().contains(file)) {
                findings.add(SceneRuleCode.MISSING_TRANSLATION, file, 0, key);
            }
            words.put(key, text);
        }
        return words;
    }

    private static Map<String, String> words(String path, FolderFiles files, FindingList findings) {
        Map<String, String> words = new LinkedHashMap<>();
        if (!files.has(path)) {
            if (files.lacks(path)) {
                findings.add(SceneRuleCode.MISSING_PART, path, 0, path);
            }
            return words;
        }
        FormReader.parse(path, files.text(path), findings)
                .ifPresent(root -> root.fields()
                        .forEachRemaining(
                                each -> words.put(each.getKey(), each.getValue().asText())));
        return words;
    }
}
