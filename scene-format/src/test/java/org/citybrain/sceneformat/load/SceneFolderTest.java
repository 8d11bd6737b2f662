package org.citybrain.sceneformat.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.citybrain.sceneformat.Need;
import org.citybrain.sceneformat.SceneFinding;
import org.citybrain.sceneformat.SceneRuleCode;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SceneFolderTest {
    @TempDir
    Path temp;

    @Nested
    class ARightFolder {
        @Test
        void hasNoFindings() throws IOException {
            assertThat(Fixtures.findings(Fixtures.folder(temp, Optional.empty())))
                    .isEmpty();
        }

        @Test
        void keepsDecimalsAsWritten() throws IOException {
            Loaded loaded = SceneFolder.load(Fixtures.folder(temp, Optional.empty()));
            assertThat(loaded.scene().orElseThrow().samples().get("one").rows().get("energy.bill"))
                    .first()
                    .satisfies(row -> assertThat(row).containsEntry("amount", "120.00"));
        }

        @Test
        void hasTheSameDigestUntilAByteChanges() throws IOException {
            Path folder = Fixtures.folder(temp, Optional.empty());
            String before = digest(folder);
            assertThat(digest(folder)).isEqualTo(before);
            Files.writeString(folder.resolve("i18n/en.json"), "{\"outcome.LISTED\": \"On the list\"}");
            assertThat(digest(folder)).isNotEqualTo(before);
        }

        @Test
        void grantsAFieldAndItsCompanionOnly() throws IOException {
            Need need = SceneFolder.load(Fixtures.folder(temp, Optional.empty()))
                    .scene()
                    .orElseThrow()
                    .needs()
                    .get("energy.bill");
            assertThat(need.grants("id_number_ref")).isTrue();
            assertThat(need.grants("name_ref")).isFalse();
        }

        private String digest(Path folder) {
            return SceneFolder.load(folder).scene().orElseThrow().digest();
        }
    }

    @Nested
    class AWrongFolder {
        @ParameterizedTest
        @MethodSource("org.citybrain.sceneformat.load.Fixtures#overlays")
        void tellsEachLanguageInItsOwnWords(Path overlay) throws IOException {
            assertThat(Fixtures.findings(Fixtures.folder(temp, Optional.of(overlay))))
                    .allSatisfy(finding -> {
                        assertThat(finding.message().en()).doesNotContainPattern("\\p{IsHan}.* / |\\u001e|REDACTED");
                        assertThat(finding.message().zh())
                                .doesNotContainPattern("\\p{IsHan} / [a-z]|\\u001e|FORM|ROLE");
                        assertThat(finding.advice().en()).doesNotContainPattern("\\p{IsHan} / ");
                    });
        }

        @ParameterizedTest
        @MethodSource("org.citybrain.sceneformat.load.Fixtures#overlays")
        void hasTheFindingItIsMadeFor(Path overlay) throws IOException {
            List<SceneFinding> findings = Fixtures.findings(Fixtures.folder(temp, Optional.of(overlay)));
            assertThat(findings)
                    .extracting(SceneFinding::number)
                    .as(findings.toString())
                    .contains(overlay.getFileName().toString());
            assertThat(findings).allSatisfy(finding -> {
                assertThat(finding.message().zh()).isNotBlank().doesNotContain("{0}");
                assertThat(finding.advice().en()).isNotBlank();
            });
        }

        @Test
        void isKeptForEveryRuleThatAFixtureCanShow() {
            assertThat(Fixtures.overlays())
                    .extracting(path -> path.getFileName().toString())
                    .containsAll(Arrays.stream(SceneRuleCode.values())
                            .filter(code -> code != SceneRuleCode.TOO_LARGE
                                    && code != SceneRuleCode.DMN_CONTRACT
                                    && code != SceneRuleCode.LINK_OUTSIDE)
                            .map(SceneRuleCode::number)
                            .toList());
        }

        @Test
        void namesTheLineOfAMisspeltKey() throws IOException {
            Path folder = Fixtures.folder(temp, Optional.of(Fixtures.ROOT.resolve("wrong/SC-003")));
            assertThat(Fixtures.findings(folder))
                    .anySatisfy(finding -> assertThat(finding.toString()).startsWith("SC-003 needs/bill.yaml:7"));
        }

        @Test
        void mayHoldAFileThatIsTooLarge() throws IOException {
            Path folder = Fixtures.folder(temp, Optional.empty());
            Files.writeString(folder.resolve("samples/huge.yaml"), "#".repeat(FolderFiles.LIMIT + 1));
            assertThat(Fixtures.findings(folder))
                    .extracting(SceneFinding::number)
                    .containsExactly("SC-010");
        }

        @Test
        void mayBeWrittenInAnotherEncoding() throws IOException {
            Path folder = Fixtures.folder(temp, Optional.empty());
            String text = Files.readString(folder.resolve("panels/aids.yaml"));
            Files.write(folder.resolve("panels/aids.yaml"), text.getBytes(Charset.forName("GBK")));
            assertThat(Fixtures.findings(folder))
                    .extracting(SceneFinding::number)
                    .containsExactly("SC-002");
        }

        @Test
        void mayNotExistAtAll() {
            assertThat(Fixtures.findings(temp.resolve("nowhere")))
                    .extracting(SceneFinding::number)
                    .containsExactly("SC-009");
        }

        @Test
        void neverMakesTheLoaderThrow() throws IOException {
            Path folder = Fixtures.folder(temp, Optional.empty());
            Random random = new Random(7);
            List<Path> files;
            try (var paths = Files.walk(folder)) {
                files = paths.filter(Files::isRegularFile).sorted().toList();
            }
            for (int round = 0; round < 120; round++) {
                Path file = files.get(random.nextInt(files.size()));
                byte[] right = Files.readAllBytes(file);
                byte[] wrong = right.clone();
                for (int i = 0; i < 4; i++) {
                    wrong[random.nextInt(wrong.length)] =
                            (byte) "{}[]:,'\"\n\t-|<>#&*!%\u0000x".charAt(random.nextInt(21));
                }
                Files.write(file, wrong);
                assertThat(Fixtures.findings(folder)).isNotNull();
                Files.write(file, right);
            }
        }
    }

    /** What a broken file would have held is missed by nobody: there is one finding, about the file. */
    @Nested
    class ABrokenFile {
        @ParameterizedTest
        @CsvSource({
            "scene.yaml, 'id: [', SC-002",
            "processes/help.bpmn, '<definitions><process', SC-020",
            "needs/bill.yaml, 'resource: [', SC-002",
            "forms/visit.json, '{\"id\": nope}', SC-002",
            "tests/aid.yaml, 'cases: {', SC-002",
            "i18n/en.json, '{', SC-002"
        })
        void isTheOnlyFinding(String file, String text, String number) throws IOException {
            Path folder = Fixtures.folder(temp, Optional.empty());
            assertThat(folder.resolve(file)).exists();
            Files.writeString(folder.resolve(file), text);
            assertThat(Fixtures.findings(folder)).singleElement().satisfies(finding -> {
                assertThat(finding.number()).isEqualTo(number);
                assertThat(finding.file()).isEqualTo(file);
                assertThat(finding.message().zh()).contains("语法有误").doesNotContain("Source:");
                assertThat(finding.message().en()).contains("syntax").doesNotContain("Source:");
            });
        }

        @Test
        void writtenInAnotherEncodingIsNotMissingAsWell() throws IOException {
            Path folder = Fixtures.folder(temp, Optional.empty());
            String text = Files.readString(folder.resolve("scene.yaml"));
            Files.write(folder.resolve("scene.yaml"), text.getBytes(Charset.forName("GBK")));
            assertThat(Fixtures.findings(folder))
                    .extracting(SceneFinding::number)
                    .containsExactly("SC-002");
        }

        @Test
        void withABadDateDoesNotLackTheDateAsWell() throws IOException {
            Path folder = Fixtures.folder(temp, Optional.empty());
            Path file = folder.resolve("parameters")
                    .resolve(folder.resolve("parameters").toFile().list()[0]);
            Files.writeString(file, Files.readString(file).replaceFirst("from: [0-9-]+", "from: 2026-02-31"));
            assertThat(Fixtures.findings(folder))
                    .extracting(SceneFinding::number)
                    .contains("SC-005")
                    .doesNotContain("SC-004");
        }
    }

    @Nested
    class AFileThatIsALink {
        @Test
        void outOfTheFolderIsRefusedAndNothingOfItIsShown() throws IOException {
            Path folder = Fixtures.folder(temp, Optional.empty());
            Path foreign = Files.writeString(temp.resolve("foreign"), "secret-of-somebody");
            Files.createSymbolicLink(folder.resolve("needs/other.yaml"), foreign);
            assertThat(Fixtures.findings(folder)).singleElement().satisfies(finding -> {
                assertThat(finding.number()).isEqualTo("SC-029");
                assertThat(finding.toString()).contains("needs/other.yaml").doesNotContain("secret");
            });
        }

        @Test
        void toNothingOrToAForeignFolderIsRefused() throws IOException {
            Path folder = Fixtures.folder(temp, Optional.empty());
            Files.createSymbolicLink(folder.resolve("needs/none.yaml"), temp.resolve("none"));
            Files.createSymbolicLink(folder.resolve("away"), temp);
            assertThat(Fixtures.findings(folder))
                    .extracting(SceneFinding::number)
                    .containsExactly("SC-029", "SC-029");
        }

        @Test
        void insideTheFolderIsRead() throws IOException {
            Path folder = Fixtures.folder(temp, Optional.empty());
            Path file = folder.resolve("needs/bill.yaml");
            Files.move(file, folder.resolve("needs/real.yaml"));
            Files.createSymbolicLink(file, Path.of("real.yaml"));
            assertThat(Fixtures.findings(folder))
                    .extracting(SceneFinding::number)
                    .doesNotContain("SC-029");
        }
    }

    @Test
    void showsAtMostEightySignsOfAValue() throws IOException {
        Path folder = Fixtures.folder(temp, Optional.empty());
        Path file = folder.resolve("scene.yaml");
        Files.writeString(file, Files.readString(file).replaceFirst("mode: \\S+", "mode: " + "x".repeat(500)));
        assertThat(Fixtures.findings(folder))
                .anySatisfy(finding -> assertThat(finding.message().zh())
                        .contains("x".repeat(80) + "…")
                        .doesNotContain("x".repeat(81)));
    }

    @Test
    void saysWhatIsWrongWithATestWithoutCases() throws IOException {
        Path folder = Fixtures.folder(temp, Optional.empty());
        Path file = folder.resolve("tests/aid.yaml");
        String text = Files.readString(file);
        Files.writeString(file, text.substring(0, text.indexOf("cases:")));
        assertThat(Fixtures.findings(folder)).anySatisfy(finding -> {
            assertThat(finding.number()).isEqualTo("SC-027");
            assertThat(finding.message().zh()).contains("没有例子");
            assertThat(finding.message().en()).contains("no case");
        });
    }
}
