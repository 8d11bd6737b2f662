package org.citybrain.platform.identity.internal;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;

/** Counts what the login form lets in and keeps out. */
final class SignInOutcome extends SavedRequestAwareAuthenticationSuccessHandler
        implements AuthenticationFailureHandler {

    private final SignInLimits limits;

    SignInOutcome(SignInLimits limits) {
        this.limits = limits;
        setDefaultTargetUrl("/");
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws ServletException, IOException {
        limits.succeeded(authentication.getName());
        super.onAuthenticationSuccess(request, response, authentication);
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException error)
            throws IOException {
        String login = request.getParameter("username");
        boolean locked = error instanceof LockedException;
        if (!locked && login != null) {
            limits.failed(login);
            locked = limits.locked(login);
        }
        String language = "en".equals(request.getParameter("lang")) ? "&lang=en" : "";
        response.sendRedirect("/idp/login?" + (locked ? "locked" : "error") + language);
    }
}
