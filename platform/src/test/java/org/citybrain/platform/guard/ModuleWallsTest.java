package org.citybrain.platform.guard;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.citybrain.platform.PlatformApplication;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The walls between rooms and inside them. */
class ModuleWallsTest {

    private static final String BASE = "org.citybrain.platform";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(BASE);

    @Test
    void roomsUseOnlyTheDoorsTheyDeclare() {
        ApplicationModules.of(PlatformApplication.class).verify();
    }

    @Test
    void packagesInsideARoomHaveNoCycles() {
        slices().matching(BASE + ".(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void onlyRoomTopicsKnowsKafka() {
        onlyRoom("topics", "org.apache.kafka..");
    }

    @Test
    void onlyRoomProcessKnowsFlowable() {
        onlyRoom("process", "org.flowable..");
    }

    @Test
    void onlyRoomRulesKnowsTheDecisionEngine() {
        onlyRoom("rules", "org.kie..");
    }

    @Test
    void onlyRoomPoolKnowsPaimon() {
        onlyRoom("pool", "org.apache.paimon..");
    }

    @Test
    void onlyRoomIdentityKnowsSpringSecurity() {
        onlyRoom("identity", "org.springframework.security..");
    }

    @Test
    void nobodyImportsControllers() {
        noClasses()
                .that()
                .resideOutsideOfPackage(BASE + ".*.web..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(BASE + ".*.web..")
                .check(CLASSES);
    }

    private static void onlyRoom(String room, String library) {
        noClasses()
                .that()
                .resideOutsideOfPackage(BASE + "." + room + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(CLASSES);
    }
}
