package org.citybrain.samplecity.tables;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.citybrain.kernel.text.Bilingual;
import org.jspecify.annotations.Nullable;

/** All tables of the sample city's departments, read from {@code departments/*.yaml}; the order is fixed. */
public final class CityTables {
    /** 公安局: people, households, vehicles, licences. */
    public static final String PUBLIC_SECURITY = "public_security";
    /** 医保局: enrolments, settlements, designated institutions. */
    public static final String HEALTH_INSURANCE = "health_insurance";
    /** 民政局: assistance, transfers, payment orders, marriages, organisations. */
    public static final String CIVIL_AFFAIRS = "civil_affairs";
    /** 人社局: wages, pensions, insured units and people. */
    public static final String HUMAN_RESOURCES = "human_resources";
    /** 卫健委: institutions, doctors, records, visits, vaccinations, births. */
    public static final String HEALTH = "health";
    /** 自然资源局: parcels, homes, titles, mortgages, sale contracts. */
    public static final String NATURAL_RESOURCES = "natural_resources";
    /** 税务局: taxpayers, returns, payments, deed tax, withheld income. */
    public static final String TAX = "tax";
    /** 市场监管局: businesses, shareholders, reports, licences, inspections. */
    public static final String MARKET_REGULATION = "market_regulation";
    /** 公积金中心: accounts, deposits, loans, withdrawals. */
    public static final String HOUSING_FUND = "housing_fund";
    /** 教育局: schools, pupils, teachers, aid. */
    public static final String EDUCATION = "education";
    /** 交通运输局: operators, their vehicles and workers, bus lines. */
    public static final String TRANSPORT = "transport";
    /** 城管局: grid cells, their workers, components, incidents, penalties. */
    public static final String URBAN_MANAGEMENT = "urban_management";

    /** The departments that stories and the life of households need. */
    public static final List<String> STORY_DEPARTMENTS =
            List.of(PUBLIC_SECURITY, HEALTH_INSURANCE, CIVIL_AFFAIRS, HUMAN_RESOURCES);

    /** The twelve departments. */
    public static final List<String> DEPARTMENTS = List.of(
            PUBLIC_SECURITY,
            HEALTH_INSURANCE,
            CIVIL_AFFAIRS,
            HUMAN_RESOURCES,
            HEALTH,
            NATURAL_RESOURCES,
            TAX,
            MARKET_REGULATION,
            HOUSING_FUND,
            EDUCATION,
            TRANSPORT,
            URBAN_MANAGEMENT);

    private static final Pattern TEXT_LENGTH = Pattern.compile("character(?: varying)?\\((\\d+)\\)");
    private static final List<JsonNode> FILES =
            DEPARTMENTS.stream().map(CityTables::read).toList();
    private static final List<CityTable> ALL = tables();

    public static final CityTable PERSON = get("public_security.person");
    public static final CityTable MEMBER = get("public_security.household_member");
    public static final CityTable ENROLMENT = get("health_insurance.enrolment");
    public static final CityTable SETTLEMENT = get("health_insurance.settlement");
    public static final CityTable ASSISTANCE = get("civil_affairs.assistance");
    public static final CityTable TRANSFER = get("civil_affairs.transfer_income");
    public static final CityTable PAYMENT_ORDER = get("civil_affairs.payment_order");
    public static final CityTable WAGE = get("human_resources.wage");
    public static final CityTable PENSION = get("human_resources.pension");

    private CityTables() {}

    /** All tables, department by department. */
    public static List<CityTable> all() {
        return ALL;
    }

    /** The tables of one department. */
    public static List<CityTable> of(String department) {
        return ALL.stream().filter(t -> t.department().equals(department)).toList();
    }

    /** On what kind of system a department keeps its tables: {@code system} of its file. */
    public static DepartmentSystem system(String department) {
        return DepartmentSystem.of(
                FILES.get(DEPARTMENTS.indexOf(department)).path("system").asText("postgresql"));
    }

    /** The departments as {@code POST /api/departments} takes them: code, title {zh, en}. */
    public static List<ObjectNode> departments() {
        List<ObjectNode> found = new ArrayList<>();
        for (JsonNode file : FILES) {
            ObjectNode node = file.deepCopy();
            node.put("code", file.required("department").asText());
            found.add(node.retain("code", "title"));
        }
        return found;
    }

    /**
     * The registrations the catalogue takes, one for each resource, as agreed for {@code POST /api/resources}: the
     * metadata of the file with resource, department and the text lengths filled in.
     */
    public static List<ObjectNode> registrations() {
        List<ObjectNode> found = new ArrayList<>();
        for (JsonNode file : FILES) {
            String department = file.required("department").asText();
            for (JsonNode table : file.required("resources")) {
                ObjectNode node = table.deepCopy();
                node.remove("table");
                node.put("resource", department + "." + table.required("table").asText());
                node.put("department", department);
                ArrayNode fields = node.putArray("fields");
                for (JsonNode field : table.required("fields")) {
                    ObjectNode copy = field.deepCopy();
                    Integer length = length(field.required("sourceType").asText());
                    if (length != null) {
                        copy.put("length", length);
                    }
                    fields.add(copy);
                }
                found.add(node);
            }
        }
        return found;
    }

    /** The table of a resource such as {@code tax.taxpayer}. */
    public static CityTable get(String resource) {
        return ALL.stream()
                .filter(t -> t.resource().equals(resource))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No table " + resource));
    }

    private static List<CityTable> tables() {
        List<CityTable> tables = new ArrayList<>();
        for (JsonNode file : FILES) {
            for (JsonNode table : file.required("resources")) {
                List<Column> columns = new ArrayList<>();
                table.required("fields").forEach(field -> columns.add(column(field)));
                tables.add(new CityTable(
                        file.required("department").asText(),
                        table.required("table").asText(),
                        table.required("code").asText(),
                        bilingual(table.required("title")),
                        columns));
            }
        }
        return List.copyOf(tables);
    }

    private static Column column(JsonNode field) {
        String type = field.required("sourceType").asText();
        return new Column(
                field.required("name").asText(),
                bilingual(field.required("title")),
                type,
                length(type),
                field.required("nullable").asBoolean(),
                field.required("key").asBoolean(),
                field.hasNonNull("element") ? field.required("element").asText() : null);
    }

    private static @Nullable Integer length(String type) {
        Matcher matcher = TEXT_LENGTH.matcher(type);
        return matcher.matches() ? Integer.valueOf(matcher.group(1)) : null;
    }

    private static Bilingual bilingual(JsonNode node) {
        return new Bilingual(node.required("zh").asText(), node.required("en").asText());
    }

    private static JsonNode read(String department) {
        String path = "/departments/" + department + ".yaml";
        try (InputStream in = CityTables.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException(path + " is missing from this build.");
            }
            return new YAMLMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + path, e);
        }
    }
}
