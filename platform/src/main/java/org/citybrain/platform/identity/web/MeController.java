package org.citybrain.platform.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.citybrain.platform.access.Authority;
import org.citybrain.platform.access.Caller;
import org.citybrain.platform.access.Callers;
import org.citybrain.platform.access.Right;
import org.citybrain.platform.access.Role;
import org.citybrain.platform.audit.Audit;
import org.citybrain.platform.audit.AuditEvent;
import org.citybrain.platform.audit.Audited;
import org.citybrain.platform.identity.Accounts;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who I am, and leaving. */
@RestController
final class MeController {

    private final Audit audit;
    private final Accounts accounts;

    MeController(Audit audit, Accounts accounts) {
        this.audit = audit;
        this.accounts = accounts;
    }

    /** The signed-in account as the console needs it. */
    record Me(
            String login,
            String name,
            List<String> roles,
            List<String> authorities,
            String region,
            String department,
            String locale) {}

    @GetMapping("/api/me")
    @Authority(Right.SIGNED_IN)
    @Audited(AuditEvent.OWN_PAGE_READ)
    Me me(Locale locale) {
        Caller caller = Callers.get();
        return new Me(
                caller.login(),
                accounts.find(caller.login())
                        .map(account -> account.name().in(locale.getLanguage()))
                        .orElseGet(caller::name),
                caller.roles().stream().map(Role::name).sorted().toList(),
                caller.rights().stream().map(Right::slug).toList(),
                caller.region(),
                caller.department(),
                "en".equals(locale.getLanguage()) ? "en" : "zh");
    }

    @PostMapping("/api/logout")
    @Authority(Right.SIGNED_IN)
    @Audited(AuditEvent.SIGNED_OUT)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void logout(HttpServletRequest request) {
        audit.record(AuditEvent.SIGNED_OUT, "account:" + Callers.get().login(), Map.of());
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }
}
