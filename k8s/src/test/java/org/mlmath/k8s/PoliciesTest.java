package org.mlmath.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every overlay is within the rules, and each rule notices when it is broken. */
class PoliciesTest {
    private static final String POD = "/spec/template/spec";
    private static final String CONTAINER = POD + "/containers/0";

    static List<Overlay> overlays() {
        return Overlay.all();
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void everyOverlayIsWithinTheRules(Overlay overlay) {
        assertThat(Policies.complaints(new Cluster(overlay.manifests()))).isEmpty();
    }

    @Test
    void inProductionEveryProcessIsThereSeveralTimes() {
        Cluster production = new Cluster(Overlay.named("production").manifests());
        assertThat(production.all("Deployment")).hasSize(4).allSatisfy(deployment -> {
            assertThat(production.find("HorizontalPodAutoscaler", deployment.name()))
                    .isPresent();
            assertThat(production.find("PodDisruptionBudget", deployment.name()))
                    .isPresent();
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // kind | name | pointer ({c}: the container, {p}: the pod) | JSON, empty to remove | what is said
                "ConfigMap | settings | /metadata/namespace | 'elsewhere' | another namespace",
                "Service | gateway | /metadata/labels |  | not labelled",
                "Namespace | mlmath | /metadata/labels/pod-security.kubernetes.io~1enforce | 'baseline' | not restricted",
                "NetworkPolicy | deny-all | /spec/policyTypes | ['Ingress'] | none denies",
                "Deployment | linalg | /spec/template/metadata/labels/app.kubernetes.io~1name | 'lapack' | its own pods",
                "Deployment | linalg | /spec/selector/matchLabels | {'app.kubernetes.io/part-of': 'mlmath'} | pods of others",
                "Deployment | linalg | {c}/name | 'linalg' | other containers",
                "Deployment | linalg | {c}/image | 'mlmath/linalg-service' | neither a tag nor a digest",
                "Deployment | linalg | {c}/image | 'mlmath/linalg-service:latest' | latest",
                "Deployment | linalg | {c}/image | 'registry.example.org:5000/linalg' | neither a tag nor a digest",
                "Deployment | linalg | {p}/securityContext/runAsNonRoot |  | as root",
                "Deployment | linalg | {p}/securityContext/runAsUser | 1000 | the image's user",
                "Deployment | linalg | {p}/securityContext/seccompProfile |  | system call",
                "Deployment | linalg | {c}/securityContext/allowPrivilegeEscalation |  | gain privileges",
                "Deployment | linalg | {c}/securityContext/readOnlyRootFilesystem | false | write to its image",
                "Deployment | linalg | {c}/securityContext/capabilities | {'drop': ['ALL'], 'add': ['NET_ADMIN']} | has capabilities",
                "Deployment | linalg | {p}/hostNetwork | true | uses hostNetwork",
                "Deployment | linalg | {p}/volumes | [{'name': 'tmp', 'hostPath': {'path': '/tmp'}}] | directory of the node",
                "Deployment | linalg | {p}/automountServiceAccountToken |  | a token",
                "Deployment | linalg | {p}/serviceAccountName | 'default' | no service account",
                "ServiceAccount | linalg | /automountServiceAccountToken |  | no service account",
                "Deployment | linalg | {p}/enableServiceLinks |  | variables about Services",
                "Deployment | linalg | {c}/resources/requests/cpu |  | no CPU",
                "Deployment | linalg | {c}/resources/requests/memory |  | requests no memory",
                "Deployment | linalg | {c}/resources/limits/cpu | '1' | throttled",
                "Deployment | linalg | {c}/resources/limits |  | no limit of memory",
                "Deployment | stats | {c}/resources/limits/memory | '1Gi' | its heap",
                "Deployment | linalg | {c}/resources/limits/memory | '1400Mi' | workspace",
                "ConfigMap | settings | /data/MLMATH_LIMITS_MEMORY | '1073741824' | its heap",
                "ConfigMap | settings | /data/QUARKUS_HTTP_PORT | '8081' | another port",
                "ConfigMap | settings | /data/QUARKUS_MANAGEMENT_PORT | '9001' | managed at another port",
                "Deployment | linalg | {c}/livenessProbe |  | livenessProbe",
                "Deployment | linalg | {c}/readinessProbe/httpGet/path | '/q/health/live' | readinessProbe",
                "Deployment | linalg | {c}/startupProbe/httpGet/port | 'http' | startupProbe",
                "Deployment | linalg | {c}/lifecycle |  | still have its address",
                "Deployment | linalg | {p}/terminationGracePeriodSeconds | 40 | killed before",
                "ConfigMap | settings | /data/QUARKUS_SHUTDOWN_TIMEOUT | '20s' | ends before the work",
                "Deployment | linalg | {p}/volumes | [] | a volume that is not there",
                "Deployment | linalg | {c}/volumeMounts | [] | no directory to write to",
                "Deployment | gateway | {c}/volumeMounts | [{'name': 'tmp', 'mountPath': '/tmp'}] | nothing is mounted",
                "Deployment | linalg | {p}/topologySpreadConstraints |  | not spread",
                "Deployment | linalg | {p}/topologySpreadConstraints/0/matchLabelKeys |  | as other pods",
                "ConfigMap | gateway | /data/MLMATH_GATEWAY_UPSTREAMS_LINALG_URL | 'http://linalgebra:8080' | is not where linalg is",
                "ConfigMap | gateway | /data/MLMATH_GATEWAY_UPSTREAMS_STATS_URL | 'http://stats:80' | not the port",
                "ConfigMap | gateway | /data/MLMATH_GATEWAY_UPSTREAMS_STATS_URL |  | is not where stats is",
                "Service | stats | /spec/clusterIP |  | not headless",
                "Service | stats | /spec/selector | {'app': 'stats'} | selects no pods",
                "Service | stats | /spec/ports/0/targetPort | 'web' | does not have",
                "Service | stats | /spec/ports/0/port | 80 | another port than the pods",
                "HorizontalPodAutoscaler | stats | /spec/scaleTargetRef/name | 'statistics' | scales nothing",
                "HorizontalPodAutoscaler | stats | /spec/maxReplicas | 2 | no room",
                "HorizontalPodAutoscaler | stats | /spec/behavior |  | as it likes",
                "Deployment | stats | /spec/replicas | 3 | set back",
                "PodDisruptionBudget | stats | /spec/selector/matchLabels | {'app.kubernetes.io/part-of': 'mlmath'} | one Deployment",
                "PodDisruptionBudget | stats | /spec/maxUnavailable | 0 | more than one pod",
                "HTTPRoute | mlmath | /spec/rules/0/backendRefs/0/port | 9000 | leads to gateway:9000",
                "HTTPRoute | mlmath | /spec/rules/0/backendRefs/0/name | 'linalg' | leads to linalg",
                "HTTPRoute | mlmath | /spec/rules/0/timeouts/request | '15s' | gives up",
                "Ingress | mlmath | /spec/rules/0/http/paths/0/backend/service/port/name | 'web' | leads to gateway:web",
                "Ingress | mlmath | /spec/tls |  | without TLS",
                "ServiceMonitor | mlmath | /spec/endpoints/0/port | 'metrics' | a port that",
                "ServiceMonitor | mlmath | /spec/selector/matchLabels | {'app': 'x'} | one Service",
                "Service | management | /spec/selector | {'app.kubernetes.io/name': 'stats'} | all pods",
            })
    void aBrokenRuleIsNoticed(String kind, String name, String pointer, String json, String said) throws IOException {
        Cluster cluster = new Cluster(Overlay.everyComponent().manifests());
        Manifest manifest = cluster.all(kind)
                .filter(each -> each.name().equals(name) || each.name().startsWith(name + "-"))
                .findFirst()
                .orElseThrow();
        set(manifest, pointer.replace("{c}", CONTAINER).replace("{p}", POD), json);
        assertThat(Policies.complaints(cluster))
                .anySatisfy(complaint -> assertThat(complaint).contains(said));
    }

    private static void set(Manifest manifest, String pointer, String json) throws IOException {
        int last = pointer.lastIndexOf('/');
        String key = pointer.substring(last + 1).replace("~1", "/");
        ObjectNode parent = (ObjectNode) manifest.at(pointer.substring(0, last));
        if (json == null) {
            assertThat(parent.remove(key)).isNotNull();
        } else {
            JsonNode value = new ObjectMapper().readTree(json.replace('\'', '"'));
            parent.set(key, value);
        }
    }
}
