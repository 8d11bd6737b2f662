package org.citybrain.platform.identity.internal;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.citybrain.kernel.text.Bilingual;
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
    private static final long CACHE_NANOS = 2_000_000_000L;
    private static final String SELECT = """
            select a.login, a.name_zh, a.name_en, a.region, a.department, a.enabled,
                   array(select r.role from identity.account_role r where r.login = a.login) as roles
            from identity.account a
            """;

    private final JdbcClient db;
    private final PasswordEncoder passwords;
    private final Audit audit;
    private final Map<String, Cached> cache = new ConcurrentHashMap<>();

    JdbcAccounts(JdbcClient db, PasswordEncoder passwords, Audit audit) {
        this.db = db;
        this.passwords = passwords;
        this.audit = audit;
    }

    /** An account read a moment ago: each request asks, and a changed right takes effect within two seconds. */
    private record Cached(Account account, long readAt) {}

    @Override
    public Optional<Account> find(String login) {
        return db.sql(SELECT + " where a.login = ?").param(login).query(JdbcAccounts::read).optional();
    }

    Optional<Account> findRecent(String login) {
        Cached cached = cache.get(login);
        if (cached != null && System.nanoTime() - cached.readAt() < CACHE_NANOS) {
            return Optional.of(cached.account());
        }
        Optional<Account> account = find(login);
        account.ifPresent(found -> cache.put(login, new Cached(found, System.nanoTime())));
        return account;
    }

    @Override
    public List<Account> list() {
        return db.sql(SELECT + " order by a.login").query(JdbcAccounts::read).list();
    }

    @Override
    public List<Account> listHolding(Role role, String regionCode) {
        return list().stream()
                .filter(account -> account.enabled()
                        && account.roles().contains(role)
                        && regionCode.startsWith(account.region()))
                .toList();
    }

    /** The stored password hash of an open account. */
    Optional<String> findPassword(String login) {
        return db.sql("select password from identity.account where login = ? and enabled")
                .param(login)
                .query(String.class)
                .optional();
    }

    @Override
    @Transactional
    public void open(Account account, String password) {
        if (password.length() < SHORTEST_PASSWORD) {
            throw Refusal.of(IdentityProblem.WEAK_PASSWORD, account.login());
        }
        db.sql("""
                        insert into identity.account (login, name_zh, name_en, password, region, department, enabled)
                        values (?, ?, ?, ?, ?, ?, ?)
                        on conflict (login) do update
                        set password = excluded.password, enabled = excluded.enabled, changed_at = clock_timestamp()""")
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
        cache.remove(account.login());
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
        cache.remove(login);
    }

    @Override
    @Transactional
    public void close(String login) {
        int closed = db.sql("update identity.account set enabled = false, changed_at = clock_timestamp() where login = ?")
                .param(login)
                .update();
        if (closed == 0) {
            throw Refusal.of(IdentityProblem.UNKNOWN_ACCOUNT, login);
        }
        audit.record(AuditEvent.ACCOUNT_CLOSED, "account:" + login, Map.of());
        cache.remove(login);
    }

    private static Account read(ResultSet row, int index) throws SQLException {
        return new Account(
                row.getString("login"),
                new Bilingual(row.getString("name_zh"), row.getString("name_en")),
                roles(row.getArray("roles")),
                row.getString("region"),
                row.getString("department"),
                row.getBoolean("enabled"));
    }

    private static Set<Role> roles(Array array) throws SQLException {
        return Stream.of((String[]) array.getArray()).map(Role::valueOf).collect(Collectors.toSet());
    }
}
