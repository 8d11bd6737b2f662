package org.citybrain.platform.problem.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.citybrain.platform.access.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.databind.json.JsonMapper;

/** Each refusal of Spring's own, fired at a controller: in both languages, with the place and the mend, without the value. */
class SpringWordsTest {

    private static final String VALUE = "360902199001011234";

    private final MockMvc mvc = MockMvcBuilders.standaloneSetup(new Probe())
            .setControllerAdvice(new ProblemMapper())
            .build();
    private final JsonMapper json = JsonMapper.builder().build();

    static Stream<Arguments> refusals() {
        return Stream.of(
                a(call("DELETE", "/probe"), 405, "method-not-allowed", "不接受 DELETE，请用 GET, POST", "use GET, POST"),
                a(call("GET", "/probe"), 400, "bad-request", "缺少参数 page", "parameter page is missing"),
                a(call("GET", "/probe?page=" + VALUE), 400, "bad-request", "参数 page 应为范围内的整数", "page must be a whole"),
                a(call("GET", "/probe?page=1&day=" + VALUE), 400, "bad-request", "day 应为日期", "a day such as 2026"),
                a(call("GET", "/probe?page=1&at=" + VALUE + "x"), 400, "bad-request", "at 应为时刻", "an instant such as"),
                a(call("GET", "/probe?page=1&open=" + VALUE), 400, "bad-request", "true 或 false", "true or false"),
                a(
                        call("GET", "/probe?page=1&share=" + VALUE + "x"),
                        400,
                        "bad-request",
                        "share 应为数字",
                        "share must be a num"),
                a(call("GET", "/probe?page=1&role=" + VALUE), 400, "bad-request", "STEWARD, .* 之一", "one of .*STEWARD"),
                a(call("GET", "/probe/" + VALUE + "x"), 400, "bad-request", "参数 row 应为", "parameter row must be"),
                a(call("GET", "/probe/headed"), 400, "bad-request", "缺少请求头 X-Node", "header X-Node is missing"),
                a(call("GET", "/probe?page=1").accept("text/csv"), 406, "not-acceptable", "Accept 应含", "Accept must"),
                a(body("text/plain", VALUE), 415, "unsupported-media-type", "Content-Type 应为 .*json", "must be .*json"),
                a(json(""), 400, "bad-request", "缺少请求体", "the body is missing"),
                a(json("{\n \"sum\": " + VALUE), 400, "bad-request", "第 2 行", "line 2"),
                a(json("{\"rows\":[{\"sum\":\"" + VALUE + "x\"}]}"), 400, "bad-request", "rows.0.sum", "at rows.0.sum"),
                a(
                        call("POST", "/probe/part").contentType("multipart/form-data"),
                        400,
                        "bad-request",
                        "部分 photo",
                        "part"),
                a(call("GET", "/probe/thrown?kind=large"), 413, "too-large", "最多 1024 字节", "at most 1024 bytes"),
                a(call("GET", "/probe/thrown?kind=multipart"), 400, "bad-request", "multipart 请求体", "multipart body"),
                a(call("GET", "/probe/thrown?kind=absent"), 404, "not-found", "没有 /api/nowhere", "no address /api/now"),
                a(call("GET", "/probe/thrown?kind=away"), 503, "unavailable", "暂时不可用", "Unavailable"),
                a(call("GET", "/probe/thrown?kind=own"), 400, "bad-request", "不能接受的值", "not taken: a ratio"));
    }

    @ParameterizedTest(name = "{1} {2}: {4}")
    @MethodSource("refusals")
    void tellsInBothLanguagesWhereItIsAndHowItIsMended(
            MockHttpServletRequestBuilder asked, int status, String code, String zh, String en) throws Exception {
        for (String language : List.of("zh", "en")) {
            MockHttpServletResponse answer =
                    mvc.perform(asked.locale(Locale.of(language))).andReturn().getResponse();
            assertThat(answer.getStatus()).isEqualTo(status);
            assertThat(answer.getContentType()).startsWith("application/problem+json");
            var problem = json.readTree(answer.getContentAsByteArray());
            assertThat(problem.path("code").stringValue()).isEqualTo(code);
            assertThat(problem.path("detail").stringValue())
                    .matches("(?s).*" + zh + ".* · .*" + en + ".*")
                    .matches("(?s)[^·]*\\p{IsHan}[^·]* · [^\\p{IsHan}]+")
                    .doesNotContain(VALUE, "Exception", "org.");
            for (String member : List.of("title", "advice")) {
                assertThat(problem.path(member).stringValue().matches("(?s).*\\p{IsHan}.*"))
                        .as(member + " in " + language)
                        .isEqualTo(language.equals("zh"));
            }
            assertThat(problem.path("reference").stringValue()).isNotBlank();
        }
    }

    private static Arguments a(MockHttpServletRequestBuilder asked, int status, String code, String zh, String en) {
        return Arguments.of(asked, status, code, zh, en);
    }

    private static MockHttpServletRequestBuilder call(String method, String address) {
        return request(HttpMethod.valueOf(method), address);
    }

    private static MockHttpServletRequestBuilder body(String type, String text) {
        return call("POST", "/probe").contentType(type).content(text);
    }

    private static MockHttpServletRequestBuilder json(String text) {
        return body(MediaType.APPLICATION_JSON_VALUE, text);
    }

    /** Takes one of each kind of thing that Spring reads on its own. */
    @RestController
    static final class Probe {

        record Row(int sum) {}

        record Sheet(int sum, List<Row> rows) {}

        @GetMapping(path = "/probe", produces = MediaType.APPLICATION_JSON_VALUE)
        String get(
                @RequestParam int page,
                @RequestParam(required = false) LocalDate day,
                @RequestParam(required = false) Instant at,
                @RequestParam(required = false) Boolean open,
                @RequestParam(required = false) Double share,
                @RequestParam(required = false) Role role) {
            return "{}";
        }

        @GetMapping("/probe/{row}")
        String row(@PathVariable int row) {
            return "{}";
        }

        @GetMapping("/probe/headed")
        String headed(@RequestHeader("X-Node") String node) {
            return node;
        }

        @PostMapping(path = "/probe", consumes = MediaType.APPLICATION_JSON_VALUE)
        String post(@RequestBody Sheet sheet) {
            return "{}";
        }

        @PostMapping("/probe/part")
        String part(@RequestPart("photo") byte[] photo) {
            return "{}";
        }

        @GetMapping("/probe/thrown")
        String thrown(@RequestParam String kind) throws Exception {
            throw switch (kind) {
                case "large" -> new MaxUploadSizeExceededException(1024);
                case "multipart" -> new MultipartException("Failed to parse " + VALUE);
                case "absent" -> new NoResourceFoundException(HttpMethod.GET, "/api/nowhere", "api/nowhere");
                case "away" -> new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE);
                default -> new IllegalArgumentException("a ratio is 0 to 1");
            };
        }
    }
}
