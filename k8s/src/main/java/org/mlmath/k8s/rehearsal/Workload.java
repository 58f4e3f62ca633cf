package org.mlmath.k8s.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A Deployment as far as a rehearsal without a cluster can follow it, read from the rendered manifests.
 *
 * @param shares of a processor, 1024 being one, as requested
 * @param temporary directories that are writable, with the bytes they may take
 */
record Workload(
        String name,
        int replicas,
        String image,
        String user,
        boolean readOnly,
        long memory,
        long shares,
        Map<String, String> environment,
        Map<String, Long> temporary,
        int port,
        int managementPort,
        String readiness,
        Duration beforeStop,
        Duration grace) {

    /** @return the Deployments of a file, their environment taken from its ConfigMaps; optional Secrets are left out */
    static List<Workload> read(Path rendered) throws IOException {
        List<JsonNode> objects;
        try (MappingIterator<JsonNode> documents =
                new YAMLMapper().readerFor(JsonNode.class).readValues(rendered.toFile())) {
            objects = documents.readAll();
        }
        Map<String, JsonNode> settings = new LinkedHashMap<>();
        for (JsonNode object : objects) {
            if (object.path("kind").asText().equals("ConfigMap")) {
                settings.put(object.at("/metadata/name").asText(), object.path("data"));
            }
        }
        List<Workload> workloads = new ArrayList<>();
        for (JsonNode object : objects) {
            if (object.path("kind").asText().equals("Deployment")) {
                workloads.add(of(object, settings));
            }
        }
        return workloads;
    }

    private static Workload of(JsonNode deployment, Map<String, JsonNode> settings) {
        JsonNode pod = deployment.at("/spec/template/spec");
        JsonNode container = pod.at("/containers/0");
        return new Workload(
                deployment.at("/metadata/name").asText(),
                deployment.at("/spec/replicas").asInt(1),
                container.path("image").asText(),
                pod.at("/securityContext/runAsUser").asText() + ":"
                        + pod.at("/securityContext/runAsGroup").asText(),
                container.at("/securityContext/readOnlyRootFilesystem").asBoolean(),
                quantity(container.at("/resources/limits/memory").asText()).longValueExact(),
                quantity(container.at("/resources/requests/cpu").asText("1"))
                        .multiply(BigDecimal.valueOf(1024))
                        .longValue(),
                environment(container, settings),
                temporary(pod, container),
                port(container, "http"),
                port(container, "management"),
                container.at("/readinessProbe/httpGet/path").asText(),
                Duration.ofSeconds(
                        container.at("/lifecycle/preStop/sleep/seconds").asLong()),
                Duration.ofSeconds(pod.path("terminationGracePeriodSeconds").asLong(30)));
    }

    private static Map<String, String> environment(JsonNode container, Map<String, JsonNode> settings) {
        Map<String, String> environment = new LinkedHashMap<>();
        for (JsonNode from : container.path("envFrom")) {
            JsonNode reference = from.path("configMapRef");
            JsonNode data = settings.get(reference.path("name").asText());
            if (data != null) {
                data.properties()
                        .forEach(entry ->
                                environment.put(entry.getKey(), entry.getValue().asText()));
            } else if (!from.at("/secretRef/optional").asBoolean()
                    && !reference.path("optional").asBoolean()) {
                throw new IllegalStateException("there is no ConfigMap for " + from);
            }
        }
        for (JsonNode variable : container.path("env")) {
            if (variable.has("value")) {
                environment.put(
                        variable.path("name").asText(), variable.path("value").asText());
            }
        }
        return environment;
    }

    private static Map<String, Long> temporary(JsonNode pod, JsonNode container) {
        Map<String, Long> directories = new LinkedHashMap<>();
        for (JsonNode mount : container.path("volumeMounts")) {
            for (JsonNode volume : pod.path("volumes")) {
                if (volume.path("name").equals(mount.path("name")) && volume.has("emptyDir")) {
                    directories.put(
                            mount.path("mountPath").asText(),
                            quantity(volume.at("/emptyDir/sizeLimit").asText("1Gi"))
                                    .longValueExact());
                }
            }
        }
        return directories;
    }

    private static int port(JsonNode container, String name) {
        for (JsonNode port : container.path("ports")) {
            if (port.path("name").asText().equals(name)) {
                return port.path("containerPort").asInt();
            }
        }
        throw new IllegalStateException("no port is called " + name);
    }

    /** A quantity of Kubernetes: 2Gi, 1536Mi, 100m, 1. */
    static BigDecimal quantity(String text) {
        int end = text.length();
        while (end > 0 && Character.isLetter(text.charAt(end - 1))) {
            end--;
        }
        BigDecimal unit =
                switch (text.substring(end)) {
                    case "" -> BigDecimal.ONE;
                    case "m" -> new BigDecimal("0.001");
                    case "k" -> BigDecimal.valueOf(1000);
                    case "M" -> BigDecimal.valueOf(1000_000);
                    case "G" -> BigDecimal.valueOf(1000_000_000);
                    case "Ki" -> BigDecimal.valueOf(1L << 10);
                    case "Mi" -> BigDecimal.valueOf(1L << 20);
                    case "Gi" -> BigDecimal.valueOf(1L << 30);
                    default -> throw new IllegalArgumentException("not a quantity: " + text);
                };
        return new BigDecimal(text.substring(0, end)).multiply(unit);
    }
}
