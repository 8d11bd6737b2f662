package org.citybrain.platform.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.citybrain.platform.RunningPlatform;
import org.citybrain.platform.TestDatabase;
import org.citybrain.platform.TestHome;
import org.citybrain.platform.problem.Refusal;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** City time over speed changes, jumps, restarts and kills. */
class CityTimeTest {

    @Test
    void neverGoesBackOverChangesRestartsAndKills() {
        Map<String, String> home = TestHome.values(TestDatabase.fresh(), RunningPlatform.freePort());
        Instant latest;
        try (RunningPlatform platform = RunningPlatform.start(home)) {
            CityTime time = platform.get(CityTime.class);
            assertThat(time.clock().instant()).isAfterOrEqualTo(Instant.parse("2026-11-01T00:00:00Z"));
            latest = time.clock().instant();
            for (double speed : new double[] {100_000, 0.001, 1440, 1}) {
                time.setSpeed(speed);
                assertThat(time.clock().instant()).isAfterOrEqualTo(latest);
                latest = time.clock().instant();
            }
            time.advanceTo(latest.plus(Duration.ofDays(30)));
            assertThat(time.clock().instant()).isAfterOrEqualTo(latest.plus(Duration.ofDays(30)));
            Instant seen = time.clock().instant();
            assertThatThrownBy(() -> time.advanceTo(seen.minusSeconds(1))).isInstanceOf(Refusal.class);
            assertThatThrownBy(() -> time.setSpeed(-1)).isInstanceOf(Refusal.class);
            assertThatThrownBy(() -> time.setSpeed(Double.NaN)).isInstanceOf(Refusal.class);
            // what a kill leaves behind: the stored ceiling is never before a time that was handed out
            Instant ceiling = platform.get(JdbcClient.class)
                    .sql("select ceiling from clock.state")
                    .query((row, index) -> row.getTimestamp("ceiling").toInstant())
                    .single();
            latest = time.clock().instant();
            assertThat(ceiling).isAfterOrEqualTo(seen);
        }
        try (RunningPlatform platform = RunningPlatform.start(home)) {
            Instant again = platform.get(CityTime.class).clock().instant();
            assertThat(again).isAfterOrEqualTo(latest).isBefore(latest.plus(Duration.ofMinutes(5)));
        }
    }

    @Test
    void aRealCitysClockCannotBeSet() {
        Map<String, String> home = TestHome.values(TestDatabase.fresh(), RunningPlatform.freePort());
        home.put("sample.city", "false");
        try (RunningPlatform platform = RunningPlatform.start(home)) {
            CityTime time = platform.get(CityTime.class);
            assertThat(Duration.between(time.clock().instant(), Instant.now()).abs())
                    .isLessThan(Duration.ofSeconds(5));
            assertThatThrownBy(() -> time.setSpeed(2)).isInstanceOf(Refusal.class);
            assertThatThrownBy(() -> time.advanceTo(Instant.now().plusSeconds(60)))
                    .isInstanceOf(Refusal.class);
        }
    }
}
