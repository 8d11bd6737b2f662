package org.citybrain.platform.identity;

import java.util.Set;
import org.citybrain.kernel.text.Bilingual;
import org.citybrain.platform.access.Caller;
import org.citybrain.platform.access.Role;

/**
 * A person's account.
 *
 * @param login unique, lower case
 * @param name the name shown to others
 * @param roles what the account is; at most one of the three administrators
 * @param region region prefix of 0 to 12 digits, empty for the whole city
 * @param department code of the person's department, empty when none
 * @param enabled false once the account is closed
 */
public record Account(
        String login, Bilingual name, Set<Role> roles, String region, String department, boolean enabled) {

    /** Checks the separation of administrators and copies the roles. */
    public Account {
        roles = Set.copyOf(roles);
        if (!login.matches("[a-z0-9][a-z0-9.-]{1,39}")) {
            throw new IllegalArgumentException("a login is 2 to 40 lower case letters, digits, dots or hyphens");
        }
        if (!region.matches("\\d{0,12}")) {
            throw new IllegalArgumentException("a region prefix is 0 to 12 digits, not " + region);
        }
        if (roles.stream().filter(Role::administrator).count() > 1) {
            throw new IllegalArgumentException("account " + login + " would hold two administrator roles");
        }
    }

    /** The account as the one who calls. */
    public Caller caller() {
        return new Caller(login, name.zh(), roles, region, department);
    }
}
