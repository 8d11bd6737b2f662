package org.citybrain.platform.registry;

import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citybrain.kernel.wire.RowChange;
import org.citybrain.kernel.wire.WireJson;
import org.citybrain.platform.PlatformTest;
import org.citybrain.platform.access.Role;
import org.citybrain.platform.identity.internal.As;
import org.citybrain.platform.registry.resolve.RowsListener;
import org.citybrain.platform.topics.TopicMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** What is strange about a source's record, as pages show it. */
@PlatformTest
class BadRecordTest {
    private static final String RESOURCE = "education.pupil";
    private static final String FINDINGS = "/api/exchange/findings?resource=" + RESOURCE;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private RowsListener rows;

    private void take(long sequence, String number) {
        Map<String, @Nullable String> fields = new LinkedHashMap<>(Map.of("id_number", number, "name", "甄示范"));
        long now = System.currentTimeMillis() * 1000;
        RowChange change = new RowChange(RESOURCE, "u", "77", null, fields, 0, sequence, 0, now, now);
        rows.on(List.of(TopicMessage.of(rows.topic(), RESOURCE + "/77", WireJson.write(change))));
    }

    @Test
    void listsItAmongTheFindingsAndOnTheQualityCardUntilTheSourceMendsIt() throws Exception {
        take(1, "000000000000000000");
        mvc.perform(get(FINDINGS + "&code=RG-101").with(As.role(Role.STEWARD)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.rows", hasSize(1)))
                .andExpect(jsonPath("$.rows[0].field").value("id_number"))
                .andExpect(jsonPath("$.rows[0].state").value("OPEN"));
        mvc.perform(get("/api/registry/quality?kind=person").with(As.role(Role.STEWARD)))
                .andExpect(jsonPath(
                        "$[?(@.resource=='" + RESOURCE + "')].measures[?(@.name=='fault-RG-101')].figure.value",
                        hasItem(1)));
        mvc.perform(get("/api/sources/quality:" + RESOURCE + ":fault-RG-101").with(As.role(Role.STEWARD)))
                .andExpect(jsonPath("$.rowCount").value(1));

        take(2, "360999198506150014");
        mvc.perform(get(FINDINGS).with(As.role(Role.STEWARD)))
                .andExpect(jsonPath("$.rows", hasSize(1)))
                .andExpect(jsonPath("$.rows[0].state").value("MENDED"));
        mvc.perform(get("/api/registry/quality?kind=person").with(As.role(Role.STEWARD)))
                .andExpect(jsonPath(
                        "$[?(@.resource=='" + RESOURCE + "')].measures[?(@.name=='fault-RG-101')]", hasSize(0)));
    }
}
