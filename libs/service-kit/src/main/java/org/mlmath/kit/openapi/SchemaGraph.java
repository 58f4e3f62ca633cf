package org.mlmath.kit.openapi;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** The schemas of a document and how they refer to each other. */
final class SchemaGraph {
    private static final String PREFIX = "#/components/schemas/";

    private final OpenAPI document;

    SchemaGraph(OpenAPI document) {
        this.document = document;
    }

    static String reference(String name) {
        return PREFIX + name;
    }

    /** @return every schema that can be met when reading a value of one of the roots, each once, components included */
    Set<Schema> reachableFrom(Collection<Schema> roots) {
        // By identity: two fields may have equal schemas and yet are two places.
        Set<Schema> reached = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Schema> open = new ArrayDeque<>(roots);
        while (!open.isEmpty()) {
            Schema schema = open.poll();
            if (reached.add(schema)) {
                open.addAll(children(schema));
                Schema target = target(schema);
                if (target != null) {
                    open.add(target);
                }
            }
        }
        return reached;
    }

    Set<String> namesReachableFrom(Collection<Schema> roots) {
        Set<String> names = new TreeSet<>();
        for (Schema schema : reachableFrom(roots)) {
            if (schema.getRef() != null) {
                names.add(nameOf(schema));
            }
        }
        return names;
    }

    /** @return the schemas that stand in operations, parameters, headers and shared responses */
    List<Schema> roots() {
        List<Schema> roots = new ArrayList<>();
        for (Endpoint endpoint : Endpoint.of(document)) {
            var operation = endpoint.operation();
            if (operation.getRequestBody() != null) {
                addAll(roots, operation.getRequestBody().getContent());
            }
            if (operation.getParameters() != null) {
                operation.getParameters().forEach(parameter -> {
                    addAll(roots, parameter.getContent());
                    add(roots, parameter.getSchema());
                });
            }
            operation
                    .getResponses()
                    .getAPIResponses()
                    .values()
                    .forEach(response -> addAll(roots, response.getContent()));
        }
        document.getComponents().getResponses().values().forEach(response -> addAll(roots, response.getContent()));
        return roots;
    }

    /** The scanner repeats the type of what is referred to, which is wrong as soon as the reference is changed. */
    void dropTypesBesideReferences() {
        for (Schema schema : reachableFrom(roots())) {
            boolean alternatives = schema.getAnyOf() != null
                    && schema.getAnyOf().stream().anyMatch(alternative -> alternative.getRef() != null);
            if (schema.getRef() != null || alternatives) {
                schema.setType(null);
            }
        }
    }

    /** @return the component a schema refers to, or null */
    Schema target(Schema schema) {
        return schema.getRef() == null ? null : component(nameOf(schema));
    }

    Schema component(String name) {
        return document.getComponents().getSchemas().get(name);
    }

    static String nameOf(Schema reference) {
        return reference.getRef().substring(PREFIX.length());
    }

    /** @return the schemas written directly inside this one */
    static List<Schema> children(Schema schema) {
        List<Schema> children = new ArrayList<>();
        if (schema.getProperties() != null) {
            children.addAll(schema.getProperties().values());
        }
        Stream.of(schema.getAnyOf(), schema.getOneOf(), schema.getAllOf(), schema.getPrefixItems())
                .filter(Objects::nonNull)
                .forEach(children::addAll);
        add(children, schema.getItems());
        add(children, schema.getAdditionalPropertiesSchema());
        add(children, schema.getNot());
        return children;
    }

    private static void addAll(List<Schema> schemas, Content content) {
        if (content != null) {
            content.getMediaTypes().values().forEach(media -> add(schemas, media.getSchema()));
        }
    }

    private static void add(List<Schema> schemas, Schema schema) {
        if (schema != null) {
            schemas.add(schema);
        }
    }
}
