package org.citybrain.samplecity.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.citybrain.kernel.code.CreditCode;
import org.citybrain.kernel.code.IdentityNumber;
import org.citybrain.samplecity.belongings.Firm;
import org.citybrain.samplecity.office.RecordedCity.Row;
import org.citybrain.samplecity.population.Resident;
import org.citybrain.samplecity.tables.CityTable;
import org.citybrain.samplecity.tables.CityTables;
import org.citybrain.samplecity.tables.Column;
import org.citybrain.samplecity.tables.DirtRates;
import org.citybrain.samplecity.tables.Subject;
import org.junit.jupiter.api.Test;

class CityRecordsTest {
    private static final RecordedCity CITY = RecordedCity.of(42, 8_000);
    private static final Set<String> MAY_BE_LATER = Set.of(
            "valid_until", "inspected_until", "agreement_until", "ends_on", "due_at", "checked_until", "ended_on");

    @Test
    void fillsEveryColumnOfEveryTableOncePerKey() {
        for (CityTable table : CityTables.all()) {
            List<Row> rows = CITY.rows(table.resource());
            assertThat(rows.isEmpty()).as(table.resource()).isEqualTo(table == CityTables.PAYMENT_ORDER);
            Set<String> keys = new HashSet<>();
            for (Row row : rows) {
                assertThat(row.values()).as(table.resource()).hasSameSizeAs(table.columns());
                assertThat(keys.add(row.values()[0])).as(table.resource()).isTrue();
            }
        }
    }

    @Test
    void keepsToTheLengthsAndTypesOfTheCatalogue() {
        for (Row row : CITY.all()) {
            for (int i = 0; i < row.values().length; i++) {
                Column column = row.table().columns().get(i);
                String value = row.values()[i];
                String where = row.table().resource() + "." + column.name() + "=" + value;
                if (value != null && column.length() != null) {
                    assertThat(value.length()).as(where).isLessThanOrEqualTo(column.length());
                } else if (value != null) {
                    assertThat(value).as(where).matches(form(column.sourceType()));
                }
            }
        }
    }

    private static String form(String type) {
        return switch (type) {
            case "bigint", "integer" -> "-?\\d+";
            case "date" -> "\\d{4}-\\d\\d-\\d\\d";
            case "timestamp without time zone" -> "\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d";
            case "text" -> "(?s).+";
            default -> "-?\\d+\\.\\d\\d";
        };
    }

    @Test
    void recordsNothingBeforeItHappens() {
        for (Row row : CITY.all()) {
            for (Column column : row.table().columns()) {
                boolean dated = column.sourceType().equals("date")
                        || column.sourceType().startsWith("timestamp");
                if (dated && !MAY_BE_LATER.contains(column.name()) && row.get(column.name()) != null) {
                    assertThat(row.date(column.name()))
                            .as(row.table().resource() + "." + column.name())
                            .isBeforeOrEqualTo(RecordedCity.START);
                }
            }
        }
    }

    @Test
    void isAlwaysAboutAPersonOrFirmThatExists() {
        for (Row row : CITY.all()) {
            if (row.subject().kind() == Subject.Kind.PERSON) {
                assertThat(CITY.people)
                        .as(row.table().resource())
                        .containsKey(row.subject().number());
            } else if (row.subject().kind() == Subject.Kind.FIRM) {
                assertThat(CITY.firms)
                        .as(row.table().resource())
                        .containsKey(row.subject().number());
            }
        }
    }

    @Test
    void showsTheSubjectsOwnNumberOrOneThatFailsItsCheck() {
        for (String resource : List.of("public_security.driving_licence", "health.health_record", "education.pupil")) {
            for (Row row : CITY.rows(resource)) {
                String shown = row.get("id_number");
                Resident resident = CITY.people.get(row.subject().number());
                if (shown != null
                        && IdentityNumber.problemOf(IdentityNumber.standardise(shown))
                                .isEmpty()) {
                    assertThat(IdentityNumber.standardise(shown)).isEqualTo(resident.idNumber());
                }
            }
        }
    }

    @Test
    void givesEveryVehicleAnOwnerWhoIsAResidentOrAFirmAndAPlateOfItsOwn() {
        Set<String> plates = new HashSet<>();
        for (Row row : CITY.rows("public_security.vehicle")) {
            boolean person = row.get("owner_kind").equals("个人");
            assertThat(row.subject().kind()).isEqualTo(person ? Subject.Kind.PERSON : Subject.Kind.FIRM);
            String plate = row.get("plate").replace("·", "");
            assertThat(plates.add(plate.startsWith("赣") ? plate : "赣" + plate))
                    .as(plate)
                    .isTrue();
        }
    }

    @Test
    void showsEveryTransportVehicleToTheTrafficPoliceToo() {
        Map<Subject, Long> known = counts("public_security.vehicle");
        counts("transport.transport_vehicle")
                .forEach((firm, count) ->
                        assertThat(known.getOrDefault(firm, 0L)).isGreaterThanOrEqualTo(count));
    }

    @Test
    void issuesCreditCodesWithARightCheckSignOfAnAreaThatDoesNotExist() {
        Set<String> codes = new HashSet<>();
        for (Firm firm : CITY.firms.values()) {
            assertThat(CreditCode.problemOf(firm.creditCode()))
                    .as(firm.creditCode())
                    .isEmpty();
            assertThat(firm.creditCode()).matches("..360999.{10}");
            assertThat(codes.add(firm.creditCode())).isTrue();
        }
        for (Row row : CITY.rows("market_regulation.business")) {
            String shown = row.get("credit_code");
            if (shown != null && CreditCode.problemOf(shown).isEmpty()) {
                assertThat(shown)
                        .isEqualTo(CITY.firms.get(row.subject().number()).creditCode());
            }
        }
    }

