package org.citybrain.samplecity.office;

import java.util.HashMap;
import java.util.Map;
import org.citybrain.samplecity.belongings.Belongings;
import org.citybrain.samplecity.belongings.Firm;
import org.citybrain.samplecity.belongings.Job;
import org.citybrain.samplecity.belongings.School;
import org.citybrain.samplecity.belongings.Schooling;
import org.citybrain.samplecity.city.Dice;
import org.citybrain.samplecity.city.Phones;
import org.citybrain.samplecity.city.Words;
import org.citybrain.samplecity.population.Resident;
import org.citybrain.samplecity.tables.CityTables;
import org.citybrain.samplecity.tables.RowSink;
import org.citybrain.samplecity.tables.Subject;

/** 教育局: schools, pupils, teachers, aid. */
final class EducationBureau implements Office {
    private final Supplies supplies;
    private final Stationery desk;
    private final Book schools;
    private final Book pupils;
    private final Book teachers;
    private final Book aids;
    private final Map<Long, School> ofFirm = new HashMap<>();

    EducationBureau(Supplies supplies) {
        this.supplies = supplies;
        this.desk = new Stationery(CityTables.EDUCATION, supplies);
        this.schools = desk.book("school");
        this.pupils = desk.book("pupil");
        this.teachers = desk.book("teacher");
        this.aids = desk.book("student_aid");
        supplies.endowments().schools().all().forEach(s -> ofFirm.put(s.firm().number(), s));
    }

    @Override
    public void open(RowSink sink) {
        for (School school : supplies.endowments().schools().all()) {
            Firm firm = school.firm();
            Pen pen = desk.pen(firm.number(), sink);
            pen.writeOnce(
                    schools,
                    Subject.firm(firm.number()),
                    school.code(),
                    pen.code(firm),
                    school.name(),
                    Words.list("school-kind").get(school.level()),
                    pen.village(school.village()),
                    firm.address(),
                    Phones.of(supplies.seed(), firm.number(), 42),
                    firm.foundedOn().toString());
        }
    }

    @Override
    public void write(Belongings belongings, RowSink sink) {
        Pen pen = desk.pen(belongings, sink);
        boolean poor = !belongings.life().aids().isEmpty();
        for (Schooling schooling : belongings.schoolings()) {
            pupil(pen, schooling);
            if (pen.dice().chance(poor ? 0.9 : 0.06)) {
                aid(pen, schooling);
            }
        }
        for (Job job : belongings.jobs()) {
            School school = ofFirm.get(job.employer().number());
            if (school != null && pen.dice().chance(0.8)) {
                teacher(pen, job, school);
            }
        }
    }

    private void pupil(Pen pen, Schooling schooling) {
        Resident child = schooling.pupil();
        pen.write(
                pupils,
                Subject.of(child),
                "G" + child.idNumber(),
                pen.id(child),
                pen.name(child),
                Pen.sex(child),
                child.birthDate().toString(),
                schooling.school().code(),
                schooling.school().name(),
                Words.list("grade").get(schooling.grade()),
                schooling.enteredOn().toString(),
                pen.name(schooling.guardian()),
                pen.id(schooling.guardian()),
                pen.phone(schooling.guardian()),
                "在读");
    }

    private void aid(Pen pen, Schooling schooling) {
        int level = schooling.school().level();
        String kind = Words.list("student-aid").get(level == 0 ? 1 : level == 3 ? 2 : level == 4 ? 3 : 0);
        pen.write(
                aids,
                Subject.of(schooling.pupil()),
                pen.id(schooling.pupil()),
                pen.name(schooling.pupil()),
                schooling.school().name(),
                kind,
                String.valueOf(supplies.thisYear()),
                pen.dice().between(5, 20) * 100 + ".00");
    }

    private void teacher(Pen pen, Job job, School school) {
        Dice dice = pen.dice();
        pen.write(
                teachers,
                Subject.of(job.resident()),
                pen.id(job.resident()),
                pen.name(job.resident()),
                job.since().getYear() + "3609"
                        + String.valueOf(1_000_000_000L + job.resident().personNo())
                                .substring(1),
                dice.pick(Words.list("subject")),
                school.code(),
                school.name(),
                Words.list("teacher-grade").get(dice.weighted(10, 40, 38, 12)),
                job.since().toString());
    }
}
