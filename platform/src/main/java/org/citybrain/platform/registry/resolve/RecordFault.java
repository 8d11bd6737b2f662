package org.citybrain.platform.registry.resolve;

import org.citybrain.kernel.finding.Severity;
import org.citybrain.kernel.text.Bilingual;

/** What can be strange about a source's record. It stands in the registry all the same; nothing is lost or guessed. */
public enum RecordFault {
    /** A number of one sign only, such as eighteen zeros. */
    FILLER(
            "RG-101",
            Severity.WARNING,
            new Bilingual("号码是占位符，不作为号码使用", "The number only fills the space and names nobody"),
            new Bilingual("请在源系统补录真实号码", "Enter the real number at the source")),
    /** A number where the name belongs, or a name where the number belongs. */
    SWAPPED(
            "RG-102",
            Severity.WARNING,
            new Bilingual("姓名（名称）与号码两列疑似颠倒", "Name and number seem to have changed places"),
            new Bilingual("请核对导出文件的列顺序后重发", "Check the order of the file's columns and send it again")),
    /** A person's name far longer than names are. */
    LONG_NAME(
            "RG-103",
            Severity.NOTE,
            new Bilingual("姓名过长，照原样保存", "The name is very long; it is kept as it is"),
            new Bilingual("请核实是否混入了其他内容", "See whether something else got into it")),
    /** Signs that are not the simplified ones. */
    TRADITIONAL(
            "RG-104",
            Severity.NOTE,
            new Bilingual(
                    "姓名（名称）含繁体字，按简体比对，照原样保存",
                    "The name holds traditional signs; it is compared as simplified and kept as it is"),
            new Bilingual("如与证件不符，请在源系统改正", "Mend it at the source if the document says otherwise")),
    /** An address that names another city. */
    ELSEWHERE(
            "RG-105",
            Severity.WARNING,
            new Bilingual("地址在本市以外", "The address lies in another city"),
            new Bilingual("请核实是否应登记本市地址", "See whether an address in this city belongs here")),
    /** An address that begins with the name of several divisions of this city. */
    SEVERAL_PLACES(
            "RG-107",
            Severity.WARNING,
            new Bilingual(
                    "地址只写了本市多处同名的乡镇或村居，不能确定区划", "The address names a town or village of which this city has several"),
            new Bilingual("请在源系统补写县（市、区）和乡镇（街道）", "Enter county and town at the source")),
    /** One entity told again and again by the same source. */
    REPEATED(
            "RG-106",
            Severity.WARNING,
            new Bilingual("同一来源反复登记同一主体，内容相同", "The source tells the same entity again and again"),
            new Bilingual(
                    "请在源系统去重，或核对导出是否重复", "Remove the copies at the source, or see whether it was exported twice"));

    private final String code;
    private final Severity severity;
    private final Bilingual message;
    private final Bilingual advice;

    RecordFault(String code, Severity severity, Bilingual message, Bilingual advice) {
        this.code = code;
        this.severity = severity;
        this.message = message;
        this.advice = advice;
    }

    /** Stable number. */
    public String code() {
        return code;
    }

    /** How bad it is; never an ERROR, for the record stands. */
    public Severity severity() {
        return severity;
    }

    /** What is strange. */
    public Bilingual message() {
        return message;
    }

    /** What to do about it. */
    public Bilingual advice() {
        return advice;
    }

    /**
     * A fault of one record.
     *
     * @param column the row's own column
     * @param detail what may be shown of the value: nothing personal
     */
    public record Found(RecordFault fault, String column, String detail) {}

    /** What is doubtful about an address by the city's divisions; an empty text for nothing. */
    public interface AddressDoubts {

        /** The other city that it lies in. */
        String otherCity(String address);

        /** The divisions of this city of which it names one without saying which. */
        String several(String address);
    }
}
