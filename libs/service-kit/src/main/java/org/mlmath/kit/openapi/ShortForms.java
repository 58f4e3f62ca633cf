package org.mlmath.kit.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/**
 * Records that are also read from a text alone say so with the extension {@code x-short-form}: the name of the schema of that text, or
 * {@code string}. Their schema then is either; the one with the fields is called by the same name and {@code Fields}.
 */
final class ShortForms {
    private static final String EXTENSION = "x-short-form";
    private static final String ANY_TEXT = "string";

    private ShortForms() {}

    static void complete(OpenAPI document) {
        Map<String, Schema> schemas =
                new LinkedHashMap<>(document.getComponents().getSchemas());
        document.getComponents().getSchemas().forEach((name, schema) -> {
            Object form = schema.getExtensions() == null
                    ? null
                    : schema.getExtensions().get(EXTENSION);
            if (form != null) {
                schema.removeExtension(EXTENSION);
                Schema text = form.equals(ANY_TEXT)
                        ? OASFactory.createSchema().addType(SchemaType.STRING)
                        : OASFactory.createSchema().ref(SchemaGraph.reference(form.toString()));
                Schema fields = OASFactory.createSchema().ref(SchemaGraph.reference(name + "Fields"));
                schemas.put(name + "Fields", schema);
                schemas.put(
                        name,
                        OASFactory.createSchema()
                                .description(schema.getDescription())
                                .anyOf(List.of(text, fields)));
            }
        });
        document.getComponents().setSchemas(schemas);
    }
}
