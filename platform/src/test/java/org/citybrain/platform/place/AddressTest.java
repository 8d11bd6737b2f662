package org.citybrain.platform.place;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.citybrain.platform.PlatformTest;
import org.citybrain.platform.access.Role;
import org.citybrain.platform.identity.internal.As;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** The reader of addresses as a page asks it. */
@PlatformTest
class AddressTest {
    @Autowired
    private MockMvc mvc;

    private ResultActions ask(String body) throws Exception {
        return mvc.perform(post("/api/places/address")
                .with(As.role(Role.GRID_WORKER))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }

    @Test
    void takesAnAddressApart() throws Exception {
        ask("{\"text\":\"东湖路８号三幢501房\"}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.standard").value("东湖路8号3栋501室"))
                .andExpect(jsonPath("$.street").value("东湖路"))
                .andExpect(jsonPath("$.building").value("3"))
                .andExpect(jsonPath("$.where").value("UNKNOWN"));
    }

    @Test
    void refusesNoAddressAndAnEndlessOne() throws Exception {
        for (String wrong : new String[] {"{}", "{\"text\":\" \"}", "{\"text\":\"" + "路".repeat(201) + "\"}"}) {
            ask(wrong).andExpect(status().isBadRequest());
        }
        mvc.perform(post("/api/places/address")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"text\":\"x\"}"))
                .andExpect(status().is4xxClientError());
    }
}
