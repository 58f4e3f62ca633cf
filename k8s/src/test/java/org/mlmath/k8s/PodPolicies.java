package org.mlmath.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubernetes.client.custom.Quantity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What every pod has to be like: what it may do, what it may take, how it is asked after and how it ends. */
final class PodPolicies {
    private static final Pattern IMAGE =
            Pattern.compile("(?:[^@]+/)?[^:@/]+(:(?<tag>[\\w][\\w.-]*)|@sha256:[0-9a-f]{64})");
    private static final Properties SHARED =
            properties("../libs/service-kit/src/main/resources/META-INF/microprofile-config.properties");

    /** What a process needs besides what requests hold: on the heap, and beside it classes, compiled code, threads, buffers. */
    private static final long PROGRAM = 256L << 20;

    private static final int HEAP_PERCENTAGE = heapPercentage();

    private final Cluster cluster;
    private final Complaints complaints;

    PodPolicies(Cluster cluster, Complaints complaints) {
        this.cluster = cluster;
        this.complaints = complaints;
    }

    void check() {
        cluster.all("Deployment").forEach(this::deployment);
    }

    private void deployment(Manifest deployment) {
        complaints.require(
                Cluster.matches(
                        deployment.at("/spec/selector/matchLabels"), deployment.at("/spec/template/metadata/labels")),
                deployment,
                "does not select its own pods");
        complaints.require(
                cluster.deployments(deployment.at("/spec/selector/matchLabels")).size() == 1,
                deployment,
                "selects pods of others");
        complaints.require(
                deployment.at("/spec/template/spec/containers").size() == 1
                        && deployment.container().path("name").asText().equals("service"),
                deployment,
                "has other containers than `service`");
        image(deployment);
        security(deployment);
        resources(deployment);
        ports(deployment);
        probes(deployment);
        ending(deployment);
        mounts(deployment);
        spread(deployment);
    }

    private void image(Manifest deployment) {
        String image = deployment.container().path("image").asText();
        Matcher reference = IMAGE.matcher(image);
        complaints.require(reference.matches(), deployment, "its image has neither a tag nor a digest: " + image);
        complaints.require(
                !reference.matches() || !"latest".equals(reference.group("tag")),
                deployment,
                "its image is whatever is latest");
    }

    private void security(Manifest deployment) {
        JsonNode pod = deployment.at("/spec/template/spec");
        JsonNode container = deployment.container().path("securityContext");
        complaints.require(pod.at("/securityContext/runAsNonRoot").asBoolean(), deployment, "may run as root");
        complaints.require(
                pod.at("/securityContext/runAsUser").asInt() == 10001, deployment, "does not run as the image's user");
        complaints.require(
                pod.at("/securityContext/seccompProfile/type").asText().equals("RuntimeDefault"),
                deployment,
                "may make any system call");
        complaints.require(
                container.path("allowPrivilegeEscalation").isBoolean()
                        && !container.path("allowPrivilegeEscalation").asBoolean(),
                deployment,
                "may gain privileges");
        complaints.require(container.path("readOnlyRootFilesystem").asBoolean(), deployment, "can write to its image");
        complaints.require(
                container.at("/capabilities/drop/0").asText().equals("ALL")
                        && !container.path("capabilities").has("add"),
                deployment,
                "has capabilities");
        for (String host : List.of("hostNetwork", "hostPID", "hostIPC")) {
            complaints.require(!pod.has(host), deployment, "uses " + host);
        }
        complaints.require(
                pod.path("volumes").findValues("hostPath").isEmpty(), deployment, "mounts a directory of the node");
        complaints.require(
                pod.path("automountServiceAccountToken").isBoolean()
                        && !pod.path("automountServiceAccountToken").asBoolean(),
                deployment,
                "has a token of the cluster");
        complaints.require(
                cluster.find("ServiceAccount", pod.path("serviceAccountName").asText())
                        .filter(account ->
                                !account.at("/automountServiceAccountToken").asBoolean(true))
                        .isPresent(),
                deployment,
                "has no service account of its own without a token");
        complaints.require(
                pod.path("enableServiceLinks").isBoolean()
                        && !pod.path("enableServiceLinks").asBoolean(),
                deployment,
                "is given variables about Services");
    }

    private void resources(Manifest deployment) {
        JsonNode resources = deployment.container().path("resources");
        complaints.require(resources.at("/requests/cpu").isTextual(), deployment, "requests no CPU");
        complaints.require(resources.at("/requests/memory").isTextual(), deployment, "requests no memory");
        complaints.require(!resources.path("limits").has("cpu"), deployment, "is throttled, which breaks deadlines");
        if (!resources.at("/limits/memory").isTextual()) {
            complaints.require(false, deployment, "has no limit of memory");
            return;
        }
        long limit = Quantity.fromString(resources.at("/limits/memory").asText())
                .getNumber()
                .longValue();
        long requests = Long.parseLong(cluster.environment(deployment).getOrDefault("MLMATH_LIMITS_MEMORY", "0"));
        complaints.require(
                requests > 0 && heap(limit) >= requests + PROGRAM,
                deployment,
                "what requests may hold does not fit into its heap");
        complaints.require(
                limit - heap(limit) >= PROGRAM + (deployment.name().equals("gateway") ? 0 : requests),
                deployment,
                "LAPACK's workspace does not fit beside its heap");
    }

