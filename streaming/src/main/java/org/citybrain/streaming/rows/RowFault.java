package org.citybrain.streaming.rows;

import org.citybrain.kernel.finding.Severity;
import org.citybrain.kernel.text.Bilingual;

/** What can be wrong with a row or a batch, with a stable number and the way to mend it. */
public enum RowFault {
    /** The record's bytes cannot be read. */
    UNREADABLE(
            "IN-101",
            Severity.ERROR,
            "这一行无法解码",
            "The row cannot be decoded",
            "请重启网关后重发该行",
            "Restart the gateway and send the row again"),
    /** More or fewer values than the schema has fields. */
    FIELD_COUNT(
            "IN-102",
            Severity.ERROR,
            "值的个数与登记的字段数不符",
            "The row has not as many values as the schema has fields",
            "请核对表结构版本后重发",
            "Check the schema version and send the row again"),
    /** Text that is not of the field's type. */
    TYPE(
            "IN-103",
            Severity.ERROR,
            "值不符合字段类型",
            "The value is not of the field's type",
            "请在源系统改正该值",
            "Mend the value at the source"),
    /** A date that is not in the calendar. */
    DATE(
            "IN-104",
            Severity.ERROR,
            "日期不存在",
            "There is no such date",
            "请在源系统改正日期, 形如 2026-01-31",
            "Mend the date at the source, e.g. 2026-01-31"),
    /** A NUL character. */
    NUL(
            "IN-105",
            Severity.ERROR,
            "值中含有空字符 (NUL)",
            "The value holds a NUL character",
            "请在源系统去掉不可见字符",
            "Remove the invisible character at the source"),
    /** Longer than the field or than anything allowed. */
    OVERSIZE(
            "IN-106",
            Severity.ERROR,
            "值超出登记的长度",
            "The value is longer than the field allows",
            "请缩短该值, 或先登记新的字段长度",
            "Shorten the value, or register a longer field first"),
    /** A key field is null. */
    KEY_MISSING(
            "IN-107", Severity.ERROR, "主键字段为空", "A key field is empty", "请在源系统补全主键", "Fill in the key at the source"),
    /** Wrong check digit or form of a data element; the row is kept. */
    ELEMENT(
            "IN-201",
            Severity.WARNING,
            "值不符合数据元规则 (如校验位)",
            "The value breaks its data element's rule (such as a check digit)",
            "请核实并在源系统改正",
            "Verify and mend it at the source"),
    /** The whole batch was refused. */
    BATCH_REFUSED(
            "IN-301",
            Severity.ERROR,
            "批次被拒收",
            "The batch was refused",
            "请核对网关密钥与网络, 由网关重发原批次",
            "Check the gateway's key and network, then send the original batch again");

    private final String code;
    private final Severity severity;
    private final Bilingual message;
    private final Bilingual advice;

    RowFault(String code, Severity severity, String zh, String en, String adviceZh, String adviceEn) {
        this.code = code;
        this.severity = severity;
        this.message = new Bilingual(zh, en);
        this.advice = new Bilingual(adviceZh, adviceEn);
    }

    /** Stable number. */
    public String code() {
        return code;
    }

    /** ERROR sets the row aside. */
    public Severity severity() {
        return severity;
    }

    /** What is wrong. */
    public Bilingual message() {
        return message;
    }

    /** How to mend it. */
    public Bilingual advice() {
        return advice;
    }
}
