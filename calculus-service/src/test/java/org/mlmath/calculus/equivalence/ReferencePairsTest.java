package org.mlmath.calculus.equivalence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.mlmath.calculus.point.Bounds;
import org.mlmath.numerics.Deadline;

class ReferencePairsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Of all pairs; those that are left open are to be few. */
    private static final int UNDETERMINED = 4;

    @Test
    void noVerdictIsWrong() throws IOException {
        List<String> wrong = new ArrayList<>();
        List<String> open = new ArrayList<>();
        Map<String, Map<Verdict, Integer>> confusion = new TreeMap<>();
        Map<Proof, Integer> proofs = new EnumMap<>(Proof.class);
        JsonNode cases = cases();
        for (JsonNode pair : cases) {
            EquivalentResult result = decide(pair, false);
            String expected = pair.get("verdict").asText();
            confusion
                    .computeIfAbsent(expected, _ -> new EnumMap<>(Verdict.class))
                    .merge(result.verdict(), 1, Integer::sum);
            if (result.proof() != null) {
                proofs.merge(result.proof(), 1, Integer::sum);
            }
            if (result.verdict() == Verdict.UNDETERMINED) {
                open.add(pair.toString());
            } else if (!result.verdict().name().equalsIgnoreCase(expected)) {
                wrong.add(pair + " -> " + result);
            }
        }
        System.out.printf("%d pairs: %s, by %s%n", cases.size(), confusion, proofs);
        assertThat(wrong).as("wrong, of %s", cases.size()).isEmpty();
        assertThat(open).as("undetermined").hasSizeLessThanOrEqualTo(UNDETERMINED);
        assertThat(cases.size()).isGreaterThanOrEqualTo(400);
    }

    static JsonNode cases() throws IOException {
        try (InputStream in = ReferencePairsTest.class.getResourceAsStream("pairs.json")) {
            return JSON.readTree(in).get("cases");
        }
    }

    static EquivalentResult decide(JsonNode pair, boolean swapped) {
        Map<String, Bounds> domain = new HashMap<>();
        Map<String, VariableAssumption> assumptions = new HashMap<>();
        try {
            if (pair.has("domain")) {
                for (Map.Entry<String, JsonNode> entry : pair.get("domain").properties()) {
                    domain.put(entry.getKey(), JSON.treeToValue(entry.getValue(), Bounds.class));
                }
            }
            if (pair.has("assumptions")) {
                for (Map.Entry<String, JsonNode> entry : pair.get("assumptions").properties()) {
                    assumptions.put(entry.getKey(), JSON.treeToValue(entry.getValue(), VariableAssumption.class));
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return Equivalence.decide(
                pair.get(swapped ? "b" : "a").asText(),
                pair.get(swapped ? "a" : "b").asText(),
                domain,
                assumptions,
                pair.path("strictDomain").asBoolean(),
                false,
                false,
                Deadline.none());
    }
}
