package org.citybrain.samplecity.live;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import org.citybrain.samplecity.city.Dice;
import org.citybrain.samplecity.city.IdentityIssuer;
import org.citybrain.samplecity.city.Names;
import org.citybrain.samplecity.population.Resident;
import org.citybrain.samplecity.tables.CityTables;

/**
 * Births, deaths, moves and corrected addresses. They happen in households without hospital bills, so that what the
 * medical-burden rule says of anybody does not change by them.
 */
final class Register {
    private static final int TRIES = 40;
    private static final String DIED = "UPDATE public.person SET died_on = ?, updated_at = ? WHERE person_no = ?";
    private static final String LEFT =
            "UPDATE public.household_member SET left_on = ?, updated_at = ? WHERE member_no = ?";
    private static final String MOVED =
            "UPDATE public.person SET household_no = ?, region_code = ?, address = ?, updated_at = ? WHERE person_no = ?";
    private static final String ADDRESS = "UPDATE public.person SET address = ?, updated_at = ? WHERE person_no = ?";

    private final List<Home> quiet;
    private final Dice dice;
    private final Numbers numbers;
    private final Names names = new Names();
    private final Set<Home> blessed = new HashSet<>();
    private final Queue<Deed> toFollow = new ArrayDeque<>();

    Register(List<Home> quiet, Dice dice, Numbers numbers) {
        this.quiet = quiet;
        this.dice = dice;
        this.numbers = numbers;
    }

    /** What earlier events bring with them elsewhere, such as a newborn's insurance. */
    Optional<Deed> followUp() {
        return Optional.ofNullable(toFollow.poll());
    }

    Optional<Deed> birth(Moment now) {
        for (int i = 0; i < TRIES && !quiet.isEmpty(); i++) {
            Home home = dice.pick(quiet);
            boolean mother =
                    home.citizens().stream().anyMatch(c -> !c.resident().male() && isAged(c, now, 21, 42));
            if (mother && blessed.add(home)) {
                return Optional.of(born(home, now));
            }
        }
        return Optional.empty();
    }

    private Deed born(Home home, Moment now) {
        boolean male = dice.chance(0.52);
        IdentityIssuer.Issued issued = numbers.birth(now.day(), male);
        String surname = home.citizens().getFirst().resident().name().substring(0, 1);
        String name = surname + names.given(dice, male, 0);
        String person = Long.toString(numbers.next(CityTables.PERSON));
        String day = now.day().toString();
        toFollow.add(Deed.insert(
                "enrolment",
                CityTables.ENROLMENT,
                Long.toString(numbers.next(CityTables.ENROLMENT)),
                issued.number(),
                name,
                "居民",
                home.village(),
                String.valueOf(now.year()),
                now.stamp()));
        return Deed.of(
                CityTables.PUBLIC_SECURITY,
                "birth",
                Change.Statement.of(
                        CityTables.PERSON.insert(),
                        person,
                        issued.number(),
                        name,
                        male ? "1" : "2",
                        issued.birthDate().toString(),
                        home.number(),
                        home.village(),
                        home.address(),
                        day,
                        null,
                        now.stamp()),
                membership(home, person, issued.number(), name, male ? "子" : "女", now));
    }

    private Change.Statement membership(Home home, String person, String id, String name, String relation, Moment now) {
        return membership(home, person, id, name, relation, numbers.next(CityTables.MEMBER), now);
    }

    private static Change.Statement membership(
            Home home, String person, String id, String name, String relation, long memberNo, Moment now) {
        return Change.Statement.of(
                CityTables.MEMBER.insert(),
                Long.toString(memberNo),
                home.number(),
                person,
                id,
                name,
                relation,
                "户籍",
                now.day().toString(),
                null,
                home.village(),
                now.stamp());
    }

    Optional<Deed> death(Moment now) {
        for (int i = 0; i < TRIES && !quiet.isEmpty(); i++) {
            Home home = dice.pick(quiet);
            Optional<Citizen> old = home.citizens().stream()
                    .filter(c -> isAged(c, now, 72, 120))
                    .findFirst();
            if (old.isPresent() && home.citizens().size() > 1) {
                Citizen dead = old.get();
                home.citizens().remove(dead);
                String day = now.day().toString();
                String person = Long.toString(dead.resident().personNo());
                return Optional.of(Deed.of(
                        CityTables.PUBLIC_SECURITY,
                        "death",
                        Change.Statement.of(DIED, day, now.stamp(), person),
                        Change.Statement.of(LEFT, day, now.stamp(), Long.toString(dead.memberNo()))));
            }
        }
        return Optional.empty();
    }

    Optional<Deed> move(Moment now) {
        for (int i = 0; i < TRIES && !quiet.isEmpty(); i++) {
            Home from = dice.pick(quiet);
            Home to = dice.pick(quiet);
            Optional<Citizen> grown = from.citizens().stream()
                    .filter(c -> isAged(c, now, 20, 45)
                            && (c.relation().equals("子") || c.relation().equals("女")))
                    .findFirst();
            if (grown.isPresent() && from != to) {
                return Optional.of(moved(grown.get(), from, to, now));
            }
        }
        return Optional.empty();
    }

    private Deed moved(Citizen citizen, Home from, Home to, Moment now) {
        Resident resident = citizen.resident();
        String person = Long.toString(resident.personNo());
        long memberNo = numbers.next(CityTables.MEMBER);
        from.citizens().remove(citizen);
        Citizen newcomer = new Citizen(resident, memberNo, "其他亲属");
        newcomer.earnedLastYear(citizen.lastYearCents());
        to.citizens().add(newcomer);
        return Deed.of(
                CityTables.PUBLIC_SECURITY,
                "move",
                Change.Statement.of(LEFT, now.day().toString(), now.stamp(), Long.toString(citizen.memberNo())),
                membership(to, person, resident.idNumber(), resident.name(), "其他亲属", memberNo, now),
                Change.Statement.of(MOVED, to.number(), to.village(), to.address(), now.stamp(), person));
    }

    /** An address brought up to date; the household stays where it is. */
    Deed correction(Home home, Moment now) {
        Resident resident = dice.pick(home.citizens()).resident();
        String address = home.address() + dice.between(1, 9) + "室";
        return Deed.of(
                CityTables.PUBLIC_SECURITY,
                "correction",
                Change.Statement.of(ADDRESS, address, now.stamp(), Long.toString(resident.personNo())));
    }

    private static boolean isAged(Citizen citizen, Moment now, int from, int to) {
        int age = citizen.resident().ageAtEndOf(now.year());
        return age >= from && age <= to;
    }
}
