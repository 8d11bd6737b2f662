package org.citybrain.platform.identity.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.citybrain.platform.home.Home;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Serves so many requests at once and lets a short line wait at the door. More at once than processors and database connections
 * can work on only makes each of them slower, and thousands that wait inside take the process's memory; who comes when the
 * line is full, or has waited too long, is told at once to come again. The setting {@code platform.requests} is how many are
 * served at once.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class Admission extends OncePerRequestFilter {

    private static final int LINE = 400;
    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final String COME_AGAIN_SECONDS = "2";

    /** Asked by the platform itself in the midst of a sign-in that has its place already. */
    private static final Set<String> OWN = Set.of("/oauth2/token", "/oauth2/jwks", "/userinfo");

    private final ProblemWriter problems;
    private final Semaphore places;
    private final int line;
    private final Duration patience;

    @Autowired
    Admission(ProblemWriter problems, Home home) {
        this(problems, home.requestsAtOnce(), LINE, PATIENCE);
    }

    Admission(ProblemWriter problems, int atOnce, int line, Duration patience) {
        this.problems = problems;
        this.places = new Semaphore(atOnce, true);
        this.line = line;
        this.patience = patience;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return OWN.contains(request.getRequestURI());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!enter()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, COME_AGAIN_SECONDS);
            problems.tooMany(request, response);
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            places.release();
        }
    }

    private boolean enter() {
        try {
            // without a time it would overtake the line
            return places.tryAcquire(0, TimeUnit.MILLISECONDS)
                    || places.getQueueLength() < line && places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
