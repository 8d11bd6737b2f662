package org.citybrain.samplecity.office;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.citybrain.samplecity.belongings.Belongings;
import org.citybrain.samplecity.belongings.Care;
import org.citybrain.samplecity.belongings.Firm;
import org.citybrain.samplecity.belongings.Job;
import org.citybrain.samplecity.belongings.Visit;
import org.citybrain.samplecity.city.Dice;
import org.citybrain.samplecity.city.Phones;
import org.citybrain.samplecity.city.Village;
import org.citybrain.samplecity.city.Words;
import org.citybrain.samplecity.population.Household;
import org.citybrain.samplecity.population.Resident;
import org.citybrain.samplecity.tables.CityTables;
import org.citybrain.samplecity.tables.Records;
import org.citybrain.samplecity.tables.RowSink;
import org.citybrain.samplecity.tables.Subject;
import org.jspecify.annotations.Nullable;

/** 卫健委: institutions, doctors, health records, visits, vaccinations, births. */
final class Health implements Office {
    private static final int VACCINATED_YEARS = 3;
    private static final int CERTIFIED_YEARS = 6;
    private final Supplies supplies;
    private final Stationery desk;
    private final Book institutions;
    private final Book doctors;
    private final Book records;
    private final Book visits;
    private final Book vaccinations;
    private final Book births;
    private final List<List<String>> vaccines = Words.parts("vaccine");

    Health(Supplies supplies) {
        this.supplies = supplies;
        this.desk = new Stationery(CityTables.HEALTH, supplies);
        this.institutions = desk.book("institution");
        this.doctors = desk.book("doctor");
        this.records = desk.book("health_record");
        this.visits = desk.book("outpatient_visit");
        this.vaccinations = desk.book("vaccination");
        this.births = desk.book("birth_certificate");
    }

    @Override
    public void open(RowSink sink) {
        for (Institutions.Institution institution : Institutions.all(supplies)) {
            Firm firm = institution.firm();
            Pen pen = desk.pen(firm.number(), sink);
            institution(
                    pen,
                    Subject.firm(firm.number()),
                    pen.code(firm),
                    firm.name(),
                    institution.kind(),
                    institution.level(),
                    institution.beds(),
                    firm.village());
        }
        for (Village village : supplies.divisions().villages()) {
            if (!village.isUrban()) {
                Pen pen = desk.pen(Long.parseLong(village.code()), sink);
                String name = village.town() + village.name().replace("委会", "") + "卫生室";
                institution(pen, Subject.NOBODY, null, name, "村卫生室", "未定级", 0, village);
            }
        }
    }

    private void institution(
            Pen pen,
            Subject subject,
            @Nullable String code,
            String name,
            String kind,
            String level,
            int beds,
            Village village) {
        pen.write(
                institutions,
                subject,
                code,
                name,
                kind,
                level,
                String.valueOf(beds),
                pen.village(village),
                village.address(pen.dice().between(200, 299)),
                Phones.of(supplies.seed(), Long.parseLong(village.code()), institutions.last()),
                "执业");
    }

    @Override
    public void write(Belongings belongings, RowSink sink) {
        Pen pen = desk.pen(belongings, sink);
        Village village = belongings.life().household().village();
        for (Job job : belongings.jobs()) {
            if (job.employer().industry().equals("卫生") && pen.dice().chance(0.6)) {
                doctor(pen, job);
            }
        }
        for (Resident resident : belongings.life().household().present()) {
            if (pen.dice().chance(0.85)) {
                record(pen, resident, village);
            }
            if (resident.birthDate().isAfter(supplies.startDay().minusYears(VACCINATED_YEARS))) {
                vaccinations(pen, resident, belongings.life().household());
            }
        }
        belongings.visits().forEach(visit -> visit(pen, visit));
        births(pen, belongings.life().household());
    }

    private void doctor(Pen pen, Job job) {
        Dice dice = pen.dice();
        pen.write(
                doctors,
                Subject.of(job.resident()),
                pen.id(job.resident()),
                pen.name(job.resident()),
                String.valueOf(dice.between(1, 2)) + "36"
                        + (100_000_000_000L + job.resident().personNo()),
                dice.pick(Words.list("doctor-category")),
                dice.pick(Words.list("doctor-scope")),
                pen.name(job.employer()),
                job.since().toString(),
                "有效");
    }

    private void record(Pen pen, Resident resident, Village village) {
        LocalDate opened = supplies.startDay().minusDays(pen.dice().between(10, 4_500));
        LocalDate born = resident.birthDate();
        pen.write(
                records,
                Subject.of(resident),
                pen.id(resident),
                pen.name(resident),
                Pen.sex(resident),
                born.toString(),
                pen.phone(resident),
                pen.village(village),
                Words.list("blood-group")
                        .get(Dice.of(supplies.seed(), resident.personNo(), 41).weighted(28, 24, 30, 8, 10)),
                supplies.endowments().care().chronic(resident).orElse(null),
                (opened.isBefore(born) ? born : opened).toString(),
                village.town() + "家庭医生团队");
    }

    private void visit(Pen pen, Visit visit) {
        Resident patient = visit.patient();
        pen.write(
                visits,
                Subject.of(patient),
                pen.id(patient),
                pen.name(patient),
                Pen.sex(patient),
                patient.birthDate().toString(),
                visit.institution(),
                clinic(pen, patient),
                visit.diagnosis(),
                visit.day() + Times.at(visit.minute()),
                Records.money(visit.cents()));
    }

    private String clinic(Pen pen, Resident patient) {
        boolean child = patient.ageAtEndOf(supplies.thisYear()) < 14;
        return child ? "儿科" : pen.dice().pick(Words.list("clinic"));
    }

    private void vaccinations(Pen pen, Resident child, Household household) {
        Resident guardian = household.present().getFirst();
        for (List<String> vaccine : vaccines) {
            LocalDate due = child.birthDate().plusDays(Integer.parseInt(vaccine.get(2)));
            LocalDate given = due.plusDays(pen.dice().below(20));
            if (given.isBefore(supplies.startDay()) && pen.dice().chance(0.96)) {
                pen.write(
                        vaccinations,
                        Subject.of(child),
                        pen.id(child),
                        pen.name(child),
                        child.birthDate().toString(),
                        vaccine.get(0),
                        vaccine.get(1),
                        given.toString(),
                        Care.healthCentre(household.village()),
                        pen.phone(guardian));
            }
        }
    }

    private void births(Pen pen, Household household) {
        Optional<Resident> mother = household.present().stream()
                .filter(r ->
                        !r.male() && r.ageAtEndOf(supplies.thisYear()) >= 20 && r.ageAtEndOf(supplies.thisYear()) <= 50)
                .findFirst();
        for (Resident child : household.present()) {
            LocalDate born = child.birthDate();
            boolean recent = born.isAfter(supplies.startDay().minusYears(CERTIFIED_YEARS));
            if (mother.isPresent() && recent) {
                pen.write(
                        births,
                        Subject.of(child),
                        child.name(),
                        pen.id(child),
                        Pen.sex(child),
                        born.toString(),
                        String.valueOf(pen.dice().between(2_500, 4_200)),
                        pen.name(mother.get()),
                        pen.id(mother.get()),
                        pen.dice().pick(Words.list("hospital")),
                        supplies.past(born.plusDays(pen.dice().below(4))).toString());
            }
        }
    }
}
