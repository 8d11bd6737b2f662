package org.citybrain.samplecity.office;

import java.util.List;
import org.citybrain.samplecity.belongings.Belongings;
import org.citybrain.samplecity.belongings.Job;
import org.citybrain.samplecity.belongings.Staff;
import org.citybrain.samplecity.belongings.Vehicle;
import org.citybrain.samplecity.city.Dice;
import org.citybrain.samplecity.city.Village;
import org.citybrain.samplecity.city.Words;
import org.citybrain.samplecity.population.Income;
import org.citybrain.samplecity.population.Resident;
import org.citybrain.samplecity.tables.CityTables;
import org.citybrain.samplecity.tables.Records;
import org.citybrain.samplecity.tables.RowSink;
import org.citybrain.samplecity.tables.Subject;

/** 人社局: insured units and people, registered job seekers. */
final class HumanResources implements Office {
    private final Supplies supplies;
    private final Stationery desk;
    private final Book units;
    private final Book insured;
    private final Book seekers;

    HumanResources(Supplies supplies) {
        this.supplies = supplies;
        this.desk = new Stationery(CityTables.HUMAN_RESOURCES, supplies);
        this.units = desk.book("insured_unit");
        this.insured = desk.book("insured_person");
        this.seekers = desk.book("job_seeker");
    }

    @Override
    public void write(Belongings belongings, RowSink sink) {
        Pen pen = desk.pen(belongings, sink);
        for (Job job : belongings.jobs()) {
            pen.write(
                    insured,
                    Subject.of(job.resident()),
                    pen.id(job.resident()),
                    pen.name(job.resident()),
                    pen.code(job.employer()),
                    pen.name(job.employer()),
                    Records.money(job.yearlyCents() / 12),
                    job.since().toString(),
                    null);
        }
        Village village = belongings.life().household().village();
        for (Income income : belongings.life().incomes()) {
            int age = income.resident().ageAtEndOf(supplies.thisYear());
            boolean idle = income.source() == Income.Source.TRANSFER && income.year() == supplies.thisYear() - 1;
            if (idle && age >= 20 && age <= 58 && pen.dice().chance(0.05)) {
                seeker(pen, income.resident(), village);
            }
        }
    }

    private void seeker(Pen pen, Resident resident, Village village) {
        Dice dice = pen.dice();
        boolean benefit = dice.chance(0.4);
        pen.write(
                seekers,
                Subject.of(resident),
                pen.id(resident),
                pen.name(resident),
                pen.village(village),
                supplies.startDay().minusDays(dice.between(5, 400)).toString(),
                dice.pick(Words.list("wish")),
                benefit ? "1480.00" : "0.00",
                pen.phone(resident),
                dice.chance(0.7) ? "求职中" : "已就业");
    }

    @Override
    public void employer(Staff staff, List<Vehicle> fleet, RowSink sink) {
        if (staff.people() == 0) {
            return;
        }
        Pen pen = desk.pen(staff.firm().number(), sink);
        pen.write(
                units,
                Subject.firm(staff.firm().number()),
                pen.code(staff.firm()),
                pen.name(staff.firm()),
                staff.firm().kind().word(),
                pen.village(staff.firm().village()),
                String.valueOf(staff.people()),
                staff.firm().foundedOn().plusDays(60).toString(),
                "参保");
    }
}
