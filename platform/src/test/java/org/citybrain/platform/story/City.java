package org.citybrain.platform.story;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.citybrain.kernel.wire.Candidate;
import org.citybrain.kernel.wire.Topics;
import org.citybrain.kernel.wire.WireJson;
import org.citybrain.platform.identity.internal.As;
import org.citybrain.platform.topics.InMemoryTopicPort;
import org.citybrain.platform.topics.TopicMessage;
import org.citybrain.sceneformat.DeliverySpec;
import org.citybrain.sceneformat.Need;
import org.citybrain.sceneformat.Scene;
import org.citybrain.sceneformat.load.SceneFolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.result.MockMvcResultMatchers;

/** Writes facts as intake does, and asks as a stream does. */
public final class City {
    static final String SETTLEMENT = "health_insurance.settlement";
    static final String VILLAGE = "360999001001";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final AtomicLong SEQUENCE = new AtomicLong(1000);

    private final JdbcClient jdbc;
    private final InMemoryTopicPort topics;

    City(JdbcClient jdbc, InMemoryTopicPort topics) {
        this.jdbc = jdbc;
        this.topics = topics;
    }

    /** Puts the resources that the scene needs into the catalogue. */
    void register(MockMvc mvc, Path scene) throws Exception {
        Scene read = SceneFolder.load(scene).scene().orElseThrow();
        for (Need need : read.needs().values()) {
            Set<String> names = new LinkedHashSet<>(need.fields());
            need.lookup().forEach(name -> names.add(name.replaceFirst("_ref$", "")));
            register(mvc, need.resource(), names);
        }
        for (DeliverySpec delivery : read.deliveries().values()) {
            register(
                    mvc,
                    delivery.department() + "." + delivery.table(),
                    delivery.columns().keySet());
        }
    }

    private static void register(MockMvc mvc, String resource, Collection<String> names) throws Exception {
        String department = resource.substring(0, resource.indexOf('.'));
        post(mvc, "/api/departments", Map.of("code", department, "title", words(department)));
        List<Map<String, Object>> fields = names.stream()
                .map(name -> Map.<String, Object>of("name", name, "title", words(name), "sourceType", "text"))
                .toList();
        post(
                mvc,
                "/api/resources",
                Map.of("resource", resource, "department", department, "title", words(resource), "fields", fields));
    }

    private static void post(MockMvc mvc, String path, Map<String, Object> body) throws Exception {
        mvc.perform(MockMvcRequestBuilders.post(path)
                        .with(As.machine())
                        .contentType("application/json")
                        .content(JSON.writeValueAsBytes(body)))
                .andExpect(MockMvcResultMatchers.status().is2xxSuccessful());
    }

    private static Map<String, String> words(String text) {
        return Map.of("zh", text, "en", text);
    }

    /** A family of a father and a mother with an income of 10,000.00 in 2025. */
    /** A family. */
    public Family family(String name) {
        return family(name, true);
    }

    Family family(String name, boolean motherHasIncome) {
        Family family = new Family("h3609-" + name, "p3609-" + name + "a", "p3609-" + name + "b", name);
        person(family.father(), "1984-03-01");
        person(family.mother(), "1986-05-01");
        member(family, family.father(), "户主", "甲" + name);
        member(family, family.mother(), "配偶", "乙" + name);
        income("human_resources.wage", family.father(), "8000.00");
        if (motherHasIncome) {
            income("civil_affairs.transfer_income", family.mother(), "2000.00");
        }
        return family;
    }

    /** A bill of 2026; gives its key so that it can be reversed. */
    /** A bill; answers its receipt's batch. */
    public String bill(String person, String selfPaid, String status, String key) {
        fact(
                SETTLEMENT,
                key,
                Map.of(
                        "settlement_no", key,
                        "id_number", "360999198403010016",
                        "id_number_ref", person,
                        "settled_on", "2026-10-20",
                        "self_paid", selfPaid,
                        "status", status));
        return key;
    }

    void income(String resource, String person, String amount) {
        fact(
                resource,
                person + "-" + amount,
                Map.of("id_number", "360999198403010016", "id_number_ref", person, "year", "2025", "amount", amount));
    }

    /** Says look, as the stream does, at the newest position of the bills. */
    /** A stream points at a person. */
    public void look(String person) {
        look(person, newest(SETTLEMENT));
    }

    void look(String person, long position) {
        Candidate candidate = new Candidate(
                "anti-poverty",
                "medical-burden",
                "person",
                person,
                "2026",
                SETTLEMENT,
                Map.of(SETTLEMENT + "/0", position),
                List.of(SETTLEMENT + "/0/" + position + "/0"),
                1,
                1);
        topics.send(List.of(TopicMessage.of(Topics.CANDIDATES, person, WireJson.write(candidate))));
    }

    long newest(String resource) {
        return jdbc.sql("select coalesce(max(sequence), 0) from exchange.lane where resource = ?")
                .param(resource)
                .query(Long.class)
                .single();
    }

    /** A lane's position without a fact: what intake reached. */
    void reached(String resource, long sequence) {
        jdbc.sql("""
                insert into exchange.lane (resource, lane, sequence, row_total, bad_total, state, reason, updated_at)
                values (?, 0, ?, 0, 0, 'FLOWING', '', clock_timestamp())
                on conflict (resource, lane) do update set sequence = excluded.sequence""").params(resource, sequence).update();
    }

    private void person(String ref, String born) {
        fact(
                "public_security.person",
                ref,
                Map.of("person_no", ref, "id_number", "360999198403010016", "id_number_ref", ref, "birth_date", born));
    }

    private void member(Family family, String ref, String relation, String name) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("member_no", ref);
        fields.put("household_no", "H" + family.name());
        fields.put("household_no_ref", family.household());
        fields.put("id_number", "360999198403010016");
        fields.put("id_number_ref", ref);
        fields.put("name", name);
        fields.put("relation", relation);
        fields.put("kind", "户籍");
        fields.put("joined_on", "2010-01-01");
        fields.put("left_on", null);
        fields.put("region_code", VILLAGE);
        fact("public_security.household_member", ref, fields);
    }

    private void fact(String resource, String key, Map<String, String> fields) {
        long sequence = SEQUENCE.incrementAndGet();
        List<String> lookups = new ArrayList<>();
        fields.forEach((name, value) -> {
            if (name.endsWith("_ref")) {
                lookups.add(name + "=" + value);
            }
        });
        jdbc.sql("""
                insert into pool.fact (resource, key, fields, lookups, lane, sequence, row_no, op, source_time, known_time)
                values (?, ?, ?::jsonb, ?::text[], 0, ?, 0, 'c', clock_timestamp(), clock_timestamp())
                on conflict (resource, key) do update set fields = excluded.fields, sequence = excluded.sequence""")
                .params(resource, key, json(fields), "{" + String.join(",", lookups) + "}", sequence)
                .update();
        reached(resource, sequence);
    }

    private static String json(Map<String, String> fields) {
        try {
            return JSON.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Two adults of one household, by their opaque ids. */
    /** Refs of a family. */
    public record Family(String household, String father, String mother, String name) {}
}
