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
                            .filter(code -> code != SceneRuleCode.TOO_LARGE && code != SceneRuleCode.DMN_CONTRACT)
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
}
