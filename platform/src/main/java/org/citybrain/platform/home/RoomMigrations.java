package org.citybrain.platform.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Migrates each room by itself: folder {@code db/migration/<room>}, schema {@code <room>}, its own history table. So
 * version numbers of two rooms can never collide; a room counts V1, V2, … .
 */
@Component
final class RoomMigrations implements FlywayMigrationStrategy {

    private static final Pattern ROOM = Pattern.compile(".*/db/migration/([a-z]+)/[^/]+\\.sql$");

    @Override
    public void migrate(Flyway whole) {
        for (String room : rooms()) {
            Flyway.configure()
                    .dataSource(whole.getConfiguration().getDataSource())
                    .schemas(room)
                    .defaultSchema(room)
                    .table("migration_history")
                    .locations("classpath:db/migration/" + room)
                    .load()
                    .migrate();
        }
    }

    private static Set<String> rooms() {
        Set<String> rooms = new TreeSet<>();
        try {
            for (Resource file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/*/*.sql")) {
                Matcher matcher = ROOM.matcher(file.getURL().toString());
                if (matcher.matches()) {
                    rooms.add(matcher.group(1));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the migrations on the classpath cannot be listed", e);
        }
        return rooms;
    }
}
