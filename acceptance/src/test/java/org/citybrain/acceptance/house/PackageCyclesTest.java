package org.citybrain.acceptance.house;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No packages of a module depend on each other in a circle. Reads the compiled classes beside this module. */
class PackageCyclesTest {

    private static final SourceTree TREE = SourceTree.find();

    static List<String> modules() {
        return List.of(
                "kernel", "scene-format", "decisions", "gateway", "streaming", "platform", "sample-city", "launcher");
    }

    @ParameterizedTest
    @MethodSource("modules")
    void hasNoCyclesBetweenPackages(String module) {
        Path classes = TREE.root().resolve(module).resolve("target/classes");
        assumeThat(Files.isDirectory(classes)).as(module + " is compiled").isTrue();

        JavaClasses imported = new ClassFileImporter().importPath(classes);

        assertThat(imported.size()).isPositive();
        slices().matching("org.citybrain.(**)")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(imported);
    }
}
