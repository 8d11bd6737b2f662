package org.citybrain.platform.access;

import static org.citybrain.platform.access.Role.AUDITOR;
import static org.citybrain.platform.access.Role.COUNTY_OFFICER;
import static org.citybrain.platform.access.Role.DATA_OFFICER;
import static org.citybrain.platform.access.Role.DEPARTMENT_OFFICER;
import static org.citybrain.platform.access.Role.GRID_WORKER;
import static org.citybrain.platform.access.Role.LEADER;
import static org.citybrain.platform.access.Role.MACHINE;
import static org.citybrain.platform.access.Role.OPERATOR;
import static org.citybrain.platform.access.Role.SECURITY_ADMIN;
import static org.citybrain.platform.access.Role.STEWARD;
import static org.citybrain.platform.access.Role.SYSTEM_ADMIN;
import static org.citybrain.platform.access.Role.TOWN_OFFICER;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The closed list of what an endpoint may demand, and which roles hold it. Deny by default: no role, no right. */
public enum Right {
    /** Open to everyone, signed in or not. */
    PUBLIC("public"),
    /** Open to every account and machine that is signed in. */
    SIGNED_IN("signed-in", Role.values()),

    TODO_READ("todo.read", GRID_WORKER, TOWN_OFFICER, COUNTY_OFFICER, STEWARD, MACHINE),
    TASK_COMPLETE("task.complete", GRID_WORKER, TOWN_OFFICER, COUNTY_OFFICER, MACHINE),
    FIELD_WORK("field.work", GRID_WORKER),
    CASE_READ("case.read", GRID_WORKER, TOWN_OFFICER, COUNTY_OFFICER, LEADER, STEWARD, DATA_OFFICER, MACHINE),
    DECISION_READ("decision.read", GRID_WORKER, TOWN_OFFICER, COUNTY_OFFICER, LEADER, STEWARD, DATA_OFFICER, MACHINE),
    DECISION_REPLAY("decision.replay", COUNTY_OFFICER, DATA_OFFICER, MACHINE),
    ALERT_READ("alert.read", GRID_WORKER, TOWN_OFFICER, COUNTY_OFFICER, LEADER, DATA_OFFICER, OPERATOR, MACHINE),

    CATALOGUE_READ(
            "catalogue.read",
            DATA_OFFICER,
            STEWARD,
            COUNTY_OFFICER,
            TOWN_OFFICER,
            LEADER,
            OPERATOR,
            AUDITOR,
            SECURITY_ADMIN,
            SYSTEM_ADMIN,
            MACHINE),
    CATALOGUE_WRITE("catalogue.write", DATA_OFFICER, MACHINE),
    CATALOGUE_SAMPLE("catalogue.sample", DATA_OFFICER, STEWARD),
    GRANT_DECIDE("grant.decide", DATA_OFFICER),

    EXCHANGE_READ("exchange.read", DATA_OFFICER, STEWARD, OPERATOR, LEADER, COUNTY_OFFICER, AUDITOR, MACHINE),
    /** A proof holds the whole row unmasked: only those may have one who may see persons unmasked, and machines. */
    EXCHANGE_PROVE("exchange.prove", STEWARD, MACHINE),
    /** For the caller's own department only: room subscription compares. */
    SUBSCRIPTION_REQUEST("subscription.request", DATA_OFFICER, STEWARD, COUNTY_OFFICER),
    SUBSCRIPTION_DECIDE("subscription.decide", DATA_OFFICER),
    SUBSCRIPTION_STEER("subscription.steer", DATA_OFFICER, STEWARD, COUNTY_OFFICER),
    FINDING_MEND("finding.mend", DATA_OFFICER, STEWARD),
    NODE_KEY_WRITE("node-key.write", MACHINE),
    SOURCE_READ("source.read", Role.values()),

    REGISTRY_READ(
            "registry.read",
            STEWARD,
            GRID_WORKER,
            TOWN_OFFICER,
            COUNTY_OFFICER,
            DEPARTMENT_OFFICER,
            DATA_OFFICER,
            MACHINE),
    REGISTRY_UNMASK("registry.unmask", STEWARD, COUNTY_OFFICER),
    REGISTRY_LEDGER("registry.ledger", STEWARD, AUDITOR, DATA_OFFICER, MACHINE),

    /** Says which records are one person or firm, and sends corrections to their source. */
    REGISTRY_RULE("registry.rule", STEWARD),
    /** Reads figures of the sources' quality: no person is shown. */
    REGISTRY_QUALITY("registry.quality", STEWARD, DATA_OFFICER, COUNTY_OFFICER, LEADER, AUDITOR, MACHINE),

    /** Sees credit records that were repaired and are kept. */
    REGISTRY_WITHHELD("registry.withheld", STEWARD),
    /** Raises objections and applications for repair at a desk, for their subject. */
    CREDIT_ASK("credit.ask", STEWARD, TOWN_OFFICER, COUNTY_OFFICER),
    /** Decides about them, for the caller's own department only: room credit compares. */
    CREDIT_DECIDE("credit.decide", DEPARTMENT_OFFICER),
    /** Follows all objections and repairs. */
    CREDIT_FOLLOW("credit.follow", STEWARD, COUNTY_OFFICER, TOWN_OFFICER, DEPARTMENT_OFFICER, DATA_OFFICER, AUDITOR),

    /** Issues and revokes signed e-licences. */
    LICENCE_ISSUE("licence.issue", STEWARD, COUNTY_OFFICER),

    /** Reads economic series: no person or firm is shown. */
    ECONOMY_READ("economy.read", STEWARD, DATA_OFFICER, COUNTY_OFFICER, LEADER, AUDITOR, OPERATOR, MACHINE),

    SCENE_READ("scene.read", DATA_OFFICER, STEWARD, COUNTY_OFFICER, TOWN_OFFICER, LEADER, OPERATOR, AUDITOR, MACHINE),
    SCENE_DEPLOY("scene.deploy", DATA_OFFICER, OPERATOR, MACHINE),
    PARAMETER_WRITE("parameter.write", COUNTY_OFFICER, DATA_OFFICER, MACHINE),

    WALL_READ("wall.read", LEADER, DATA_OFFICER, OPERATOR, COUNTY_OFFICER, TOWN_OFFICER, STEWARD, MACHINE),
    CLOCK_SET("clock.set", OPERATOR, MACHINE),

    ACCOUNT_READ("account.read", SYSTEM_ADMIN, SECURITY_ADMIN, AUDITOR),
    ACCOUNT_WRITE("account.write", SYSTEM_ADMIN),
    ROLE_GRANT("role.grant", SECURITY_ADMIN),
    AUDIT_READ("audit.read", AUDITOR);

    private final String slug;
    private final Set<Role> roles;

    Right(String slug, Role... roles) {
        this.slug = slug;
        this.roles = Set.of(roles);
    }

    /** Stable name, as the console and the contract write it. */
    public String slug() {
        return slug;
    }

    /** True when one of the roles holds this right; {@link #PUBLIC} is held by everyone. */
    public boolean heldBy(Collection<Role> held) {
        return this == PUBLIC || held.stream().anyMatch(roles::contains);
    }

    /** The roles that hold this right, to tell a refused person who has it. */
    public Set<Role> roles() {
        return roles;
    }

    /** All rights of these roles, in order of declaration. */
    public static Set<Right> of(Collection<Role> held) {
        return Stream.of(values())
                .filter(right -> right.heldBy(held))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Right.class)));
    }
}
