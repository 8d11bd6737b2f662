package org.citybrain.gateway.folder;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.CellAddress;
import org.jspecify.annotations.Nullable;

/** The merged ranges of a sheet. They stand behind its rows in the file and are read before them. */
final class MergedCells {
    private final List<Range> ranges;

    /** A range with its corners, rows and columns from 0. */
    record Range(String name, int top, int left, int bottom, int right) {
        /** Whether a cell lies in it and is not its first. */
        boolean covers(int row, int column) {
            return row >= top && row <= bottom && column >= left && column <= right && (row != top || column != left);
        }
    }

    private MergedCells(List<Range> ranges) {
        this.ranges = List.copyOf(ranges);
    }

    static MergedCells of(Path file, String part) throws IOException {
        List<Range> ranges = new ArrayList<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            SheetParts.each(zip, part, "mergeCell", xml -> ranges.add(range(xml.getAttributeValue(null, "ref"))));
        }
        return new MergedCells(ranges);
    }

    private static Range range(@Nullable String ref) {
        String name = ref == null ? "" : ref;
        int colon = name.indexOf(':');
        CellAddress first = new CellAddress(colon < 0 ? name : name.substring(0, colon));
        CellAddress last = new CellAddress(name.substring(colon + 1));
        return new Range(name, first.getRow(), first.getColumn(), last.getRow(), last.getColumn());
    }

    /** The ranges that touch a row, for its cells. */
    List<Range> at(int row) {
        if (ranges.isEmpty()) {
            return List.of();
        }
        return ranges.stream()
                .filter(range -> row >= range.top() && row <= range.bottom())
                .toList();
    }
}
