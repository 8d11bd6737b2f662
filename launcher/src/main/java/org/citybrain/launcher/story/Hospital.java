package org.citybrain.launcher.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.sql.Date;
import java.time.LocalDate;
import java.util.Map;
import org.citybrain.launcher.door.DepartmentDatabase;
import org.citybrain.launcher.door.DoorFailure;
import org.citybrain.launcher.walk.Walk;
import org.jspecify.annotations.Nullable;

/** Writes settlements into the health-insurance department's own database, as its settlement system does. */
record Hospital(DepartmentDatabase insurance, DepartmentDatabase police, LocalDate today) {

    private static final int STAY_DAYS = 12;
    private static final String NEXT = "select coalesce(max(settlement_no), 0) + 1 from settlement";

    static Hospital of(Walk walk) {
        JsonNode clock = walk.machine().get("/api/clock");
        LocalDate today = LocalDate.parse(clock.path("cityTime").asText().substring(0, "2026-11-01".length()));
        return new Hospital(walk.department("health_insurance"), walk.department("public_security"), today);
    }

    /** Writes the household's coming bill for its head and returns the bill's number. */
    long writeBill(TruthHousehold household) {
        Map<String, @Nullable String> head = head(household.number());
        BigDecimal total = new BigDecimal(household.comingTotal());
        BigDecimal own = new BigDecimal(household.comingSelfPaid());
        long number = Long.parseLong(insurance.value(NEXT));
        insurance.execute(
                "insert into settlement (settlement_no, id_number, name, hospital, diagnosis, admitted_on, settled_on,"
                        + " total_cost, fund_paid, self_paid, status, updated_at)"
                        + " values (?, ?, ?, '市人民医院', '急性白血病', ?, ?, ?, ?, ?, 'SETTLED', localtimestamp)",
                number,
                head.get("id_number"),
                head.get("name"),
                Date.valueOf(today.minusDays(STAY_DAYS)),
                Date.valueOf(today),
                total,
                total.subtract(own),
                own);
        return number;
    }

    void reverse(long bill) {
        insurance.execute(
                "update settlement set status = 'REVERSED', updated_at = localtimestamp where settlement_no = ?", bill);
    }

    private Map<String, @Nullable String> head(String household) {
        return police
                .query(
                        "select id_number, name from household_member where household_no = ? and relation = '户主'"
                                + " and left_on is null",
                        household)
                .stream()
                .findFirst()
                .orElseThrow(() -> new DoorFailure("the household " + household + " has no head"));
    }
}