    @Test
    void registersEveryBusinessWithTheTaxBureauToo() {
        assertThat(counts("tax.taxpayer").keySet())
                .isEqualTo(counts("market_regulation.business").keySet());
        assertThat(counts("market_regulation.business").keySet())
                .containsAll(counts("market_regulation.annual_report").keySet())
                .containsAll(counts("market_regulation.food_licence").keySet());
    }

    @Test
    void teachesOnlyChildrenOfSchoolAgeAtSchoolsThatExist() {
        Set<String> schools = values("education.school", "school_code");
        for (Row row : CITY.rows("education.pupil")) {
            LocalDate born = row.date("birth_date");
            assertThat(born).isBetween(LocalDate.of(2008, 9, 1), LocalDate.of(2023, 8, 31));
            assertThat(schools).contains(row.get("school_code"));
            assertThat(born).isEqualTo(CITY.people.get(row.subject().number()).birthDate());
        }
        CITY.rows("education.teacher").forEach(row -> assertThat(schools).contains(row.get("school_code")));
    }

    @Test
    void ownsHomesThatStandOnParcelsByResidentsOrFirms() {
        Set<String> parcels = values("natural_resources.parcel", "parcel_code");
        Set<String> units = values("natural_resources.house", "unit_code");
        for (Row row : CITY.rows("natural_resources.house")) {
            assertThat(parcels).contains(row.get("parcel_code"));
        }
        for (Row row : CITY.rows("natural_resources.title")) {
            assertThat(units).contains(row.get("unit_code"));
            assertThat(row.subject().kind())
                    .isEqualTo(row.get("holder_kind").equals("自然人") ? Subject.Kind.PERSON : Subject.Kind.FIRM);
        }
        for (String resource : List.of(
                "natural_resources.mortgage", "natural_resources.sale_contract", "tax.deed_tax", "housing_fund.loan")) {
            assertThat(CITY.rows(resource)).as(resource).isNotEmpty();
            assertThat(units).as(resource).containsAll(values(resource, "unit_code"));
        }
    }

    @Test
    void lendsTheFundsMoneyToTheHoldersOfItsAccounts() {
        Map<String, Subject> holders = new HashMap<>();
        CITY.rows("housing_fund.personal_account").forEach(row -> holders.put(row.get("account_no"), row.subject()));
        for (String resource : List.of("housing_fund.loan", "housing_fund.withdrawal", "housing_fund.deposit")) {
            for (Row row : CITY.rows(resource)) {
                assertThat(holders).containsEntry(row.get("account_no"), row.subject());
            }
        }
        assertThat(values("housing_fund.unit_account", "unit_account_no"))
                .isEqualTo(values("housing_fund.personal_account", "unit_account_no"));
    }

    @Test
    void insuresAndTaxesTheSamePeopleAtTheSameEmployers() {
        assertThat(counts("human_resources.insured_person")).isEqualTo(counts("tax.withheld_income"));
    }

    @Test
    void makesEachDepartmentsMistakesAtItsDeclaredRates() {
        for (String department : CityTables.DEPARTMENTS) {
            double rows = 0;
            double missing = 0;
            double wrong = 0;
            for (Row row : CITY.all()) {
                boolean numbered = row.table().department().equals(department)
                        && row.table().columns().stream().anyMatch(c -> c.name().equals("id_number"))
                        && row.subject().kind() == Subject.Kind.PERSON;
                if (numbered) {
                    String shown = row.get("id_number");
                    rows++;
                    missing += shown == null ? 1 : 0;
                    wrong += shown != null
                                    && IdentityNumber.problemOf(IdentityNumber.standardise(shown))
                                            .isPresent()
                            ? 1
                            : 0;
                }
            }
            DirtRates rates = DirtRates.of(department);
            near(department + " missing", missing, rates.missingIdNumber() * rows);
            near(department + " mistyped", wrong, rates.mistypedIdNumber() * rows);
        }
    }

    /** Within four standard deviations of a count, and three more for the smallest. */
    private static void near(String what, double observed, double expected) {
        assertThat(Math.abs(observed - expected))
                .as(what + ": " + observed + " for " + expected)
                .isLessThan(4 * Math.sqrt(expected) + 3);
    }

    @Test
    void entersSomeRowsTwiceButOnlyWhereTheFileSaysSo() {
        assertThat(repeats("urban_management.incident")).isPositive();
        assertThat(repeats("health.health_record")).isPositive();
        assertThat(repeats("natural_resources.title")).isZero();
        assertThat(repeats("tax.deed_tax")).isZero();
    }

    /** Rows that differ from an earlier one in nothing but the key. */
    private static long repeats(String resource) {
        Set<List<String>> seen = new HashSet<>();
        return CITY.rows(resource).stream()
                .filter(row -> !seen.add(Arrays.asList(row.values()).subList(1, row.values().length)))
                .count();
    }

    private static Set<String> values(String resource, String column) {
        return CITY.rows(resource).stream().map(row -> row.get(column)).collect(Collectors.toSet());
    }

    private static Map<Subject, Long> counts(String resource) {
        return CITY.rows(resource).stream().collect(Collectors.groupingBy(Row::subject, Collectors.counting()));
    }
}
