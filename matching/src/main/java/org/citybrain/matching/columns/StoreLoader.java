package org.citybrain.matching.columns;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.zip.ZipException;
import org.citybrain.kernel.finding.Finding;
import org.citybrain.kernel.finding.Severity;
import org.citybrain.kernel.text.Bilingual;
import org.citybrain.matching.schema.MatchField;
import org.citybrain.matching.schema.SchemaException;
import org.citybrain.matching.standard.TextBuffer;
import org.citybrain.matching.work.Crew;
import org.citybrain.matching.work.CrewException;
import org.jspecify.annotations.Nullable;

/**
 * Reads files into a store. A column that a file has not counts as empty there; a short row as well. Chunks of rows are
 * standardised by whichever thread is free; then each field's texts are entered by one thread in the order of the rows.
 */
public final class StoreLoader {
    private static final int ROUND = 24;

    private final RecordStore store;
    private final Crew crew;
    private final int fields;
    private final RowParser parser;
    private final List<ParsedRows> parsed;
    private final Dictionary truths = new Dictionary();
    private final IntColumn truthOf = new IntColumn();
    private final Set<String> columns = new TreeSet<>();
    private final List<InputFile> files = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    public StoreLoader(RecordStore store) {
        this(store, Crew.ALONE);
    }

    public StoreLoader(RecordStore store, Crew crew) {
        this.store = store;
        this.crew = crew;
        this.fields = store.schema().fields().size();
        this.parser = new RowParser(store.schema());
        this.parsed =
                IntStream.range(0, ROUND).mapToObj(i -> new ParsedRows(fields)).toList();
    }

    /**
     * Reads one file; `truthColumn` is kept aside and never reaches the matcher (empty: none).
     *
     * @throws InputException when the file cannot be read rightly
     */
    public void load(Path file, String truthColumn) throws IOException {
        InputFile input = new InputFile(file, store.schema().input(), store.size());
        try (RowChunks chunks = RowChunks.open(file, store.schema().input())) {
            rows(input, String.valueOf(file.getFileName()), chunks, truthColumn);
        } catch (CrewException | UncheckedIOException failed) {
            IOException broken = unread(failed);
            if (broken == null) {
                throw failed;
            }
            throw readable(file, broken);
        } catch (EOFException | ZipException broken) {
            throw readable(file, broken);
        }
        findings.addAll(input.findings());
        files.add(input);
    }

    /** The failure of reading behind that of a thread, if it is one. */
    private static @Nullable IOException unread(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException broken) {
                return broken;
            }
        }
        return null;
    }

    /** What is wrong with a compressed file, in a sentence; anything else as it is. */
    private static IOException readable(Path file, IOException broken) {
        if (broken instanceof EOFException || broken instanceof ZipException) {
            throw new InputException(file + ": 压缩文件不完整或已损坏, 请重新取得 · the compressed file is cut off or"
                    + " broken: get it anew (" + broken.getMessage() + ")");
        }
        return broken;
    }

    private void rows(InputFile input, String name, RowChunks chunks, String truthColumn) throws IOException {
        boolean named = store.schema().input().sourceColumn().isEmpty();
        List<String> heading = input.heading(chunks);
        columns.addAll(heading);
        int fileSource = named ? store.sourceNumber(name) : -1;
        RowLayout layout = RowLayout.of(heading, store.schema(), truthColumn, fileSource);
        List<RowChunks.Chunk> round = read(chunks);
        while (!round.isEmpty()) {
            parse(chunks, round, layout);
            for (int i = 0; i < round.size(); i++) {
                input.take(round.get(i), parsed.get(i));
            }
            round = enter(chunks, round.size(), layout);
        }
        input.end(chunks);
    }

    /**
     * Looks at all that was read: what was noticed comes back.
     *
     * @throws SchemaException when a declared column is in no file
     */
    public List<Finding> finish() throws IOException {
        for (MatchField field : store.schema().fields()) {
            for (String column : field.columns()) {
                if (!columns.contains(column)) {
                    String there = String.join(", ", columns);
                    throw new SchemaException("fields." + field.name() + ".columns: 没有文件有列「" + column + "」, 有 " + there
                            + " · no input has the column \"" + column + "\"; there are " + there);
                }
            }
        }
        if (!store.schema().input().idColumn().isEmpty()) {
            DoubledKeys doubled = DoubledKeys.in(store);
            if (doubled.count() > 0) {
                findings.add(doubled(doubled));
            }
        }
        return List.copyOf(findings);
    }

    private Finding doubled(DoubledKeys doubled) throws IOException {
        InputFile in = files.stream()
                .filter(file -> file.first() <= doubled.first())
                .reduce((earlier, later) -> later)
                .orElseThrow();
        return Finding.of(
                "MA-006",
                Severity.WARNING,
                in.placeOf(doubled.first()),
                store.schema().input().idColumn(),
                new Bilingual(
                        doubled.count() + " 条记录的编号在同一来源中已经有过, 从这一行起; 记录都保留",
                        doubled.count() + " records, of which this is the first, have the id of an earlier one of their"
                                + " source; all are kept"),
                new Bilingual("请给每条记录自己的编号", "Give each record an id of its own"));
    }

    /** The distinct values of the truth column; number 0 is the empty one. */
    public Dictionary truths() {
        return truths;
    }

    /** The number of each record's truth. */
    public IntColumn truthOf() {
        return truthOf;
    }

    private static List<RowChunks.Chunk> read(RowChunks chunks) {
        List<RowChunks.Chunk> round = new ArrayList<>();
        try {
            for (int i = 0; i < ROUND; i++) {
                RowChunks.Chunk chunk = chunks.next();
                if (chunk.length() == 0) {
                    break;
                }
                round.add(chunk);
                chunks.compact();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return round;
    }

    private void parse(RowChunks chunks, List<RowChunks.Chunk> round, RowLayout layout) {
        crew.each(
                round.size(),
                () -> new RowParser(store.schema()),
                (worker, i) -> parsed.get(i).read(round.get(i), chunks.reader(round.get(i)), worker, layout));
        for (int i = 0; i < round.size(); i++) {
            parsed.get(i).reserve(store);
        }
    }

    /** Enters what was parsed, each field on its own, and reads the next chunks beside it. */
    private List<RowChunks.Chunk> enter(RowChunks chunks, int size, RowLayout layout) {
        List<RowChunks.Chunk> next = new ArrayList<>();
        crew.each(fields + 3, () -> this, (self, task) -> {
            if (task == 0) {
                next.addAll(read(chunks));
            }
            for (int i = 0; i < size && task > 0; i++) {
                if (task <= fields) {
                    parsed.get(i).enter(store, task - 1);
                } else if (task == fields + 1) {
                    parsed.get(i).enterKeys(store, layout);
                } else if (layout.truth() >= 0) {
                    enterTruths(parsed.get(i));
                }
            }
        });
        return next;
    }

    private void enterTruths(ParsedRows rows) {
        PackedTexts texts = rows.truths();
        for (int i = 0; i < rows.size(); i++) {
            truthOf.add(truths.intern(texts.bytes(), texts.start(i), texts.length(i), texts.hash(i)));
        }
    }

    /** The number of a raw text in a field's dictionary, once standardised. */
    public int intern(int field, TextBuffer text) {
        return store.dictionary(field).intern(parser.standard(text, field));
    }
}
