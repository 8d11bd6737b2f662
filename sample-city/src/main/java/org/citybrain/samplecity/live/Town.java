package org.citybrain.samplecity.live;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import org.citybrain.samplecity.belongings.Care;
import org.citybrain.samplecity.belongings.Vehicles;
import org.citybrain.samplecity.city.Dice;
import org.citybrain.samplecity.city.Names;
import org.citybrain.samplecity.city.Phones;
import org.citybrain.samplecity.city.Village;
import org.citybrain.samplecity.city.Words;
import org.citybrain.samplecity.population.Resident;
import org.citybrain.samplecity.tables.CityTable;
import org.citybrain.samplecity.tables.CityTables;
import org.citybrain.samplecity.tables.Clerk;
import org.citybrain.samplecity.tables.Records;

/** What happens at the doctor's, in the street and at school. Nothing of it touches what the medical-burden rule reads. */
final class Town {
    private static final CityTable VISIT = CityTables.get("health.outpatient_visit");
    private static final CityTable CLAIM = CityTables.get("health_insurance.outpatient_settlement");
    private static final CityTable INCIDENT = CityTables.get("urban_management.incident");
    private static final CityTable VEHICLE = CityTables.get("public_security.vehicle");
    private static final String CLOSED =
            "UPDATE public.incident SET status = '已结案', closed_at = ?, updated_at = ? WHERE incident_no = ?";
    private static final String CHANGED_SCHOOL = "UPDATE public.pupil SET school_code = ?, school = ?, entered_on = ?,"
            + " updated_at = ? WHERE pupil_no = ?";
    private static final int PERSONAL = 40;

    private final long seed;
    private final Dice dice;
    private final Numbers numbers;
    private final Stock stock;
    private final Map<String, Village> villages = new HashMap<>();
    private final Map<String, Clerk> clerks = new HashMap<>();
    private final List<List<String>> incidents = Words.parts("incident");
    private final Queue<Deed> toFollow = new ArrayDeque<>();
    private final Market market;

    Town(long seed, Dice dice, Numbers numbers, Stock stock, List<Village> villages, int startYear) {
        this.seed = seed;
        this.dice = dice;
        this.numbers = numbers;
        this.stock = stock;
        villages.forEach(village -> this.villages.put(village.code(), village));
        Names names = new Names();
        for (String department : CityTables.DEPARTMENTS) {
            clerks.put(department, new Clerk(department, names, seed, startYear));
        }
        this.market = new Market(seed, dice, numbers, stock, toFollow);
    }

    /** What earlier events bring with them in other departments. */
    Optional<Deed> followUp() {
        return Optional.ofNullable(toFollow.poll());
    }

    /** Something that happens to a household or its neighbourhood; empty when there is nothing of the kind drawn. */
    Optional<Deed> happening(Home home, Moment now) {
        Resident resident = dice.pick(home.citizens()).resident();
        Village village = village(home);
        return switch (dice.weighted(40, 16, 15, 8, 6, 5, 3, 3, 4)) {
            case 0 -> Optional.of(visit(resident, village, now));
            case 1 -> Optional.of(incident(resident, village, now));
            case 2 -> closing(now);
            case 3 -> market.jobChange(now);
            case 4 -> Optional.of(vehicle(home.citizens().getFirst().resident(), now));
            case 5 -> Optional.of(market.opening(home.citizens().getFirst().resident(), village, now));
            case 6 -> market.closing(now);
            case 7 -> market.sale(home.citizens().getFirst().resident(), village, now);
            default -> changeOfSchool(now);
        };
    }

    private Village village(Home home) {
        Village known = villages.get(home.village());
        return known != null ? known : new Village(home.village(), "", "", "", "");
    }

    private Clerk clerk(CityTable table) {
        Clerk clerk = clerks.get(table.department());
        if (clerk == null) {
            throw new IllegalStateException("Nobody writes for " + table.department());
        }
        return clerk;
    }

