package org.citybrain.platform.credit.internal;

import java.time.LocalDate;
import org.citybrain.platform.access.Caller;
import org.citybrain.platform.access.Callers;
import org.citybrain.platform.access.Right;
import org.citybrain.platform.clock.CityTime;
import org.citybrain.platform.credit.CreditProblem;
import org.citybrain.platform.problem.Refusal;
import org.citybrain.platform.problem.ShortText;
import org.citybrain.platform.registry.CreditRecord;
import org.citybrain.platform.registry.Paper;
import org.citybrain.platform.registry.Papers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What both procedures ask first: which record, who may see it, who decides about it, what day it is. */
@Component
class CreditDesk {
    private final Papers papers;
    private final CityTime time;
    private final JdbcClient db;

    CreditDesk(Papers papers, CityTime time, JdbcClient db) {
        this.papers = papers;
        this.time = time;
        this.db = db;
    }

    LocalDate today() {
        return LocalDate.now(time.clock());
    }

    /** A record that the caller may see. */
    CreditRecord record(String ref) {
        return papers.credit(ref)
                .filter(record -> maySee(Callers.get(), record))
                .orElseThrow(() -> Refusal.notFound("credit record " + ref));
    }

    private static boolean maySee(Caller caller, CreditRecord record) {
        return !record.paper().marks().contains(Paper.Mark.WITHHELD)
                || caller.may(Right.REGISTRY_WITHHELD)
                || decides(caller, record);
    }

    /** Whether somebody decides for the department that found it. */
    static boolean decides(Caller caller, CreditRecord record) {
        return caller.may(Right.CREDIT_DECIDE) && caller.department().equals(record.department());
    }

    static void requireDepartment(CreditRecord record) {
        if (!decides(Callers.get(), record)) {
            throw Refusal.of(CreditProblem.OTHER_DEPARTMENT, record.department());
        }
    }

    /**
     * A record that the caller may see, as it is once nobody else can begin or decide something about it before the transaction
     * ends: who waited here reads what the others left.
     */
    CreditRecord locked(String ref) {
        db.sql("select 1 from (select pg_advisory_xact_lock(hashtext('credit.' || ?))) as held")
                .param(record(ref).paper().ref())
                .query(Integer.class)
                .single();
        return record(ref);
    }

    static String words(String text) {
        if (text.isBlank()) {
            throw Refusal.of(CreditProblem.WORDS_MISSING, "理由为空 · the reason is empty");
        }
        ShortText.require("理由", "a reason", text);
        return text.strip();
    }
}
