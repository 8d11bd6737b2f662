package org.citybrain.platform.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.citybrain.platform.access.Caller;
import org.citybrain.platform.access.Callers;
import org.citybrain.platform.access.Role;
import org.citybrain.platform.alert.Alerts;
import org.citybrain.platform.clock.CityTime;
import org.citybrain.platform.process.CaseRecord;
import org.citybrain.platform.process.Cases;
import org.citybrain.platform.process.TaskRecord;
import org.citybrain.platform.process.Tasks;
import org.citybrain.platform.rules.RecordedDecisions;
import org.citybrain.platform.scene.SceneOffice;
import org.citybrain.platform.scene.Scenes;
import org.citybrain.platform.story.City.Family;
import org.citybrain.platform.topics.InMemoryTopicPort;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** The relief scene installed over an empty city, with what its tests ask again and again. */
public abstract class ReliefSetting {
    protected static final String SCENE = "anti-poverty";

    protected static final String RULE = "medical-burden";

    static final Caller WORKER = new Caller("grid-worker", "网格员", Set.of(Role.GRID_WORKER), "360999", "");

    static final Caller COUNTY = new Caller("county-officer", "县级", Set.of(Role.COUNTY_OFFICER), "360999", "");

    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    @Autowired
    InMemoryTopicPort topics;

    @Autowired
    Scenes scenes;

    @Autowired
    SceneOffice office;

    @Autowired
    Tasks tasks;

    @Autowired
    Cases cases;

    @Autowired
    Alerts alerts;

    @Autowired
    RecordedDecisions decisions;

    @Autowired
    CityTime clock;

    @Autowired
    ApplicationEventPublisher events;

    protected City city;

    @BeforeEach
    final void deploysTheScene() throws Exception {
        city = new City(jdbc, topics);
        if (scenes.find(SCENE).isEmpty()) {
            city.register(mvc, Path.of("../scenes", SCENE));
            copy(Path.of("../scenes", SCENE), Path.of("target/test-scenes", SCENE));
            Callers.run(Caller.machine(), () -> office.deploy(SCENE));
        }
    }

    protected CaseRecord caseOf(Family family) {
        return eventually(() -> cases.list(null, null, "", 1000).stream()
                .filter(each -> each.subject().equals(family.household()))
                .findFirst()
                .orElse(null));
    }

    TaskRecord task(CaseRecord record, String kind) {
        return eventually(() -> tasks.ofCase(record.id()).stream()
                .filter(each -> each.kind().equals(kind) && each.state().equals("OPEN"))
                .findFirst()
                .orElse(null));
    }

    String standing(Family family) {
        return decisions
                .findStanding(SCENE, RULE, family.household(), "2026")
                .map(decision -> decision.outcome())
                .orElse(null);
    }

    static Map<String, Object> visitAnswers() {
        Map<String, Object> answers = new HashMap<>();
        answers.put("met", "MET");
        answers.put("hardship", true);
        answers.put("consent", true);
        answers.put("verifiedIncome", 10000);
        answers.put("financialAssets", 0);
        answers.put("secondHome", false);
        answers.put("car", false);
        return answers;
    }

    protected static <T> T eventually(Supplier<T> question) {
        Instant deadline = Instant.now().plusSeconds(20);
        while (true) {
            T answer = question.get();
            if (answer != null) {
                return answer;
            }
            assertThat(Instant.now()).as("an answer in time").isBefore(deadline);
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.write(target, Files.readAllBytes(path));
                }
            }
        }
    }
}
