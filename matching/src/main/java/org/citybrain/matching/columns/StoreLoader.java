package org.citybrain.matching.columns;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.citybrain.matching.standard.TextBuffer;
import org.citybrain.matching.work.Crew;

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

    /** Reads one file; `truthColumn` is kept aside and never reaches the matcher (empty: none). */
    public void load(Path file, String truthColumn) throws IOException {
        String name = String.valueOf(file.getFileName());
        boolean named = store.schema().input().sourceColumn().isEmpty();
        try (RowChunks chunks = RowChunks.open(file, store.schema().input())) {
            int fileSource = named ? store.sourceNumber(name) : -1;
            RowLayout layout = RowLayout.of(chunks.header(), store.schema(), truthColumn, fileSource);
            List<RowChunks.Chunk> round = read(chunks);
            while (!round.isEmpty()) {
                parse(chunks, round, layout);
                round = enter(chunks, round.size(), layout);
            }
        }
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
                (worker, i) -> parsed.get(i).read(chunks.reader(round.get(i)), worker, layout));
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
