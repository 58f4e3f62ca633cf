package org.mlmath.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mlmath.k8s.Network.Peer;

/** The network as the policies leave it. */
class NetworkTest {
    private static final Network NETWORK = network(Overlay.named("production"));

    private static Network network(Overlay overlay) {
        return new Network(new Cluster(overlay.manifests()).all("NetworkPolicy").toList());
    }

    @ParameterizedTest
    @CsvSource({
        // who, to whom, port, whether
        "anybody, gateway, 8080, true",
        "gateway, linalg, 8080, true",
        "gateway, calculus, 8080, true",
        "gateway, stats, 8080, true",
        "gateway, names, 53, true",
        "monitoring, gateway, 9000, true",
        "monitoring, linalg, 9000, true",
        "monitoring, calculus, 9000, true",
        "monitoring, stats, 9000, true",
        "anybody, linalg, 8080, false",
        "anybody, gateway, 9000, false",
        "anybody, stats, 9000, false",
        "monitoring, calculus, 8080, false",
        "gateway, linalg, 9000, false",
        "linalg, gateway, 8080, false",
        "linalg, calculus, 8080, false",
        "calculus, calculus, 8080, false",
        "stats, names, 53, false",
        "gateway, anybody, 443, false",
        "linalg, anybody, 443, false",
    })
    void connectsWhomItShallAndNobodyElse(String from, String to, int port, boolean connects) {
        assertThat(NETWORK.connects(peer(from), peer(to), port)).isEqualTo(connects);
    }

    @ParameterizedTest
    @CsvSource({
        "linalg, monitoring, 4318, true",
        "gateway, monitoring, 4318, true",
        "stats, names, 53, true",
        "calculus, monitoring, 80, false",
        "linalg, gateway, 8080, false",
        "linalg, anybody, 4318, false",
    })
    void tracingLetsSpansOutAndNothingElse(String from, String to, int port, boolean connects) {
        assertThat(network(Overlay.everyComponent()).connects(peer(from), peer(to), port))
                .isEqualTo(connects);
    }

    @Test
    void withoutThePolicyThatDeniesServicesWouldReachOut() {
        Network open = new Network(NETWORK.policies().stream()
                .filter(policy -> !policy.name().equals("deny-all"))
                .toList());
        assertThat(open.connects(peer("linalg"), peer("anybody"), 443)).isTrue();
    }

    private static Peer peer(String name) {
        return switch (name) {
            case "anybody" -> Peer.of(Map.of("kubernetes.io/metadata.name", "elsewhere"), Map.of());
            case "monitoring" ->
                Peer.of(Map.of("kubernetes.io/metadata.name", "monitoring"), Map.of("app", "prometheus"));
            case "names" ->
                Peer.of(Map.of("kubernetes.io/metadata.name", "kube-system"), Map.of("k8s-app", "kube-dns"));
            default -> {
                List<Manifest> deployments = new Cluster(
                                Overlay.named("production").manifests())
                        .all("Deployment")
                        .filter(deployment -> deployment.name().equals(name))
                        .toList();
                yield new Peer(
                        Peer.of(Network.HERE, Map.of()).namespace(),
                        deployments.getFirst().at("/spec/template/metadata/labels"));
            }
        };
    }
}
