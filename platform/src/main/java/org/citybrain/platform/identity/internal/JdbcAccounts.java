package org.citybrain.platform.identity.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.citybrain.platform.access.Callers;
import org.citybrain.platform.access.Role;
import org.citybrain.platform.audit.Audit;
import org.citybrain.platform.audit.AuditEvent;
import org.citybrain.platform.identity.Account;
import org.citybrain.platform.identity.Accounts;
import org.citybrain.platform.identity.IdentityProblem;
import org.citybrain.platform.problem.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Accounts in schema identity. */
@Service
class JdbcAccounts implements Accounts {

    private static final int SHORTEST_PASSWORD = 12;
    private final JdbcClient db;
    private final PasswordEncoder passwords;
    private final Audit audit;
    private final AccountReader reader;

    JdbcAccounts(JdbcClient db, PasswordEncoder passwords, Audit audit, AccountReader reader) {
        this.db = db;
        this.passwords = passwords;
        this.audit = audit;
        this.reader = reader;
    }

    @Override
    public Optional<Account> find(String login) {
        return reader.find(login);
    }

    @Override
    public List<Account> list() {
        return reader.list();
    }

    @Override
    public List<Account> listHolding(Role role, String regionCode) {
        return list().stream()
                .filter(account ->
                        account.enabled() && account.roles().contains(role) && regionCode.startsWith(account.region()))
                .toList();
    }

    @Override
    @Transactional
    public void open(Account account, String password) {
        if (password.length() < SHORTEST_PASSWORD) {
            throw Refusal.of(IdentityProblem.WEAK_PASSWORD, account.login());
        }
        if (find(account.login()).isPresent()) {
            throw Refusal.of(IdentityProblem.LOGIN_TAKEN, account.login());
        }
        db.sql("""
                        insert into identity.account (login, name_zh, name_en, password, region, department, enabled)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        account.login(),
                        account.name().zh(),
                        account.name().en(),
                        passwords.encode(password),
                        account.region(),
                        account.department(),
                        account.enabled())
                .update();
        audit.record(AuditEvent.ACCOUNT_OPENED, "account:" + account.login(), Map.of("region", account.region()));
        if (!account.roles().isEmpty()) {
            grant(account.login(), account.roles());
        }
        reader.forget(account.login());
    }

    @Override
    @Transactional
    public void grant(String login, Set<Role> roles) {
        if (roles.stream().filter(Role::administrator).count() > 1) {
            throw Refusal.of(IdentityProblem.TWO_ADMINISTRATORS, login + ": " + roles);
        }
        if (find(login).isEmpty()) {
            throw Refusal.of(IdentityProblem.UNKNOWN_ACCOUNT, login);
        }
        String by = Callers.find().map(caller -> caller.login()).orElse("system:identity");
        db.sql("delete from identity.account_role where login = ?").param(login).update();
        for (Role role : roles) {
            db.sql("insert into identity.account_role (login, role, granted_by) values (?, ?, ?)")
                    .params(login, role.name(), by)
                    .update();
        }
        audit.record(
                AuditEvent.ROLES_GRANTED,
                "account:" + login,
                Map.of("roles", roles.stream().map(Role::name).sorted().toList()));
        reader.forget(login);
    }

    @Override
    @Transactional
    public void close(String login) {
        int closed = db.sql(
                        "update identity.account set enabled = false, changed_at = clock_timestamp() where login = ?")
                .param(login)
                .update();
        if (closed == 0) {
            throw Refusal.of(IdentityProblem.UNKNOWN_ACCOUNT, login);
        }
        audit.record(AuditEvent.ACCOUNT_CLOSED, "account:" + login, Map.of());
        reader.forget(login);
    }
}
