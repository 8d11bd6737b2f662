package org.citybrain.platform.identity.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.citybrain.platform.problem.CommonProblem;
import org.citybrain.platform.problem.ProblemBody;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Answers what the security chains refuse, before any controller, with the same problem JSON. */
@Component
final class ProblemWriter implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final JsonMapper json;

    ProblemWriter(JsonMapper json) {
        this.json = json;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException error)
            throws IOException {
        write(request, response, CommonProblem.NOT_SIGNED_IN, request.getRequestURI());
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException error)
            throws IOException {
        write(request, response, CommonProblem.NOT_ALLOWED, "XSRF-TOKEN");
    }

    private void write(HttpServletRequest request, HttpServletResponse response, CommonProblem code, String detail)
            throws IOException {
        response.setStatus(code.status());
        response.setContentType(ProblemBody.MEDIA_TYPE);
        response.getOutputStream()
                .write(json.writeValueAsBytes(
                        ProblemBody.of(code, detail, ProblemBody.newReference(), localeOf(request))));
    }

    private static Locale localeOf(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null ? Locale.CHINESE : request.getLocale();
    }
}
