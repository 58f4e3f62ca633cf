package org.mlmath.calculus.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mlmath.calculus.point.Bound;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DomainException;

class LimitsTest {
    private static LimitResult of(String expression, String to, LimitSide side) {
        return Limits.of(expression, null, Bound.of(to), side, true, Deadline.in(Duration.ofSeconds(60)));
    }

    static List<JsonNode> references() throws IOException {
        try (InputStream file = LimitsTest.class.getResourceAsStream("limits.json")) {
            JsonNode cases = new ObjectMapper().readTree(file).get("cases");
            return StreamSupport.stream(cases.spliterator(), false).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("references")
    void agreesWithReference(JsonNode reference) {
        String expression = reference.get("expression").asText();
        LimitSide side = LimitSide.valueOf(reference.get("side").asText().toUpperCase(Locale.ROOT));
        LimitResult result = of(expression, reference.get("to").asText(), side);
        String expected = reference.get("value").asText();
        assertThat(result.exists()).isTrue();
        if (expected.endsWith("Infinity")) {
            assertThat(result.value()).hasToString(expected);
        } else {
            double value = Double.parseDouble(expected);
            assertThat(result.value()).isCloseTo(value, offset(1e-12 * Math.max(1, Math.abs(value))));
        }
        if (result.steps() != null) {
            assertThat(result.steps().getLast().value())
                    .isIn(result.value(), result.value().toString());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "(ln x)^10/x^0.1, Infinity, 0", // grows up to e^100
        "x!^(1/x)/x, Infinity, 1/e",
        "x^1000/1.0001^x, Infinity, 0",
        "ln(ln(ln x)), Infinity, inf",
        "(1+1e-300)^x, Infinity, inf",
        "x*1e-320, Infinity, inf",
        "1/ln(1/x), 0, 0"
    })
    void whatGoesTooSlowlyToBeSeenIsProven(String expression, String to, String exact) {
        assertThat(of(expression, to, LimitSide.RIGHT).exact()).isEqualTo(exact);
    }

    @Test
    void rewritingBackAndForthEnds() {
        assertThat(of("cosh(x)/e^x", "Infinity", LimitSide.BOTH).exact()).isEqualTo("1/2");
    }

    @ParameterizedTest
    @CsvSource({
        "1/x, 0, -Infinity, Infinity",
        "abs(x)/x, 0, -1, 1",
        "floor(x), 2, 1, 2",
        "'if(x < 0, 1, 2)', 0, 1, 2",
        "gamma(x), 0, -Infinity, Infinity",
        "tan(x), pi/2, Infinity, -Infinity",
        "acot(x), 0, -1.5707963267948966, 1.5707963267948966"
    })
    void whereTheSidesDifferThereIsNone(String expression, String to, double left, double right) {
        LimitResult result = of(expression, to, LimitSide.BOTH);
        assertThat(result.exists()).isFalse();
        assertThat(result.value()).isNull();
        assertThat(result.left()).isEqualTo(left);
        assertThat(result.right()).isEqualTo(right);
    }

    @ParameterizedTest
    @CsvSource({
        "sin(1/x), 0",
        "cos(1/x)/x, 0",
        "sin(x), Infinity",
        "x*sin(x), Infinity",
        "e^x*sin(x), Infinity",
        "'mod(x, 1)', Infinity",
        "sin(pi*x), Infinity",
        "cos(x)^2, -Infinity",
        "tan(x), Infinity"
    })
    void oscillationHasNoLimit(String expression, String to) {
        LimitResult result = of(expression, to, LimitSide.BOTH);
        assertThat(result.exists()).isFalse();
        assertThat(result.value()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"sqrt(x), 0, 0", "x*ln(x), 0, 0", "ln(x), 0, -Infinity", "acos(x), 1, 0", "x^x, 0, 1"})
    void atTheEdgeOfTheDomainTheLimitIsFromInside(String expression, String to, double value) {
        LimitResult result = of(expression, to, LimitSide.BOTH);
        assertThat(result.exists()).isTrue();
        assertThat(result.value()).isEqualTo(value);
        assertThat(result.warnings()).extracting("code").contains("one-sided-domain");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sin(a*x)/x            | 0        | a
            (1 + a/x)^x           | Infinity | e^a
            """)
    void parametersStay(String expression, String to, String exact) {
        LimitResult result =
                Limits.of(expression, "x", Bound.of(to), LimitSide.BOTH, false, Deadline.in(Duration.ofSeconds(60)));
        assertThat(result.exists()).isTrue();
        assertThat(result.exact()).isEqualTo(exact);
    }

    @ParameterizedTest
    @CsvSource({
        "sin(x)/x, 0, lhopital",
        "(x^2-1)/(x-1), 1, cancel",
        "(2x^2+1)/(3x^2-x), Infinity, dominant-terms",
        "x^2*sin(1/x), 0, squeeze",
        "(1+x)^(1/x), 0, logarithm",
        "x^2, 3, substitute",
        "sqrt(x^2+x)-x, Infinity, conjugate",
        "abs(x)/x, 0, compare",
        "sin(1/x), 0, oscillation"
    })
    void theWorkingIsTheTextbooks(String expression, String to, String kind) {
        assertThat(of(expression, to, LimitSide.BOTH).steps())
                .extracting("kind")
                .contains(kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ln(ln(x))", "sqrt(ln(x))"})
    void whatGrowsTooSlowlyIsSaidNotToBeConfirmed(String expression) {
        LimitResult result = of(expression, "Infinity", LimitSide.BOTH);
        assertThat(result.value()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(result.diagnostics().verified()).isFalse();
        assertThat(result.warnings()).extracting("code").contains("not-verified");
    }

    @Test
    void withoutValuesNearThePointThereIsNothingToSay() {
        assertThatThrownBy(() -> of("sqrt(-1 - x^2)", "0", LimitSide.BOTH)).isInstanceOf(DomainException.class);
        assertThatThrownBy(() -> of("(-1)^x", "Infinity", LimitSide.BOTH)).isInstanceOf(DomainException.class);
    }

    @Test
    void recognisedNumbersAreSaidToBe() {
        LimitResult result = of("(sin(x)/x)^(1/x^2)", "0", LimitSide.BOTH);
        assertThat(result.exact()).isEqualTo("e^(-1/6)");
    }
}
