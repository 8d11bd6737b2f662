package org.citybrain.gateway.folder;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.citybrain.gateway.folder.CellText.NoTextException;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellAddress;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** Walks a sheet's rows: looks for the heading, then hands on row by row. */
final class SheetRows {
    private static final int SEARCH = 20;
    private static final Set<String> ERRORS =
            Set.of("#REF!", "#N/A", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", "#VALUE!", "#SPILL!", "#CALC!");

    private final MergedCells merged;
    private final CellText texts;
    private final SheetFindings findings;
    private final Taker taker;
    private final @Nullable Integer headerRow;
    private final FolderDescription.@Nullable Table table;
    private final List<Row> searched = new ArrayList<>();
    /** Column of the sheet to the field's name, in order. */
    private final TreeMap<Integer, String> names = new TreeMap<>();

    SheetRows(
            MergedCells merged,
            CellText texts,
            SheetFindings findings,
            Taker taker,
            @Nullable Integer headerRow,
            FolderDescription.@Nullable Table table) {
        this.merged = merged;
        this.texts = texts;
        this.findings = findings;
        this.taker = taker;
        this.headerRow = headerRow;
        this.table = table;
    }

    /** Takes the next row; false when no more are wanted. */
    boolean take(Row row) {
        if (!names.isEmpty()) {
            hand(row);
            return true;
        }
        searched.add(row);
        boolean found = headerRow == null ? searched.size() >= SEARCH : row.getRowNum() >= headerRow;
        return !found || begin();
    }

    /** The sheet is through. */
    void end() {
        if (names.isEmpty() && !searched.isEmpty()) {
            begin();
        } else if (names.isEmpty()) {
            findings.noHeader();
        }
        findings.end();
    }

    /** Chooses the heading among the rows seen so far and hands on those behind it. */
    private boolean begin() {
        List<Row> rows = List.copyOf(searched);
        searched.clear();
        int width = rows.stream().mapToInt(row -> filled(row).size()).max().orElse(0);
        for (int i = 0; i < rows.size(); i++) {
            TreeMap<Integer, String> filled = filled(rows.get(i));
            if (isHeader(rows.get(i), filled, width)) {
                names.putAll(filled);
                if (!taker.columns(List.copyOf(names.values()))) {
                    return false;
                }
                rows.subList(i + 1, rows.size()).forEach(this::hand);
                return true;
            }
        }
        findings.noHeader();
        return false;
    }

    private boolean isHeader(Row row, TreeMap<Integer, String> filled, int width) {
        if (headerRow != null) {
            return row.getRowNum() == headerRow && isDistinct(filled);
        }
        FolderDescription.Table declared = table;
        if (declared != null) {
            long known = declared.fields().stream()
                    .filter(field -> filled.values().stream().anyMatch(field::isCalled))
                    .count();
            return known * 2 > declared.fields().size() && isDistinct(filled);
        }
        // a title above the table fills fewer cells than the table is wide
        return !filled.isEmpty()
                && filled.size() * 5 > width * 3
                && isDistinct(filled)
                && filled.values().stream().noneMatch(name -> name.matches("[-+]?\\d+([.,]\\d+)?"));
    }

    private static boolean isDistinct(TreeMap<Integer, String> filled) {
        Set<String> seen = new HashSet<>();
        return filled.values().stream()
                .allMatch(name -> name.length() <= 200 && seen.add(name.toLowerCase(Locale.ROOT)));
    }

    private static TreeMap<Integer, String> filled(Row row) {
        TreeMap<Integer, String> filled = new TreeMap<>();
        for (int i = 0; i < row.getCellCount(); i++) {
            Cell cell = row.getCell(i);
            String text = cell == null || cell.getRawValue() == null
                    ? ""
                    : cell.getRawValue().strip();
            if (!text.isEmpty()) {
                filled.put(i, text);
            }
        }
        return filled;
    }

    private void hand(Row row) {
        if (filled(row).isEmpty() && isWithoutFormula(row)) {
            return;
        }
        List<MergedCells.Range> ranges = merged.at(row.getRowNum() - 1);
        List<@Nullable String> all = new ArrayList<>(names.size());
        List<String> good = new ArrayList<>(names.size());
        names.forEach((column, name) -> {
            String value = text(row, column, name, ranges);
            all.add(value);
            if (value != null) {
                good.add(value);
            }
        });
        filled(row).keySet().stream()
                .filter(column -> !names.containsKey(column))
                .forEach(column -> findings.unnamed(letters(column), address(row, column)));
        if (good.size() == all.size()) {
            taker.row(row.getRowNum(), good);
        } else {
            findings.countBadRow();
            taker.bad(row.getRowNum(), all);
        }
    }

    private static boolean isWithoutFormula(Row row) {
        return row.stream().noneMatch(cell -> cell != null && cell.getFormula() != null);
    }

    /** A cell's text; null, with a finding, when it has none that could be believed. */
    private @Nullable String text(Row row, int column, String name, List<MergedCells.Range> ranges) {
        for (MergedCells.Range range : ranges) {
            if (range.covers(row.getRowNum() - 1, column)) {
                findings.merged(range);
                return null;
            }
        }
        Cell cell = column < row.getCellCount() ? row.getCell(column) : null;
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return "";
        }
        String raw = Objects.requireNonNullElse(cell.getRawValue(), "");
        String at = address(row, column);
        if (cell.getType() == CellType.ERROR || cell.getFormula() != null && ERRORS.contains(raw)) {
            findings.error(name, at, raw);
            return null;
        }
        if (cell.getFormula() != null) {
            // a text result may be empty; a number is never
            if (cell.getValue() == null && !raw.isEmpty() || cell.getRawValue() == null) {
                findings.formulaWithoutValue(name, at);
                return null;
            }
            findings.formula(name, at);
        }
        return switch (cell.getValue()) {
            case null -> raw;
            case BigDecimal number -> number(number, cell, name, at);
            case Boolean truth -> truth ? "TRUE" : "FALSE";
            default -> raw;
        };
    }

    private @Nullable String number(BigDecimal number, Cell cell, String name, String at) {
        try {
            int id = Objects.requireNonNullElse(cell.getDataFormatId(), 0);
            return texts.of(number, id, Objects.requireNonNullElse(cell.getDataFormatString(), "General"));
        } catch (NoTextException e) {
            findings.noText(name, at, e.reason());
            return null;
        }
    }

    private static String letters(int column) {
        return CellAddress.convertNumToColString(column);
    }

    private static String address(Row row, int column) {
        return letters(column) + row.getRowNum();
    }
}
