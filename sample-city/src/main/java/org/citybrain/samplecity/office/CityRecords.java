package org.citybrain.samplecity.office;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.citybrain.samplecity.belongings.Belongings;
import org.citybrain.samplecity.belongings.Endowments;
import org.citybrain.samplecity.belongings.Firm;
import org.citybrain.samplecity.belongings.Staff;
import org.citybrain.samplecity.belongings.Trade;
import org.citybrain.samplecity.belongings.Vehicle;
import org.citybrain.samplecity.city.Divisions;
import org.citybrain.samplecity.population.Livelihood;
import org.citybrain.samplecity.tables.Records;
import org.citybrain.samplecity.tables.RowSink;

/**
 * All departments' rows: first those that depend on nobody, then household by household, at the end employers and what
 * else only the whole shows. The same seed, size, start day and divisions give the same rows in the same order; memory
 * does not grow with the number of residents.
 */
public final class CityRecords {
    private final Records records;
    private final Endowments endowments;
    private final List<Office> offices;
    private final Consumer<Firm> firms;

    /**
     * Records of a city that starts on a day.
     *
     * @param seed of what people have and of the departments' mistakes
     * @param startDay day before which everything was recorded
     * @param divisions the villages
     * @param firms hears of every firm as it truly is
     */
    public CityRecords(long seed, LocalDate startDay, Divisions divisions, Consumer<Firm> firms) {
        this.firms = firms;
        this.records = new Records(seed, startDay);
        this.endowments = new Endowments(seed, startDay, divisions);
        Supplies supplies = new Supplies(seed, startDay, divisions, endowments);
        this.offices = List.of(
                new TrafficPolice(supplies),
                new HealthInsurance(supplies),
                new CivilAffairs(supplies),
                new HumanResources(supplies),
                new Health(supplies),
                new NaturalResources(supplies),
                new TaxBureau(supplies),
                new MarketRegulation(supplies),
                new HousingFund(supplies),
                new EducationBureau(supplies),
                new TransportBureau(supplies),
                new UrbanManagement(supplies),
                new PublicCredit(supplies));
    }

    /** Writes what comes before the first household. */
    public void open(RowSink sink) {
        offices.forEach(office -> office.open(sink));
    }

    /** Writes one household into all departments. */
    public void write(Livelihood life, RowSink sink) {
        records.write(life, sink);
        Belongings belongings = endowments.of(life);
        belongings.trade().map(Trade::firm).ifPresent(firms);
        for (Office office : offices) {
            office.write(belongings, sink);
        }
    }

    /** Writes what comes after the last household. */
    public void close(RowSink sink) {
        for (Staff staff : endowments.employers().all()) {
            firms.accept(staff.firm());
            List<Vehicle> fleet = endowments.fleet(staff);
            offices.forEach(office -> office.employer(staff, fleet, sink));
        }
        offices.forEach(office -> office.close(sink));
    }
}
