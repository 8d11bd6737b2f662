package org.citybrain.samplecity.tables;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.citybrain.kernel.text.Bilingual;

/**
 * A department's table with the metadata of the 2017 guide (domain.md §2.2).
 *
 * @param department whose
 * @param name table name
 * @param code official resource code
 * @param title its names
 * @param columns in table order
 */
public record CityTable(String department, String name, String code, Bilingual title, List<Column> columns) {
    public CityTable {
        columns = List.copyOf(columns);
    }

    /** The resource id, e.g. {@code health_insurance.settlement}. */
    public String resource() {
        return department + "." + name;
    }

    /** The key column. */
    public String key() {
        return columns.stream()
                .filter(Column::key)
                .map(Column::name)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(resource() + " has no key"));
    }

    /** Statements that create the table with its comments on such a system. */
    public List<String> ddl(DepartmentSystem system) {
        return system == DepartmentSystem.MARIADB ? List.of(mariaDb()) : ddl();
    }

    private String mariaDb() {
        String body = columns.stream()
                .map(c -> c.name() + " " + c.mariaDbType() + (c.key() ? " PRIMARY KEY" : " NULL") + " COMMENT '"
                        + c.title().zh() + "'")
                .collect(Collectors.joining(", "));
        return "CREATE TABLE IF NOT EXISTS " + name + " (" + body + ") ENGINE=InnoDB COMMENT='" + title.zh() + "'";
    }

    /** Statements that create the table with its comments on PostgreSQL. */
    public List<String> ddl() {
        String body = columns.stream()
                .map(c -> c.name() + " " + c.sourceType() + (c.key() ? " PRIMARY KEY" : ""))
                .collect(Collectors.joining(", "));
        List<String> statements = columns.stream()
                .map(c -> "COMMENT ON COLUMN public." + name + "." + c.name() + " IS '"
                        + c.title().zh() + "'")
                .collect(Collectors.toList());
        statements.add(0, "CREATE TABLE IF NOT EXISTS public." + name + " (" + body + ")");
        statements.add(1, "ALTER TABLE public." + name + " REPLICA IDENTITY FULL");
        statements.add(2, "COMMENT ON TABLE public." + name + " IS '" + title.zh() + "'");
        return List.copyOf(statements);
    }

    /** An INSERT with one parameter for each column. */
    public String insert() {
        return "INSERT INTO " + name + " (" + names() + ") VALUES ("
                + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")";
    }

    /** MariaDB's like of {@link #copyIn}: it reads the same text, which the connection hands over as a file. */
    public String loadData() {
        return "LOAD DATA LOCAL INFILE 'rows' INTO TABLE " + name + " CHARACTER SET utf8mb4 (" + names() + ")";
    }

    /** A COPY of all columns from text. */
    public String copyIn() {
        return "COPY public." + name + " (" + names() + ") FROM STDIN";
    }

    private String names() {
        return columns.stream().map(Column::name).collect(Collectors.joining(", "));
    }
}
