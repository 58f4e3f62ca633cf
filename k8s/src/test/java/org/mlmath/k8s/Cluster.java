package org.mlmath.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The objects of an overlay, and how they refer to each other. */
record Cluster(List<Manifest> manifests) {
    Stream<Manifest> all(String kind) {
        return manifests.stream().filter(manifest -> manifest.kind().equals(kind));
    }

    Optional<Manifest> find(String kind, String name) {
        return all(kind).filter(manifest -> manifest.name().equals(name)).findFirst();
    }

    /** @return the Deployments whose pods have these labels */
    List<Manifest> deployments(JsonNode matchLabels) {
        return all("Deployment")
                .filter(deployment -> matches(matchLabels, deployment.at("/spec/template/metadata/labels")))
                .toList();
    }

    static boolean matches(JsonNode wanted, JsonNode labels) {
        return wanted.properties().stream().allMatch(label -> label.getValue().equals(labels.get(label.getKey())));
    }

    /** @return the variables that a Deployment's container is started with; those of Secrets, which are not here, left out */
    Map<String, String> environment(Manifest deployment) {
        Map<String, String> environment = new TreeMap<>();
        for (JsonNode source : deployment.container().path("envFrom")) {
            find("ConfigMap", source.at("/configMapRef/name").asText())
                    .orElseThrow(() -> new AssertionError(deployment + ": there is nothing for " + source))
                    .at("/data")
                    .properties()
                    .forEach(entry ->
                            environment.put(entry.getKey(), entry.getValue().asText()));
        }
        for (JsonNode variable : deployment.container().path("env")) {
            environment.put(
                    variable.path("name").asText(), variable.path("value").asText());
        }
        return environment;
    }
}
