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
import org.citybrain.platform.access.Role;
import org.citybrain.platform.identity.Account;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads accounts of schema identity. */
@Component
final class AccountReader {

    private static final long CACHE_NANOS = 2_000_000_000L;
    private static final String SELECT = """
            select a.login, a.name_zh, a.name_en, a.region, a.department, a.enabled,
                   array(select r.role from identity.account_role r where r.login = a.login) as roles
            from identity.account a
            """;

    private final JdbcClient db;
    private final Map<String, Cached> cache = new ConcurrentHashMap<>();

    AccountReader(JdbcClient db) {
        this.db = db;
    }

    /** An account read a moment ago: each request asks, and a changed right takes effect within two seconds. */
    private record Cached(Account account, long readAt) {}

    Optional<Account> find(String login) {
        return db.sql(SELECT + " where a.login = ?")
                .param(login)
                .query(AccountReader::read)
                .optional();
    }

    /** The account as it was at most two seconds ago. */
    Optional<Account> findRecent(String login) {
        Cached cached = cache.get(login);
        if (cached != null && System.nanoTime() - cached.readAt() < CACHE_NANOS) {
            return Optional.of(cached.account());
        }
        Optional<Account> account = find(login);
        account.ifPresent(found -> cache.put(login, new Cached(found, System.nanoTime())));
        return account;
    }

    List<Account> list() {
        return db.sql(SELECT + " order by a.login").query(AccountReader::read).list();
    }

    /** The stored password hash of an open account. */
    Optional<String> findPassword(String login) {
        return db.sql("select password from identity.account where login = ? and enabled")
                .param(login)
                .query(String.class)
                .optional();
    }

    /** Makes the next reading of this login a fresh one. */
    void forget(String login) {
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
