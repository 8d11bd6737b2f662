package org.citybrain.platform.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.citybrain.platform.PlatformTest;
import org.citybrain.platform.access.Authority;
import org.citybrain.platform.access.Right;
import org.citybrain.platform.audit.Audited;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every endpoint of every room names its right and its audit event, and refuses strangers. */
@PlatformTest
class EndpointRulesTest {

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Autowired
    private MockMvc mvc;

    @Test
    void everyEndpointNamesARightAndAnAuditEvent() {
        assertThat(endpoints()).allSatisfy((info, method) -> {
            assertThat(method.getMethodAnnotation(Authority.class))
                    .as(method + " @Authority")
                    .isNotNull();
            assertThat(method.getMethodAnnotation(Audited.class))
                    .as(method + " @Audited")
                    .isNotNull();
        });
    }

    @Test
    void everyEndpointRefusesAStranger() throws Exception {
        List<String> open = new ArrayList<>();
        for (Map.Entry<RequestMappingInfo, HandlerMethod> endpoint : endpoints().entrySet()) {
            Authority authority = endpoint.getValue().getMethodAnnotation(Authority.class);
            if (authority != null && authority.value() == Right.PUBLIC) {
                continue;
            }
            for (RequestMethod verb : endpoint.getKey().getMethodsCondition().getMethods()) {
                for (String path : endpoint.getKey().getPatternValues()) {
                    int status = mvc.perform(
                                    request(HttpMethod.valueOf(verb.name()), path.replaceAll("\\{[^}]*}", "1")))
                            .andReturn()
                            .getResponse()
                            .getStatus();
                    if (status != 401 && status != 403) {
                        open.add(verb + " " + path + " answers " + status);
                    }
                }
            }
        }
        assertThat(open).isEmpty();
    }

    private Map<RequestMappingInfo, HandlerMethod> endpoints() {
        Map<RequestMappingInfo, HandlerMethod> ours = new java.util.LinkedHashMap<>(mappings.getHandlerMethods());
        ours.values().removeIf(method -> !method.getBeanType().getName().startsWith("org.citybrain."));
        assertThat(ours).isNotEmpty();
        return ours;
    }
}
