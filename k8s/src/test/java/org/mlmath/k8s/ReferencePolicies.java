package org.mlmath.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What refers to pods and Services leads to ones that are there, and only where it shall. */
final class ReferencePolicies {
    private final Cluster cluster;
    private final Complaints complaints;

    ReferencePolicies(Cluster cluster, Complaints complaints) {
        this.cluster = cluster;
        this.complaints = complaints;
    }

    void check() {
        cluster.all("Service").forEach(this::service);
        cluster.all("HorizontalPodAutoscaler").forEach(this::autoscaler);
        cluster.all("PodDisruptionBudget").forEach(this::budget);
        cluster.all("HTTPRoute").forEach(this::route);
        cluster.all("Ingress").forEach(this::ingress);
        cluster.all("ServiceMonitor").forEach(this::monitor);
        cluster.find("Deployment", "gateway").ifPresent(this::upstreams);
    }

    private void upstreams(Manifest deployment) {
        Set<String> services = Set.of("linalg", "calculus", "stats");
        for (String service : services) {
            String url = cluster.environment(deployment)
                    .getOrDefault(
                            "MLMATH_GATEWAY_UPSTREAMS_" + service.toUpperCase(Locale.ROOT) + "_URL", "http://nowhere");
            Optional<Manifest> found =
                    cluster.find("Service", String.valueOf(URI.create(url).getHost()));
            complaints.require(
                    found.filter(each -> each.name().equals(service)).isPresent(),
                    deployment,
                    url + " is not where " + service + " is");
            found.ifPresent(each -> {
                complaints.require(
                        each.text("/spec/clusterIP").equals("None"), each, "is not headless, so load is not balanced");
                complaints.require(
                        cluster.deployments(each.at("/spec/selector")).stream()
                                .allMatch(to -> PodPolicies.port(to, "http")
                                        .equals(String.valueOf(URI.create(url).getPort()))),
                        deployment,
                        url + " is not the port of the pods");
            });
        }
    }

    private void service(Manifest service) {
        List<Manifest> deployments = cluster.deployments(service.at("/spec/selector"));
        complaints.require(!deployments.isEmpty(), service, "selects no pods");
        for (Manifest deployment : deployments) {
            service.each("/spec/ports").forEach(port -> {
                String target =
                        PodPolicies.port(deployment, port.path("targetPort").asText());
                complaints.require(
                        !target.equals("none"), service, "leads to a port that " + deployment + " does not have");
                complaints.require(
                        target.equals(port.path("port").asText()),
                        service,
                        "has another port than the pods, which a headless Service cannot");
            });
        }
    }

    private void autoscaler(Manifest autoscaler) {
        Optional<Manifest> target = cluster.find(
                autoscaler.text("/spec/scaleTargetRef/kind"), autoscaler.text("/spec/scaleTargetRef/name"));
        complaints.require(target.isPresent(), autoscaler, "scales nothing that is there");
        target.ifPresent(deployment -> complaints.require(
                !deployment.at("/spec").has("replicas"), deployment, "would be set back to its replicas when applied"));
        complaints.require(
                autoscaler.at("/spec/minReplicas").asInt() >= 2
                        && autoscaler.at("/spec/minReplicas").asInt()
                                < autoscaler.at("/spec/maxReplicas").asInt(),
                autoscaler,
                "leaves no room to scale, or one replica only");
        complaints.require(
                autoscaler.at("/spec/behavior/scaleDown").has("policies"), autoscaler, "behaves as it likes");
    }

    private void budget(Manifest budget) {
        complaints.require(
                cluster.deployments(budget.at("/spec/selector/matchLabels")).size() == 1,
                budget,
                "is not of one Deployment");
        complaints.require(
                budget.at("/spec/maxUnavailable").asInt() == 1, budget, "lets more than one pod go, or none");
    }

    private void route(Manifest route) {
        route.each("/spec/rules").forEach(rule -> {
            rule.path("backendRefs")
                    .forEach(backend -> backend(
                            route,
                            backend.path("name").asText(),
                            backend.path("port").asText()));
            complaints.require(
                    PodPolicies.seconds(rule.at("/timeouts/request").asText()) > 30 + 10,
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
        complaints.require(
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
        complaints.require(service.equals("gateway") && exists, from, "leads to " + service + ":" + port);
    }

    private void monitor(Manifest monitor) {
        List<Manifest> services = cluster.all("Service")
                .filter(service ->
                        Cluster.matches(monitor.at("/spec/selector/matchLabels"), service.at("/metadata/labels")))
                .toList();
        complaints.require(services.size() == 1, monitor, "does not select one Service");
        for (Manifest service : services) {
            monitor.each("/spec/endpoints")
                    .forEach(endpoint -> complaints.require(
                            service.each("/spec/ports")
                                    .anyMatch(port -> port.path("name").equals(endpoint.path("port"))),
                            monitor,
                            "asks at a port that " + service + " does not have"));
            complaints.require(
                    cluster.deployments(service.at("/spec/selector")).size()
                            == cluster.all("Deployment").count(),
                    monitor,
                    "does not see all pods");
        }
    }
}
