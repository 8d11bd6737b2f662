package org.citybrain.platform.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.citybrain.kernel.batch.ChangeRecord;
import org.citybrain.kernel.batch.SignedBatch;
import org.citybrain.kernel.proof.ProofVerifier;
import org.citybrain.kernel.wire.SubscriptionOrder;
import org.citybrain.platform.PlatformTest;
import org.citybrain.platform.access.Role;
import org.citybrain.platform.identity.internal.As;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** A subscription from its wish to the comparison of both sides, over batches that lie in the broker. */
@PlatformTest
class SubscriptionTest extends BetweenTwoDepartments {

    @Test
    void deliversWhatPassesTheFilterAndFollowsRowsIntoAndOutOfIt() throws Exception {
        provider.register("CONDITIONAL");
        provider.sends(Provider.created("1", "北街", "10.00"), Provider.created("2", "南街", "20.00"));
        String id = granted("amount >= 15");
        provider.sends(
                Provider.updated(List.of("1", "北街", "10.00"), List.of("1", "北街", "30.00")),
                Provider.updated(List.of("2", "南街", "20.00"), List.of("2", "南街", "5.00")),
                Provider.created("3", "东街", "16.00"));
        provider.sends(
                Provider.updated(List.of("3", "东街", "16.00"), List.of("4", "东街", "16.00")),
                Provider.deleted("1", "北街", "30.00"));
        await().untilAsserted(() -> assertThat(consumer.tableOf(id)).isEqualTo(Map.of("4", "16.00")));
        assertThat(consumer.orders(id).getFirst().kind()).isEqualTo(SubscriptionOrder.LAY);
        assertThat(consumer.orders(id).getFirst().fields())
                .as("only granted fields")
                .extracting(field -> field.name())
                .containsExactly("lamp_no", "amount");
    }

    @Test
    void sendsNothingForAChangeThatNoGrantedFieldShows() throws Exception {
        provider.register("CONDITIONAL");
        String id = granted("");
        provider.sends(Provider.created("1", "北街", "10.00"));
        await().until(() -> consumer.batches(id).size() == 1);
        provider.sends(Provider.updated(List.of("1", "北街", "10.00"), List.of("1", "改名街", "10.00")));
        provider.sends(Provider.created("2", "南街", "1.00"));
        await().until(() -> consumer.tableOf(id).size() == 2);
        assertThat(consumer.batches(id).stream()
                        .flatMap(batch -> batch.records().stream())
                        .map(record -> ChangeRecord.decode(record).key().getFirst())
                        .collect(Collectors.toList()))
                .containsExactly("1", "2");
    }

    @Test
    void leavesOutRowsThatIntakeSetAside() throws Exception {
        provider.register("CONDITIONAL");
        String id = granted("");
        provider.sendsWithBadRow(1, Provider.created("1", "北街", "1"), Provider.created("2", "坏", "2"));
        await().untilAsserted(() -> assertThat(consumer.tableOf(id).keySet()).containsExactly("1"));
    }

