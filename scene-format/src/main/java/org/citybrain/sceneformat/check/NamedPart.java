package org.citybrain.sceneformat.check;

import org.citybrain.sceneformat.SceneFinding;

/** What a name in a scene can lead to. */
enum NamedPart {
    STREAM("流", "stream", "streams"),
    RULE("规则", "rule", "rules"),
    ACTIVITY("流程环节", "activity", "processes"),
    PARAMETER("参数", "parameter", "parameters"),
    INPUT("输入", "input", "rules"),
    PROCESS("流程", "process", "processes"),
    ROLE("角色", "role", ""),
    FIELD("表单字段", "form field", "forms"),
    INDICATOR("指标", "indicator", "indicators"),
    ALERT("预警", "alert", "alerts"),
    DELIVERY("回写", "delivery", "deliveries"),
    SAMPLE("样例", "sample", "samples"),
    FORM("表单", "form", "forms"),
    CASE_FIELD("个案字段", "field of a case", ""),
    DAY("日期", "day", "");

    private final String words;
    private final String place;

    NamedPart(String zh, String en, String place) {
        this.words = SceneFinding.words(zh, en);
        this.place = place;
    }

    /** Its name in both languages. */
    String words() {
        return words;
    }

    /** The folder it would be read from, of which a file that cannot be read may hold it; empty when it is in none. */
    String place() {
        return place;
    }
}
