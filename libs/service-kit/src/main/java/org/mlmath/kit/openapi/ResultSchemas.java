package org.mlmath.kit.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** Says of what is written to callers which fields are always there, and that a number can turn out undefined or infinite. */
final class ResultSchemas {
    /** Read as on the left, written as on the right: only a result has undefined or infinite entries. */
    private static final Map<String, String> WRITTEN =
            Map.of("Matrix", "ResultMatrix", "VectorOrMatrix", "ResultVectorOrMatrix");

    private ResultSchemas() {}

    static void complete(SchemaGraph graph, List<Endpoint> endpoints) {
        List<Schema> roots =
                endpoints.stream().flatMap(e -> e.resultSchemas().stream()).toList();
        for (Schema schema : graph.reachableFrom(roots)) {
            if (schema.getRef() != null && WRITTEN.containsKey(SchemaGraph.nameOf(schema))) {
                schema.setRef(SchemaGraph.reference(WRITTEN.get(SchemaGraph.nameOf(schema))));
            }
        }
        Set<Schema> written = graph.reachableFrom(roots);
        // What a result repeats of its request is as it was read: finite, and there or not there.
        written.removeAll(graph.reachableFrom(RequestSchemas.roots(endpoints)));
        written.removeAll(graph.reachableFrom(List.of(graph.component("ResultNumber"))));
        for (Schema schema : written) {
            if (schema.getProperties() != null) {
                requirePresentFields(schema);
            }
        }
        written.forEach(ResultSchemas::widen);
    }

    private static void requirePresentFields(Schema schema) {
        List<String> required = new ArrayList<>();
        schema.getProperties().forEach((name, property) -> {
            if (!mayBeMissing(property)) {
                required.add(name);
            }
        });
        schema.setRequired(required.isEmpty() ? null : required);
    }

    private static boolean mayBeMissing(Schema property) {
        boolean anything = property.getRef() == null
                && property.getType() == null
                && property.getAnyOf() == null
                && property.getOneOf() == null
                && property.getAllOf() == null;
        return anything || isNullable(property);
    }

    private static boolean isNullable(Schema schema) {
        return (schema.getType() != null && schema.getType().contains(SchemaType.NULL))
                || (schema.getAnyOf() != null && schema.getAnyOf().stream().anyMatch(ResultSchemas::isNullable))
                || (schema.getOneOf() != null && schema.getOneOf().stream().anyMatch(ResultSchemas::isNullable));
    }

    private static void widen(Schema schema) {
        List<SchemaType> types = schema.getType();
        if (types != null && types.contains(SchemaType.NUMBER) && !types.contains(SchemaType.STRING)) {
            schema.setType(null);
            schema.setFormat(null);
            schema.setRef(SchemaGraph.reference("ResultNumber"));
        }
    }
}
