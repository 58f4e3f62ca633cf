package org.mlmath.expression.roots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.Relation;
import org.mlmath.expression.interval.Interval;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DomainException;

class RealZerosTest {
    private static RealZeros.Found zeros(String text, double lower, double upper) {
        Expression expression = Expressions.parse(text);
        if (expression instanceof Expression.Comparison(Expression left, Relation _, Expression right)) {
            expression = new Expression.Sum(List.of(left, new Expression.Negate(right)));
        }
        return RealZeros.of(
                expression,
                "x",
                List.of(new Interval(lower, upper)),
                RealZeros.PARTS,
                Deadline.in(Duration.ofSeconds(20)));
    }

    static Stream<JsonNode> references() throws IOException {
        try (InputStream in = RealZerosTest.class.getResourceAsStream("roots.json")) {
            JsonNode cases = new ObjectMapper().readTree(in).get("cases");
            return StreamSupport.stream(cases.spliterator(), false);
        }
    }

    @ParameterizedTest
    @MethodSource("references")
    void rootsAgreeWithMpmathToTheLastDigit(JsonNode reference) {
        JsonNode interval = reference.get("interval");
        RealZeros.Found found = zeros(
                reference.get("expression").asText(),
                interval.get(0).asDouble(),
                interval.get(1).asDouble());
        JsonNode expected = reference.get("roots");
        assertThat(found.zeros()).as("%s", found).hasSize(expected.size());
        for (int i = 0; i < expected.size(); i++) {
            double root = new BigDecimal(expected.get(i).asText()).doubleValue();
            double value = found.zeros().get(i).value();
            assertThat(Math.abs(value - root)).as("%s for %s", value, root).isLessThanOrEqualTo(Math.ulp(root));
        }
        assertThat(found.complete())
                .as("%s", found)
                .isEqualTo(reference.get("complete").asBoolean());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "(x - 1)^2*(x + 2); -5; 5; -2 1",
                "(x - 1)^2*(x + 2); -5; 5; -2 1",
                "sin(x)^3; -1; 1; 0",
            })
    void exactZerosAreNamed(String text, double lower, double upper, String exact) {
        assertThat(zeros(text, lower, upper).zeros().stream()
                        .map(zero -> Expressions.text(zero.exact()))
                        .toList())
                .containsExactly(exact.split(" "));
    }

    @Test
    void exactZerosAreWrittenWithRootsAndPi() {
        assertThat(texts("x^2 - x - 1", -5, 5)).containsExactly("(1 - sqrt(5))/2", "(1 + sqrt(5))/2");
        assertThat(texts("2sin(x) - 1", 0, 3)).containsExactly("pi/6", "5*pi/6");
        assertThat(texts("x^2 - 8", 0, 5)).containsExactly("2*sqrt(2)");
        assertThat(texts("x^3 - 2", 0, 5)).containsExactly("cbrt(2)");
        assertThat(texts("3x^2 - 5x + 1", -5, 5)).containsExactly("(5 - sqrt(13))/6", "(5 + sqrt(13))/6");
        assertThat(texts("cos(x) - 1", -1, 7)).containsExactly("0", "2*pi");
        assertThat(texts("e^x - 2", -5, 5)).containsExactly("ln(2)");
        assertThat(texts("2^(3x + 1) - 7", -5, 5)).hasSize(1).first().asString().contains("ln(7)");
        assertThat(texts("x^2 - pi", -5, 5)).containsExactly("-sqrt(pi)", "sqrt(pi)");
        assertThat(texts("tanh(x) - 1/2", -5, 5)).containsExactly("atanh(1/2)");
        assertThat(texts("ln(x) - 2", 0, 10)).containsExactly("e^2");
        assertThat(texts("sin(x) - 1/3", 0, 3)).containsExactly("asin(1/3)", "pi - asin(1/3)");
        assertThat(texts("x^4 - 10x^2 + 1", 1, 5)).containsExactly("sqrt(5 + 2*sqrt(6))");
    }

    private static List<String> texts(String text, double lower, double upper) {
        return zeros(text, lower, upper).zeros().stream()
                .map(zero -> Expressions.text(zero.exact()))
                .toList();
    }

    @Test
    void multiplicitiesAreFound() {
        assertThat(multiplicities("(x - 1)^2*(x + 2)", -5, 5)).containsExactly(1, 2);
        assertThat(multiplicities("x - sin(x)", -1, 1)).containsExactly(3);
        assertThat(multiplicities("cos(x) - 1", -1, 1)).containsExactly(2);
        assertThat(multiplicities("x*sin(x)", -1, 1)).containsExactly(2);
        assertThat(multiplicities("sin(x)^3*(x - 1)", -1, 2)).containsExactly(3, 1);
    }

    private static List<Integer> multiplicities(String text, double lower, double upper) {
        return zeros(text, lower, upper).zeros().stream()
                .map(Zero::multiplicity)
                .toList();
    }

    @Test
    void whatCannotBeProvenIsNotCalledComplete() {
        RealZeros.Found accumulating = zeros("sin(1/x)", 0, 1);
        assertThat(accumulating.complete()).isFalse();
        assertThat(accumulating.zeros().getLast().value()).isEqualTo(1 / Math.PI);
        // Touches zero at sqrt(2), which no rational number or multiple of pi is.
        RealZeros.Found touching = zeros("cos(x - sqrt(2)) - 1", 0, 3);
        assertThat(touching.complete()).isFalse();
        assertThat(touching.zeros()).hasSize(1);
        assertThat(touching.zeros().getFirst().value()).isEqualTo(Math.sqrt(2));
        assertThat(touching.zeros().getFirst().proven()).isFalse();
    }

    @Test
    void almostARootIsNone() {
        assertThat(zeros("cos(x) - 1.0000001", -1, 1).zeros()).isEmpty();
        assertThat(zeros("(x - 1)^2 + 1e-30", -5, 5).zeros()).isEmpty();
        assertThat(zeros("(x - 1)^2 + 1e-30", -5, 5).complete()).isTrue();
        assertThat(zeros("cosh(x) - 1 + 1e-25", -1, 1).zeros()).isEmpty();
    }

    @Test
    void zeroEverywhereIsRefused() {
        assertThatThrownBy(() -> zeros("x - x", -1, 1)).isInstanceOf(DomainException.class);
        assertThatThrownBy(() -> zeros("0", -1, 1)).isInstanceOf(DomainException.class);
        assertThatThrownBy(() -> zeros("(x + 1)^2 - x^2 - 2x - 1", -1, 1)).isInstanceOf(DomainException.class);
        assertThat(zeros("5", -1, 1).zeros()).isEmpty();
        assertThat(zeros("5", -1, 1).complete()).isTrue();
    }

    @Test
    void unboundedIntervalsAreSearched() {
        RealZeros.Found found = zeros("e^x - x - 2", Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        assertThat(found.zeros()).hasSize(2);
        assertThat(found.complete()).isTrue();
    }
}
