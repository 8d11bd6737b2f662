package org.citybrain.samplecity.population;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.citybrain.samplecity.city.Dice;
import org.citybrain.samplecity.city.IdentityIssuer;
import org.citybrain.samplecity.city.Names;
import org.citybrain.samplecity.city.Village;

/** Gives people names and numbers and enters them into households, in one order that always is the same. */
final class Registrar {
    private final Names names = new Names();
    private final IdentityIssuer issuer = new IdentityIssuer();
    private final LocalDate startDay;
    private final long seed;
    private long lastPerson;
    private long lastHousehold;

    Registrar(long seed, LocalDate startDay) {
        this.seed = seed;
        this.startDay = startDay;
    }

    /** Household numbers are 12 digits: city code 3609, then a running number. */
    String nextHouseholdNumber(Village village) {
        return village.code().substring(0, 4)
                + String.valueOf(100_000_000L + ++lastHousehold).substring(1);
    }

    /** Enters the first {@code most} of the people; the head decides the family's name. */
    Household enter(Dice dice, Village village, List<Families.Place> places, int most) {
        String family = names.surname(dice, seed, village);
        List<Member> members = new ArrayList<>(places.size());
        int living = 0;
        for (Families.Place place : places) {
            if (!place.dead() && living++ == most) {
                break;
            }
            boolean ofFamily = members.isEmpty()
                    || !(place.relation().equals("配偶") || place.relation().equals("母"));
            String surname = ofFamily ? family : names.surname(dice, seed, village);
            members.add(member(dice, place, surname));
        }
        String address = village.address(dice.between(1, 180));
        return new Household(nextHouseholdNumber(village), village, address, members);
    }

    /** A person with a chosen name, for planted stories. */
    Resident resident(String name, boolean male, LocalDate birthDate) {
        IdentityIssuer.Issued issued = issuer.issue(birthDate, male);
        return new Resident(++lastPerson, issued.number(), name, male, issued.birthDate(), null);
    }

    private Member member(Dice dice, Families.Place place, String surname) {
        int age = (int) ChronoUnit.YEARS.between(place.birthDate(), startDay);
        IdentityIssuer.Issued issued = issuer.issue(place.birthDate(), place.male());
        LocalDate died = place.dead() ? startDay.minusYears(3).minusDays(dice.between(1, 1500)) : null;
        String name = surname + names.given(dice, place.male(), age);
        Resident resident = new Resident(++lastPerson, issued.number(), name, place.male(), issued.birthDate(), died);
        LocalDate joined = age > 25
                ? startDay.minusDays(dice.between(2000, 6000))
                : resident.birthDate().plusDays(20);
        return new Member(resident, place.relation(), joined.isAfter(startDay) ? startDay : joined, died);
    }
}
