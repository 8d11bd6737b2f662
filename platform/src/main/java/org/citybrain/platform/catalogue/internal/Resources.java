package org.citybrain.platform.catalogue.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.citybrain.kernel.text.Bilingual;
import org.citybrain.platform.catalogue.DataField;
import org.citybrain.platform.catalogue.DataResource;
import org.citybrain.platform.catalogue.Department;
import org.citybrain.platform.catalogue.ShareType;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Departments, resources and fields in schema catalogue. */
@Repository
public class Resources {

    private static final String SELECT = """
            select id, department, code, title_zh, title_en, abstract_zh, abstract_en, resource_class, format,
                   share_type, share_condition_zh, share_condition_en, share_basis_zh, share_basis_en, open_type,
                   update_cycle
            from catalogue.resource
            """;

    private final JdbcClient db;

    Resources(JdbcClient db) {
        this.db = db;
    }

    /** All departments in order of code. */
    public List<Department> departments() {
        return db.sql("select code, title_zh, title_en from catalogue.department order by code")
                .query((row, index) -> new Department(
                        row.getString("code"), new Bilingual(row.getString("title_zh"), row.getString("title_en"))))
                .list();
    }

    /** Adds a department or gives it another title; true when anything changed. */
    boolean put(Department department) {
        return db.sql("""
                                insert into catalogue.department as d (code, title_zh, title_en) values (?, ?, ?)
                                on conflict (code) do update set title_zh = excluded.title_zh, title_en = excluded.title_en
                                where (d.title_zh, d.title_en) <> (excluded.title_zh, excluded.title_en)""")
                        .params(
                                department.code(),
                                department.title().zh(),
                                department.title().en())
                        .update()
                > 0;
    }

    /** Adds a department under its code if it is not there; a later registration names it. */
    void ensureDepartment(String code) {
        db.sql("insert into catalogue.department (code, title_zh, title_en) values (?, ?, ?) on conflict do nothing")
                .params(code, code, code)
                .update();
    }

    Optional<DataResource> find(String id) {
        return db.sql(SELECT + " where id = ?")
                .param(id)
                .query((row, index) -> read(row, fields(id)))
                .optional();
    }

    List<DataResource> list() {
        List<FieldRow> fields = db.sql(FieldRow.SELECT + " order by resource, position")
                .query(FieldRow::read)
                .list();
        Map<String, List<DataField>> described = described(fields);
        return db.sql(SELECT + " order by id")
                .query((row, index) -> read(row, described.getOrDefault(row.getString("id"), List.of())))
                .list();
    }

    /** The resources with those ids in order of id: one page of thousands. */
    List<DataResource> list(Collection<String> ids) {
        String[] wanted = ids.toArray(String[]::new);
        List<FieldRow> fields = db.sql(FieldRow.SELECT + " where resource = any(?) order by resource, position")
                .param(wanted)
                .query(FieldRow::read)
                .list();
        Map<String, List<DataField>> described = described(fields);
        return db.sql(SELECT + " where id = any(?) order by id")
                .param(wanted)
                .query((row, index) -> read(row, described.getOrDefault(row.getString("id"), List.of())))
                .list();
    }

    /** Titles by id. */
    Map<String, Bilingual> titles() {
        Map<String, Bilingual> titles = new LinkedHashMap<>();
        db.sql("select id, title_zh, title_en from catalogue.resource order by id")
                .query(row -> {
                    titles.put(row.getString("id"), both(row, "title"));
                });
        return titles;
    }

