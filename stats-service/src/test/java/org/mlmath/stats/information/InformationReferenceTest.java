package org.mlmath.stats.information;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mlmath.stats.reference.ReferenceAnswers;

/** Over HTTP, against values to 40 digits and of other libraries in {@code information.json}. */
@QuarkusTest
class InformationReferenceTest {
    static Stream<JsonNode> cases() throws IOException {
        return ReferenceAnswers.cases(InformationReferenceTest.class, "information.json");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void agreesWithOtherLibraries(JsonNode reference) throws IOException {
        ReferenceAnswers.check(reference);
    }
}
