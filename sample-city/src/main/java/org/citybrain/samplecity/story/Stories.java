package org.citybrain.samplecity.story;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.regex.Pattern;
import org.citybrain.kernel.config.HomeConfig;
import org.citybrain.kernel.time.Micros;
import org.citybrain.samplecity.clock.CityClock;
import org.citybrain.samplecity.config.CityConfig;
import org.citybrain.samplecity.population.StoryHousehold;
import org.citybrain.samplecity.tables.CityTable;
import org.citybrain.samplecity.tables.CityTables;
import org.citybrain.samplecity.tables.Records;

/**
 * Writes the single changes of demonstrations into the departments' own databases, as their clerks would. Numbers are
 * taken from a range of their own, so that the life clock may run at the same time. Not safe for use by two threads.
 */
public final class Stories implements AutoCloseable {
    /** Running numbers from here on belong to stories. */
    public static final long FIRST_NUMBER = 9_000_000_000L;

    private static final Pattern WORD = Pattern.compile("[a-z_][a-z0-9_]*");
    private final CityConfig config;
    private final CityClock clock;

    /** Stories of a home, on the platform's city time. */
    public Stories(HomeConfig home) {
        this.config = CityConfig.of(home);
        this.clock = new CityClock(config);
    }

    /** Today in the city. */
    public LocalDate today() {
        return clock.now().toLocalDate();
    }

    /** The number of a planted household. */
    public String householdNumber(StoryHousehold story) {
        return story.householdNumber(config.cityCode());
    }

    /**
     * Writes the bill that a planted household still has to come.
     *
     * @throws IllegalArgumentException when no bill is to come for it
     */
    public StoryChange bill(StoryHousehold story, LocalDate settledOn) throws SQLException {
        if (story.comingSelfPaidCents() == 0) {
            throw new IllegalArgumentException("No bill is to come for " + story.slug()
                    + ". Maybe name the household number and --self-paid instead.");
        }
        return bill(householdNumber(story), story.comingSelfPaidCents(), story.comingTotalCents(), settledOn);
    }

    /** Writes a hospital settlement of the household's head. */
    public StoryChange bill(String householdNo, long selfPaidCents, long totalCents, LocalDate settledOn)
            throws SQLException {
        People.Person head = people().head(householdNo);
        try (Connection insurance =
                config.department(CityTables.HEALTH_INSURANCE).open()) {
            long number = nextNumber(insurance, CityTables.SETTLEMENT);
            long committedAt = Micros.of(Instant.now());
            Sql.run(
                    insurance,
                    CityTables.SETTLEMENT.insert(),
                    number,
                    head.idNumber(),
                    head.name(),
                    "样例市人民医院",
                    "恶性肿瘤",
                    settledOn.minusDays(16),
                    settledOn,
                    Records.money(totalCents),
                    Records.money(totalCents - selfPaidCents),
                    Records.money(selfPaidCents),
                    "SETTLED",
                    writtenAt());
            return new StoryChange(householdNo, number, null, committedAt);
        }
    }

    /**
     * Reverses a settlement.
     *
     * @throws IllegalArgumentException when there is none of that number
     */
    public StoryChange reverse(long settlementNo) throws SQLException {
        try (Connection insurance =
                config.department(CityTables.HEALTH_INSURANCE).open()) {
            long committedAt = Micros.of(Instant.now());
            int changed = Sql.run(
                    insurance,
                    "UPDATE public.settlement SET status = 'REVERSED', updated_at = ? WHERE settlement_no = ?",
                    writtenAt(),
                    settlementNo);
            if (changed == 0) {
                throw new IllegalArgumentException("There is no settlement " + settlementNo + ".");
            }
            return new StoryChange("", settlementNo, null, committedAt);
        }
    }

    /**
     * Has civil affairs record an income of last year: for the first adult of whom none is recorded, or else for the
     * head, to whose income it adds.
     */
    public StoryChange correctIncome(String householdNo, BigDecimal amount) throws SQLException {
        int year = today().getYear() - 1;
        String idNumber = people().poorestRecorded(householdNo, year);
        try (Connection civil = config.department(CityTables.CIVIL_AFFAIRS).open()) {
            long number = nextNumber(civil, CityTables.TRANSFER);
            long committedAt = Micros.of(Instant.now());
            Sql.run(civil, CityTables.TRANSFER.insert(), number, idNumber, year, amount, "补充核对", writtenAt());
            return new StoryChange(householdNo, null, number, committedAt);
        }
    }

    /** Changes a table as its owner might without telling anybody: adds a text column, or drops it again. */
    public StoryChange changeSchema(String resource, String column, boolean add) throws SQLException {
        CityTable table = CityTables.all().stream()
                .filter(t -> t.resource().equals(resource))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no resource " + resource + "."));
        if (!WORD.matcher(column).matches()) {
            throw new IllegalArgumentException("'" + column + "' is no column name.");
        }
        try (Connection owner = config.department(table.department()).open()) {
            long committedAt = Micros.of(Instant.now());
            String change = add ? " ADD COLUMN IF NOT EXISTS " + column + " text" : " DROP COLUMN IF EXISTS " + column;
            Sql.run(owner, "ALTER TABLE public." + table.name() + change);
            return new StoryChange("", null, null, committedAt);
        }
    }

    /** The settlement numbers stories have written for a household's members, oldest first. */
    public List<Long> settlements(String householdNo) throws SQLException {
        People.Person head = people().head(householdNo);
        try (Connection insurance =
                config.department(CityTables.HEALTH_INSURANCE).open()) {
            return Sql.numbers(
                    insurance,
                    "SELECT settlement_no FROM public.settlement WHERE id_number = ? AND settlement_no >= ? ORDER BY 1",
                    head.idNumber(),
                    FIRST_NUMBER);
        }
    }

    private People people() {
        return new People(config);
    }

    private static long nextNumber(Connection connection, CityTable table) throws SQLException {
        return Sql.numbers(
                        connection,
                        "SELECT coalesce(max(" + table.key() + "), ? - 1) + 1 FROM public." + table.name() + " WHERE "
                                + table.key() + " >= ?",
                        FIRST_NUMBER,
                        FIRST_NUMBER)
                .getFirst();
    }

    private String writtenAt() {
        LocalDateTime now = clock.now();
        return now.withNano(0).toString().replace('T', ' ');
    }

    @Override
    public void close() {
        clock.close();
    }
}
