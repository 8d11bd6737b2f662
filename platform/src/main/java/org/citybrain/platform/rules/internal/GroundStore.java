package org.citybrain.platform.rules.internal;

import java.util.Optional;
import org.citybrain.sceneformat.Rule;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What each rule stood on when its subjects were last looked at. */
@Repository
class GroundStore {
    private final JdbcClient jdbc;

    GroundStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Takes note of a ground; unless it is the one before, every standing subject of the rule is looked at again. That holds for
     * the first ground too: what was decided before it was noted may rest on another.
     *
     * @return how many subjects are looked at again
     */
    @Transactional
    public int renew(String scene, Rule rule, String ground) {
        Optional<String> before = jdbc.sql("select ground from rules.ground where scene = ? and rule = ? for update")
                .params(scene, rule.id())
                .query(String.class)
                .optional();
        if (before.filter(ground::equals).isPresent()) {
            return 0;
        }
        jdbc.sql("""
                insert into rules.ground (scene, rule, ground) values (?, ?, ?)
                on conflict (scene, rule) do update set ground = excluded.ground, since = clock_timestamp()""").params(scene, rule.id(), ground).update();
        return lookAgain(scene, rule);
    }

    private int lookAgain(String scene, Rule rule) {
        return jdbc.sql("""
                insert into rules.candidate as old (scene, rule, subject_kind, subject, period, positions, receipts)
                select scene, rule, :kind, subject, period, '{}', '[]' from rules.standing
                where scene = :scene and rule = :rule
                on conflict (scene, rule, subject, period) do update set
                    revision = old.revision + 1, next_at = clock_timestamp()""")
                .param("kind", rule.inputs().subject())
                .param("scene", scene)
                .param("rule", rule.id())
                .update();
    }
}
