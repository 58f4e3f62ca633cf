package org.mlmath.kit.openapi;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;
import org.mlmath.kit.array.ArrayBody;
import org.mlmath.kit.array.WireFormat;

/** The other forms of whatever takes or gives arrays of numbers: NumPy's files, and CSV data sets. */
final class ArrayForms {
    private final SchemaGraph graph;

    ArrayForms(SchemaGraph graph) {
        this.graph = graph;
    }

    /** To be called while numbers are still called that, before results say that theirs can be null. */
    void complete(Endpoint endpoint) {
        if (!endpoint.isComputation()) {
            return;
        }
        if (holdsArrays(List.of(endpoint.requestSchema()))) {
            describe(endpoint.operation().getRequestBody(), firstArrayField(endpoint.requestSchema()));
        }
        if (holdsArrays(endpoint.resultSchemas())) {
            endpoint.operation().getResponses().getAPIResponses().forEach((status, response) -> {
                if (status.startsWith("2") && response.getContent() != null) {
                    add(response.getContent(), WireFormat.NPZ, WireFormat.NPY);
                }
            });
            endpoint.operation()
                    .addParameter(
                            OASFactory.createParameter().ref("#/components/parameters/" + ArrayBody.ANSWER_FIELD));
        }
    }

    private static void describe(RequestBody body, String first) {
        add(body.getContent(), WireFormat.NPZ);
        String description = "As npz: an entry per array field, by name.";
        if (first != null) {
            add(body.getContent(), WireFormat.NPY, WireFormat.CSV);
            description += " As npy or CSV: `%s`.".formatted(first);
        }
        if (body.getDescription() == null) {
            body.setDescription(description + " All other fields then stand in the query string.");
        }
    }

    private static void add(Content content, WireFormat... formats) {
        for (WireFormat format : formats) {
            content.addMediaType(format.mediaType(), OASFactory.createMediaType());
        }
    }

    private boolean holdsArrays(Collection<Schema> roots) {
        return graph.reachableFrom(roots).stream().anyMatch(this::isArray);
    }

    private String firstArrayField(Schema request) {
        Schema resolved = request.getRef() == null ? request : graph.target(request);
        if (resolved == null || resolved.getProperties() == null) {
            return null;
        }
        return resolved.getProperties().entrySet().stream()
                .filter(property -> isArray(property.getValue()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    private boolean isArray(Schema schema) {
        return schema != null
                && ((schema.getItems() != null && (isNumber(schema.getItems()) || isArray(schema.getItems())))
                        || alternatives(schema).anyMatch(this::isArray));
    }

    private boolean isNumber(Schema schema) {
        List<SchemaType> types = schema.getType();
        return (types != null && (types.contains(SchemaType.NUMBER) || types.contains(SchemaType.INTEGER)))
                || alternatives(schema).anyMatch(this::isNumber);
    }

    private Stream<Schema> alternatives(Schema schema) {
        return Stream.concat(
                Stream.ofNullable(graph.target(schema)),
                Stream.of(schema.getAnyOf(), schema.getOneOf())
                        .filter(Objects::nonNull)
                        .flatMap(List::stream));
    }
}
