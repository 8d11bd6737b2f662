package org.citybrain.platform.identity.internal;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.citybrain.platform.access.Authority;
import org.citybrain.platform.access.Caller;
import org.citybrain.platform.access.Callers;
import org.citybrain.platform.access.Right;
import org.citybrain.platform.access.Role;
import org.citybrain.platform.audit.Audit;
import org.citybrain.platform.audit.AuditEvent;
import org.citybrain.platform.audit.Audited;
import org.citybrain.platform.problem.CommonProblem;
import org.citybrain.platform.problem.Details;
import org.citybrain.platform.problem.Refusal;
import org.citybrain.platform.problem.ShortText;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.AsyncHandlerInterceptor;

/**
 * Stands before every endpoint: no right named, no entry; no audit event named, no entry. Reads that must be answered
 * for are written into the chain before the endpoint runs.
 */
@Component
final class EndpointGuard implements AsyncHandlerInterceptor {

    private final AccountReader accounts;
    private final Audit audit;

    EndpointGuard(AccountReader accounts, Audit audit) {
        this.accounts = accounts;
        this.audit = audit;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        // files have no method; the framework's error page only repeats what was refused or failed
        if (!(handler instanceof HandlerMethod method) || method.getBean() instanceof ErrorController) {
            return true;
        }
        Authority authority = method.getMethodAnnotation(Authority.class);
        Audited audited = method.getMethodAnnotation(Audited.class);
        if (authority == null || audited == null) {
            throw Refusal.of(CommonProblem.NOT_ALLOWED, "此地址没有写明权限和审计事件 · this address names no right and audit event");
        }
        ShortText.require("purpose", request.getParameter("purpose"));
        ShortText.require("legalBasis", request.getParameter("legalBasis"));
        @Nullable Caller caller = caller().orElse(null);
        admit(authority.value(), caller, request);
        boolean first = request.getDispatcherType() == DispatcherType.REQUEST;
        if (first && audited.value().weight() == AuditEvent.Weight.LOOK) {
            Runnable entry = () -> audit.record(audited.value(), request.getRequestURI(), purpose(request));
            Callers.run(caller == null ? Caller.system("stranger") : caller, entry);
        }
        if (caller != null) {
            Callers.enter(caller);
        }
        return true;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception error) {
        Callers.leave();
    }

    @Override
    public void afterConcurrentHandlingStarted(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        Callers.leave();
    }

    private void admit(Right right, @Nullable Caller caller, HttpServletRequest request) {
        if (right == Right.PUBLIC) {
            return;
        }
        if (caller == null) {
            throw Refusal.of(CommonProblem.NOT_SIGNED_IN, Details.signInNeeded(request.getRequestURI()));
        }
        if (!caller.may(right)) {
            Callers.run(
                    caller,
                    () -> audit.record(
                            AuditEvent.ACCESS_REFUSED,
                            request.getRequestURI(),
                            Map.of("right", right.slug(), "method", request.getMethod())));
            throw Refusal.of(CommonProblem.NOT_ALLOWED, missing(right));
        }
    }

    private Optional<Caller> caller() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null
                || authentication instanceof AnonymousAuthenticationToken
                || !authentication.isAuthenticated()) {
            return Optional.empty();
        }
        if (authentication instanceof CallerAuthentication known) {
            return Optional.of(known.getPrincipal());
        }
        return accounts.findRecent(authentication.getName())
                .filter(account -> account.enabled())
                .map(account -> account.caller());
    }

    private static Map<String, String> purpose(HttpServletRequest request) {
        String purpose = request.getParameter("purpose");
        return purpose == null ? Map.of() : Map.of("purpose", purpose);
    }

    private static String missing(Right right) {
        String zh = right.roles().stream().map(Role::zh).sorted().collect(Collectors.joining("、"));
        String en = right.roles().stream().map(Role::en).sorted().collect(Collectors.joining(", "));
        return "缺少权限 " + right.slug() + "（持有者：" + zh + "） · the right " + right.slug() + " is missing (held by: " + en
                + ")";
    }
}
