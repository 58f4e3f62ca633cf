package org.mlmath.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Who may talk to whom, as NetworkPolicies of one namespace say: what no policy selects may do everything, else what one of them lets. */
record Network(List<Manifest> policies) {
    /** An end of a connection: the labels of its namespace, and of its pod. */
    record Peer(JsonNode namespace, JsonNode pod) {
        static Peer of(Map<String, String> namespace, Map<String, String> pod) {
            return new Peer(labels(namespace), labels(pod));
        }

        private static JsonNode labels(Map<String, String> labels) {
            ObjectNode node = JsonNodeFactory.instance.objectNode();
            labels.forEach(node::put);
            return node;
        }
    }

    /** The namespace that the policies stand in. */
    static final Map<String, String> HERE = Map.of("kubernetes.io/metadata.name", "mlmath");

    boolean connects(Peer from, Peer to, int port) {
        return lets("Egress", "egress", "to", from, to, port) && lets("Ingress", "ingress", "from", to, from, port);
    }

    private boolean lets(String type, String rules, String peers, Peer owner, Peer other, int port) {
        if (!owner.namespace().equals(Peer.labels(HERE))) {
            return true; // other namespaces have their own policies
        }
        List<Manifest> selecting = policies.stream()
                .filter(policy -> selects(policy.at("/spec/podSelector"), owner.pod()))
                .filter(policy -> policy.each("/spec/policyTypes")
                        .anyMatch(each -> each.asText().equals(type)))
                .toList();
        return selecting.isEmpty()
                || selecting.stream()
                        .flatMap(policy -> policy.each("/spec/" + rules))
                        .anyMatch(rule -> matches(rule.path(peers), other) && open(rule.path("ports"), port));
    }

    private static boolean matches(JsonNode peers, Peer other) {
        return peers.isEmpty() || stream(peers).anyMatch(peer -> matchesOne(peer, other));
    }

    private static boolean matchesOne(JsonNode peer, Peer other) {
        if (peer.has("ipBlock")) {
            return false; // of addresses, not of pods
        }
        boolean namespace = peer.has("namespaceSelector")
                ? selects(peer.get("namespaceSelector"), other.namespace())
                : other.namespace().equals(Peer.labels(HERE));
        return namespace && selects(peer.path("podSelector"), other.pod());
    }

    private static boolean open(JsonNode ports, int port) {
        return ports.isEmpty()
                || stream(ports).anyMatch(each -> each.path("port").asInt() == port);
    }

    /** @return whether labels are as a selector wants them; an empty or missing one wants nothing */
    private static boolean selects(JsonNode selector, JsonNode labels) {
        return Cluster.matches(selector.path("matchLabels"), labels)
                && stream(selector.path("matchExpressions")).allMatch(expression -> {
                    boolean in = stream(expression.path("values"))
                            .anyMatch(value -> value.equals(
                                    labels.get(expression.path("key").asText())));
                    return expression.path("operator").asText().equals("In") == in;
                });
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
