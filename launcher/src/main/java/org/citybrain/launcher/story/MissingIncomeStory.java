package org.citybrain.launcher.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.citybrain.launcher.walk.Story;
import org.citybrain.launcher.walk.Walk;

/** Income that nobody recorded is "cannot tell", never zero. */
public final class MissingIncomeStory implements Story {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Override
    public String name() {
        return "missing-income";
    }

    @Override
    public String title() {
        return "缺少收入即无法判断 · missing income is \"cannot tell\", never zero";
    }

    @Override
    public void walk(Walk walk) {
        Cases county = Cases.of(walk, "county-officer");
        TruthHousehold missing = TruthHousehold.find(walk.city().home(), "missing");

        Hospital.of(walk).writeBill(missing);

        JsonNode page = walk.await(
                "转入补齐数据 a case to supply the missing data", SOON, () -> county.find(missing.ref(walk.config())));
        walk.expect("所处环节 stage", "data-check", page.path("stage").asText());
        MainStory.explained(walk, page, "CANNOT_TELL");
        JsonNode decision = walk.officer("county-officer")
                .get("/api/decisions/" + page.path("decisionId").asText());
        walk.expectThat(
                "说明缺什么 the missing input is named",
                Cases.valuesOf(decision, "result").contains("CANNOT_TELL"),
                Cases.valuesOf(decision, "result"));
    }
}