    /** Writes a resource with its fields; metadata given again replaces what was there. */
    void put(DataResource resource) {
        db.sql("""
                        insert into catalogue.resource (id, department, code, title_zh, title_en, abstract_zh, abstract_en,
                            resource_class, format, share_type, share_condition_zh, share_condition_en, share_basis_zh,
                            share_basis_en, open_type, update_cycle, search)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (id) do update set code = excluded.code, title_zh = excluded.title_zh,
                            title_en = excluded.title_en, abstract_zh = excluded.abstract_zh,
                            abstract_en = excluded.abstract_en, resource_class = excluded.resource_class,
                            format = excluded.format, share_type = excluded.share_type,
                            share_condition_zh = excluded.share_condition_zh,
                            share_condition_en = excluded.share_condition_en, share_basis_zh = excluded.share_basis_zh,
                            share_basis_en = excluded.share_basis_en, open_type = excluded.open_type,
                            update_cycle = excluded.update_cycle, search = excluded.search,
                            changed_at = clock_timestamp()""")
                .params(
                        resource.id(),
                        resource.department(),
                        resource.code(),
                        resource.title().zh(),
                        resource.title().en(),
                        resource.summary().zh(),
                        resource.summary().en(),
                        resource.resourceClass(),
                        resource.format(),
                        resource.shareType().name(),
                        resource.shareCondition().zh(),
                        resource.shareCondition().en(),
                        resource.shareBasis().zh(),
                        resource.shareBasis().en(),
                        resource.openType(),
                        resource.updateCycle(),
                        searchText(resource))
                .update();
        putFields(resource.id(), resource.fields());
    }

    /** Replaces the fields of a resource. */
    void putFields(String resource, List<DataField> fields) {
        db.sql("delete from catalogue.field where resource = ?").param(resource).update();
        for (int position = 0; position < fields.size(); position++) {
            DataField field = fields.get(position);
            db.sql("""
                            insert into catalogue.field (resource, name, position, title_zh, title_en, source_type, length,
                                nullable, key, element)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                    .param(resource)
                    .param(field.name())
                    .param(position)
                    .param(field.title().zh())
                    .param(field.title().en())
                    .param(field.sourceType())
                    .param(field.length())
                    .param(field.nullable())
                    .param(field.key())
                    .param(field.element())
                    .update();
        }
    }

    /** Lets no one else change this resource, its versions and needs until the transaction ends. */
    void lock(String resource) {
        db.sql("select pg_advisory_xact_lock(hashtextextended(?, 809))")
                .param("catalogue:" + resource)
                .query(rows -> {});
    }

    private static Map<String, List<DataField>> described(List<FieldRow> fields) {
        return fields.stream()
                .collect(Collectors.groupingBy(
                        FieldRow::resource, Collectors.mapping(FieldRow::field, Collectors.toList())));
    }

    private List<DataField> fields(String resource) {
        return db
                .sql(FieldRow.SELECT + " where resource = ? order by position")
                .param(resource)
                .query(FieldRow::read)
                .list()
                .stream()
                .map(FieldRow::field)
                .toList();
    }

    private static String searchText(DataResource resource) {
        Stream<String> own = Stream.of(
                resource.id(),
                resource.code(),
                resource.title().zh(),
                resource.title().en(),
                resource.summary().zh(),
                resource.summary().en());
        Stream<String> fields = resource.fields().stream()
                .flatMap(field -> Stream.of(
                        field.name(), field.title().zh(), field.title().en()));
        return Stream.concat(own, fields).distinct().collect(Collectors.joining(" "));
    }

    private static DataResource read(ResultSet row, List<DataField> fields) throws SQLException {
        return new DataResource(
                row.getString("id"),
                row.getString("department"),
                row.getString("code"),
                both(row, "title"),
                both(row, "abstract"),
                row.getString("resource_class"),
                row.getString("format"),
                ShareType.valueOf(row.getString("share_type")),
                both(row, "share_condition"),
                both(row, "share_basis"),
                row.getString("open_type"),
                row.getString("update_cycle"),
                fields);
    }

    private static Bilingual both(ResultSet row, String column) throws SQLException {
        return new Bilingual(row.getString(column + "_zh"), row.getString(column + "_en"));
    }

    /** A field with the resource it belongs to. */
    private record FieldRow(String resource, DataField field) {

        static final String SELECT =
                "select resource, name, title_zh, title_en, source_type, length, nullable, key, element from catalogue.field";

        static FieldRow read(ResultSet row, int index) throws SQLException {
            @Nullable Integer length = row.getObject("length", Integer.class);
            return new FieldRow(
                    row.getString("resource"),
                    new DataField(
                            row.getString("name"),
                            both(row, "title"),
                            row.getString("source_type"),
                            length,
                            row.getBoolean("nullable"),
                            row.getBoolean("key"),
                            row.getString("element")));
        }
    }
}
