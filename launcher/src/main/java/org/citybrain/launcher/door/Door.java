package org.citybrain.launcher.door;

import com.fasterxml.jackson.databind.JsonNode;

/** The platform's HTTP interface as one caller sees it. Paths begin with `/api`. */
public interface Door {

    Answer ask(String path);

    Answer send(String path, Object body);

    default JsonNode get(String path) {
        return ask(path).get();
    }

    default JsonNode post(String path, Object body) {
        return send(path, body).get();
    }
}
