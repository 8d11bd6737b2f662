package org.citybrain.matching.learn;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.citybrain.matching.columns.Lexicon;
import org.citybrain.matching.columns.RecordStore;
import org.citybrain.matching.compare.PairComparer;
import org.citybrain.matching.compare.Slot;
import org.citybrain.matching.compare.Vocabulary;
import org.citybrain.matching.schema.MatchSchema;
import org.citybrain.matching.schema.SchemaException;

/**
 * A learnt model as bytes, to be used on other records. It holds counts under hashes and no identity number.
 *
 * @param model what was learnt, fit for the records of one lexicon
 * @param placeholders hashes of field and text that stand for nothing
 */
public record ModelFile(Model model, Set<Long> placeholders) {
    private static final int FORMAT = 0xCB_30_01;

    public ModelFile {
        placeholders = Set.copyOf(placeholders);
    }

    /** The model as bytes. */
    public byte[] bytes(MatchSchema schema) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(FORMAT);
            out.writeUTF(fingerprint(schema));
            out.writeDouble(model.priorBits());
            write(out, model.weights());
            write(out, model.equalBits());
            out.writeInt(model.sources().size());
            for (int source = 0; source < model.sources().size(); source++) {
                out.writeUTF(model.sources().get(source));
                write(out, model.sourceBits()[source]);
            }
            write(out, new double[][] {model.trained()});
            out.writeInt(placeholders.size());
            for (long placeholder : new TreeSet<>(placeholders)) {
                out.writeLong(placeholder);
            }
            model.vocabulary().write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * Reads a model for the records of a lexicon.
     *
     * @throws SchemaException when it was learnt under other fields, kinds or groups
     */
    public static ModelFile of(byte[] bytes, Lexicon lexicon) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readInt() != FORMAT || !in.readUTF().equals(fingerprint(lexicon.schema()))) {
                throw new SchemaException(
                        "模型不属于这份声明, 请重新学习 · the model was learnt under another declaration: learn it anew");
            }
            double prior = in.readDouble();
            double[][] weights = read(in);
            double[][] equal = read(in);
            List<String> sources = new ArrayList<>();
            double[][][] sourceBits = new double[in.readInt()][][];
            for (int source = 0; source < sourceBits.length; source++) {
                sources.add(in.readUTF());
                sourceBits[source] = read(in);
            }
            double[] trained = read(in)[0];
            Set<Long> placeholders = new HashSet<>();
            for (int left = in.readInt(); left > 0; left--) {
                placeholders.add(in.readLong());
            }
            Vocabulary vocabulary = Vocabulary.read(in, lexicon);
            List<Slot> slots = new PairComparer(new RecordStore(lexicon), vocabulary).slots();
            return new ModelFile(
                    new Model(slots, vocabulary, prior, weights, equal, sources, sourceBits, trained), placeholders);
        } catch (IOException e) {
            throw new SchemaException("模型文件不完整, 请重新学习 · the model file is broken: learn it anew", e);
        }
    }

    /** The same for the records of another lexicon; only for a model that was read. */
    public ModelFile on(Lexicon lexicon) {
        Model other = new Model(
                model.slots(),
                model.vocabulary().on(lexicon),
                model.priorBits(),
                model.weights(),
                model.equalBits(),
                model.sources(),
                model.sourceBits(),
                model.trained());
        return new ModelFile(other, placeholders);
    }

    private static String fingerprint(MatchSchema schema) {
        StringBuilder text = new StringBuilder(schema.mode() + " " + schema.groups());
        schema.fields()
                .forEach(field -> text.append(' ')
                        .append(field.name())
                        .append(':')
                        .append(field.kind())
                        .append(field.compared() ? "" : "-"));
        return text.toString();
    }

    private static void write(DataOutputStream out, double[][] rows) throws IOException {
        out.writeInt(rows.length);
        for (double[] row : rows) {
            out.writeInt(row.length);
            for (double value : row) {
                out.writeDouble(value);
            }
        }
    }

    private static double[][] read(DataInputStream in) throws IOException {
        double[][] rows = new double[in.readInt()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new double[in.readInt()];
            for (int j = 0; j < rows[i].length; j++) {
                rows[i][j] = in.readDouble();
            }
        }
        return rows;
    }
}
