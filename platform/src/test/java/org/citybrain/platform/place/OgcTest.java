package org.citybrain.platform.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import org.citybrain.platform.PlatformTest;
import org.citybrain.platform.access.Role;
import org.citybrain.platform.identity.internal.As;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.MockMvc;

/** OGC API Features as a stranger's map program meets it. */
@PlatformTest
class OgcTest {
    @Autowired
    private MockMvc mvc;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void saysToAStrangerWhatItConformsTo() throws Exception {
        mvc.perform(get("/ogc/conformance"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.conformsTo", hasItem(containsString("ogcapi-features-1/1.0/conf/core"))))
                .andExpect(jsonPath("$.conformsTo", hasItem(containsString("ogcapi-features-2/1.0/conf/crs"))));
    }

    @Test
    void describesItselfWithoutAReferenceToAnythingOutside() throws Exception {
        mvc.perform(get("/ogc/api"))
                .andExpect(header().string("Content-Type", containsString("openapi+json")))
                .andExpect(jsonPath("$.openapi").value("3.0.3"))
                .andExpect(jsonPath("$.paths['/ogc/collections/villages/items'].get.parameters[0].name")
                        .value("limit"))
                .andExpect(content().string(not(containsString("$ref"))));
    }

    @Test
    void hidesPersonalCollectionsFromStrangers() throws Exception {
        mvc.perform(get("/ogc/collections"))
                .andExpect(jsonPath("$.collections[*].id", not(hasItem("houses"))))
                .andExpect(jsonPath("$.collections[*].id", hasItem("villages")));
        mvc.perform(get("/ogc/collections/houses/items")).andExpect(status().isUnauthorized());
        mvc.perform(get("/ogc/collections/houses/items").with(As.role(Role.AUDITOR)))
                .andExpect(status().isForbidden());
    }

    @Test
    void showsHomesForAPurposeOnlyAndKeepsItInTheTrail() throws Exception {
        for (String reason : new String[] {"", "?purpose=check", "?purpose=check&legalBasis=%20"}) {
            for (String path : new String[] {"/items", "/items/1"}) {
                mvc.perform(get(URI.create("/ogc/collections/houses" + path + reason))
                                .with(As.role(Role.STEWARD))
                                .with(OgcTest::withoutFormToken))
                        .andExpect(status().isBadRequest());
            }
        }
        mvc.perform(get("/ogc/collections/houses/items?purpose=census&legalBasis=order")
                        .with(As.role(Role.STEWARD))
                        .with(OgcTest::withoutFormToken))
                .andExpect(status().isOk());
        assertThat(jdbc.sql("select count(*) from audit.entry where event = 'homes-read' and details like '%census%'")
                        .query(Long.class)
                        .single())
                .isOne();
    }

    /** The test's sign-in adds a form's token as a parameter; a map program sends none, and unknown ones are refused. */
    private static MockHttpServletRequest withoutFormToken(MockHttpServletRequest request) {
        request.removeParameter("_csrf");
        return request;
    }

    @Test
    void answersDivisionsAsTheyWereOnADay() throws Exception {
        mvc.perform(get("/ogc/collections/division-changes/items?datetime=2019-06-01"))
                .andExpect(header().string("Content-Type", containsString("application/geo+json")))
                .andExpect(jsonPath("$.features[*].id", hasItem("360105")))
                .andExpect(jsonPath("$.features[*].id", not(hasItem("360113"))));
    }

    @Test
    void leadsFromPageToPage() throws Exception {
        mvc.perform(get("/ogc/collections/division-changes/items?limit=1"))
                .andExpect(jsonPath("$.numberMatched").value(4))
                .andExpect(jsonPath("$.features", hasSize(1)))
                .andExpect(jsonPath("$.links[?(@.rel=='next')].href", hasItem(containsString("offset=1"))));
    }

    @Test
    void takesALimitBeyondTheLargestAsTheLargest() throws Exception {
        for (String large : new String[] {"1001", "99999999", "99999999999999999999"}) {
            mvc.perform(get("/ogc/collections/villages/items?limit=" + large))
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.numberReturned").isNumber());
        }
    }

    @Test
    void refusesWhatTheStandardDoesNotKnow() throws Exception {
        for (String wrong : new String[] {
            "bbox=1,2,3",
            "bbox=5,0,1,2",
            "limit=0",
            "datetime=soon",
            "crs=x",
            "colour=red",
            "f=xml",
            "datetime=2026-12-31/2026-01-01",
            "bbox=-Infinity,0,Infinity,1",
            "bbox=NaN,0,1,1",
            "limit=5&limit=6"
        }) {
            mvc.perform(get("/ogc/collections/villages/items?" + wrong)).andExpect(status().isBadRequest());
        }
        mvc.perform(get("/ogc/collections/clouds")).andExpect(status().isNotFound());
    }
}
