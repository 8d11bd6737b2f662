package org.citybrain.sceneformat.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.citybrain.sceneformat.SceneRuleCode;
import org.junit.jupiter.api.Test;

/** The reference page is written from the code: run with -Dcb.docs.write=true after changing a rule. */
class FindingsReferenceTest {
    private static final Path PAGE = Path.of("../docs/reference/scene-findings.md");

    @Test
    void theReferencePageListsEveryRule() throws IOException {
        if (Boolean.getBoolean("cb.docs.write")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, page());
        }
        assertThat(Files.readString(PAGE)).isEqualTo(page());
    }

    @Test
    void everyNumberIsGivenOnce() {
        assertThat(SceneRuleCode.values()).extracting(SceneRuleCode::number).doesNotHaveDuplicates();
    }

    private static String page() {
        return """
                # Findings about a scene folder

                Written by FindingsReferenceTest from SceneRuleCode; change it there. An ERROR refuses the folder, a WARNING is
                only shown. {0}, {1}… stand for names and values.

                | number | severity | 问题 | finding | 处理 | advice |
                |---|---|---|---|---|---|
                """
                + Arrays.stream(SceneRuleCode.values())
                        .map(FindingsReferenceTest::line)
                        .collect(Collectors.joining());
    }

    private static String line(SceneRuleCode code) {
        return String.join(
                        " | ",
                        "| " + code.number(),
                        code.severity().name(),
                        code.message().zh(),
                        code.message().en(),
                        code.advice().zh(),
                        code.advice().en() + " |")
                + "\n";
    }
}
