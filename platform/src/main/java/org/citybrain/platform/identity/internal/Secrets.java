package org.citybrain.platform.identity.internal;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Secrets that are made once for a home and outlive the process. */
@Component
final class Secrets {

    private final JdbcClient db;

    Secrets(JdbcClient db) {
        this.db = db;
    }

    /** The secret of that name, made now if there is none; two processes that start together get the same one. */
    String getOrMake(String name, Supplier<String> make) {
        return db.sql("select value from identity.secret where name = ?")
                .param(name)
                .query(String.class)
                .optional()
                .orElseGet(() -> {
                    db.sql("insert into identity.secret (name, value) values (?, ?) on conflict do nothing")
                            .params(name, make.get())
                            .update();
                    return db.sql("select value from identity.secret where name = ?")
                            .param(name)
                            .query(String.class)
                            .single();
                });
    }

    /** 32 random bytes in hexadecimal. */
    static String random() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
