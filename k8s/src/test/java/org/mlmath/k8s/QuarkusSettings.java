package org.mlmath.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.HashMap;
import java.util.Map;

/** The settings that Quarkus and its extensions read, from the description of them that their jars hold. */
final class QuarkusSettings {
    private static final String MODEL = "META-INF/quarkus-config-doc/quarkus-config-model.json";

    private final Map<String, String> phases = new HashMap<>();

    private QuarkusSettings() {}

    static QuarkusSettings onClassPath() {
        QuarkusSettings settings = new QuarkusSettings();
        ObjectMapper json = new ObjectMapper();
        ClassLoader loader = QuarkusSettings.class.getClassLoader();
        try {
            for (URL model : (Iterable<URL>) loader.resources(MODEL)::iterator) {
                try (InputStream in = model.openStream()) {
                    settings.collect(json.readTree(in));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return settings;
    }

    private void collect(JsonNode node) {
        if (node.has("phase")) {
            phases.put(
                    node.at("/path/environmentVariable").asText(),
                    node.path("phase").asText());
        }
        node.forEach(this::collect);
    }

    /** @return whether the variable is read when a process starts: others are settled when it is built, and ignored after */
    boolean isReadAtStart(String variable) {
        return "RUN_TIME".equals(phases.get(variable));
    }
}
