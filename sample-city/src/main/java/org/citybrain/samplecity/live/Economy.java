package org.citybrain.samplecity.live;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.citybrain.samplecity.city.Dice;
import org.citybrain.samplecity.city.Village;
import org.citybrain.samplecity.city.Workplaces;
import org.citybrain.samplecity.tables.CityTables;
import org.citybrain.samplecity.tables.Records;

/**
 * Jobs, assistance and income. Wages written while a year runs are that year's and touch no finding of it; last year's
 * income is only ever added to in households without bills. When a year has turned, households declare their income of
 * the closed year one by one, and only then get bills.
 */
final class Economy {
    private final Dice dice;
    private final Numbers numbers;
    private final Workplaces workplaces = new Workplaces();
    private final Deque<Home> undeclared = new ArrayDeque<>();

    Economy(Dice dice, Numbers numbers) {
        this.dice = dice;
        this.numbers = numbers;
    }

    Deed job(Home home, Moment now) {
        Citizen citizen = dice.pick(home.citizens());
        Village village = new Village(home.village(), "", "", "样例镇", "");
        Workplaces.Employer employer = workplaces.employer(dice, village);
        long cents = Math.round(dice.skewed(employer.yearlyPay() / 6.0, 0.4) * 100);
        citizen.earnedThisYear(cents);
        return Deed.insert(
                "job",
                CityTables.WAGE,
                Long.toString(numbers.next(CityTables.WAGE)),
                citizen.resident().idNumber(),
                employer.name(),
                String.valueOf(now.year()),
                Records.money(cents),
                now.stamp());
    }

    Deed assistance(Home home, Moment now) {
        return Deed.insert(
                "assistance",
                CityTables.ASSISTANCE,
                Long.toString(numbers.next(CityTables.ASSISTANCE)),
                home.citizens().getFirst().resident().idNumber(),
                home.number(),
                "临时",
                Records.money(dice.between(3, 20) * 10_000L),
                now.day().toString(),
                now.day().plusMonths(3).toString(),
                now.stamp());
    }

    /** A forgotten income of last year, found for a household without bills. */
    Deed lateIncome(Home quiet, Moment now) {
        Citizen citizen = quiet.citizens().getFirst();
        long cents = dice.between(100, 3000) * 100L;
        citizen.earnedLastYear(cents);
        return Deed.insert(
                "income correction",
                CityTables.TRANSFER,
                Long.toString(numbers.next(CityTables.TRANSFER)),
                citizen.resident().idNumber(),
                String.valueOf(now.year() - 1),
                Records.money(cents),
                "补充核对",
                now.stamp());
    }

    void owe(Collection<Home> homes) {
        undeclared.clear();
        undeclared.addAll(homes);
    }

    /** The next household's income of the closed year, one row for each adult. */
    Optional<Deed> declaration(Moment now) {
        Home home = undeclared.poll();
        if (home == null) {
            return Optional.empty();
        }
        long each = Math.round(dice.skewed(16_000, 0.5) * 100);
        home.declare(now.year(), each);
        List<Change.Statement> rows = home.citizens().stream()
                .filter(c -> c.resident().ageAtEndOf(now.year() - 1) >= Home.ADULT)
                .map(c -> Change.Statement.of(
                        CityTables.TRANSFER.insert(),
                        Long.toString(numbers.next(CityTables.TRANSFER)),
                        c.resident().idNumber(),
                        String.valueOf(now.year() - 1),
                        Records.money(each),
                        "年度申报",
                        now.stamp()))
                .collect(Collectors.toList());
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Deed(CityTables.CIVIL_AFFAIRS, "declaration", rows, null));
    }
}
