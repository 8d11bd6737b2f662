package org.citybrain.matching.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.citybrain.matching.Rows;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person at the terminal is told: a sentence in both languages and the exit status. */
class LinkageMainTest {
    private static final String HEADING = "key,number,name,born,sex,phone,person\n";

    @TempDir
    Path folder;

    private Path config;
    private Path input;
    private String said = "";

    @BeforeEach
    void writesGoodFiles() throws IOException {
        config = Files.writeString(folder.resolve("persons.yaml"), Rows.PERSONS);
        input = Files.writeString(folder.resolve("persons.csv"), rows());
    }

    private static String rows() {
        StringBuilder text = new StringBuilder(HEADING);
        int number = 0;
        for (String[] row : Rows.persons(40, 3)) {
            String person = row[0].substring(0, row[0].indexOf('-'));
            text.append(String.join(",", row[0] + "/" + number++, row[2], row[3], row[4], row[5], row[6], person))
                    .append('\n');
        }
        return text.toString();
    }

    private int run(String... words) throws IOException {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        try (PrintStream ear = new PrintStream(heard, true, StandardCharsets.UTF_8)) {
            System.setOut(ear);
            System.setErr(ear);
            return LinkageMain.run(List.of(words));
        } finally {
            System.setOut(out);
            System.setErr(err);
            said = heard.toString(StandardCharsets.UTF_8);
        }
    }

    private int match(String... more) throws IOException {
        List<String> words = new ArrayList<>(List.of("--input", input.toString(), "--config", config.toString()));
        words.addAll(Arrays.asList(more));
        return run(words.toArray(String[]::new));
    }

    private void refusesInput(byte[] bytes, String sentence, int line) throws IOException {
        Files.write(input, bytes);
        assertThat(match()).isEqualTo(1);
        assertThat(said)
                .contains("persons.csv:" + line + ": ")
                .contains(sentence)
                .doesNotContain("pair", "\tat ");
    }

    private void refusesInput(String text, String sentence, int line) throws IOException {
        refusesInput(text.getBytes(StandardCharsets.UTF_8), sentence, line);
    }

    @Test
    void matchesGoodFilesWithoutAnyComplaint() throws IOException {
        assertThat(match("--truth", "person")).isZero();
        assertThat(said).contains("pair_f1").doesNotContain("MA-005", "MA-006");
    }

    @Test
    void refusesFilesOfAnotherEncodingWithTheLine() throws IOException {
        byte[] chinese = (HEADING + "1,,a,,,,\n2,,刘国庆,,,,\n").getBytes(Charset.forName("GB18030"));

        refusesInput(chinese, "encoding", 3);
        Files.writeString(config, Rows.PERSONS.replace("id: key\n", "id: key\nencoding: GB18030\n"));
        assertThat(match()).isZero();
        refusesInput(new byte[] {'k', 'e', 'y', ',', 'a', '\n', (byte) 0xFF, (byte) 0xFF, '\n'}, "GB18030", 2);
    }

    @Test
    void readsGbkBetweenBarsWithSignsThatHoldABarByte() throws IOException {
        Charset gbk = Charset.forName("GBK");
        String sign = new String(new byte[] {(byte) 0x81, 0x7C}, gbk);
        Files.writeString(config, Rows.PERSONS.replace("id: key\n", "id: key\nencoding: GBK\nseparator: '|'\n"));
        Files.write(input, (rows().replace(',', '|') + "x||刘" + sign + "|||" + "|\n").getBytes(gbk));

        assertThat(match()).isZero();
        assertThat(said).contains("pair").doesNotContain("MA-005");
    }

    @Test
    void refusesATruthOfAnotherEncodingWithTheLine() throws IOException {
        byte[] gbk = "key,cluster\n1,a\n2,刘\n".getBytes(Charset.forName("GBK"));
        Path truth = Files.write(folder.resolve("truth.csv"), gbk);

        assertThat(match("--truth", truth.toString())).isEqualTo(1);
        assertThat(said).contains("--truth", truth + ":3", "not UTF-8");
    }

    @Test
    void refusesRulingsOfAnotherEncodingWithTheLine() throws IOException {
        byte[] gbk = "kind,left_source,left,right_source,right\nmerge,刘,1,b,2\n".getBytes(Charset.forName("GBK"));
        Path rulings = Files.write(folder.resolve("rulings.csv"), gbk);

        assertThat(match("--rulings", rulings.toString())).isEqualTo(1);
        assertThat(said).contains("--rulings", rulings + ":2", "not UTF-8");
    }

