package org.citybrain.platform.exchange;

import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import org.citybrain.platform.PlatformTest;
import org.citybrain.platform.access.Role;
import org.citybrain.platform.identity.internal.As;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

/** A lane, sequence or source that is not there is told so; one that is still empty opens. */
@PlatformTest
class UnknownLaneTest {

    @Autowired
    private MockMvc mvc;

    @ParameterizedTest
    @CsvSource({
        "/api/sources/lane:roads.none, exchange.unknown-lane, 资源 roads.none, resource roads.none",
        "/api/sources/findings:roads.none, exchange.unknown-lane, 资源 roads.none, resource roads.none",
        "/api/exchange/lanes/roads.none, exchange.unknown-lane, 资源 roads.none, resource roads.none",
        "/api/exchange/batches/roads.none/7/4040, exchange.unknown-batch, 的通道 7 没有序号 4040, no sequence 4040",
        "/api/exchange/proofs/roads.none/7/4040/0, exchange.unknown-batch, 的通道 7 没有序号 4040, no sequence 4040"
    })
    void namesTheLaneOrSequenceThatIsNotThereAndTheMend(String address, String code, String zh, String en)
            throws Exception {
        for (String language : List.of("zh", "en")) {
            mvc.perform(get(address).header("Accept-Language", language).with(As.role(Role.STEWARD)))
                    .andExpect(status().isNotFound())
                    .andExpect(jsonPath("$.code").value(code))
                    .andExpect(jsonPath("$.detail").value(matchesPattern(".*" + zh + ".* · .*" + en + ".*")))
                    .andExpect(jsonPath("$.advice").value(startsWith(language.equals("zh") ? "请" : "Check")));
        }
    }

    @Test
    void opensTheSourcesOfAResourceWhoseFirstBatchIsStillAwaited() throws Exception {
        mvc.perform(post("/api/resources")
                        .with(As.machine())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("""
                                {"resource":"roads.awaited","department":"roads","title":{"zh":"护栏","en":"Rails"},
                                 "shareType":"CONDITIONAL","fields":[{"name":"rail_no","title":{"zh":"编号","en":"Number"},
                                 "sourceType":"bigint","nullable":false,"key":true}]}"""))
                .andExpect(status().is2xxSuccessful());
        for (String source : List.of("lane:roads.awaited", "findings:roads.awaited")) {
            mvc.perform(get("/api/sources/" + source).with(As.role(Role.STEWARD)))
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.rowCount").value(0));
        }
    }
}
