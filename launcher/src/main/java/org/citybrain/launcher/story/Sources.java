package org.citybrain.launcher.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.citybrain.launcher.door.Answer;
import org.citybrain.launcher.door.Door;

/** Opens the source of every figure on a page: no number without a source. */
record Sources(Door door) {

    /** Opens all sources named anywhere in the page; returns what is wrong with them, and nothing when all is well. */
    List<String> openAll(JsonNode page) {
        List<String> wrong = new ArrayList<>();
        for (String source : Cases.valuesOf(page, "source")) {
            Answer answer = door.ask("/api/sources/" + URLEncoder.encode(source, StandardCharsets.UTF_8));
            if (answer.isRefused()) {
                wrong.add(source + " answers " + answer.status());
            } else if (answer.body().path("definition").isMissingNode()
                    || answer.body().path("rowCount").isMissingNode()) {
                wrong.add(source + " has no definition or row count");
            }
        }
        return wrong;
    }

    int count(JsonNode page) {
        return Cases.valuesOf(page, "source").size();
    }
}
