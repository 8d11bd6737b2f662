package org.citybrain.platform.identity.internal;

import java.util.Locale;
import java.util.Set;
import org.citybrain.platform.TestHome;
import org.citybrain.platform.access.Caller;
import org.citybrain.platform.access.Role;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Who calls in a MockMvc test: {@code mvc.perform(get("/api/me").with(As.role(Role.STEWARD)))}. */
public final class As {

    private As() {}

    /** An account of that role for the whole city, with a valid CSRF token. */
    public static RequestPostProcessor role(Role role) {
        return role(role, "");
    }

    /** An account of that role with a region prefix, with a valid CSRF token. */
    public static RequestPostProcessor role(Role role, String region) {
        String login = role.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        return caller(new Caller(login, role.zh(), Set.of(role), region, ""));
    }

    /** That very caller, with a valid CSRF token. */
    public static RequestPostProcessor caller(Caller caller) {
        RequestPostProcessor csrf = SecurityMockMvcRequestPostProcessors.csrf();
        RequestPostProcessor signedIn =
                SecurityMockMvcRequestPostProcessors.authentication(new CallerAuthentication(caller));
        return request -> signedIn.postProcessRequest(csrf.postProcessRequest(request));
    }

    /** A program with the home's token. */
    public static RequestPostProcessor machine() {
        return request -> {
            request.addHeader("Authorization", "Bearer " + TestHome.MACHINE_TOKEN);
            return request;
        };
    }

    /** An officer of a department. */
    public static RequestPostProcessor of(String department, Role role) {
        return caller(new Caller(role.name().toLowerCase(Locale.ROOT), role.zh(), Set.of(role), "", department));
    }
}
