package org.mlmath.kit.openapi;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Closes what is read from callers: the readers refuse unknown fields, so the document says so. */
final class RequestSchemas {
    private RequestSchemas() {}

    static void complete(SchemaGraph graph, List<Endpoint> endpoints) {
        Set<Schema> read = graph.reachableFrom(roots(endpoints));
        Set<Schema> parts = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Schema schema : read) {
            if (schema.getAllOf() != null) {
                for (Schema part : schema.getAllOf()) {
                    parts.add(part.getRef() == null ? part : graph.target(part));
                }
                // A part may not close itself: it does not know the fields of the other parts.
                schema.setUnevaluatedProperties(nothing());
            }
        }
        for (Schema schema : read) {
            boolean open = schema.getAdditionalPropertiesSchema() == null;
            if (schema.getProperties() != null && open && schema.getAllOf() == null && !parts.contains(schema)) {
                schema.setAdditionalPropertiesSchema(nothing());
            }
        }
    }

    private static Schema nothing() {
        return OASFactory.createSchema().booleanSchema(false);
    }

    static List<Schema> roots(List<Endpoint> endpoints) {
        return endpoints.stream()
                .map(Endpoint::requestSchema)
                .filter(Objects::nonNull)
                .toList();
    }
}
