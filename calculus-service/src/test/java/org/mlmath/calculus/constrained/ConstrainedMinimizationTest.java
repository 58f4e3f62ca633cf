package org.mlmath.calculus.constrained;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mlmath.calculus.constrained.ConstrainedRequest.ConstrainedObjective;
import org.mlmath.calculus.point.Point;
import org.mlmath.numerics.Deadline;

class ConstrainedMinimizationTest {
    static List<Arguments> references() throws IOException {
        try (InputStream file = ConstrainedMinimizationTest.class.getResourceAsStream("hock-schittkowski.json")) {
            JsonNode cases = new ObjectMapper().readTree(file).get("cases");
            return StreamSupport.stream(cases.spliterator(), false)
                    .map(one -> Arguments.of(Named.of(one.get("name").asText(), one)))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("references")
    void standardProblemsAreSolvedFromTheirStarts(JsonNode problem) {
        List<Double> start = StreamSupport.stream(problem.get("start").spliterator(), false)
                .map(JsonNode::asDouble)
                .toList();
        List<String> variables =
                IntStream.rangeClosed(1, start.size()).mapToObj(i -> "x" + i).toList();

        ConstrainedResult result = ConstrainedMinimization.of(
                new ConstrainedRequest(
                        new ConstrainedObjective(problem.get("objective").asText(), variables),
                        texts(problem.get("equalities")),
                        texts(problem.get("inequalities")),
                        new Point(null, start),
                        null,
                        false),
                Deadline.in(Duration.ofSeconds(60)));

        assertThat(result.converged()).isTrue();
        double value = problem.get("value").asDouble();
        // The references are right to 16 digits; the minimiser stops at a residual of 1e-8.
        assertThat(result.value()).isCloseTo(value, within(1e-10 * (1 + Math.abs(value))));
        assertThat(result.diagnostics().kktResidual()).isLessThan(1e-8);
        assertThat(Arrays.stream(result.multipliers().inequalities())).allMatch(multiplier -> multiplier >= 0);
        assertThat(result.secondOrder().verdict())
                .isNotEqualTo(ConstrainedResult.SecondOrder.SecondOrderVerdict.NOT_MINIMUM);
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
