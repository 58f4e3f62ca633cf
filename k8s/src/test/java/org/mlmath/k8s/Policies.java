package org.mlmath.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubernetes.client.custom.Quantity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Rules of our own, and those that Kubernetes finds broken only when an object is in use. */
final class Policies {
    private static final Pattern IMAGE = Pattern.compile("[^:@]+(:(?<tag>[\\w][\\w.-]*)|@sha256:[0-9a-f]{64})");
    private static final Properties SHARED =
            properties("../libs/service-kit/src/main/resources/META-INF/microprofile-config.properties");

    /** What a process needs besides what requests hold: on the heap, and beside it classes, compiled code, threads, buffers. */
    private static final long PROGRAM = 256L << 20;

    private static final int HEAP_PERCENTAGE = heapPercentage();

    private final Cluster cluster;
    private final List<String> complaints = new ArrayList<>();

    private Policies(Cluster cluster) {
        this.cluster = cluster;
    }

    /** @return what is against the rules; nothing if all is well */
    static List<String> complaints(Cluster cluster) {
        Policies policies = new Policies(cluster);
        cluster.manifests().forEach(policies::belongs);
        cluster.all("Deployment").forEach(policies::deployment);
        cluster.all("Service").forEach(policies::service);
        cluster.all("HorizontalPodAutoscaler").forEach(policies::autoscaler);
        cluster.all("PodDisruptionBudget").forEach(policies::budget);
        cluster.all("HTTPRoute").forEach(policies::route);
        cluster.all("Ingress").forEach(policies::ingress);
        cluster.all("ServiceMonitor").forEach(policies::monitor);
        policies.namespace();
        return policies.complaints;
    }

    private void require(boolean rule, Object subject, String broken) {
        if (!rule) {
            complaints.add(subject + ": " + broken);
        }
    }

    // --- All objects ------------------------------------------------------------------------------------------------

    private void belongs(Manifest manifest) {
        boolean namespace = manifest.kind().equals("Namespace");
        require(
                namespace || manifest.text("/metadata/namespace").equals("mlmath"),
                manifest,
                "stands in another namespace");
        require(
                manifest.at("/metadata/labels")
                        .path("app.kubernetes.io/part-of")
                        .asText()
                        .equals("mlmath"),
                manifest,
                "is not labelled as a part of mlmath");
        require(
                cluster.manifests().stream()
                                .filter(other -> other.type().equals(manifest.type())
                                        && other.name().equals(manifest.name()))
                                .count()
                        == 1,
                manifest,
                "stands there twice");
    }

    private void namespace() {
        Optional<Manifest> namespace = cluster.find("Namespace", "mlmath");
        for (String mode : List.of("enforce", "audit", "warn")) {
            require(
                    namespace.isPresent()
                            && namespace
                                    .get()
                                    .at("/metadata/labels")
                                    .path("pod-security.kubernetes.io/" + mode)
                                    .asText()
                                    .equals("restricted"),
                    "Namespace",
                    mode + " is not restricted");
        }
        require(
                cluster.all("NetworkPolicy")
                        .anyMatch(policy -> policy.at("/spec/podSelector").isEmpty()
                                && policy.at("/spec/policyTypes").size() == 2
                                && !policy.at("/spec").has("ingress")
                                && !policy.at("/spec").has("egress")),
                "NetworkPolicy",
                "none denies everything");
    }

    // --- Pods -------------------------------------------------------------------------------------------------------

