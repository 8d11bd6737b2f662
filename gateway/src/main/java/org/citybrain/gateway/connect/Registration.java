package org.citybrain.gateway.connect;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citybrain.gateway.signing.PlatformClient;
import org.citybrain.kernel.config.ConfigException;
import org.citybrain.kernel.schema.FieldSpec;

/** Registers a department and its resources with the platform; registering again changes nothing. */
final class Registration {
    private final PlatformClient platform;

    Registration(PlatformClient platform) {
        this.platform = platform;
    }

    /**
     * Registers all of it.
     *
     * @throws ConfigException when the platform refuses or does not answer
     */
    void register(String department, String title, List<Proposal> proposals) throws InterruptedException {
        post("/api/departments", Map.of("code", department, "title", Map.of("zh", title, "en", title)));
        for (Proposal proposal : proposals) {
            post("/api/resources", form(department, proposal));
        }
    }

    private static Map<String, Object> form(String department, Proposal proposal) {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("resource", proposal.resource());
        form.put("department", department);
        form.put("title", Map.of("zh", proposal.title(), "en", proposal.title()));
        List<Map<String, Object>> fields = new ArrayList<>();
        for (FieldSpec field : proposal.fieldsWithElements()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("name", field.name());
            one.put("sourceType", field.sourceType());
            one.put("nullable", field.nullable());
            one.put("key", field.key());
            if (field.length() != null) {
                one.put("length", field.length());
            }
            if (field.element() != null) {
                one.put("element", field.element());
            }
            fields.add(one);
        }
        form.put("fields", fields);
        return form;
    }

    private void post(String path, Map<String, Object> body) throws InterruptedException {
        try {
            PlatformClient.Answer answer = platform.post(path, body);
            if (!answer.isDone()) {
                throw new ConfigException(
                        "平台拒绝了登记 · The platform refused " + path + " with " + answer.status() + ": " + answer.body());
            }
        } catch (IOException e) {
            throw new ConfigException(
                    "平台没有应答，请先运行 bin/cb demo 或 bin/cb run · The platform does not answer: start it with bin/cb demo or"
                            + " bin/cb run. (" + e.getMessage() + ")");
        }
    }
}
