package org.citybrain.platform.identity;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.citybrain.platform.access.Role;

/** The door to accounts. */
public interface Accounts {

    /** The account of a login, closed ones too. */
    Optional<Account> find(String login);

    /** All accounts in order of login. */
    List<Account> list();

    /** The open accounts that hold the role and whose region covers the region code. */
    List<Account> listHolding(Role role, String regionCode);

    /**
     * Opens an account with a password.
     *
     * @throws org.citybrain.platform.problem.Refusal when the login is taken or the password too short
     */
    void open(Account account, String password);

    /**
     * Replaces the roles of an account.
     *
     * @throws org.citybrain.platform.problem.Refusal when two of the roles are administrators
     */
    void grant(String login, Set<Role> roles);

    /** Closes an account: it cannot sign in and its running sessions lose every right. */
    void close(String login);
}
