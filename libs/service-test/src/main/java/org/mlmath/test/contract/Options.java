package org.mlmath.test.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The optional fields of an operation's request, at any depth, and the evidence that each of them matters. */
final class Options {
    static final String FOLDER = "options/";

    private static final int SUCCESS = 200;

    private final ApiOperation operation;
    private final List<DocumentedExample> successes;
    private final Map<String, JsonNode> byPointer = new TreeMap<>();

    private Options(ApiOperation operation) {
        this.operation = operation;
        this.successes = DocumentedExample.of(operation.id()).stream()
                .filter(DocumentedExample::succeeds)
                .filter(example -> example.method().equals("POST"))
                .toList();
        operation.requestSchema().ifPresent(schema -> collect("", schema, Set.of()));
        // A group of options matters if one of them does.
        Set<String> all = Set.copyOf(byPointer.keySet());
        byPointer.keySet().removeIf(pointer -> all.stream().anyMatch(other -> other.startsWith(pointer + "/")));
    }

    static Options of(ApiOperation operation) {
        return new Options(operation);
    }

    /** @return JSON Pointers with {@code *} for any index or any name: {@code /operations/*}{@code /factor} */
    Set<String> pointers() {
        return byPointer.keySet();
    }

    /** @return the cases in the options file that are about no option of the operation */
    List<String> strays() {
        List<String> strays = new ArrayList<>();
        for (JsonNode entry : DocumentedExample.resource(FOLDER + operation.id() + ".json")) {
            String option = entry.path("option").asText();
            if (byPointer.keySet().stream().noneMatch(pointer -> matches(pointer, option))) {
                strays.add(operation.id() + " has no option " + option);
            }
        }
        return strays;
    }

    /** @return why nothing shows that the option matters, or empty if something does */
    Optional<String> missingEvidence(String pointer) {
        List<OptionCase> written = written(pointer);
        if (!written.isEmpty()) {
            return written.stream()
                    .map(OptionCase::failure)
                    .flatMap(Optional::stream)
                    .findFirst();
        }
        boolean shown =
                guesses(pointer).stream().anyMatch(guess -> guess.failure().isEmpty());
        return shown
                ? Optional.empty()
                : Optional.of("no documented example shows it; add a case to src/test/resources/%s%s.json"
                        .formatted(FOLDER, operation.id()));
    }

    private List<OptionCase> written(String pointer) {
        List<OptionCase> cases = new ArrayList<>();
        for (JsonNode entry : DocumentedExample.resource(FOLDER + operation.id() + ".json")) {
            String option = entry.path("option").asText();
            if (matches(pointer, option)) {
                String path = entry.path("path").asText(defaultPath());
                String differsAt = entry.path("differsAt").asText("");
                int status = entry.path("status").asInt(SUCCESS);
                cases.add(new OptionCase(path, entry.path("request"), status, option, entry.path("value"), differsAt));
            }
        }
        return cases;
    }

    /** @return the documented examples without the option, and with each value of a flag or choice */
    private List<OptionCase> guesses(String pointer) {
        List<OptionCase> guesses = new ArrayList<>();
        List<JsonNode> values = choices(byPointer.get(pointer));
        for (DocumentedExample example : successes) {
            for (String option : concrete(pointer, example.request())) {
                if (!example.request().at(option).isMissingNode()) {
                    guesses.add(new OptionCase(example.path(), example.request(), SUCCESS, option, Json.MISSING, ""));
                }
                values.forEach(value ->
                        guesses.add(new OptionCase(example.path(), example.request(), SUCCESS, option, value, "")));
            }
        }
        return guesses;
    }

    private String defaultPath() {
        return successes.isEmpty() ? operation.path() : successes.getFirst().path();
    }

    private List<JsonNode> choices(JsonNode schema) {
        Set<JsonNode> values = new HashSet<>();
        for (JsonNode alternative : alternatives(schema)) {
            alternative.path("enum").forEach(values::add);
            if (alternative.path("type").toString().contains("boolean")) {
                values.add(Json.MAPPER.getNodeFactory().booleanNode(true));
                values.add(Json.MAPPER.getNodeFactory().booleanNode(false));
            }
        }
        return List.copyOf(values);
    }

    /** @return the places in this request that the pointer can mean */
    private static List<String> concrete(String pointer, JsonNode request) {
        List<String> places = List.of("");
        for (String segment : pointer.substring(1).split("/")) {
            List<String> next = new ArrayList<>();
            for (String place : places) {
                JsonNode node = request.at(place);
                if (!segment.equals("*")) {
                    next.add(place + "/" + segment);
                } else if (node.isArray() && !node.isEmpty()) {
                    next.add(place + "/0");
                } else if (node.isObject()) {
                    node.fieldNames().forEachRemaining(name -> next.add(place + "/" + name));
                }
            }
            places = next;
        }
        return places;
    }

    private static boolean matches(String pointer, String option) {
        String pattern = Pattern.quote(pointer).replace("/*", "/\\E[^/]+\\Q");
        return option.matches(pattern);
    }

    private void collect(String at, JsonNode schema, Set<String> path) {
        Map<String, Boolean> optional = new LinkedHashMap<>();
        for (JsonNode alternative : alternatives(schema)) {
            Set<String> required = new HashSet<>();
            alternative.path("required").forEach(name -> required.add(name.asText()));
            for (Map.Entry<String, JsonNode> property :
                    alternative.path("properties").properties()) {
                String pointer = at + "/" + property.getKey();
                // What one alternative demands is no option, though others may do without.
                optional.merge(pointer, !required.contains(property.getKey()), Boolean::logicalAnd);
                byPointer.putIfAbsent(pointer, property.getValue());
                descend(pointer, property.getValue(), path);
            }
            if (alternative.path("items").isObject()) {
                descend(at + "/*", alternative.get("items"), path);
            }
            if (alternative.path("additionalProperties").isObject()) {
                descend(at + "/*", alternative.get("additionalProperties"), path);
            }
        }
        optional.forEach((pointer, isOptional) -> {
            if (!isOptional) {
                byPointer.remove(pointer);
            }
        });
    }

    private void descend(String at, JsonNode schema, Set<String> path) {
        Set<String> references = references(schema);
        if (references.stream()
                .noneMatch(path::contains)) { // a schema within itself has no options it has not shown already
            references.addAll(path);
            collect(at, schema, references);
        }
    }

    /** @return what the schema, or a part of it, refers to: a reference that may be null stands in an anyOf */
    private static Set<String> references(JsonNode schema) {
        Set<String> references = new HashSet<>();
        if (schema.path("$ref").isTextual()) {
            references.add(schema.get("$ref").asText());
        }
        for (String keyword : List.of("anyOf", "oneOf", "allOf")) {
            schema.path(keyword).forEach(part -> references.addAll(references(part)));
        }
        return references;
    }

    /** @return the schema with its references resolved, taken apart into what it may be or is made of */
    private List<JsonNode> alternatives(JsonNode schema) {
        JsonNode resolved = operation.document().resolve(schema);
        List<JsonNode> alternatives = new ArrayList<>(List.of(resolved));
        for (String keyword : List.of("anyOf", "oneOf", "allOf")) {
            resolved.path(keyword).forEach(part -> alternatives.addAll(alternatives(part)));
        }
        return alternatives;
    }
}
