package org.citybrain.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Set;
import org.citybrain.kernel.text.Bilingual;
import org.citybrain.platform.PlatformTest;
import org.citybrain.platform.access.Role;
import org.citybrain.platform.identity.internal.As;
import org.citybrain.platform.problem.Refusal;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Three separate administrators, and what machines and strangers may do. */
@PlatformTest
class AccountRulesTest {

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Accounts accounts;

    @Autowired
    private JdbcClient db;

    @Test
    void refusesTwoAdministratorRolesInOneAccount() throws Exception {
        assertThatThrownBy(() -> accounts.grant("auditor", Set.of(Role.AUDITOR, Role.SYSTEM_ADMIN)))
                .isInstanceOf(Refusal.class);
        mvc.perform(post("/api/accounts/auditor/roles")
                        .with(As.role(Role.SECURITY_ADMIN))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"roles\":[\"AUDITOR\",\"SECURITY_ADMIN\"]}"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("identity.two-administrators"))
                .andExpect(jsonPath("$.advice").isNotEmpty())
                .andExpect(jsonPath("$.reference").isNotEmpty());
    }

    @Test
    void theDatabaseItselfRefusesASecondAdministratorRole() {
        assertThatThrownBy(() -> db.sql("insert into identity.account_role (login, role, granted_by)"
                                + " values ('auditor', 'SECURITY_ADMIN', 'someone')")
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void theOneWhoOpensAccountsCannotGrantRolesAndTheOtherWayRound() throws Exception {
        mvc.perform(post("/api/accounts")
                        .with(As.role(Role.SYSTEM_ADMIN))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"login\":\"new-clerk\",\"name\":{\"zh\":\"新人\",\"en\":\"New\"},"
                                + "\"password\":\"a-long-password\"}"))
                .andExpect(status().isCreated());
        assertThat(accounts.find("new-clerk").orElseThrow().roles()).isEmpty();
        mvc.perform(post("/api/accounts/new-clerk/roles")
                        .with(As.role(Role.SYSTEM_ADMIN))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"roles\":[\"STEWARD\"]}"))
                .andExpect(status().isForbidden());
        mvc.perform(post("/api/accounts").with(As.role(Role.SECURITY_ADMIN))).andExpect(status().isForbidden());
        mvc.perform(get("/api/audit").with(As.role(Role.SYSTEM_ADMIN))).andExpect(status().isForbidden());
    }

    @Test
    void noAccountHoldsEveryRight() {
        for (Role role : Role.values()) {
            assertThat(org.citybrain.platform.access.Right.of(Set.of(role)))
                    .as(role.name())
                    .hasSizeLessThan(org.citybrain.platform.access.Right.values().length - 3);
        }
    }

    @Test
    void findsWhoIsResponsibleForAVillage() {
        assertThat(accounts.listHolding(Role.GRID_WORKER, "360902001001"))
                .extracting(Account::login)
                .contains("grid-worker");
        assertThat(accounts.listHolding(Role.GRID_WORKER, "360921001001")).isEmpty();
    }

    @Test
    void letsAMachineInByItsTokenOnly() throws Exception {
        mvc.perform(get("/api/me").with(As.machine()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.roles[0]").value("MACHINE"));
        mvc.perform(get("/api/me").header("Authorization", "Bearer wrong")).andExpect(status().isUnauthorized());
    }

    @Test
    void refusesAWeakPasswordAndATakenLogin() {
        Account account = new Account("weak-one", new Bilingual("弱", "Weak"), Set.of(), "", "", true);
        assertThatThrownBy(() -> accounts.open(account, "short")).hasMessageContaining("weak-one");
        Account taken = new Account("mayor", new Bilingual("市长", "Mayor"), Set.of(), "", "", true);
        assertThatThrownBy(() -> accounts.open(taken, "a-long-password")).hasMessageContaining("mayor");
    }
}