    @Test
    void refusesUtf16AndZeroBytes() throws IOException {
        refusesInput((HEADING + "1,,a,,,,\n").getBytes(StandardCharsets.UTF_16), "UTF-16", 1);
        refusesInput((HEADING + "1,,a,,,,\n").getBytes(StandardCharsets.UTF_16LE), "zero byte", 1);
        refusesInput(rows() + "x,,\0,,,,\n", "zero byte", (int) rows().lines().count() + 1);
    }

    @Test
    void refusesAQuoteThatDoesNotEndAndNamesItsLine() throws IOException {
        refusesInput(HEADING + "1,,a,,,,\n2,,\"b\nc\",,,,\n3,,\"刘,,,,\n" + "4,,d,,,,\n".repeat(500), "quote", 5);
    }

    @Test
    void refusesFilesWithoutRowsAndHeadingsWithAColumnTwice() throws IOException {
        refusesInput("", "empty", 1);
        refusesInput(HEADING, "no rows", 1);
        refusesInput("key,name,name\n1,a,b\n", "\"name\" stands twice", 1);
    }

    @Test
    void refusesAFileThatIsCutOff() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(packed)) {
            zip.write(rows().getBytes(StandardCharsets.UTF_8));
        }
        Files.write(input, Arrays.copyOf(packed.toByteArray(), packed.size() / 2));

        assertThat(match()).isEqualTo(1);
        assertThat(said).contains("persons.csv").contains("cut off").doesNotContain("\tat ");
    }

    @Test
    void refusesAFileGivenTwiceAndTwoThatWouldBeOneSource() throws IOException {
        assertThat(run("--input", input.toString(), folder + "/./persons.csv", "--config", config.toString()))
                .isEqualTo(1);
        assertThat(said).contains("given twice");

        Path other = Files.createDirectory(folder.resolve("other")).resolve("persons.csv");
        Files.writeString(other, HEADING + "1,,a,,,,\n");
        assertThat(run("--input", input.toString(), other.toString(), "--config", config.toString()))
                .isEqualTo(1);
        assertThat(said).contains("one source");
    }

    @Test
    void tellsOfRowsThatDoNotFitTheHeadingAndOfDoubledIdsAndGoesOn() throws IOException {
        long good = rows().lines().count();
        Files.writeString(input, rows() + "\nx,,a\ny,,b,,,,,,\nx,,c,,,,\n");

        assertThat(match()).isZero();
        assertThat(said)
                .contains("records " + (good - 1 + 3) + ".00000")
                .contains("MA-005 " + input + ":" + (good + 2) + ": 2 ")
                .contains("MA-006 " + input + ":" + (good + 4) + " key: 1 ");
    }

    @Test
    void refusesAColumnThatNoInputHas() throws IOException {
        Files.writeString(config, Rows.PERSONS.replace("id: key", "id: nope"));
        assertThat(match()).isEqualTo(1);
        assertThat(said).contains("persons.csv:1").contains("\"nope\"").contains("`id`");

        Files.writeString(config, Rows.PERSONS.replace("{kind: code}", "{kind: code, columns: [sex, nope]}"));
        assertThat(match()).isEqualTo(1);
        assertThat(said).contains("fields.sex.columns").contains("\"nope\"");
    }

    @Test
    void namesTheFileOfADeclarationThatCannotBeFollowed() throws IOException {
        Files.writeString(config, Rows.PERSONS.replace("{kind: phone}", "{}"));
        assertThat(match()).isEqualTo(1);
        assertThat(said).contains("persons.yaml: fields.phone.kind: ");

        Files.write(config, new byte[] {(byte) 0xFE, 0, (byte) 0x80});
        assertThat(match()).isEqualTo(1);
        assertThat(said).contains("persons.yaml").contains("UTF-8").doesNotContain("\tat ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--limit -1", "--limit x", "--threads 0", "--dirt 3", "--dirt 1", "--growth", "--set febrl3"})
    void refusesWordsThatAreOutOfRangeOrDoNotGoTogether(String words) throws IOException {
        assertThat(match(words.split(" "))).isEqualTo(2);
        assertThat(said).contains(" · ").doesNotContain("records");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--json", "--clusters", "--explanations", "--save-model"})
    void refusesAPlaceThatCannotBeWrittenBeforeItMeasures(String word) throws IOException {
        for (Path place : List.of(folder, folder.resolve("none/file"), input)) {
            assertThat(match(word, place.toString())).isEqualTo(2);
            assertThat(said).startsWith(word).contains(" · ").doesNotContain("records");
        }
    }

    @Test
    void refusesFoldersInThePlaceOfFiles() throws IOException {
        assertThat(run("--input", folder.toString(), "--config", config.toString()))
                .isEqualTo(1);
        assertThat(said).contains("--input").contains("folder");
        assertThat(run("--input", input.toString(), "--config", folder.toString()))
                .isEqualTo(1);
        assertThat(said).contains("--config").contains("folder");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "key\na\n", "key,cluster\n", "key,cluster\nnobody,1\n", "key,cluster\nonly\n", "a,b\nx,y\n"})
    void refusesATruthThatSaysNothing(String text) throws IOException {
        Path truth = Files.writeString(folder.resolve("truth.csv"), text);

        assertThat(match("--truth", truth.toString())).isEqualTo(1);
        assertThat(said).contains("--truth").doesNotContain("NaN", "\tat ");
    }

    @Test
    void measuresAgainstPairsInAnyOrderWithinAndBetweenSources() throws IOException {
        Path other = folder.resolve("other.csv");
        List<String> lines = rows().lines().toList();
        Files.write(input, lines.subList(0, 61));
        Files.writeString(other, HEADING + String.join("\n", lines.subList(61, lines.size())) + "\n");
        Path truth = Files.writeString(folder.resolve("pairs.csv"), truePairs(lines));

        assertThat(run(
                        "--input",
                        input.toString(),
                        other.toString(),
                        "--config",
                        config.toString(),
                        "--truth",
                        "person"))
                .isZero();
        List<String> byColumn = quality();
        assertThat(run(
                        "--input",
                        input.toString(),
                        other.toString(),
                        "--config",
                        config.toString(),
                        "--truth",
                        truth.toString()))
                .isZero();
        assertThat(quality()).isEqualTo(byColumn).hasSize(3);
        assertThat(said).doesNotContain("truth_not_found");
    }

    private static String truePairs(List<String> lines) {
        StringBuilder pairs = new StringBuilder("left,right\n");
        for (int i = 1; i < lines.size(); i++) {
            for (int j = 1; j < lines.size(); j++) {
                if (i != j && person(lines.get(i)).equals(person(lines.get(j)))) {
                    pairs.append(id(lines.get(i)))
                            .append(',')
                            .append(id(lines.get(j)))
                            .append('\n');
                }
            }
        }
        return pairs.toString();
    }

    private static String id(String line) {
        return line.substring(0, line.indexOf(','));
    }

    private static String person(String line) {
        return line.substring(line.lastIndexOf(',') + 1);
    }

    private List<String> quality() {
        return said.lines()
                .filter(line -> line.matches("(pair_f1|cluster_f1|wrong_merge_share) .*"))
                .toList();
    }

    @Test
    void countsWhatTheTruthTellsOfNoRecord() throws IOException {
        String first =
                rows().lines().skip(1).findFirst().map(LinkageMainTest::id).orElseThrow();
        Path truth = Files.writeString(folder.resolve("truth.csv"), "key,cluster\n" + first + ",1\nnobody,1\n");

        assertThat(match("--truth", truth.toString())).isZero();
        assertThat(said).containsPattern("truth_not_found 1(\\.0+)? rows");
    }

    @Test
    void refusesATruthThatPutsOneRecordIntoTwoClusters() throws IOException {
        Path truth = Files.writeString(folder.resolve("truth.csv"), "key,cluster\na,1\na,2\n");

        assertThat(match("--truth", truth.toString())).isEqualTo(1);
        assertThat(said).contains("--truth", "id a is told to be in two clusters");
    }

    @Test
    void namesTheFieldThatHadTooFewPairs() throws IOException {
        Files.writeString(input, HEADING + "1,,刘国庆,,,,\n2,,李卫,,,,\n");

        assertThat(match()).isZero();
        assertThat(said).contains("MA-004 test persons phone: ").contains("MA-004 test persons number / born: ");
    }
}
