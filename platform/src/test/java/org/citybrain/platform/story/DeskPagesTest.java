package org.citybrain.platform.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.citybrain.platform.PlatformTest;
import org.citybrain.platform.access.Role;
import org.citybrain.platform.identity.internal.As;
import org.citybrain.platform.process.CaseRecord;
import org.citybrain.platform.process.TaskRecord;
import org.citybrain.platform.story.City.Family;
import org.junit.jupiter.api.Test;

/** What the desk, the phone and the decision page show of a case, and what they keep to themselves. */
@PlatformTest
class DeskPagesTest extends ReliefSetting {
    @Test
    void theDeskThePhoneAndTheDecisionPageShowTheCase() throws Exception {
        Family family = city.family("desk");
        city.bill(family.father(), "28000.00", "SETTLED", "b-desk");
        city.look(family.father());
        CaseRecord opened = caseOf(family);
        TaskRecord visit = task(opened, "visit");

        mvc.perform(get("/api/todos?q=" + opened.id()).with(As.role(Role.GRID_WORKER, City.VILLAGE)))
                .andExpect(jsonPath("$.rows[?(@.caseId == '%s')].subjectName", opened.id())
                        .value("甲*"))
                .andExpect(jsonPath("$.figures.open.source").value("todo:open"));
        mvc.perform(get("/api/todos").with(As.role(Role.GRID_WORKER, "360999002")))
                .andExpect(jsonPath("$.total").value(0));
        mvc.perform(get("/api/todos/since?after=0").with(As.machine()))
                .andExpect(jsonPath("$[?(@.taskId == '%s')].subjectRef", visit.id())
                        .value(family.household()));
        mvc.perform(get("/api/cases/" + opened.id()).with(As.role(Role.GRID_WORKER, City.VILLAGE)))
                .andExpect(jsonPath("$.stage").value("visit"))
                .andExpect(jsonPath("$.actions[0].prefill.verifiedIncome.value").value(10000.0))
                .andExpect(jsonPath("$.actions[0].form.properties.car.title.zh").value("非生产用机动车"));
        String decision = mvc.perform(
                        get("/api/decisions/" + opened.decision()).with(As.role(Role.COUNTY_OFFICER, "360999")))
                .andExpect(jsonPath("$.outcome").value("LISTED"))
                .andExpect(jsonPath("$.lines[0].inputs[0].receipt").exists())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(decision).doesNotContain("360999198403010016");
        String source = mvc.perform(get("/api/sources/decision:" + opened.decision() + ":selfPaid")
                        .with(As.role(Role.COUNTY_OFFICER, "360999")))
                .andExpect(jsonPath("$.receipts[0].resource").value("health_insurance.settlement"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(source).doesNotContain("360999198403010016");
    }

    @Test
    void aPhoneMaySendItsVisitTwiceAndAWrongFormIsRefused() throws Exception {
        Family family = city.family("phone");
        city.bill(family.father(), "28500.00", "SETTLED", "b-phone");
        city.look(family.father());
        TaskRecord visit = task(caseOf(family), "visit");
        mvc.perform(get("/api/field/visits").with(As.role(Role.GRID_WORKER, City.VILLAGE)))
                .andExpect(jsonPath("$.rows[?(@.taskId == '%s')]", visit.id()).exists());

        send(visit, Map.of("met", "MET", "car", "perhaps"), "phone-0", "REFUSED");
        send(visit, visitAnswers(), "phone-1", "DONE");
        send(visit, visitAnswers(), "phone-1", "REPEATED");
        assertThat(jdbc.sql("select count(*) from process.attachment where task_id = ?")
                        .param(visit.id())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    private void send(TaskRecord visit, Map<String, Object> values, String clientId, String state) throws Exception {
        Map<String, Object> item = Map.of(
                "clientId",
                clientId,
                "taskId",
                visit.id(),
                "values",
                values,
                "doneAt",
                "2026-11-21T10:00:00Z",
                "position",
                Map.of("longitude", 114.4, "latitude", 27.8, "accuracy", 12),
                "photos",
                List.of(Map.of("name", "home.png", "dataUrl", "data:image/png;base64,iVBORw0KGgo=")));
        mvc.perform(post("/api/field/sync")
                        .with(As.role(Role.GRID_WORKER, City.VILLAGE))
                        .contentType("application/json")
                        .content(new ObjectMapper().writeValueAsBytes(Map.of("items", List.of(item)))))
                .andExpect(jsonPath("$.results[0].state").value(state));
    }
}
