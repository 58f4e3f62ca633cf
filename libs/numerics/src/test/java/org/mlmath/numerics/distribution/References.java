package org.mlmath.numerics.distribution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads the reference files that lie beside the tests. */
final class References {
    private References() {}

    static Stream<JsonNode> cases(String file) {
        try (InputStream in = References.class.getResourceAsStream(file)) {
            JsonNode cases = new ObjectMapper().readTree(in).get("cases");
            return StreamSupport.stream(cases.spliterator(), false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Densities and tails of every family. */
    static Stream<JsonNode> probabilities() {
        return Stream.of("distributions.json", "families.json").flatMap(References::cases);
    }

    static Family family(JsonNode reference) {
        return Families.named(reference.get("family").asText()).orElseThrow();
    }

    static Distribution distribution(JsonNode reference) {
        return family(reference).member(numbers(reference.get("parameters")));
    }

    static Map<String, Double> numbers(JsonNode object) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        object.properties().forEach(entry -> numbers.put(entry.getKey(), number(entry.getValue())));
        return numbers;
    }

    static double[] array(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray();
    }

    /** Numbers are strings where JSON's have too few digits. */
    static double number(JsonNode node) {
        return Double.parseDouble(node.asText());
    }
}
