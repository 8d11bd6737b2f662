package org.citybrain.gateway.folder;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.citybrain.kernel.finding.Finding;
import org.citybrain.kernel.finding.Severity;
import org.citybrain.kernel.text.Bilingual;

/** Collects what is wrong with one file; beyond a thousand findings only their number is kept. No values are quoted. */
final class FileFindings {
    private static final int MAX = 1_000;

    private final String file;
    private final List<Finding> findings = new ArrayList<>();
    private int badRows;
    private int more;

    FileFindings(String file) {
        this.file = file;
    }

    void unreadable(String reason) {
        add(
                "GW-201",
                0,
                "",
                "文件不能读取：" + reason,
                "The file cannot be read: " + reason,
                "请重新导出并重新放入文件夹",
                "Export it again and put it into the folder");
    }

    void header(String reasonZh, String reason) {
        add(
                "GW-202",
                1,
                "",
                "首行不是合格的表头：" + reasonZh,
                "The first line is not a header: " + reason,
                "请在首行写上互不相同、不为空的字段名",
                "Give every column a name of its own in the first line");
    }

    void encoding(int line, String field, String charset) {
        badRows++;
        add(
                "GW-203",
                line,
                field,
                "该行不是 " + charset + " 编码",
                "The row is not in " + charset,
                "请把整个文件存为 UTF-8（或 GBK）",
                "Save the whole file as UTF-8 (or GBK)");
    }

    void nul(int line, String field) {
        badRows++;
        add(
                "GW-204",
                line,
                field,
                "字段含有 NUL 字节",
                "The field holds a NUL byte",
                "请清除不可见字符后重新提交该行",
                "Remove the invisible signs and send the row again");
    }

    void ragged(int line, int found, int expected) {
        badRows++;
        add(
                "GW-205",
                line,
                "",
                "该行有 " + found + " 列，表头有 " + expected + " 列",
                "The row has " + found + " columns, the header " + expected,
                "含分隔符的值请加引号",
                "Put values that hold the delimiter into quotes");
    }

    void oversize(int line, String field, int bytes) {
        badRows++;
        add(
                "GW-206",
                line,
                field,
                "字段有 " + bytes + " 字节，超过 32768",
                "The field has " + bytes + " bytes, more than 32768",
                "请缩短该值，或检查是否漏了引号",
                "Shorten the value, or look for a missing quote");
    }

    void duplicate(int line, String field) {
        badRows++;
        add(
                "GW-207",
                line,
                field,
                "主键重复，只保留第一行",
                "The key stands twice; the first row is kept",
                "请更正主键，或删除多余的行",
                "Correct the key or delete the row");
    }

    void quote(int line) {
        badRows++;
        add("GW-208", line, "", "引号没有配对", "A quote is not closed", "引号内的引号请写两次", "Write a quote inside quotes twice");
    }

    private void add(String code, int line, String field, String zh, String en, String adviceZh, String advice) {
        add(
                code,
                Severity.ERROR,
                line == 0 ? file : file + ":" + line,
                field,
                new Bilingual(zh, en),
                new Bilingual(adviceZh, advice));
    }

    /** A finding at a place of the file, with the words of its own kind of file. */
    void add(String code, Severity severity, String place, String field, Bilingual message, Bilingual advice) {
        if (findings.size() == MAX) {
            more++;
            return;
        }
        findings.add(new Finding(
                code, severity, place, field, message, advice, Map.of("file", file, "place", place, "field", field)));
    }

    /** The file as findings name it. */
    String file() {
        return file;
    }

    /** One more row was set aside. */
    void countBadRow() {
        badRows++;
    }

    void columns(String zh, String en) {
        add(
                "GW-212",
                1,
                "",
                "列与说明不符：" + zh,
                "The columns are not those declared: " + en,
                "请按 citybrain.yaml 导出各列，或更正该说明",
                "Export the columns as citybrain.yaml declares them, or mend it");
    }

    void extraColumns(String names) {
        add(
                "GW-213",
                Severity.WARNING,
                file,
                names,
                new Bilingual("有未说明的列，未采集：" + names, "Columns that are not declared were not taken: " + names),
                new Bilingual("需要采集时请写入 citybrain.yaml", "Declare them in citybrain.yaml to have them taken"));
    }

    void blankKey(int line, String field) {
        badRows++;
        add(
                "GW-214",
                line,
                field,
                "主键为空",
                "The key is blank",
                "请补上主键后重新提交该行",
                "Fill in the key and send the row again");
    }

    void operation(int line, String field) {
        badRows++;
        add(
                "GW-215",
                line,
                field,
                "操作列的值未说明",
                "The operation is none of those declared",
                "请使用说明中的新增、修改、删除代码",
                "Use the declared words for insert, update and delete");
    }

    void withheld(long rows) {
        add(
                "GW-216",
                Severity.WARNING,
                file,
                "",
                new Bilingual(
                        "有坏行看不出主键，文件中没有的 " + rows + " 行暂不按删除处理",
                        "Rows whose key cannot be read leave it open which rows are gone: " + rows
                                + " rows that the file lacks are kept"),
                new Bilingual("请更正坏行后重新提交整个文件", "Mend the bad rows and deliver the whole file again"));
    }

    void gap(long missing) {
        add(
                "GW-217",
                0,
                "",
                "缺少第 " + missing + " 号变更文件，其后的文件等待",
                "Change file number " + missing + " is missing; those behind it wait",
                "请补送该文件，或送一个新的全量文件",
                "Deliver it, or a new full file");
    }

    void description(String reason) {
        add(
                "GW-218",
                0,
                "",
                "交付说明不能使用：" + reason,
                "The description cannot be used: " + reason,
                "请更正 citybrain.yaml",
                "Mend citybrain.yaml");
    }

    void latin() {
        findings.add(Finding.of(
                "GW-210",
                Severity.WARNING,
                file,
                "",
                new Bilingual(
                        "文件既不是 UTF-8 也不是 GBK，按 ISO-8859-1 读取",
                        "The file is neither UTF-8 nor GBK; it is read as ISO-8859-1"),
                new Bilingual(
                        "请核对西文字母是否正确，并改存为 UTF-8", "See whether accented letters are right, and save it as UTF-8")));
    }

    int badRows() {
        return badRows;
    }

    List<Finding> all() {
        List<Finding> all = new ArrayList<>(findings);
        if (more > 0) {
            all.add(Finding.of(
                    "GW-209",
                    Severity.ERROR,
                    file,
                    "",
                    new Bilingual("另有 " + more + " 个问题", more + " more findings"),
                    new Bilingual("请先更正以上问题", "Mend those above first")));
        }
        return all;
    }
}
