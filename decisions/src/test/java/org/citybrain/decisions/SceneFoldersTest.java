package org.citybrain.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.citybrain.sceneformat.SceneFinding;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class SceneFoldersTest {
    private static final Path ANTI_POVERTY = Path.of("../scenes/anti-poverty");

    @Test
    void theAntiPovertyFolderHasNoErrors() {
        assertThat(SceneDecisionTests.run(ANTI_POVERTY).findings().stream()
                        .filter(SceneFinding::isError)
                        .map(SceneFinding::toString))
                .isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> antiPovertyDecides() {
        SceneTestReport report = SceneDecisionTests.run(ANTI_POVERTY);
        return report.results().stream()
                .map(result -> DynamicTest.dynamicTest(
                        result.name(), () -> assertThat(result.misses()).isEmpty()));
    }
}
