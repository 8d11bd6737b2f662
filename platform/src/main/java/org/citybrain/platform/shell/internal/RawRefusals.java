package org.citybrain.platform.shell.internal;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.citybrain.platform.problem.CommonProblem;
import org.citybrain.platform.problem.Details;
import org.citybrain.platform.problem.ProblemBody;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the web server refuses before anything of ours hears of it, such as an encoded slash in an address, is answered like
 * every other refusal and not by the server's own page.
 */
@Component
final class RawRefusals implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

    private final JsonMapper json;

    RawRefusals(JsonMapper json) {
        this.json = json;
    }

    @Override
    public void customize(ConfigurableTomcatWebServerFactory factory) {
        factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                // the innermost one speaks: no other may be put behind it
                host.setErrorReportValveClass("");
                host.getPipeline().addValve(new Answering(json));
            }
        });
    }

    private static final class Answering extends ErrorReportValve {

        private static final Logger log = LoggerFactory.getLogger(RawRefusals.class);

        private final JsonMapper json;

        Answering(JsonMapper json) {
            this.json = json;
        }

        @Override
        protected void report(Request request, Response response, @Nullable Throwable error) {
            int status = response.getStatus();
            if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
                return;
            }
            CommonProblem code = CommonProblem.ofStatus(status);
            response.setStatus(code.status());
            try {
                response.setContentType(ProblemBody.MEDIA_TYPE);
                response.setCharacterEncoding(StandardCharsets.UTF_8.name());
                Writer writer = response.getReporter();
                if (writer != null) {
                    writer.write(json.writeValueAsString(
                            ProblemBody.of(code, detail(code), ProblemBody.newReference(), localeOf(request))));
                    response.finishResponse();
                }
            } catch (IOException | IllegalStateException e) {
                log.debug("nobody is left to tell", e);
                response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, e);
            }
        }

        private static String detail(CommonProblem code) {
            return code == CommonProblem.BAD_REQUEST
                    ? "地址或请求头中有不允许的字符 · the address or a header holds characters that it must not"
                    : Details.titleOf(code);
        }

        private static Locale localeOf(Request request) {
            return request.getHeader("Accept-Language") == null ? Locale.CHINESE : request.getLocale();
        }
    }
}
