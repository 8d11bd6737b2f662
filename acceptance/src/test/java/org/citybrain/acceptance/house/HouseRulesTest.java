package org.citybrain.acceptance.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The house rules of style.md §6 and of the glossary, held over every file. */
class HouseRulesTest {

    private static final int LONGEST_FILE = 400;
    private static final int LONGEST_METHOD = 40;
    private static final int LONGEST_UI_FILE = 300;
    private static final int MOST_FILES_IN_A_PACKAGE = 30;

    private static final Pattern BANNED_TYPE = Pattern.compile(
            ".*(Manager|Helper|Utils?|Common|Impl|Info|VO|BO|PO|DO|DTO)|Data|Handle|Grid|Base[A-Z].*|.*Data");
    private static final Set<String> ALLOWED_TYPES = Set.of("BaseRegistry");

    /** The one place where a banned word is the library's own and cannot be chosen. */
    private static final Pattern BANNED_METHOD = Pattern.compile("handle|process");

    // /data/records and the like are JSON pointers into answers of bureaus' interfaces
    private static final Pattern MACHINE_PATH = Pattern.compile(
            "(?<![\\w.$}/])/(work|home|root|Users|mnt|srv|data(?!/(?:records|total|pages)\\b))/[\\w.-]+|(?<!\\w)[A-Z]:\\\\\\\\?[A-Za-z]");
    private static final Pattern UNFINISHED = Pattern.compile("\\b(TODO|FIXME|XXX|HACK)\\b");

    private static final SourceTree TREE = SourceTree.find();

    @Test
    void noJavaFileIsLongerThanFourHundredLines() {
        assertThat(TREE.java().stream()
                        .filter(file -> TREE.lines(file).size() > LONGEST_FILE)
                        .map(this::withLength))
                .isEmpty();
    }

    @Test
    void noMethodIsLongerThanFortyLines() {
        assertThat(JavaShapes.read(TREE.java()).stream()
                        .filter(shape -> !shape.type() && shape.lines() > LONGEST_METHOD)
                        .map(shape -> at(shape) + " has " + shape.lines() + " lines"))
                .isEmpty();
    }

    @Test
    void noUserInterfaceFileIsLongerThanThreeHundredLines() {
        assertThat(TREE.userInterface().stream()
                        .filter(file -> TREE.lines(file).size() > LONGEST_UI_FILE)
                        .map(this::withLength))
                .isEmpty();
    }

    @Test
    void noTypeBearsABannedName() {
        assertThat(JavaShapes.read(TREE.mainJava()).stream()
                        .filter(JavaShapes.Shape::type)
                        .filter(shape -> BANNED_TYPE.matcher(shape.name()).matches())
                        .filter(shape -> !ALLOWED_TYPES.contains(shape.name()))
                        .map(HouseRulesTest::at))
                .isEmpty();
    }

    @Test
    void noMethodSaysJustHandleOrProcess() {
        assertThat(JavaShapes.read(TREE.mainJava()).stream()
                        .filter(shape -> !shape.type()
                                && BANNED_METHOD.matcher(shape.name()).matches())
                        .filter(shape -> !shape.hidden() && !overrides(shape))
                        .map(HouseRulesTest::at))
                .isEmpty();
    }

    @Test
    void namesOfTestsAreSentences() {
        assertThat(JavaShapes.read(TREE.java()).stream()
                        .filter(shape ->
                                !shape.type() && TREE.name(shape.file()).contains("src/test/"))
                        .filter(shape -> shape.name().matches("(test|should)[A-Z_].*"))
                        .map(HouseRulesTest::at))
                .isEmpty();
    }

    @Test
    void everyPackageIsNullMarkedAndHasACard() {
        Set<String> bare = new TreeSet<>();
        for (Path file : TREE.mainJava()) {
            Path card = file.resolveSibling("package-info.java");
            String text = Files.exists(card) ? String.join("\n", TREE.lines(card)) : "";
            if (!text.contains("@NullMarked") || !text.contains("/**")) {
                bare.add(TREE.name(file.getParent()));
            }
        }
        assertThat(bare).isEmpty();
    }

    @Test
    void noPackageHasMoreThanThirtyFiles() {
        assertThat(TREE.mainJava().stream()
                        .collect(java.util.stream.Collectors.groupingBy(
                                Path::getParent, java.util.TreeMap::new, java.util.stream.Collectors.counting()))
                        .entrySet()
                        .stream()
                        .filter(entry -> entry.getValue() > MOST_FILES_IN_A_PACKAGE)
                        .map(entry -> TREE.name(entry.getKey()) + " has " + entry.getValue()))
                .isEmpty();
    }

    @Test
    void noFileNamesAPathOfSomeMachine() {
        assertThat(found(TREE.text(), MACHINE_PATH)).isEmpty();
    }

    @Test
    void nothingIsLeftUnfinished() {
        assertThat(found(
                        TREE.text().stream()
                                .filter(file -> !file.endsWith("HouseRulesTest.java"))
                                .filter(file -> !TREE.name(file).startsWith("docs/"))
                                .toList(),
                        UNFINISHED))
                .isEmpty();
    }

    @Test
    void noLockFileNamesADownloadHost() {
        List<Path> locks = TREE.text().stream()
                .filter(file -> file.endsWith("package-lock.json"))
                .toList();
        assertThat(found(locks, Pattern.compile("\"resolved\"|https?://[^\"]*\\.tgz")))
                .isEmpty();
    }

    private static List<String> found(List<Path> files, Pattern pattern) {
        return files.stream()
                .filter(file -> !file.endsWith("HouseRulesTest.java"))
                .flatMap(file -> {
                    List<String> lines = TREE.lines(file);
                    return java.util.stream.IntStream.range(0, lines.size())
                            .filter(i -> pattern.matcher(lines.get(i)).find())
                            .mapToObj(i -> TREE.name(file) + ":" + (i + 1) + " "
                                    + lines.get(i).strip());
                })
                .toList();
    }

    private static boolean overrides(JavaShapes.Shape shape) {
        List<String> lines = TREE.lines(shape.file());
        return lines.subList((int) shape.line() - 1, (int) (shape.line() - 1 + Math.min(3, shape.lines()))).stream()
                .anyMatch(line -> line.contains("@Override"));
    }

    private String withLength(Path file) {
        return TREE.name(file) + " has " + TREE.lines(file).size() + " lines";
    }

    private static String at(JavaShapes.Shape shape) {
        return TREE.name(shape.file()) + ":" + shape.line() + " " + shape.name();
    }
}
