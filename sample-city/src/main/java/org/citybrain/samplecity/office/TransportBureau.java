package org.citybrain.samplecity.office;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citybrain.samplecity.belongings.Belongings;
import org.citybrain.samplecity.belongings.Firm;
import org.citybrain.samplecity.belongings.Staff;
import org.citybrain.samplecity.belongings.Trade;
import org.citybrain.samplecity.belongings.Vehicle;
import org.citybrain.samplecity.city.Dice;
import org.citybrain.samplecity.city.Village;
import org.citybrain.samplecity.city.Words;
import org.citybrain.samplecity.population.Resident;
import org.citybrain.samplecity.tables.CityTables;
import org.citybrain.samplecity.tables.Records;
import org.citybrain.samplecity.tables.RowSink;
import org.citybrain.samplecity.tables.Subject;

/** 交通运输局: road transport operators, their vehicles and workers, bus lines. */
final class TransportBureau implements Office {
    private static final int LINES_OF_A_COUNTY = 6;
    private final Supplies supplies;
    private final Stationery desk;
    private final Book operators;
    private final Book vehicles;
    private final Book workers;
    private final Book lines;

    TransportBureau(Supplies supplies) {
        this.supplies = supplies;
        this.desk = new Stationery(CityTables.TRANSPORT, supplies);
        this.operators = desk.book("operator_licence");
        this.vehicles = desk.book("transport_vehicle");
        this.workers = desk.book("transport_worker");
        this.lines = desk.book("bus_line");
    }

    @Override
    public void open(RowSink sink) {
        Map<String, List<Village>> ofCounty = new LinkedHashMap<>();
        for (Village village : supplies.divisions().villages()) {
            ofCounty.computeIfAbsent(village.countyCode(), code -> new ArrayList<>())
                    .add(village);
        }
        ofCounty.forEach((county, villages) -> {
            Village seat = villages.getFirst();
            Firm operator = supplies.endowments().employers().found(seat.county() + "公共交通有限公司", seat);
            Pen pen = desk.pen(Long.parseLong(county), sink);
            for (int i = 1; i <= LINES_OF_A_COUNTY; i++) {
                line(pen, operator, i, villages);
            }
        });
    }

    private void line(Pen pen, Firm operator, int number, List<Village> villages) {
        Dice dice = pen.dice();
        Village seat = villages.getFirst();
        pen.writeOnce(
                lines,
                Subject.firm(operator.number()),
                seat.county() + (100 + number) + "路",
                seat.countyCode(),
                seat.town() + "汽车站",
                dice.pick(villages).town() + "站",
                Records.money(dice.between(500, 4_800)),
                Records.money(dice.between(1, 6) * 100L),
                pen.code(operator),
                pen.name(operator));
    }

    @Override
    public void write(Belongings belongings, RowSink sink) {
        Pen pen = desk.pen(belongings, sink);
        belongings
                .trade()
                .filter(t -> t.sells() == Trade.Sells.TRANSPORT)
                .ifPresent(trade -> operator(pen, trade.firm(), trade.owner()));
        belongings.vehicles().forEach(vehicle -> vehicle(pen, vehicle));
        for (Resident driver : belongings.drivers()) {
            if (pen.dice().chance(0.05)) {
                worker(pen, driver);
            }
        }
    }

    @Override
    public void employer(Staff staff, List<Vehicle> fleet, RowSink sink) {
        if (fleet.stream().anyMatch(Vehicle::truck)) {
            Pen pen = desk.pen(staff.firm().number(), sink);
            operator(pen, staff.firm(), staff.representative());
            fleet.forEach(vehicle -> vehicle(pen, vehicle));
        }
    }

    private void operator(Pen pen, Firm firm, Resident representative) {
        LocalDate issued = supplies.startDay().minusDays(pen.dice().between(30, 1_300));
        pen.write(
                operators,
                Subject.firm(firm.number()),
                "360999" + (100_000 + operators.last()),
                pen.code(firm),
                pen.name(firm),
                pen.dice().pick(Words.list("transport-scope")),
                pen.name(representative),
                pen.id(representative),
                issued.toString(),
                issued.plusYears(4).toString(),
                pen.phone(representative));
    }

    private void vehicle(Pen pen, Vehicle vehicle) {
        Firm firm = vehicle.firm();
        if (firm == null || !vehicle.truck()) {
            return;
        }
        LocalDate issued =
                supplies.past(vehicle.registeredOn().plusDays(pen.dice().between(1, 30)));
        pen.write(
                vehicles,
                Subject.firm(firm.number()),
                "360999" + (1_000_000 + vehicles.last()),
                pen.plate(vehicle.plate()),
                pen.code(firm),
                pen.name(firm),
                pen.dice().pick(Words.list("truck-kind")),
                String.valueOf(pen.dice().between(15, 330) * 100),
                issued.toString(),
                supplies.startDay().plusDays(pen.dice().between(-20, 340)).toString(),
                "营运");
    }

    private void worker(Pen pen, Resident driver) {
        LocalDate issued = supplies.startDay().minusDays(pen.dice().between(30, 2_000));
        LocalDate grown = driver.birthDate().plusYears(18).plusDays(90);
        LocalDate from = issued.isBefore(grown) ? grown : issued;
        pen.write(
                workers,
                Subject.of(driver),
                pen.id(driver),
                pen.name(driver),
                "3609" + (10_000_000L + driver.personNo()),
                Words.list("transport-worker").get(pen.dice().weighted(70, 14, 12, 4)),
                from.toString(),
                from.plusYears(6).toString(),
                pen.phone(driver));
    }
}
