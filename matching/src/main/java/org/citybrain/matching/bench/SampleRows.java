package org.citybrain.matching.bench;

import java.io.IOException;
import java.io.Writer;
import java.util.SplittableRandom;
import org.citybrain.matching.columns.Hashes;

/** Spoils what is true as each source does, and writes it. */
final class SampleRows {
    private static final String[] TOWNS = {
        "云溪镇", "柳塘镇", "枫岭乡", "石桥镇", "白沙乡", "竹亭镇", "东湖街道", "南门街道", "双江镇", "青山乡", "龙口镇", "望城街道"
    };
    private static final String[] VILLAGES = {
        "上屋村", "下屋村", "樟树下村", "塘边村", "新塘村", "桥头村", "岭背村", "坪里村", "杨家村", "沙洲村", "石门村", "高坑村", "松树下村", "井边村", "田心村",
        "水口村", "大屋村", "江边村", "茶园村", "罗坊村"
    };
    private static final String NUMERALS = "零一二三四五六七八九";

    private final SampleNames names;
    private final SplittableRandom random;
    private long serial;

    SampleRows(SampleNames names, SplittableRandom random) {
        this.names = names;
        this.random = random;
    }

    /** Writes the person's row if the source knows the person. */
    void write(SamplePerson person, SampleSource source, int style, Writer out) throws IOException {
        if (person.age() < source.youngest()
                || person.age() > source.oldest()
                || random.nextDouble() >= source.share()) {
            return;
        }
        long number = Hashes.spread(++serial) >>> 16;
        out.write(Long.toString(number, 36));
        cell(out, source, "id", () -> identity(person, source));
        out.append(',').write(name(person, source));
        cell(out, source, "sex", () -> person.male() ? "男" : "女");
        cell(out, source, "birth", () -> birthDate(person, source));
        cell(out, source, "phone", () -> hits(source, "otherPhone") ? otherPhone() : person.phone());
        cell(
                out,
                source,
                "address",
                () -> address(hits(source, "staleAddress") ? person.formerHome() : person.home(), style));
        out.append(',').write(Integer.toString(person.number()));
        out.write('\n');
    }

    private interface Text {
        String get();
    }

    private static void cell(Writer out, SampleSource source, String word, Text text) throws IOException {
        out.write(',');
        if (source.holds().contains(word)) {
            out.write(text.get());
        }
    }

    private boolean hits(SampleSource source, String kind) {
        return random.nextDouble() < source.rate(kind);
    }

    private String identity(SamplePerson person, SampleSource source) {
        if (hits(source, "missingIdNumber")) {
            return "";
        }
        String number = person.identity();
        if (hits(source, "mistypedIdNumber")) {
            int at = 6 + random.nextInt(11);
            char digit = (char) ('0' + (number.charAt(at) - '0' + 1 + random.nextInt(9)) % 10);
            return number.substring(0, at) + digit + number.substring(at + 1);
        }
        boolean old = person.age() >= 60 && person.year() < 2000 && hits(source, "oldIdNumber");
        return old ? number.substring(0, 6) + number.substring(8, 17) : number;
    }

    private String name(SamplePerson person, SampleSource source) {
        if (hits(source, "nameTypo")) {
            return names.mistyped(person.name(), random);
        }
        return hits(source, "traditionalName")
                ? person.name()
                        .replace('刘', '劉')
                        .replace('张', '張')
                        .replace('陈', '陳')
                        .replace('国', '國')
                : person.name();
    }

    private String birthDate(SamplePerson person, SampleSource source) {
        int day = hits(source, "wrongBirthDate") ? 1 + random.nextInt(28) : person.day();
        String format = switch (source.dates()) {
            case "plain" -> "%04d%02d%02d";
            case "slash" -> "%d/%d/%d";
            case "chinese" -> "%d年%d月%d日";
            default -> "%04d-%02d-%02d";
        };
        return String.format(format, person.year(), person.month(), day);
    }

    private String otherPhone() {
        return "1" + (3 + random.nextInt(7)) + String.format("%09d", random.nextInt(1_000_000_000));
    }

    private static String address(int home, int style) {
        String town = TOWNS[home % TOWNS.length];
        String village = VILLAGES[home / TOWNS.length % VILLAGES.length];
        int rest = home / (TOWNS.length * VILLAGES.length);
        int group = 1 + rest % 20;
        int house = 1 + rest / 20;
        String groups = style % 3 == 1 ? inSigns(group) : Integer.toString(group);
        String front = style % 2 == 0 ? "江西省宜春市样例县" : "样例县";
        return front + town + village + groups + "组" + house + "号";
    }

    private static String inSigns(int number) {
        String ones = number % 10 == 0 ? "" : String.valueOf(NUMERALS.charAt(number % 10));
        return number < 10 ? ones : (number / 10 == 1 ? "" : NUMERALS.charAt(number / 10) + "") + "十" + ones;
    }
}
