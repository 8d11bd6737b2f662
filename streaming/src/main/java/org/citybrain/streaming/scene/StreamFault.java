package org.citybrain.streaming.scene;

import java.util.Map;
import org.citybrain.kernel.finding.Finding;
import org.citybrain.kernel.finding.Severity;
import org.citybrain.kernel.text.Bilingual;

/** What can be wrong with a scene's SQL as Flink resolves it. */
public enum StreamFault {
    /** Flink cannot parse or type it. */
    BAD_SQL(
            "ST-001",
            "SQL 无法解析: %s",
            "Flink cannot resolve the SQL: %s",
            "按提示改正 SQL",
            "Mend the SQL at the place named"),
    /** Anything but one INSERT INTO candidates SELECT. */
    NOT_ONE_INSERT(
            "ST-002",
            "不是一条 INSERT INTO candidates SELECT: %s",
            "Not one INSERT INTO candidates SELECT: %s",
            "每个文件只写一条 INSERT INTO candidates SELECT",
            "Write exactly one INSERT INTO candidates SELECT in a file"),
    /** A table that no granted need names. */
    TABLE_NOT_GRANTED(
            "ST-003",
            "读取了未获授权的资源: %s",
            "It reads a resource that was not granted: %s",
            "在 needs/ 中申请该资源并等待授权",
            "Ask for the resource in needs/ and wait for the grant"),
    /** A column that no granted need names. */
    FIELD_NOT_GRANTED(
            "ST-004",
            "读取了未获授权的字段: %s",
            "It reads a field that was not granted: %s",
            "在 needs/ 中申请该字段并等待授权",
            "Ask for the field in needs/ and wait for the grant"),
    /** A function that answers differently each time. */
    CLOCK(
            "ST-005",
            "使用了当前时间或随机函数: %s",
            "It uses the present time or chance: %s",
            "用城市时间参数, 或交由规则判断",
            "Leave it to the rules, which know the city's time"),
    /** Not the seven columns of candidates. */
    COLUMNS(
            "ST-006",
            "输出列不符: %s",
            "The result is not made of the columns of candidates: %s",
            "依次输出 subject_kind, subject, period, resource, sequence, row_no, source_time",
            "Select subject_kind, subject, period, resource, sequence, row_no, source_time, in this order");

    private final String code;
    private final Bilingual message;
    private final Bilingual advice;

    StreamFault(String code, String zh, String en, String adviceZh, String adviceEn) {
        this.code = code;
        this.message = new Bilingual(zh, en);
        this.advice = new Bilingual(adviceZh, adviceEn);
    }

    /** The finding in a file. */
    Finding in(String file, String detail) {
        return new Finding(
                code,
                Severity.ERROR,
                file,
                "",
                new Bilingual(message.zh().formatted(detail), message.en().formatted(detail)),
                advice,
                Map.of("detail", detail));
    }

    /** Stable number. */
    public String code() {
        return code;
    }
}
