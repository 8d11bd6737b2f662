package org.citybrain.gateway.folder;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.citybrain.gateway.folder.CellText.NoTextException;
import org.citybrain.kernel.finding.Severity;
import org.citybrain.kernel.text.Bilingual;

/** What is wrong in a sheet, in words; places are named as {@code file.xlsx!sheet C5}. */
final class SheetFindings {
    private final FileFindings findings;
    private final Set<String> ranges = new HashSet<>();
    private final Map<String, Formulas> formulas = new LinkedHashMap<>();
    private final Set<String> unnamed = new HashSet<>();
    private String sheet = "";

    private record Formulas(String first, long count) {}

    SheetFindings(FileFindings findings) {
        this.findings = findings;
    }

    void sheet(String name) {
        sheet = name;
    }

    void noSheet(String name) {
        add(
                "GW-229",
                Severity.ERROR,
                "",
                "",
                "没有可用的工作表 " + name,
                "There is no sheet to take: " + name,
                "请恢复该工作表，或更正 citybrain.yaml",
                "Put the sheet back, or mend citybrain.yaml");
    }

    void notTaken(String name) {
        findings.add(
                "GW-228",
                Severity.WARNING,
                findings.file() + "!" + name,
                "",
                new Bilingual(
                        "工作表 " + name + " 未采集（只取第一个可见工作表）",
                        "The sheet " + name + " was not taken; only the first visible one is"),
                new Bilingual(
                        "需要时请另存为文件，或写入 citybrain.yaml",
                        "Save it as a file of its own, or declare it in citybrain.yaml"));
    }

    void noHeader() {
        add(
                "GW-202",
                Severity.ERROR,
                "",
                "",
                "前 20 行中没有合格的表头",
                "No heading was found within the first 20 rows",
                "请让每一列有互不相同的字段名",
                "Give every column a name of its own");
    }

    /** The range is named once; every row that it covers counts. */
    void merged(MergedCells.Range range) {
        if (ranges.add(range.name())) {
            add(
                    "GW-220",
                    Severity.ERROR,
                    range.name(),
                    "",
                    "合并单元格 " + range.name() + "：值只属于第一个单元格，其余各行已搁置",
                    "The merged cells " + range.name()
                            + " have a value in the first cell only; the rows that the others lie in are set aside",
                    "请取消合并，并在每个单元格填上值",
                    "Split them and fill in every cell");
        }
    }

    void formula(String column, String cell) {
        formulas.merge(column, new Formulas(cell, 1), (a, b) -> new Formulas(a.first(), a.count() + 1));
    }

    void formulaWithoutValue(String column, String cell) {
        add(
                "GW-222",
                Severity.ERROR,
                cell,
                column,
                "公式没有存下结果",
                "The formula was saved without a result",
                "请用表格软件打开、重新计算并保存，或改为数值",
                "Open it in a spreadsheet program, recalculate and save, or put the value");
    }

    void error(String column, String cell, String what) {
        add(
                "GW-223",
                Severity.ERROR,
                cell,
                column,
                "单元格是错误值 " + what,
                "The cell holds the error " + what,
                "请更正公式或填上值",
                "Mend the formula or put the value");
    }

    void noText(String column, String cell, NoTextException.Reason reason) {
        switch (reason) {
            case NO_SUCH_DAY ->
                add(
                        "GW-224",
                        Severity.ERROR,
                        cell,
                        column,
                        "1900-02-29 并不存在",
                        "The day 1900-02-29 never was",
                        "请填上正确的日期",
                        "Put the right date");
            case OUT_OF_RANGE ->
                add(
                        "GW-225",
                        Severity.ERROR,
                        cell,
                        column,
                        "该数值不是日期或时间",
                        "The number is no date or time",
                        "请更正日期，或把单元格格式改为常规",
                        "Mend the date, or format the cell as General");
            case DIGITS_LOST ->
                add(
                        "GW-226",
                        Severity.ERROR,
                        cell,
                        column,
                        "数值超过 15 位，后面的数字已被表格软件丢失",
                        "The number has more than 15 digits; the spreadsheet program lost the rest",
                        "请把该列设为文本后重新填写",
                        "Format the column as text and enter the numbers again");
        }
    }

    void unnamed(String column, String cell) {
        if (unnamed.add(column)) {
            add(
                    "GW-227",
                    Severity.WARNING,
                    cell,
                    "",
                    "第 " + column + " 列没有字段名，未采集",
                    "Column " + column + " has no name and was not taken",
                    "请给该列加上字段名",
                    "Give the column a name");
        }
    }

    /** Told at the end: one finding for each column with formulas. */
    void end() {
        formulas.forEach((column, found) -> add(
                "GW-221",
                Severity.WARNING,
                found.first(),
                column,
                "该列有 " + found.count() + " 个公式，取了存下的结果",
                "The column holds " + found.count() + " formulas; their saved results were taken",
                "请确认结果是最新的，最好交付数值",
                "See that the results are up to date; better deliver values"));
    }

    /** The row was set aside, whatever the number of its findings. */
    void countBadRow() {
        findings.countBadRow();
    }

    private void add(
            String code,
            Severity severity,
            String cell,
            String field,
            String zh,
            String en,
            String adviceZh,
            String advice) {
        String place = findings.file() + (sheet.isEmpty() ? "" : "!" + sheet) + (cell.isEmpty() ? "" : " " + cell);
        findings.add(code, severity, place, field, new Bilingual(zh, en), new Bilingual(adviceZh, advice));
    }
}
