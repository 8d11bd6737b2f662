package org.citybrain.platform.registry.publicity;

import java.util.EnumSet;
import java.util.Set;
import org.citybrain.platform.access.Callers;
import org.citybrain.platform.access.Right;
import org.citybrain.platform.problem.Refusal;
import org.citybrain.platform.registry.Marks;
import org.citybrain.platform.registry.Paper;
import org.citybrain.platform.registry.resolve.EntityRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** {@code registry.mark}. What is withheld is as if it were not there for those who may not see it. */
@Component
@Transactional
public class StoredMarks implements Marks {
    private final JdbcClient db;
    private final EntityRows entities;

    /** Marks of what entities an id leads to. */
    public StoredMarks(JdbcClient db, EntityRows entities) {
        this.db = db;
        this.entities = entities;
    }

    /** Whether the caller may see what is withheld. */
    public static boolean maySee() {
        return Callers.find()
                .filter(caller -> caller.may(Right.REGISTRY_WITHHELD))
                .isPresent();
    }

    private String entity(String ref) {
        return entities.find(ref).orElse(ref);
    }

    @Override
    public void set(String ref, Paper.Mark mark, String cause) {
        db.sql("insert into registry.mark(entity, mark, cause) values (?, ?, ?)"
                        + " on conflict (entity, mark) do update set cause = excluded.cause")
                .params(entity(ref), mark.name(), cause)
                .update();
    }

    @Override
    public void clear(String ref, Paper.Mark mark) {
        db.sql("delete from registry.mark where entity = ? and mark = ?")
                .params(entity(ref), mark.name())
                .update();
    }

    @Override
    @Transactional(readOnly = true)
    public Set<Paper.Mark> of(String ref) {
        Set<Paper.Mark> marks = EnumSet.noneOf(Paper.Mark.class);
        marks.addAll(db.sql("select mark from registry.mark where entity = ?")
                .param(entity(ref))
                .query((row, number) -> Paper.Mark.valueOf(row.getString("mark")))
                .list());
        return marks;
    }

    /** Refuses a record that the caller may not see. */
    @Transactional(readOnly = true)
    public void requireShown(String ref) {
        if (!maySee() && of(ref).contains(Paper.Mark.WITHHELD)) {
            throw Refusal.notFound("record " + ref);
        }
    }
}
