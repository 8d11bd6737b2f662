package org.citybrain.launcher.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.citybrain.kernel.config.HomeConfig;
import org.junit.jupiter.api.Test;

class WelcomeTest {

    @Test
    void listsPasswordsAndNoOtherSettingOfAnAccount() {
        HomeConfig config = HomeConfig.of(Map.of(
                "account.county-officer.password", "a-secret",
                "account.county-officer.department", "civil_affairs",
                "account.mayor.password", "another"));

        assertThat(Welcome.accounts(config))
                .containsExactly("  county-officer    a-secret", "  mayor             another");
    }
}