    private String next(CityTable table) {
        return Long.toString(numbers.next(table));
    }

    private Deed visit(Resident resident, Village village, Moment now) {
        String institution = dice.chance(0.6) ? Care.healthCentre(village) : dice.pick(Words.list("hospital"));
        String diagnosis = dice.pick(Words.list("outpatient-diagnosis"));
        long cents = Math.round(dice.skewed(110, 0.7)) * 100;
        if (dice.chance(0.6)) {
            toFollow.add(claim(resident, institution, diagnosis, cents, now));
        }
        return Deed.insert(
                "visit",
                VISIT,
                next(VISIT),
                clerk(VISIT).typedNumber(dice, resident),
                clerk(VISIT).typedName(dice, resident),
                resident.male() ? "1" : "2",
                resident.birthDate().toString(),
                institution,
                dice.pick(Words.list("clinic")),
                diagnosis,
                now.stamp(),
                Records.money(cents),
                now.stamp());
    }

    private Deed claim(Resident resident, String institution, String diagnosis, long cents, Moment now) {
        long fund = cents * dice.between(30, 60) / 100;
        return Deed.insert(
                "outpatient bill",
                CLAIM,
                next(CLAIM),
                clerk(CLAIM).typedNumber(dice, resident),
                clerk(CLAIM).typedName(dice, resident),
                institution,
                diagnosis,
                now.day().toString(),
                Records.money(cents),
                Records.money(fund),
                Records.money(cents - fund),
                now.stamp());
    }

    private Deed incident(Resident reporter, Village village, Moment now) {
        List<String> kind = dice.pick(incidents);
        String number = next(INCIDENT);
        boolean told = dice.chance(0.4);
        stock.put(Stock.Kind.INCIDENT, number);
        return Deed.insert(
                "incident",
                INCIDENT,
                number,
                told ? "公众举报" : dice.pick(Words.list("incident-source")),
                kind.get(0),
                kind.get(1),
                village.address(dice.between(1, 180)) + "附近",
                village.code(),
                village.code() + "001",
                told ? clerk(INCIDENT).typedName(dice, reporter) : null,
                told ? Phones.of(seed, reporter.personNo(), PERSONAL) : null,
                now.stamp(),
                new Moment(now.time().plusDays(2)).stamp(),
                null,
                village.county() + dice.pick(Words.list("handling-unit")),
                "已派遣",
                now.stamp());
    }

    private Optional<Deed> closing(Moment now) {
        return stock.take(dice, Stock.Kind.INCIDENT)
                .map(row -> Deed.of(
                        CityTables.URBAN_MANAGEMENT,
                        "incident closed",
                        Change.Statement.of(CLOSED, now.stamp(), now.stamp(), row[0])));
    }

    private Deed vehicle(Resident owner, Moment now) {
        long number = numbers.next(VEHICLE);
        return Deed.insert(
                "vehicle",
                VEHICLE,
                Long.toString(number),
                Vehicles.fuelledPlate(number),
                "小型汽车",
                "个人",
                clerk(VEHICLE).typedNumber(dice, owner),
                null,
                clerk(VEHICLE).typedName(dice, owner),
                dice.pick(Words.list("car")),
                "汽油",
                Vehicles.vin(number),
                "非营运",
                now.day().toString(),
                now.day().plusYears(2).toString(),
                "正常",
                now.stamp());
    }

    private Optional<Deed> changeOfSchool(Moment now) {
        return stock.see(dice, Stock.Kind.SCHOOL)
                .flatMap(school -> stock.take(dice, Stock.Kind.PUPIL)
                        .map(pupil -> Deed.of(
                                CityTables.EDUCATION,
                                "change of school",
                                Change.Statement.of(
                                        CHANGED_SCHOOL,
                                        school[0],
                                        school[2],
                                        now.day().toString(),
                                        now.stamp(),
                                        pupil[0]))));
    }
}
