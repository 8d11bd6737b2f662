package org.citybrain.samplecity.office;

import java.time.LocalDate;
import java.util.Optional;
import org.citybrain.samplecity.belongings.Belongings;
import org.citybrain.samplecity.belongings.Firm;
import org.citybrain.samplecity.belongings.Trade;
import org.citybrain.samplecity.belongings.Visit;
import org.citybrain.samplecity.city.Words;
import org.citybrain.samplecity.population.Resident;
import org.citybrain.samplecity.tables.CityTables;
import org.citybrain.samplecity.tables.Records;
import org.citybrain.samplecity.tables.RowSink;
import org.citybrain.samplecity.tables.Subject;

/** 医保局: outpatient bills, chronic disease filings, designated institutions. */
final class HealthInsurance implements Office {
    private final Supplies supplies;
    private final Stationery desk;
    private final Book claims;
    private final Book filings;
    private final Book institutions;

    HealthInsurance(Supplies supplies) {
        this.supplies = supplies;
        this.desk = new Stationery(CityTables.HEALTH_INSURANCE, supplies);
        this.claims = desk.book("outpatient_settlement");
        this.filings = desk.book("chronic_filing");
        this.institutions = desk.book("designated_institution");
    }

    @Override
    public void open(RowSink sink) {
        for (Institutions.Institution institution : Institutions.all(supplies)) {
            institution(
                    desk.pen(institution.firm().number(), sink),
                    institution.firm(),
                    institution.kind(),
                    institution.level());
        }
    }

    @Override
    public void write(Belongings belongings, RowSink sink) {
        Pen pen = desk.pen(belongings, sink);
        for (Visit visit : belongings.visits()) {
            if (visit.insured()) {
                claim(pen, visit);
            }
        }
        for (Resident resident : belongings.life().household().present()) {
            Optional<String> chronic = supplies.endowments().care().chronic(resident);
            if (chronic.isPresent() && pen.dice().chance(0.4)) {
                filing(pen, resident, chronic.get());
            }
        }
        belongings
                .trade()
                .filter(t -> t.sells() == Trade.Sells.DRUGS && t.closedOn() == null)
                .ifPresent(trade -> institution(pen, trade.firm(), "零售药店", "未定级"));
    }

    private void claim(Pen pen, Visit visit) {
        long fund = visit.cents() * pen.dice().between(30, 60) / 100;
        Resident patient = visit.patient();
        pen.write(
                claims,
                Subject.of(patient),
                pen.id(patient),
                pen.name(patient),
                visit.institution(),
                visit.diagnosis(),
                visit.day().toString(),
                Records.money(visit.cents()),
                Records.money(fund),
                Records.money(visit.cents() - fund));
    }

    private void filing(Pen pen, Resident resident, String disease) {
        LocalDate filed = supplies.startDay().minusDays(pen.dice().between(10, 1_400));
        pen.write(
                filings,
                Subject.of(resident),
                pen.id(resident),
                pen.name(resident),
                disease,
                filed.toString(),
                filed.plusYears(5).toString(),
                pen.dice().pick(Words.list("hospital")));
    }

    private void institution(Pen pen, Firm firm, String kind, String level) {
        pen.write(
                institutions,
                Subject.firm(firm.number()),
                pen.code(firm),
                pen.name(firm),
                kind,
                level,
                pen.village(firm.village()),
                pen.address(firm.village(), firm.address()),
                supplies.startDay().plusDays(pen.dice().between(30, 700)).toString(),
                "正常");
    }
}
