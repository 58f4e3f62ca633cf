package org.mlmath.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import io.kubernetes.client.custom.QuantityFormatException;
import io.kubernetes.client.openapi.JSON;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Ingress;
import io.kubernetes.client.openapi.models.V1Namespace;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1ServiceAccount;
import io.kubernetes.client.openapi.models.V2HorizontalPodAutoscaler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What may stand in a manifest. Kinds that Kubernetes has built in are held against the models of its Java client, which are made from the API's own
 * description; custom kinds against the schemas in {@code schemas}. A kind that is in neither is refused.
 */
final class Schemas {
    private static final Map<String, Class<?>> BUILT_IN = Map.of(
            "v1 ConfigMap", V1ConfigMap.class,
            "v1 Namespace", V1Namespace.class,
            "v1 Service", V1Service.class,
            "v1 ServiceAccount", V1ServiceAccount.class,
            "apps/v1 Deployment", V1Deployment.class,
            "autoscaling/v2 HorizontalPodAutoscaler", V2HorizontalPodAutoscaler.class,
            "networking.k8s.io/v1 Ingress", V1Ingress.class,
            "networking.k8s.io/v1 NetworkPolicy", V1NetworkPolicy.class,
            "policy/v1 PodDisruptionBudget", V1PodDisruptionBudget.class);

    private static final Map<String, String> CUSTOM = Map.of(
            "gateway.networking.k8s.io/v1 HTTPRoute", "http-route.json",
            "monitoring.coreos.com/v1 PrometheusRule", "prometheus-rule.json",
            "monitoring.coreos.com/v1 ServiceMonitor", "service-monitor.json");

    /** Fields whose models are plain strings, and what the API takes in them wherever they stand. */
    private static final Map<String, Set<String>> CHOICES = Map.of(
            "imagePullPolicy", Set.of("Always", "IfNotPresent", "Never"),
            "operator", Set.of("In", "NotIn", "Exists", "DoesNotExist"),
            "pathType", Set.of("Exact", "Prefix", "ImplementationSpecific"),
            "policyTypes", Set.of("Ingress", "Egress"),
            "protocol", Set.of("TCP", "UDP", "SCTP"),
            "selectPolicy", Set.of("Max", "Min", "Disabled"),
            "type",
                    Set.of(
                            "ClusterIP",
                            "NodePort",
                            "LoadBalancer",
                            "ExternalName", // Service
                            "RollingUpdate",
                            "Recreate", // Deployment
                            "RuntimeDefault",
                            "Localhost",
                            "Unconfined", // seccompProfile
                            "Resource",
                            "ContainerResource",
                            "Pods",
                            "Object",
                            "External", // metric; Pods of a policy too
                            "Utilization",
                            "AverageValue",
                            "Value", // target of a metric
                            "Percent"), // policy of scaling
            "whenUnsatisfiable", Set.of("DoNotSchedule", "ScheduleAnyway"));

    private static final ObjectMapper JACKSON = new ObjectMapper();

    private Schemas() {}

    /** @return what is wrong with the object; nothing if it would be taken */
    static List<String> complaints(Manifest manifest) {
        if (BUILT_IN.containsKey(manifest.type())) {
            List<String> complaints = new ArrayList<>(wrongChoices(manifest.tree()));
            againstModel(manifest, BUILT_IN.get(manifest.type())).ifPresent(complaints::add);
            return complaints;
        }
        if (CUSTOM.containsKey(manifest.type())) {
            return schema(CUSTOM.get(manifest.type())).validate(manifest.tree()).stream()
                    .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
                    .toList();
        }
        return List.of("There is no schema for " + manifest.type());
    }

    private static Optional<String> againstModel(Manifest manifest, Class<?> model) {
        try {
            JsonElement given = JsonParser.parseString(manifest.tree().toString());
            model.getMethod("validateJsonElement", JsonElement.class).invoke(null, given);
            // Reading is lenient with what it does not know and with "2" for 2; what comes back then is not what was
            // given.
            JsonElement understood = JSON.getGson().toJsonTree(JSON.getGson().fromJson(given, model));
            return difference("", JACKSON.readTree(given.toString()), JACKSON.readTree(understood.toString()));
        } catch (InvocationTargetException e) {
            return Optional.of(String.valueOf(e.getCause().getMessage()));
        } catch (JsonParseException | IllegalArgumentException | QuantityFormatException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        } catch (ReflectiveOperationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<String> difference(String pointer, JsonNode given, JsonNode understood) {
        if (given.isMissingNode() && understood.isContainerNode() && understood.isEmpty()) {
            return Optional.empty(); // models have empty collections where nothing is given
        }
        if (given.getNodeType() != understood.getNodeType() || given.isValueNode() && !given.equals(understood)) {
            return Optional.of("%s: %s is understood as %s".formatted(pointer, given, understood));
        }
        Set<String> names = new TreeSet<>();
        given.fieldNames().forEachRemaining(names::add);
        understood.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            Optional<String> inside = difference(pointer + "/" + name, given.path(name), understood.path(name));
            if (inside.isPresent()) {
                return inside;
            }
        }
        for (int i = 0; given.isArray() && i < Math.max(given.size(), understood.size()); i++) {
            Optional<String> inside = difference(pointer + "/" + i, given.path(i), understood.path(i));
            if (inside.isPresent()) {
                return inside;
            }
        }
        return Optional.empty();
    }

    private static List<String> wrongChoices(JsonNode tree) {
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, Set<String>> choice : CHOICES.entrySet()) {
            for (JsonNode found : tree.findValues(choice.getKey())) {
                for (JsonNode value : found.isArray() ? found : List.of(found)) {
                    if (value.isTextual() && !choice.getValue().contains(value.asText())) {
                        wrong.add("%s: %s is none of %s".formatted(choice.getKey(), value, choice.getValue()));
                    }
                }
            }
        }
        return wrong;
    }

    private static Schema schema(String file) {
        try {
            return SchemaRegistry.withDefaultDialect(Dialects.getDraft202012())
                    .getSchema(JACKSON.readTree(Files.readString(Path.of("schemas", file))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
