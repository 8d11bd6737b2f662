package org.citybrain.samplecity.exchange;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.citybrain.kernel.config.HomeConfig;
import org.citybrain.samplecity.city.Divisions;
import org.citybrain.samplecity.city.Village;
import org.citybrain.samplecity.config.CityConfig;
import org.citybrain.samplecity.register.UnitRegister;

/**
 * Prepares the exchange run: units that have no database get one and a gateway that serves it, every unit its records and
 * its place in the catalogue. Doing it again changes nothing. Prints, as JSON, who has how many records for whom, counted
 * in the databases.
 */
public final class ExchangeCommand {
    /** The whole run. */
    public static final int ROWS = 1_522_300;

    private static final JsonMapper JSON = new JsonMapper();

    private ExchangeCommand() {}

    /** Runs {@code exchange [--rows N]}. */
    public static String run(CityConfig config, String[] args) throws Exception {
        int rows = Integer.parseInt(HomeConfig.argument(args, "--rows").orElse(Integer.toString(ROWS)));
        RunPlan plan = RunPlan.of(config, rows);
        raise(config, plan);
        List<String> villages = Divisions.of(config.cityCode(), config.shared()).villages().stream()
                .map(Village::code)
                .toList();
        ServiceRecords records = new ServiceRecords(plan, config.seed(), config.startDay(), villages);
        UnitRegister register = new UnitRegister(config);
        ObjectNode told = JSON.createObjectNode();
        ArrayNode pairs = told.putArray("pairs");
        long total = 0;
        for (int i = 0; i < plan.units().size(); i++) {
            RunUnit unit = plan.units().get(i);
            register.department(RunPlan.department(unit));
            register.resource(plan.registration(unit));
            try (Connection connection = unit.access().open()) {
                total += records.write(i, connection);
                pairs(connection, unit, pairs);
            }
            if (!unit.served()) {
                register.serve(unit.code(), unit.database(), unit.access());
            }
        }
        told.put("rows", total);
        ArrayNode fields = told.putArray("fields");
        plan.fieldNames().forEach(fields::add);
        ArrayNode units = told.putArray("units");
        plan.units()
                .forEach(unit -> units.addObject()
                        .put("code", unit.code())
                        .put("url", unit.access().url())
                        .put("user", unit.access().user())
                        .put("served", unit.served()));
        return JSON.writeValueAsString(told);
    }

    /** What there is, counted, not what was planned. */
    private static void pairs(Connection connection, RunUnit unit, ArrayNode pairs) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(
                        "SELECT partner_unit, count(*) FROM public.service_record GROUP BY 1 ORDER BY 1")) {
            while (found.next()) {
                pairs.addObject()
                        .put("provider", unit.code())
                        .put("consumer", found.getString(1))
                        .put("rows", found.getLong(2));
            }
        }
    }

    private static void raise(CityConfig config, RunPlan plan) throws SQLException, IOException {
        try (Connection admin = config.administrator().open();
                Statement statement = admin.createStatement()) {
            for (RunUnit unit : plan.units()) {
                if (!unit.served()) {
                    String user = unit.access().user();
                    String password = unit.access().password();
                    boolean there = has(statement, "SELECT FROM pg_roles WHERE rolname = '" + user + "'");
                    statement.execute((there ? "ALTER" : "CREATE") + " ROLE \"" + user
                            + "\" LOGIN REPLICATION PASSWORD '" + password + "'");
                    if (!has(statement, "SELECT FROM pg_database WHERE datname = '" + unit.database() + "'")) {
                        statement.execute("CREATE DATABASE \"" + unit.database() + "\" OWNER \"" + user
                                + "\" ENCODING 'UTF8' TEMPLATE template0");
                    }
                }
            }
        }
    }

    private static boolean has(Statement statement, String query) throws SQLException {
        try (ResultSet found = statement.executeQuery(query)) {
            return found.next();
        }
    }
}
