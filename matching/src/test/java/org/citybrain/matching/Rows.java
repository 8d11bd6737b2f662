package org.citybrain.matching;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntUnaryOperator;
import org.citybrain.kernel.code.IdentityNumber;
import org.citybrain.matching.columns.Lexicon;
import org.citybrain.matching.columns.RecordStore;
import org.citybrain.matching.columns.StoreLoader;
import org.citybrain.matching.schema.MatchSchema;
import org.citybrain.matching.schema.SchemaFile;
import org.citybrain.matching.standard.TextBuffer;

/** Test persons in rows: key, source, number, name, born, sex, phone. */
public final class Rows {
    public static final String PERSONS = """
            format: 1
            name: test persons
            id: key
            fields:
              number: {kind: resident-id}
              name: {kind: chinese-name}
              born: {kind: date, columns: [born, number]}
              sex: {kind: code}
              phone: {kind: phone}
            groups:
              - [number, born]
            block:
              - [number]
              - [name, born]
              - [name, phone]
              - [born, phone]
            guards:
              distinct-valid: [number]
              contradicting: [sex, born]
            """;
    private static final String FAMILIES = "刘李王张陈黄吴周胡徐杨罗熊曾邓彭谢何朱郭";
    private static final String GIVEN = "根生福水金宇轩浩然子涵俊杰秀英桂香兰花雨欣怡诗琪佳慧思雅志强晨曦瑞霖昊天乐言致远";

    private Rows() {}

    public static RecordStore store(List<String[]> rows) {
        return store(SchemaFile.parse(PERSONS), rows);
    }

    /** A store of rows whose cells after key and source are the schema's fields in order. */
    public static RecordStore store(MatchSchema schema, List<String[]> rows) {
        RecordStore store = new RecordStore(new Lexicon(schema));
        rows.forEach(row -> add(store, row));
        return store;
    }

    /** Adds one row and tells its number. */
    public static int add(RecordStore store, String... row) {
        StoreLoader loader = new StoreLoader(store);
        int[] codes = new int[store.schema().fields().size()];
        for (int field = 0; field < codes.length; field++) {
            codes[field] = loader.intern(field, new TextBuffer().append(row[field + 2]));
        }
        byte[] key = row[0].getBytes(StandardCharsets.UTF_8);
        return store.add(key, 0, key.length, store.sourceNumber(row[1]), codes);
    }

    /** Rows of persons with slips, missing values, twins and shared phones; the same for the same seed. */
    public static List<String[]> persons(int persons, long seed) {
        Random random = new Random(seed);
        List<String[]> rows = new ArrayList<>();
        for (int person = 0; person < persons; person++) {
            String born = String.format(
                    "%04d%02d%02d", 1940 + random.nextInt(70), 1 + random.nextInt(12), 1 + random.nextInt(28));
            boolean male = random.nextBoolean();
            String number = number(born, person % 490 * 2 + (male ? 1 : 0));
            String name = sign(FAMILIES, random) + sign(GIVEN, random) + sign(GIVEN, random);
            String phone = "13" + (700000000 + person / 2 * 37);
            for (int copy = 0; copy < 1 + random.nextInt(5); copy++) {
                rows.add(new String[] {
                    "r" + person + "-" + copy,
                    "source" + copy,
                    random.nextInt(10) == 0 ? "" : random.nextInt(15) == 0 ? slip(number, random) : number,
                    random.nextInt(15) == 0 ? name.substring(0, 2) + sign(GIVEN, random) : name,
                    random.nextInt(5) == 0 ? "" : born,
                    male ? "男" : "女",
                    random.nextInt(4) == 0 ? "" : phone
                });
            }
        }
        return rows;
    }

    public static String number(String born, int order) {
        String digits = "360999" + born + String.format("%03d", order % 1000);
        return digits + IdentityNumber.checkOf(digits);
    }

    private static String slip(String number, Random random) {
        int at = 14 + random.nextInt(3);
        return number.substring(0, at) + (char) ('0' + (number.charAt(at) - '0' + 1) % 10) + number.substring(at + 1);
    }

    private static String sign(String signs, Random random) {
        return String.valueOf(signs.charAt(random.nextInt(signs.length())));
    }

    public static List<String[]> shuffled(List<String[]> rows, long seed) {
        List<String[]> other = new ArrayList<>(rows);
        Collections.shuffle(other, new Random(seed));
        return other;
    }

    /** Clusters as sets of keys with sources, whatever the numbers of the records. */
    public static Set<Set<String>> clusters(RecordStore store, IntUnaryOperator cluster) {
        TreeMap<Integer, Set<String>> members = new TreeMap<>();
        for (int record = 0; record < store.size(); record++) {
            if (cluster.applyAsInt(record) >= 0) {
                members.computeIfAbsent(cluster.applyAsInt(record), unused -> new TreeSet<>())
                        .add(store.sourceNames().get(store.source(record)) + "/" + store.key(record));
            }
        }
        return Set.copyOf(members.values());
    }

    public static int largest(int[] cluster) {
        int[] sizes = new int[cluster.length];
        for (int first : cluster) {
            sizes[first]++;
        }
        return Arrays.stream(sizes).max().orElse(0);
    }
}
