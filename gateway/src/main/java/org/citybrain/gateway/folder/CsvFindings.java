package org.citybrain.gateway.folder;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.citybrain.kernel.finding.Finding;
import org.citybrain.kernel.finding.Severity;
import org.citybrain.kernel.text.Bilingual;

/** Collects what is wrong with one file; beyond a thousand findings only their number is kept. No values are quoted. */
final class CsvFindings {
    private static final int MAX = 1_000;

    private final String file;
    private final List<Finding> findings = new ArrayList<>();
    private int badRows;
    private int more;

    CsvFindings(String file) {
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
        if (findings.size() == MAX) {
            more++;
            return;
        }
        findings.add(new Finding(
                code,
                Severity.ERROR,
                line == 0 ? file : file + ":" + line,
                field,
                new Bilingual(zh, en),
                new Bilingual(adviceZh, advice),
                Map.of("file", file, "line", Integer.toString(line), "field", field)));
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
