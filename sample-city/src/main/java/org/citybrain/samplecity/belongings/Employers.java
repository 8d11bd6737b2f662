package org.citybrain.samplecity.belongings;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citybrain.samplecity.city.Dice;
import org.citybrain.samplecity.city.Village;
import org.citybrain.samplecity.city.Words;
import org.citybrain.samplecity.population.Resident;
import org.jspecify.annotations.Nullable;

/**
 * The employers of the city, some thousands whatever its size: a firm exists as soon as somebody works there. Who
 * represents it is known only when everybody has been met.
 */
public final class Employers {
    private static final String COMPANY = "有限公司";
    private static final List<List<String>> INDUSTRIES = Words.parts("industry-class");
    private final long seed;
    private final LocalDate startDay;
    private final Map<String, Books> byName = new LinkedHashMap<>();
    private final Map<String, Candidate> ofCounty = new HashMap<>();
    private @Nullable Candidate ofCity;
    private long lastNumber;

    /** No employers yet. */
    public Employers(long seed, LocalDate startDay) {
        this.seed = seed;
        this.startDay = startDay;
    }

    private record Candidate(Resident resident, long luck) {}

    private static final class Books {
        private final Firm firm;
        private int people;
        private long yearlyCents;
        private @Nullable Candidate luckiest;

        private Books(Firm firm) {
            this.firm = firm;
        }
    }

    /** The employer of a name, founded now when it is new. */
    public Firm found(String name, Village village) {
        return books(name, village).firm;
    }

    /** The next firm number; owned businesses take theirs from the same row. */
    long nextNumber() {
        return ++lastNumber;
    }

    /** Somebody works there. */
    Firm hire(Resident resident, String name, Village village, long yearlyCents) {
        Books books = books(name, village);
        books.people++;
        books.yearlyCents += yearlyCents;
        books.luckiest = luckier(books.luckiest, candidate(resident, books.firm.number()));
        return books.firm;
    }

    /** A grown person lives in the county, who may represent a firm without staff. */
    void met(Resident resident, Village village) {
        Candidate candidate = candidate(resident, 0);
        ofCity = luckier(ofCity, candidate);
        Candidate best = ofCounty.get(village.countyCode());
        if (best == null || candidate.luck() < best.luck()) {
            ofCounty.put(village.countyCode(), candidate);
        }
    }

    /** All employers in the order in which they were founded; only when somebody has been met. */
    public List<Staff> all() {
        List<Staff> all = new ArrayList<>(byName.size());
        for (Books books : byName.values()) {
            Candidate own = books.luckiest;
            Candidate best =
                    own != null ? own : ofCounty.get(books.firm.village().countyCode());
            Candidate representative = best != null ? best : ofCity;
            if (representative != null) {
                all.add(new Staff(books.firm, books.people, books.yearlyCents, representative.resident()));
            }
        }
        return all;
    }

    private Candidate candidate(Resident resident, long salt) {
        return new Candidate(
                resident, Dice.of(seed, resident.personNo(), salt, 31).bits());
    }

    private static Candidate luckier(@Nullable Candidate one, Candidate other) {
        return one == null || other.luck() < one.luck() ? other : one;
    }

    private Books books(String name, Village village) {
        Books known = byName.get(name);
        if (known != null) {
            return known;
        }
        long number = nextNumber();
        Dice dice = Dice.of(seed, number, 32);
        Firm.Kind kind = name.endsWith(COMPANY) ? Firm.Kind.COMPANY : Firm.Kind.PUBLIC_BODY;
        Books books = new Books(new Firm(
                number,
                kind,
                name,
                village,
                village.address(dice.between(200, 299)),
                industry(name),
                startDay.minusDays(dice.between(400, kind == Firm.Kind.COMPANY ? 7_000 : 20_000))));
        byName.put(name, books);
        return books;
    }

    private static String industry(String name) {
        return INDUSTRIES.stream()
                .filter(parts -> name.contains(parts.get(0)))
                .map(parts -> parts.get(1))
                .findFirst()
                .orElse("");
    }
}
