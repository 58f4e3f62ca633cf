package org.mlmath.stats.classification;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mlmath.stats.reference.ReferenceAnswers;

/** Over HTTP, against the values of other libraries in {@code classification.json}. */
@QuarkusTest
class ClassificationReferenceTest {
    static Stream<JsonNode> cases() throws IOException {
        return ReferenceAnswers.cases(ClassificationReferenceTest.class, "classification.json");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void agreesWithOtherLibraries(JsonNode reference) throws IOException {
        ReferenceAnswers.check(reference);
    }
}
