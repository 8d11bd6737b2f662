package org.citybrain.platform.identity.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what no page and no program of ours asks: TRACE, which would repeat headers to a script, and the framework's own
 * page of errors, which nobody visits by himself.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class OddRequests extends OncePerRequestFilter {

    private final ProblemWriter problems;

    OddRequests(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (HttpMethod.TRACE.matches(request.getMethod())) {
            problems.wrongMethod(request, response);
        } else if (request.getRequestURI().equals("/error")) {
            problems.absent(request, response);
        } else {
            chain.doFilter(request, response);
        }
    }
}
