package org.citybrain.platform.identity.internal;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.citybrain.platform.access.Caller;
import org.citybrain.platform.access.Callers;
import org.citybrain.platform.audit.Audit;
import org.citybrain.platform.audit.AuditEvent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Locks a login for a while after too many failures in a row, whether such an account exists or not. */
@Service
public class SignInLimits {

    static final int FAILURES = 5;
    static final Duration LOCK = Duration.ofMinutes(15);
    private static final int LONGEST_LOGIN = 40;

    private final JdbcClient db;
    private final Audit audit;
    private final Clock clock = Clock.systemUTC();

    SignInLimits(JdbcClient db, Audit audit) {
        this.db = db;
        this.audit = audit;
    }

    /** True while the login is locked. */
    boolean locked(String login) {
        return db.sql("select count(*) from identity.sign_in_failure where login = ? and locked_until > ?")
                        .params(cut(login), Timestamp.from(clock.instant()))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Counts a failure; the last allowed one locks. */
    @Transactional
    public void failed(String login) {
        Instant now = clock.instant();
        String name = cut(login);
        int failures = db.sql("""
                        insert into identity.sign_in_failure as f (login, failures, last_at) values (?, 1, ?)
                        on conflict (login) do update set
                            failures = case when f.last_at < ? then 1 else f.failures + 1 end,
                            last_at = excluded.last_at
                        returning failures""")
                .params(name, Timestamp.from(now), Timestamp.from(now.minus(LOCK)))
                .query(Integer.class)
                .single();
        boolean locks = failures >= FAILURES;
        if (locks) {
            db.sql("update identity.sign_in_failure set locked_until = ?, failures = 0 where login = ?")
                    .params(Timestamp.from(now.plus(LOCK)), name)
                    .update();
        }
        AuditEvent event = locks ? AuditEvent.SIGN_IN_LOCKED : AuditEvent.SIGN_IN_REFUSED;
        Callers.run(
                Caller.system("identity"), () -> audit.record(event, "account:" + name, Map.of("failures", failures)));
    }

    /** Forgets the failures after a success. */
    @Transactional
    public void succeeded(String login) {
        db.sql("delete from identity.sign_in_failure where login = ?")
                .param(cut(login))
                .update();
        Callers.run(
                Caller.system("identity"), () -> audit.record(AuditEvent.SIGNED_IN, "account:" + cut(login), Map.of()));
    }

    /** A security administrator lets a login try again at once. */
    @Transactional
    public void unlock(String login) {
        db.sql("delete from identity.sign_in_failure where login = ?")
                .param(cut(login))
                .update();
        audit.record(AuditEvent.SIGN_IN_UNLOCKED, "account:" + cut(login), Map.of());
    }

    /** Whatever a stranger types is kept short and harmless. */
    private static String cut(String login) {
        String plain = login.replaceAll("[^A-Za-z0-9.@_-]", "?");
        return plain.length() <= LONGEST_LOGIN ? plain : plain.substring(0, LONGEST_LOGIN);
    }
}
