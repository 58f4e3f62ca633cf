package org.mlmath.stats.markov;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mlmath.stats.reference.ReferenceAnswers;

/** Over HTTP, against values to 60 digits in {@code markov.json}. */
@QuarkusTest
class MarkovChainReferenceTest {
    static Stream<JsonNode> cases() throws IOException {
        return ReferenceAnswers.cases(MarkovChainReferenceTest.class, "markov.json");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void agreesWithManyDigits(JsonNode reference) throws IOException {
        ReferenceAnswers.check(reference);
    }
}
