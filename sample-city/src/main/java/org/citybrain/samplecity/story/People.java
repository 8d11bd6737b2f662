package org.citybrain.samplecity.story;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.citybrain.samplecity.config.CityConfig;
import org.citybrain.samplecity.tables.CityTables;

/** Looks households up where the register keeps them. */
final class People {
    private static final String MEMBERS = """
            SELECT p.id_number, p.name, p.birth_date FROM public.household_member m
            JOIN public.person p USING (person_no)
            WHERE m.household_no = ? AND m.left_on IS NULL ORDER BY m.member_no""";
    private final CityConfig config;

    People(CityConfig config) {
        this.config = config;
    }

    /** A member as registered. */
    record Person(String idNumber, String name, LocalDate birthDate) {}

    Person head(String householdNo) throws SQLException {
        return members(householdNo).getFirst();
    }

    /** The number of the first adult without any recorded income of the year, else of the head. */
    String poorestRecorded(String householdNo, int year) throws SQLException {
        List<Person> members = members(householdNo);
        try (Connection civil = config.department(CityTables.CIVIL_AFFAIRS).open();
                Connection labour =
                        config.department(CityTables.HUMAN_RESOURCES).open()) {
            for (Person member : members) {
                boolean adult = year - member.birthDate().getYear() >= 18;
                if (adult
                        && count(civil, "transfer_income", member, year) == 0
                        && count(labour, "wage", member, year) == 0
                        && count(labour, "pension", member, year) == 0) {
                    return member.idNumber();
                }
            }
        }
        return members.getFirst().idNumber();
    }

    private List<Person> members(String householdNo) throws SQLException {
        try (Connection police = config.department(CityTables.PUBLIC_SECURITY).open()) {
            List<Person> members = Sql.texts(police, MEMBERS, householdNo).stream()
                    .map(row -> new Person(row.get(0), row.get(1), LocalDate.parse(row.get(2))))
                    .toList();
            if (members.isEmpty()) {
                throw new IllegalArgumentException("There is no household " + householdNo + ". Maybe seed first.");
            }
            return members;
        }
    }

    private static long count(Connection connection, String table, Person person, int year) throws SQLException {
        return Sql.numbers(
                        connection,
                        "SELECT count(*) FROM public." + table + " WHERE id_number = ? AND year = ?",
                        person.idNumber(),
                        (long) year)
                .getFirst();
    }
}
