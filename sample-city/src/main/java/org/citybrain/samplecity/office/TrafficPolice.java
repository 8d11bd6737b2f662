package org.citybrain.samplecity.office;

import java.time.LocalDate;
import java.util.List;
import org.citybrain.samplecity.belongings.Belongings;
import org.citybrain.samplecity.belongings.Firm;
import org.citybrain.samplecity.belongings.Staff;
import org.citybrain.samplecity.belongings.Vehicle;
import org.citybrain.samplecity.city.Dice;
import org.citybrain.samplecity.city.Village;
import org.citybrain.samplecity.city.Words;
import org.citybrain.samplecity.population.Resident;
import org.citybrain.samplecity.tables.CityTables;
import org.citybrain.samplecity.tables.RowSink;
import org.citybrain.samplecity.tables.Subject;

/** 公安局, traffic: vehicles, licences, violations; and the permits of those who live away from their register. */
final class TrafficPolice implements Office {
    private final Supplies supplies;
    private final Stationery desk;
    private final Book vehicles;
    private final Book licences;
    private final Book violations;
    private final Book permits;
    private final List<List<String>> conducts = Words.parts("violation");

    TrafficPolice(Supplies supplies) {
        this.supplies = supplies;
        this.desk = new Stationery(CityTables.PUBLIC_SECURITY, supplies);
        this.vehicles = desk.book("vehicle");
        this.licences = desk.book("driving_licence");
        this.violations = desk.book("traffic_violation");
        this.permits = desk.book("residence_permit");
    }

    @Override
    public void write(Belongings belongings, RowSink sink) {
        Pen pen = desk.pen(belongings, sink);
        for (Vehicle vehicle : belongings.vehicles()) {
            vehicle(pen, vehicle);
            Resident owner = vehicle.owner();
            if (owner != null && pen.dice().chance(0.3)) {
                violation(pen, vehicle, owner, belongings.life().household().village());
            }
        }
        for (Resident driver : belongings.drivers()) {
            licence(pen, driver);
        }
        for (Resident resident : belongings.life().household().present()) {
            if (pen.dice().chance(0.012)) {
                permit(pen, resident, belongings.life().household().village());
            }
        }
    }

    @Override
    public void employer(Staff staff, List<Vehicle> fleet, RowSink sink) {
        Pen pen = desk.pen(staff.firm().number(), sink);
        fleet.forEach(vehicle -> vehicle(pen, vehicle));
    }

    private void vehicle(Pen pen, Vehicle vehicle) {
        Resident owner = vehicle.owner();
        Firm firm = vehicle.firm();
        LocalDate registered = vehicle.registeredOn();
        pen.writeOnce(
                vehicles,
                owner != null ? Subject.of(owner) : Subject.firm(firm == null ? 0 : firm.number()),
                pen.plate(vehicle.plate()),
                vehicle.truck() ? "大型汽车" : vehicle.electric() ? "小型新能源" : "小型汽车",
                owner != null ? "个人" : "单位",
                owner == null ? null : pen.id(owner),
                firm == null ? null : pen.code(firm),
                owner != null ? pen.name(owner) : firm == null ? "" : pen.name(firm),
                vehicle.model(),
                vehicle.electric() ? "纯电动" : vehicle.truck() ? "柴油" : "汽油",
                vehicle.vin(),
                vehicle.truck() ? "货运" : "非营运",
                registered.toString(),
                inspectedUntil(registered).toString(),
                "正常");
    }

    private LocalDate inspectedUntil(LocalDate registered) {
        int years = supplies.thisYear() - registered.getYear();
        return registered.plusYears(years + 1L + years % 2);
    }

    private void licence(Pen pen, Resident driver) {
        Dice dice = pen.dice();
        LocalDate grown = driver.birthDate().plusYears(18);
        LocalDate first = supplies.startDay().minusDays(dice.between(60, 9_000));
        LocalDate issued = first.isBefore(grown) ? grown.plusDays(60) : first;
        int years = supplies.thisYear() - issued.getYear();
        pen.write(
                licences,
                Subject.of(driver),
                pen.id(driver),
                pen.name(driver),
                dice.pick(Words.list("licence-class")),
                issued.toString(),
                issued.plusYears(years < 6 ? 6 : years < 16 ? 16 : 26).toString(),
                String.valueOf(dice.weighted(70, 10, 0, 12, 0, 0, 6)),
                "正常");
    }

    private void violation(Pen pen, Vehicle vehicle, Resident owner, Village village) {
        Dice dice = pen.dice();
        List<String> conduct = dice.pick(conducts);
        LocalDate day = supplies.startDay().minusDays(dice.between(1, 365));
        LocalDate from = vehicle.registeredOn();
        pen.write(
                violations,
                Subject.of(owner),
                pen.plate(vehicle.plate()),
                pen.id(owner),
                (day.isBefore(from) ? from : day) + Times.ofDay(dice),
                village.county() + village.town() + dice.between(1, 60) + "号路口",
                conduct.get(0),
                conduct.get(1),
                conduct.get(2) + ".00",
                dice.chance(0.8) ? "已处理" : "未处理");
    }

    private void permit(Pen pen, Resident resident, Village home) {
        Dice dice = pen.dice();
        Village now = dice.pick(supplies.divisions().villages());
        LocalDate issued = supplies.startDay().minusDays(dice.between(1, 360));
        pen.write(
                permits,
                Subject.of(resident),
                pen.id(resident),
                pen.name(resident),
                home.code(),
                pen.village(now),
                now.address(dice.between(1, 180)),
                issued.toString(),
                issued.plusYears(1).toString(),
                pen.phone(resident));
    }
}
