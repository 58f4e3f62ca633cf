package org.mlmath.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** compose.yaml against the manifests, which it repeats for a machine without a cluster, and against the files that it mounts. */
class ComposeTest {
    private static final Path PROJECT = Path.of("..");
    private static final List<String> OURS = List.of("gateway", "linalg", "calculus", "stats");

    @Test
    void runsTheContainersOfTheManifestsWithTheirUserAndTheirMemory() throws IOException {
        for (Manifest deployment : deployments()) {
            Map<String, Object> service = map(services().get(deployment.name()));
            assertThat(service.get("image"))
                    .isEqualTo(deployment.container().path("image").asText());
            assertThat(service.get("user"))
                    .isEqualTo(deployment
                                    .at("/spec/template/spec/securityContext/runAsUser")
                                    .asText() + ":"
                            + deployment
                                    .at("/spec/template/spec/securityContext/runAsGroup")
                                    .asText());
            assertThat(service.get("read_only")).isEqualTo(true);
            assertThat(service.get("cap_drop")).isEqualTo(List.of("ALL"));
            String limit =
                    at(service, "deploy", "resources", "limits", "memory").toString();
            assertThat(limit.replaceFirst("([GM])$", "$1i"))
                    .as(deployment.name())
                    .isEqualTo(deployment
                            .container()
                            .at("/resources/limits/memory")
                            .asText());
        }
    }

    @Test
    void saysTheSettingsOfTheManifests() throws IOException {
        for (Manifest deployment : deployments()) {
            Map<String, String> expected = new LinkedHashMap<>();
            deployment
                    .container()
                    .path("envFrom")
                    .forEach(from -> Manifest.read(Path.of("rendered/local.yaml")).stream()
                            .filter(manifest -> manifest.kind().equals("ConfigMap"))
                            .filter(manifest -> manifest.name()
                                    .equals(from.at("/configMapRef/name").asText()))
                            .forEach(manifest -> manifest.at("/data")
                                    .properties()
                                    .forEach(entry -> expected.put(
                                            entry.getKey(), entry.getValue().asText()))));
            assertThat(expected).isNotEmpty();
            // How long an address lives in the lists of others is a cluster's concern, and so is a log for programs to
            // read.
            expected.keySet().removeAll(List.of("QUARKUS_SHUTDOWN_DELAY", "QUARKUS_LOG_CONSOLE_JSON_ENABLED"));
            Map<String, Object> environment =
                    map(map(services().get(deployment.name())).get("environment"));
            assertThat(environment).as(deployment.name()).containsAllEntriesOf(expected);
        }
    }

    @Test
    void everyFileThatIsMountedIsThere() throws IOException {
        int mounted = 0;
        for (Object service : services().values()) {
            for (Object volume : (List<?>) map(service).getOrDefault("volumes", List.of())) {
                String source = volume.toString().split(":")[0];
                if (source.startsWith(".")) {
                    assertThat(PROJECT.resolve(source)).isRegularFile();
                    mounted++;
                }
            }
        }
        assertThat(mounted).isGreaterThanOrEqualTo(5);
    }

    @Test
    void prometheusAsksEveryServiceOnItsManagementPort() throws IOException {
        Map<String, Object> prometheus = new Yaml().load(Files.readString(PROJECT.resolve("compose/prometheus.yaml")));
        List<String> jobs = new ArrayList<>();
        for (Object job : (List<?>) prometheus.get("scrape_configs")) {
            Map<String, Object> asked = map(((List<?>) map(job).get("dns_sd_configs")).getFirst());
            jobs.add(map(job).get("job_name").toString());
            assertThat(asked.get("names")).isEqualTo(List.of(map(job).get("job_name")));
            assertThat(asked.get("port")).isEqualTo(9000);
        }
        assertThat(jobs).containsExactlyElementsOf(OURS);
    }

    @Test
    void onlyThisMachineIsListenedTo() throws IOException {
        for (Object service : services().values()) {
            for (Object port : (List<?>) map(service).getOrDefault("ports", List.of())) {
                assertThat(port.toString()).startsWith("127.0.0.1:");
            }
        }
    }

    private static Map<String, Object> services() throws IOException {
        Map<String, Object> compose = new Yaml().load(Files.readString(PROJECT.resolve("compose.yaml")));
        return map(compose.get("services"));
    }

    private static Object at(Map<String, Object> tree, String... path) {
        Object found = tree;
        for (String name : path) {
            found = map(found).get(name);
        }
        return found;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object tree) {
        return (Map<String, Object>) tree;
    }

    private static List<Manifest> deployments() {
        return Manifest.read(Path.of("rendered/local.yaml")).stream()
                .filter(manifest -> manifest.kind().equals("Deployment"))
                .toList();
    }
}
