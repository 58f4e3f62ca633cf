package org.mlmath.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every object of every overlay is of its kind's schema, and the schemas notice mistakes. */
class SchemasTest {
    /** Objects whose keys are anybody's choice. */
    private static final Set<String> FREE =
            Set.of("labels", "annotations", "matchLabels", "selector", "data", "requests", "limits");

    static List<Overlay> overlays() {
        return Overlay.all();
    }

    /** @return one object of each kind: the one that says most */
    static Collection<Manifest> kinds() {
        Map<String, Manifest> kinds = new TreeMap<>();
        for (Overlay overlay : Overlay.all()) {
            for (Manifest manifest : overlay.manifests()) {
                kinds.merge(
                        manifest.kind(),
                        manifest,
                        (a, b) -> a.tree().toString().length()
                                        >= b.tree().toString().length()
                                ? a
                                : b);
            }
        }
        return kinds.values();
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void everyObjectIsOfItsSchema(Overlay overlay) {
        for (Manifest manifest : overlay.manifests()) {
            assertThat(Schemas.complaints(manifest)).as(manifest.toString()).isEmpty();
        }
    }

    /** Each field in turn, at every depth. */
    @ParameterizedTest
    @MethodSource("kinds")
    void aMisspeltFieldIsRefusedWhereverItStands(Manifest manifest) {
        List<String> missed = new ArrayList<>();
        inEachField(manifest, (object, name) -> {
            JsonNode value = object.remove(name);
            object.set(name + "s", value);
            if (Schemas.complaints(manifest).isEmpty()) {
                missed.add(name);
            }
            object.remove(name + "s");
            object.set(name, value);
        });
        assertThat(missed)
                .as("%s: fields whose misspelling nobody noticed", manifest)
                .isEmpty();
    }

    /** Text where a number or a truth value stands, a number where text does. */
    @ParameterizedTest
    @MethodSource("kinds")
    void aValueOfAnotherTypeIsRefusedWhereverItStands(Manifest manifest) {
        List<String> missed = new ArrayList<>();
        inEachField(manifest, (object, name) -> {
            JsonNode value = object.get(name);
            if (value.isValueNode()) {
                object.set(name, value.isTextual() ? IntNode.valueOf(7) : TextNode.valueOf("seven"));
                if (Schemas.complaints(manifest).isEmpty() && !mayBeEither(name)) {
                    missed.add(name);
                }
                object.set(name, value);
            }
        });
        assertThat(missed).as("%s: fields whose type nobody checked", manifest).isEmpty();
    }

    /** Ports and numbers of pods may be names or percentages too. */
    private static boolean mayBeEither(String name) {
        return Set.of("port", "targetPort", "maxSurge", "maxUnavailable").contains(name);
    }

    private static void inEachField(Manifest manifest, BiConsumer<ObjectNode, String> change) {
        visit(manifest.tree(), change);
    }

    private static void visit(JsonNode node, BiConsumer<ObjectNode, String> change) {
        if (node instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                change.accept(object, name);
                if (!FREE.contains(name) || object.get(name).has("matchLabels")) {
                    visit(object.get(name), change);
                }
            }
        } else {
            node.forEach(entry -> visit(entry, change));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Deployment, /apiVersion, apps/v1beta1",
        "Deployment, /spec/template/spec/containers/0/imagePullPolicy, Sometimes",
        "Deployment, /spec/template/spec/containers/0/resources/limits/memory, 2GB",
        "HorizontalPodAutoscaler, /spec/metrics/0/resource/target/type, Utilisation",
        "NetworkPolicy, /spec/policyTypes, Ingres",
        "Ingress, /spec/rules/0/http/paths/0/pathType, Suffix",
        "HTTPRoute, /spec/rules/0/timeouts/request, a minute",
        "ServiceMonitor, /spec/endpoints/0/interval, 15 seconds",
    })
    void aValueThatTheApiDoesNotKnowIsRefused(String kind, String pointer, String value) {
        Manifest manifest = kinds().stream()
                .filter(each -> each.kind().equals(kind))
                .findFirst()
                .orElseThrow();
        int last = pointer.lastIndexOf('/');
        ((ObjectNode) manifest.at(pointer.substring(0, last))).put(pointer.substring(last + 1), value);
        assertThat(Schemas.complaints(manifest)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Deployment, /spec/selector",
        "Deployment, /spec/template/spec/containers",
        "HorizontalPodAutoscaler, /spec/maxReplicas",
        "Service, /spec/ports/0/port",
        "Ingress, /spec/rules/0/http/paths/0/pathType",
        "HTTPRoute, /spec/rules/0/backendRefs/0/name",
        "ServiceMonitor, /spec/selector",
    })
    void aMissingFieldIsRefused(String kind, String pointer) {
        Manifest manifest = kinds().stream()
                .filter(each -> each.kind().equals(kind))
                .findFirst()
                .orElseThrow();
        int last = pointer.lastIndexOf('/');
        ((ObjectNode) manifest.at(pointer.substring(0, last))).remove(pointer.substring(last + 1));
        assertThat(Schemas.complaints(manifest)).isNotEmpty();
    }
}
