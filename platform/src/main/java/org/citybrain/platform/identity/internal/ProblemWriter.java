package org.citybrain.platform.identity.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.citybrain.platform.problem.CommonProblem;
import org.citybrain.platform.problem.Details;
import org.citybrain.platform.problem.ProblemBody;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Answers what the security chains refuse, before any controller, with the same problem JSON. */
@Component
final class ProblemWriter implements AuthenticationEntryPoint, AccessDeniedHandler, RequestRejectedHandler {

    private static final String STALE_TOKEN = "请求中缺少有效的 XSRF-TOKEN · the request lacks a valid XSRF-TOKEN";

    private final JsonMapper json;

    ProblemWriter(JsonMapper json) {
        this.json = json;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException error)
            throws IOException {
        write(request, response, CommonProblem.NOT_SIGNED_IN, Details.signInNeeded(request.getRequestURI()));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException error)
            throws IOException {
        if (error instanceof CsrfException) {
            write(request, response, CommonProblem.PAGE_OUT_OF_DATE, STALE_TOKEN);
        } else {
            write(request, response, CommonProblem.NOT_ALLOWED, Details.notForThisAccount(request.getRequestURI()));
        }
    }

    /** What the firewall of addresses refuses, such as encoded slashes and control characters. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException rejected)
            throws IOException {
        write(
                request,
                response,
                CommonProblem.BAD_REQUEST,
                "地址含有不该有的字符 · the address holds characters that no address has");
    }

    /** A body over the limit, or of unknown length. */
    void tooLarge(HttpServletRequest request, HttpServletResponse response, long limit) throws IOException {
        write(
                request,
                response,
                CommonProblem.TOO_LARGE,
                "最多 " + limit + " 字节, 且须写明长度 · at most " + limit + " bytes, and the length must be said");
    }

    /** A method that no address takes. */
    void wrongMethod(HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(
                request,
                response,
                CommonProblem.METHOD_NOT_ALLOWED,
                Details.methodNotTaken(request.getMethod(), List.of()));
    }

    /** More than can be served now. */
    void tooMany(HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(request, response, CommonProblem.UNAVAILABLE, "同时请求过多 · too many requests at once");
    }

    /** An address that is none. */
    void absent(HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(request, response, CommonProblem.NOT_FOUND, Details.noAddress(request.getRequestURI()));
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
