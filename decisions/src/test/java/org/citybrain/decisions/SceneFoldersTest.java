package org.citybrain.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.citybrain.sceneformat.SceneFinding;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class SceneFoldersTest {
    private static final Path ANTI_POVERTY = Path.of("../scenes/anti-poverty");

    @Test
    void theAntiPovertyFolderHasNoErrors() {
        assertThat(SceneDecisionTests.run(ANTI_POVERTY).findings().stream()
                        .filter(SceneFinding::isError)
                        .map(SceneFinding::toString))
                .isEmpty();
    }

    @Test
    void namesAFolderWhoseHeadCannotBeReadAndSaysThatAlone(@TempDir Path folder) throws Exception {
        Path scene = Files.createDirectory(folder.resolve("broken-scene"));
        Files.writeString(scene.resolve("scene.yaml"), "title: [oops\n");
        SceneTestReport report = SceneDecisionTests.run(scene.resolve("."));
        assertThat(report.scene()).isEqualTo("broken-scene");
        assertThat(report.findings()).extracting(SceneFinding::file).containsExactly("scene.yaml");
    }

    @TestFactory
    Stream<DynamicTest> antiPovertyDecides() {
        SceneTestReport report = SceneDecisionTests.run(ANTI_POVERTY);
        return report.results().stream()
                .map(result -> DynamicTest.dynamicTest(
                        result.name(), () -> assertThat(result.misses()).isEmpty()));
    }
}
