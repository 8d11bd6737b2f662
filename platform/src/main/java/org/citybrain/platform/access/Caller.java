package org.citybrain.platform.access;

import java.util.EnumSet;
import java.util.Set;

/**
 * Who is calling.
 *
 * @param login the account's login, {@code machine}, or {@code system:<room>} for the platform's own work
 * @param name the name shown to others
 * @param roles what the account is
 * @param region region prefix of 0 to 12 digits; empty means the whole city
 * @param department code of the caller's department, empty when none
 */
public record Caller(String login, String name, Set<Role> roles, String region, String department) {

    /** Checks the region and copies the roles. */
    public Caller {
        if (login.isBlank()) {
            throw new IllegalArgumentException("a caller needs a login");
        }
        if (!region.matches("\\d{0,12}")) {
            throw new IllegalArgumentException("a region prefix is 0 to 12 digits, not " + region);
        }
        roles = Set.copyOf(roles);
    }

    /** The platform itself, doing a room's background work: it holds no right at an endpoint. */
    public static Caller system(String room) {
        return new Caller("system:" + room, "平台", Set.of(), "", "");
    }

    /** A program that showed the home's token. */
    public static Caller machine() {
        return new Caller("machine", "系统接口", Set.of(Role.MACHINE), "", "");
    }

    /** True when one of the caller's roles holds the right. */
    public boolean may(Right right) {
        return right.heldBy(roles);
    }

    /** True when the caller holds the role. */
    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** True when the region code lies in the caller's region: a code begins with the caller's prefix. */
    public boolean covers(String regionCode) {
        return regionCode.startsWith(region);
    }

    /** All rights of the caller. */
    public Set<Right> rights() {
        Set<Right> rights = EnumSet.noneOf(Right.class);
        rights.addAll(Right.of(roles));
        return rights;
    }
}
