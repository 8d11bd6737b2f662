package org.citybrain.platform.identity.internal;

import java.util.List;
import java.util.Set;
import org.citybrain.kernel.text.Bilingual;
import org.citybrain.platform.access.Caller;
import org.citybrain.platform.access.Callers;
import org.citybrain.platform.access.Role;
import org.citybrain.platform.home.Home;
import org.citybrain.platform.identity.Account;
import org.citybrain.platform.identity.Accounts;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Opens the invented city's accounts with the passwords that the launcher made; never in a real city. */
@Component
@Order(10)
final class DemoAccounts implements ApplicationRunner {

    private final Home home;
    private final Accounts accounts;

    DemoAccounts(Home home, Accounts accounts) {
        this.home = home;
        this.accounts = accounts;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (home.sampleCity()) {
            Callers.run(Caller.system("identity"), () -> people().forEach(this::open));
        }
    }

    private void open(Account account) {
        if (accounts.find(account.login()).isEmpty()) {
            home.config()
                    .find("account." + account.login() + ".password")
                    .ifPresent(password -> accounts.open(account, password));
        }
    }

    private List<Account> people() {
        String county = home.config().get("sample.county", "360902");
        return List.of(
                person("data-officer", "数据局 数据管理员", "Data officer", Role.DATA_OFFICER, ""),
                person("steward", "数据治理专员", "Steward", Role.STEWARD, ""),
                person("grid-worker", "网格员", "Grid worker", Role.GRID_WORKER, county),
                person("town-officer", "乡镇经办人", "Town officer", Role.TOWN_OFFICER, county),
                person("county-officer", "县级民政审批人", "County officer", Role.COUNTY_OFFICER, county),
                person("market-officer", "市场监管局 信用经办人", "Market regulation officer", Role.DEPARTMENT_OFFICER, ""),
                person("urban-officer", "城管局 信用经办人", "City management officer", Role.DEPARTMENT_OFFICER, ""),
                person("tax-officer", "税务局 信用经办人", "Tax officer", Role.DEPARTMENT_OFFICER, ""),
                person("labour-officer", "人社局 信用经办人", "Human resources officer", Role.DEPARTMENT_OFFICER, ""),
                person("mayor", "市长", "Mayor", Role.LEADER, ""),
                person("operator", "运维人员", "Operator", Role.OPERATOR, ""),
                person("system-admin", "系统管理员", "System administrator", Role.SYSTEM_ADMIN, ""),
                person("security-admin", "安全管理员", "Security administrator", Role.SECURITY_ADMIN, ""),
                person("auditor", "审计管理员", "Auditor", Role.AUDITOR, ""));
    }

    private Account person(String login, String zh, String en, Role role, String region) {
        String department = home.config().get("account." + login + ".department", "");
        return new Account(login, new Bilingual(zh, en), Set.of(role), region, department, true);
    }
}
