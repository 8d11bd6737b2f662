package org.citybrain.platform.identity.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.citybrain.kernel.text.Bilingual;
import org.citybrain.platform.access.Authority;
import org.citybrain.platform.access.Right;
import org.citybrain.platform.access.Role;
import org.citybrain.platform.audit.AuditEvent;
import org.citybrain.platform.audit.Audited;
import org.citybrain.platform.identity.Account;
import org.citybrain.platform.identity.Accounts;
import org.citybrain.platform.identity.internal.SignInLimits;
import org.citybrain.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Accounts: the system administrator opens and closes them without any role, the security administrator grants roles and
 * can open none.
 */
@RestController
final class AccountController {

    private final Accounts accounts;
    private final SignInLimits limits;

    AccountController(Accounts accounts, SignInLimits limits) {
        this.accounts = accounts;
        this.limits = limits;
    }

    /** A new account: it holds no role until the security administrator grants one. */
    record Opening(
            @Nullable String login,
            @Nullable Bilingual name,
            @Nullable String password,
            @Nullable String region,
            @Nullable String department) {}

    /** The roles an account shall hold. */
    record Grant(@Nullable Set<Role> roles) {}

    @GetMapping("/api/accounts")
    @Authority(Right.ACCOUNT_READ)
    @Audited(AuditEvent.ACCOUNTS_READ)
    List<Account> list() {
        return accounts.list();
    }

    /** What every login is called, for pages that tell who did something; nothing else of an account. */
    @GetMapping("/api/accounts/names")
    @Authority(Right.SIGNED_IN)
    @Audited(AuditEvent.ACCOUNT_NAMES_READ)
    Map<String, Bilingual> names() {
        return accounts.list().stream().collect(Collectors.toMap(Account::login, Account::name));
    }

    @PostMapping("/api/accounts")
    @Authority(Right.ACCOUNT_WRITE)
    @Audited(AuditEvent.ACCOUNT_OPENED)
    @ResponseStatus(HttpStatus.CREATED)
    void open(@RequestBody Opening opening) {
        if (opening.login() == null || opening.name() == null || opening.password() == null) {
            throw Refusal.badRequest("需要登录名、姓名和口令 · login, name and password are needed");
        }
        Account account = new Account(
                opening.login(),
                opening.name(),
                Set.of(),
                opening.region() == null ? "" : opening.region(),
                opening.department() == null ? "" : opening.department(),
                true);
        accounts.open(account, opening.password());
    }

    @PostMapping("/api/accounts/{login}/roles")
    @Authority(Right.ROLE_GRANT)
    @Audited(AuditEvent.ROLES_GRANTED)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void grant(@PathVariable String login, @RequestBody Grant grant) {
        if (grant.roles() == null || grant.roles().contains(Role.MACHINE)) {
            throw Refusal.badRequest("需要角色，且不得为 MACHINE · roles are needed, and none of them MACHINE");
        }
        accounts.grant(login, grant.roles());
    }

    @PostMapping("/api/accounts/{login}/close")
    @Authority(Right.ACCOUNT_WRITE)
    @Audited(AuditEvent.ACCOUNT_CLOSED)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void close(@PathVariable String login) {
        accounts.close(login);
    }

    @PostMapping("/api/accounts/{login}/unlock")
    @Authority(Right.ROLE_GRANT)
    @Audited(AuditEvent.SIGN_IN_UNLOCKED)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unlock(@PathVariable String login) {
        limits.unlock(login);
    }
}