    @Test
    void believesReceiptsOfTheConsumerOnlyAndComparesBothSides() throws Exception {
        provider.register("CONDITIONAL");
        String id = granted("");
        await().until(() -> !consumer.orders(id).isEmpty());
        consumer.answersForged(id);
        await().during(java.time.Duration.ofMillis(300)).until(() -> verdicts(id) == 0);
        provider.sends(Provider.created("1", "北街", "1.00"));
        await().until(() -> consumer.batches(id).size() == 1);
        consumer.answersAll(id);
        mvc.perform(get("/api/subscriptions/" + id).with(As.role(Role.STEWARD))).andExpect(status().isOk());
        await().untilAsserted(() -> mvc.perform(get("/api/subscriptions/" + id).with(As.role(Role.STEWARD)))
                .andExpect(jsonPath("$.subscription.applied.value").value(1))
                .andExpect(jsonPath("$.subscription.tableRows.value").value(1))
                .andExpect(jsonPath("$.subscription.sent.source").value("subscription:" + id))
                .andExpect(jsonPath("$.subscription.behind").value(0)));
        SignedBatch batch = consumer.batches(id).getFirst();
        byte[] proof = mvc.perform(get("/api/subscriptions/" + id + "/proofs/1/"
                                + batch.header().sequence() + "/0")
                        .with(As.role(Role.STEWARD)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(ProofVerifier.verify(proof, consumer.exchangeKey()).after()).containsEntry("amount", "1.00");
        mvc.perform(get("/api/sources/subscription:" + id).with(As.role(Role.OPERATOR)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.receipts[0].resource").value(provider.resource()));
    }

    @Test
    void holdsAtADifferenceAndGoesOnWhenLaidDownAnew() throws Exception {
        provider.register("CONDITIONAL");
        provider.sends(Provider.created("1", "北街", "1.00"));
        String id = granted("");
        await().until(() -> consumer.batches(id).size() == 1);
        consumer.answersAll(id);
        consumer.holds(id, "table-altered", "列 amount 不见了");
        await().untilAsserted(() -> mvc.perform(get("/api/subscriptions/" + id).with(As.role(Role.OPERATOR)))
                .andExpect(jsonPath("$.subscription.state").value("HELD"))
                .andExpect(jsonPath("$.findings[0].code").value("table-altered")));
        act(id, "reload", Role.STEWARD, 200);
        await().until(() -> consumer.orders(id).getLast().lane() == 2);
        await().untilAsserted(() -> assertThat(consumer.tableOf(id)).isEqualTo(Map.of("1", "1.00")));
    }

    @Test
    void holdsWhenTheProviderRetypesAGrantedFieldAndNotForOthers() throws Exception {
        provider.register("CONDITIONAL");
        String id = granted("");
        provider.sends(Provider.created("1", "北街", "1.00"));
        provider.addsColumn();
        provider.sends(Provider.created("2", "南街", "2.00"));
        await().untilAsserted(() -> assertThat(consumer.tableOf(id)).hasSize(2));
        provider.retypesAmount();
        provider.sends(Provider.created("3", "东街", "3.00"));
        await().untilAsserted(() -> mvc.perform(get("/api/subscriptions/" + id).with(As.role(Role.OPERATOR)))
                .andExpect(jsonPath("$.subscription.state").value("HELD"))
                .andExpect(jsonPath("$.subscription.hold.code").value("provider-shape")));
    }

    @Test
    void letsADepartmentAskForItselfAloneAndNoCityWideAccountForAnyone() throws Exception {
        provider.register("UNCONDITIONAL");
        String wish = wish("", "lamp_no");
        for (Role role : List.of(Role.DATA_OFFICER, Role.STEWARD, Role.COUNTY_OFFICER)) {
            refused(As.role(role), wish, 403, "subscription.not-yours");
            refused(As.of("another", role), wish, 403, "subscription.not-yours");
        }
        mvc.perform(post("/api/subscriptions")
                        .with(As.machine())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(wish))
                .andExpect(status().isForbidden());
        mvc.perform(post("/api/subscriptions")
                        .with(As.of(consumer.department(), Role.COUNTY_OFFICER))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(wish))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("LAYING"));
    }

    @Test
    void letsNeitherAnotherDepartmentNorTheReceiverItselfGrantOrSteer() throws Exception {
        provider.register("CONDITIONAL");
        String id = asked("");
        for (String department : List.of("another", consumer.department())) {
            decided(id, As.of(department, Role.DATA_OFFICER), 403);
        }
        decided(id, As.of(provider.department(), Role.DATA_OFFICER), 200);
        act(id, "end", As.of("another", Role.STEWARD), 403);
        act(id, "end", As.of(consumer.department(), Role.STEWARD), 200);
    }

    private void decided(String id, RequestPostProcessor who, int expected) throws Exception {
        mvc.perform(post("/api/subscriptions/" + id + "/decide")
                        .with(who)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"granted\":true,\"basis\":\"数据共享条例\"}"))
                .andExpect(status().is(expected));
    }

    @Test
    void waitsForADataOfficerAndObeysOnlyThoseWhoMay() throws Exception {
        provider.register("CONDITIONAL");
        provider.sends(Provider.created("1", "北街", "1.00"));
        String id = asked("");
        assertThat(consumer.orders(id)).isEmpty();
        mvc.perform(post("/api/subscriptions/" + id + "/decide")
                        .with(As.role(Role.STEWARD))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"granted\":true,\"basis\":\"x\"}"))
                .andExpect(status().isForbidden());
        act(id, "pause", Role.OPERATOR, 403);
        act(id, "pause", Role.STEWARD, 409);
        mvc.perform(post("/api/subscriptions/" + id + "/decide")
                        .with(As.role(Role.DATA_OFFICER))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"granted\":false,\"basis\":\"用途不明\"}"))
                .andExpect(jsonPath("$.state").value("REFUSED"));
        assertThat(consumer.orders(id)).isEmpty();
    }

    @Test
    void pausesGoesOnWhereItWasAndEnds() throws Exception {
        provider.register("CONDITIONAL");
        String id = granted("");
        await().until(() -> !consumer.orders(id).isEmpty());
        await().untilAsserted(() -> act(id, "pause", Role.STEWARD, 200));
        provider.sends(Provider.created("1", "北街", "1.00"));
        await().during(java.time.Duration.ofMillis(1_200))
                .until(() -> consumer.batches(id).isEmpty());
        act(id, "resume", Role.STEWARD, 200);
        await().until(() -> consumer.batches(id).size() == 1);
        act(id, "end", Role.DATA_OFFICER, 200);
        await().until(() -> consumer.orders(id).getLast().kind().equals(SubscriptionOrder.END));
        act(id, "resume", Role.STEWARD, 409);
    }

    private long verdicts(String id) {
        return db.sql("select count(*) from subscription.batch where subscription = ? and verdict is not null")
                .param(id)
                .query(Long.class)
                .single();
    }

    private void act(String id, String action, Role role, int expected) throws Exception {
        act(id, action, As.role(role), expected);
    }

    private void act(String id, String action, RequestPostProcessor who, int expected) throws Exception {
        mvc.perform(post("/api/subscriptions/" + id + "/" + action).with(who)).andExpect(status().is(expected));
    }

    private String granted(String filter) throws Exception {
        String id = asked(filter);
        mvc.perform(post("/api/subscriptions/" + id + "/decide")
                        .with(As.role(Role.DATA_OFFICER))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"granted\":true,\"basis\":\"数据共享条例\"}"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("LAYING"));
        return id;
    }

    private String asked(String filter) throws Exception {
        String answer = mvc.perform(post("/api/subscriptions")
                        .with(As.of(consumer.department(), Role.COUNTY_OFFICER))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(wish(filter, "lamp_no", "amount")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("REQUESTED"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        return answer.replaceAll(".*\"id\":\"(s3609-[0-9a-f]+)\".*", "$1");
    }
}