    /** The heap that the JVM of an image takes of the memory of its container. */
    private static long heap(long limit) {
        return limit * HEAP_PERCENTAGE / 100;
    }

    private void ports(Manifest deployment) {
        Map<String, String> environment = cluster.environment(deployment);
        String management =
                environment.getOrDefault("QUARKUS_MANAGEMENT_PORT", SHARED.getProperty("quarkus.management.port"));
        complaints.require(
                port(deployment, "http").equals(environment.get("QUARKUS_HTTP_PORT")),
                deployment,
                "listens to another port than it declares");
        complaints.require(
                port(deployment, "management").equals(management),
                deployment,
                "is managed at another port than it declares");
    }

    static String port(Manifest deployment, String name) {
        for (JsonNode port : deployment.container().path("ports")) {
            if (port.path("name").asText().equals(name)) {
                return port.path("containerPort").asText();
            }
        }
        return "none";
    }

    private void probes(Manifest deployment) {
        Map<String, String> paths = Map.of(
                "startupProbe", "/q/health/started",
                "readinessProbe", "/q/health/ready",
                "livenessProbe", "/q/health/live");
        paths.forEach((probe, path) -> {
            JsonNode get = deployment.container().path(probe).path("httpGet");
            complaints.require(
                    get.path("path").asText().equals(path)
                            && get.path("port").asText().equals("management"),
                    deployment,
                    "its " + probe + " does not ask " + path + " at the management port");
        });
    }

    /** What happens between the word that a pod shall end and its end. */
    private void ending(Manifest deployment) {
        Map<String, String> environment = cluster.environment(deployment);
        long before =
                deployment.container().at("/lifecycle/preStop/sleep/seconds").asLong();
        long delay = seconds(environment.get("QUARKUS_SHUTDOWN_DELAY"));
        long work = seconds(environment.get("QUARKUS_SHUTDOWN_TIMEOUT"));
        complaints.require(before > 0, deployment, "ends while others still have its address");
        complaints.require(
                work >= seconds(environment.getOrDefault("MLMATH_LIMITS_DEADLINE", "10s")) + 2
                        && work >= seconds(environment.getOrDefault("MLMATH_BATCH_TIME", "30s")) + 2,
                deployment,
                "ends before the work that it may be doing");
        complaints.require(
                deployment
                                .at("/spec/template/spec/terminationGracePeriodSeconds")
                                .asLong()
                        >= before + delay + work + 2,
                deployment,
                "is killed before it has ended by itself");
    }

    static long seconds(String duration) {
        return duration == null ? 0 : Duration.parse("PT" + duration).toSeconds();
    }

    private void mounts(Manifest deployment) {
        List<String> volumes = deployment.at("/spec/template/spec/volumes").findValuesAsText("name");
        List<String> mounted = new ArrayList<>();
        for (JsonNode mount : deployment.container().path("volumeMounts")) {
            complaints.require(
                    volumes.contains(mount.path("name").asText()), deployment, "mounts a volume that is not there");
            mounted.add(mount.path("mountPath").asText());
        }
        complaints.require(mounted.contains("/tmp"), deployment, "has no directory to write to");
        cluster.environment(deployment).values().stream()
                .filter(value -> value.startsWith("/"))
                .forEach(path -> complaints.require(
                        mounted.stream().anyMatch(mount -> (path + "/").startsWith(mount + "/")),
                        deployment,
                        "is to read " + path + ", where nothing is mounted"));
    }

    private void spread(Manifest deployment) {
        JsonNode labels = deployment.at("/spec/template/metadata/labels");
        JsonNode constraints = deployment.at("/spec/template/spec/topologySpreadConstraints");
        complaints.require(
                constraints
                        .findValuesAsText("topologyKey")
                        .containsAll(List.of("kubernetes.io/hostname", "topology.kubernetes.io/zone")),
                deployment,
                "is not spread over nodes and zones");
        for (JsonNode constraint : constraints) {
            complaints.require(
                    Cluster.matches(constraint.at("/labelSelector/matchLabels"), labels)
                            && constraint.path("matchLabelKeys").toString().contains("app.kubernetes.io/name"),
                    deployment,
                    "is spread as other pods than its own are");
        }
    }

    private static int heapPercentage() {
        try {
            Matcher option = Pattern.compile("(?m)^-XX:MaxRAMPercentage=(\\d+)$")
                    .matcher(Files.readString(Path.of("../images/jvm.options")));
            if (!option.find()) {
                throw new IllegalStateException("images/jvm.options does not say how much of the memory is heap");
            }
            return Integer.parseInt(option.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties properties(String file) {
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(Path.of(file))) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