    private void deployment(Manifest deployment) {
        require(
                Cluster.matches(
                        deployment.at("/spec/selector/matchLabels"), deployment.at("/spec/template/metadata/labels")),
                deployment,
                "does not select its own pods");
        require(
                cluster.deployments(deployment.at("/spec/selector/matchLabels")).size() == 1,
                deployment,
                "selects pods of others");
        require(
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
        if (cluster.environment(deployment).keySet().stream()
                .anyMatch(name -> name.startsWith("MLMATH_GATEWAY_UPSTREAMS"))) {
            upstreams(deployment);
        }
    }

    private void image(Manifest deployment) {
        String image = deployment.container().path("image").asText();
        Matcher reference = IMAGE.matcher(image);
        require(reference.matches(), deployment, "its image has neither a tag nor a digest: " + image);
        require(
                !reference.matches() || !"latest".equals(reference.group("tag")),
                deployment,
                "its image is whatever is latest");
    }

    private void security(Manifest deployment) {
        JsonNode pod = deployment.at("/spec/template/spec");
        JsonNode container = deployment.container().path("securityContext");
        require(pod.at("/securityContext/runAsNonRoot").asBoolean(), deployment, "may run as root");
        require(pod.at("/securityContext/runAsUser").asInt() == 10001, deployment, "does not run as the image's user");
        require(
                pod.at("/securityContext/seccompProfile/type").asText().equals("RuntimeDefault"),
                deployment,
                "may make any system call");
        require(
                container.path("allowPrivilegeEscalation").isBoolean()
                        && !container.path("allowPrivilegeEscalation").asBoolean(),
                deployment,
                "may gain privileges");
        require(container.path("readOnlyRootFilesystem").asBoolean(), deployment, "can write to its image");
        require(
                container.at("/capabilities/drop/0").asText().equals("ALL")
                        && !container.path("capabilities").has("add"),
                deployment,
                "has capabilities");
        for (String host : List.of("hostNetwork", "hostPID", "hostIPC")) {
            require(!pod.has(host), deployment, "uses " + host);
        }
        require(pod.path("volumes").findValues("hostPath").isEmpty(), deployment, "mounts a directory of the node");
        require(
                pod.path("automountServiceAccountToken").isBoolean()
                        && !pod.path("automountServiceAccountToken").asBoolean(),
                deployment,
                "has a token of the cluster");
        require(
                cluster.find("ServiceAccount", pod.path("serviceAccountName").asText())
                        .filter(account ->
                                !account.at("/automountServiceAccountToken").asBoolean(true))
                        .isPresent(),
                deployment,
                "has no service account of its own without a token");
        require(
                pod.path("enableServiceLinks").isBoolean()
                        && !pod.path("enableServiceLinks").asBoolean(),
                deployment,
                "is given variables about Services");
    }

    private void resources(Manifest deployment) {
        JsonNode resources = deployment.container().path("resources");
        require(resources.at("/requests/cpu").isTextual(), deployment, "requests no CPU");
        require(resources.at("/requests/memory").isTextual(), deployment, "requests no memory");
        require(!resources.path("limits").has("cpu"), deployment, "is throttled, which breaks deadlines");
        if (!resources.at("/limits/memory").isTextual()) {
            require(false, deployment, "has no limit of memory");
            return;
        }
        long limit = Quantity.fromString(resources.at("/limits/memory").asText())
                .getNumber()
                .longValue();
        long requests = Long.parseLong(cluster.environment(deployment).getOrDefault("MLMATH_LIMITS_MEMORY", "0"));
        require(
                requests > 0 && heap(limit) >= requests + PROGRAM,
                deployment,
                "what requests may hold does not fit into its heap");
        require(
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
        require(
                port(deployment, "http").equals(environment.get("QUARKUS_HTTP_PORT")),
                deployment,
                "listens to another port than it declares");
        require(
                port(deployment, "management").equals(management),
                deployment,
                "is managed at another port than it declares");
    }

    private static String port(Manifest deployment, String name) {
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
            require(
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
        require(before > 0, deployment, "ends while others still have its address");
        require(
                work >= seconds(environment.getOrDefault("MLMATH_LIMITS_DEADLINE", "10s")) + 2,
                deployment,
                "ends before the work that it may be doing");
        require(
                deployment
                                .at("/spec/template/spec/terminationGracePeriodSeconds")
                                .asLong()
                        >= before + delay + work + 2,
                deployment,
                "is killed before it has ended by itself");
    }

    private static long seconds(String duration) {
        return duration == null ? 0 : Duration.parse("PT" + duration).toSeconds();
    }

    private void mounts(Manifest deployment) {
        List<String> volumes = deployment.at("/spec/template/spec/volumes").findValuesAsText("name");
        List<String> mounted = new ArrayList<>();
        for (JsonNode mount : deployment.container().path("volumeMounts")) {
            require(volumes.contains(mount.path("name").asText()), deployment, "mounts a volume that is not there");
            mounted.add(mount.path("mountPath").asText());
        }
        require(mounted.contains("/tmp"), deployment, "has no directory to write to");
        cluster.environment(deployment).values().stream()
                .filter(value -> value.startsWith("/"))
                .forEach(path -> require(
                        mounted.stream().anyMatch(mount -> (path + "/").startsWith(mount + "/")),
                        deployment,
                        "is to read " + path + ", where nothing is mounted"));
    }

    private void spread(Manifest deployment) {
        JsonNode labels = deployment.at("/spec/template/metadata/labels");
        JsonNode constraints = deployment.at("/spec/template/spec/topologySpreadConstraints");
        require(
                constraints
                        .findValuesAsText("topologyKey")
                        .containsAll(List.of("kubernetes.io/hostname", "topology.kubernetes.io/zone")),
                deployment,
                "is not spread over nodes and zones");
        for (JsonNode constraint : constraints) {
            require(
                    Cluster.matches(constraint.at("/labelSelector/matchLabels"), labels)
                            && constraint.path("matchLabelKeys").toString().contains("app.kubernetes.io/name"),
                    deployment,
                    "is spread as other pods than its own are");
        }
    }

    private void upstreams(Manifest deployment) {
        Set<String> services = Set.of("linalg", "calculus", "stats");
        for (String service : services) {
            String url = cluster.environment(deployment)
                    .getOrDefault(
                            "MLMATH_GATEWAY_UPSTREAMS_" + service.toUpperCase(Locale.ROOT) + "_URL", "http://nowhere");
            Optional<Manifest> found =
                    cluster.find("Service", String.valueOf(URI.create(url).getHost()));
            require(
                    found.filter(each -> each.name().equals(service)).isPresent(),
                    deployment,
                    url + " is not where " + service + " is");
            found.ifPresent(each -> {
                require(each.text("/spec/clusterIP").equals("None"), each, "is not headless, so load is not balanced");
                require(
                        cluster.deployments(each.at("/spec/selector")).stream().allMatch(to -> port(to, "http")
                                .equals(String.valueOf(URI.create(url).getPort()))),
                        deployment,
                        url + " is not the port of the pods");
            });
        }
    }

    // --- What refers to pods and Services ---------------------------------------------------------------------------

    private void service(Manifest service) {
        List<Manifest> deployments = cluster.deployments(service.at("/spec/selector"));
        require(!deployments.isEmpty(), service, "selects no pods");
        for (Manifest deployment : deployments) {
            service.each("/spec/ports").forEach(port -> {
                String target = port(deployment, port.path("targetPort").asText());
                require(!target.equals("none"), service, "leads to a port that " + deployment + " does not have");
                require(
                        target.equals(port.path("port").asText()),
                        service,
                        "has another port than the pods, which a headless Service cannot");
            });
        }
    }

    private void autoscaler(Manifest autoscaler) {
        Optional<Manifest> target = cluster.find(
                autoscaler.text("/spec/scaleTargetRef/kind"), autoscaler.text("/spec/scaleTargetRef/name"));
        require(target.isPresent(), autoscaler, "scales nothing that is there");
        target.ifPresent(deployment -> require(
                !deployment.at("/spec").has("replicas"), deployment, "would be set back to its replicas when applied"));
        require(
                autoscaler.at("/spec/minReplicas").asInt() >= 2
                        && autoscaler.at("/spec/minReplicas").asInt()
                                < autoscaler.at("/spec/maxReplicas").asInt(),
                autoscaler,
                "leaves no room to scale, or one replica only");
        require(autoscaler.at("/spec/behavior/scaleDown").has("policies"), autoscaler, "behaves as it likes");
    }

    private void budget(Manifest budget) {
        require(
                cluster.deployments(budget.at("/spec/selector/matchLabels")).size() == 1,
                budget,
                "is not of one Deployment");
        require(budget.at("/spec/maxUnavailable").asInt() == 1, budget, "lets more than one pod go, or none");
    }

    private void route(Manifest route) {
        route.each("/spec/rules").forEach(rule -> {
            rule.path("backendRefs")
                    .forEach(backend -> backend(
                            route,
                            backend.path("name").asText(),
                            backend.path("port").asText()));
            require(
                    seconds(rule.at("/timeouts/request").asText()) > 30 + 10,
                    route,
                    "gives up before a slow body has arrived and is worked on");
        });
    }

    private void ingress(Manifest ingress) {
        ingress.tree().findValues("service").forEach(service -> {
            JsonNode port = service.path("port");
            backend(
                    ingress,
                    service.path("name").asText(),
                    port.has("name")
                            ? port.path("name").asText()
                            : port.path("number").asText());
        });
        require(
                ingress.tree().findValuesAsText("host").stream()
                        .allMatch(host -> ingress.at("/spec/tls").toString().contains('"' + host + '"')),
                ingress,
                "serves a host without TLS");
    }

    /** What is outside reaches the gateway, and of it what is meant for callers. */
    private void backend(Manifest from, String service, String port) {
        boolean exists = cluster.find("Service", service).stream()
                .flatMap(found -> found.each("/spec/ports"))
                .filter(each -> each.path("name").asText().equals("http"))
                .anyMatch(each -> Stream.of("name", "port")
                        .anyMatch(key -> each.path(key).asText().equals(port)));
        require(service.equals("gateway") && exists, from, "leads to " + service + ":" + port);
    }

    private void monitor(Manifest monitor) {
        List<Manifest> services = cluster.all("Service")
                .filter(service ->
                        Cluster.matches(monitor.at("/spec/selector/matchLabels"), service.at("/metadata/labels")))
                .toList();
        require(services.size() == 1, monitor, "does not select one Service");
        for (Manifest service : services) {
            monitor.each("/spec/endpoints")
                    .forEach(endpoint -> require(
                            service.each("/spec/ports")
                                    .anyMatch(port -> port.path("name").equals(endpoint.path("port"))),
                            monitor,
                            "asks at a port that " + service + " does not have"));
            require(
                    cluster.deployments(service.at("/spec/selector")).size()
                            == cluster.all("Deployment").count(),
                    monitor,
                    "does not see all pods");
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
