package org.mlmath.calculus.simplify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mlmath.calculus.equivalence.VariableAssumption;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.polynomial.RationalFunction;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.LimitExceededException;
import org.mlmath.numerics.exact.Polynomial;

class SimplificationTest {
    private static SimplifyResult of(String expression, Form form) {
        return Simplification.of(expression, form, null, null, true, Deadline.in(Duration.ofSeconds(60)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            (x^2 - 1)/(x - 1)         | x + 1
            x^2*x^3/x                 | x^4
            sin(x)^2 + cos(x)^2       | 1
            1 - cos(x)^2              | sin(x)^2
            1 + tan(x)^2              | sec(x)^2
            2*sin(x)*cos(x)           | sin(2*x)
            sin(2x)/(2sin(x))         | cos(x)
            tan(x)*cos(x)             | sin(x)
            cos(x)^4 - sin(x)^4       | cos(2*x)
            cosh(x) + sinh(x)         | e^x
            sqrt(5 + 2*sqrt(6))       | sqrt(2) + sqrt(3)
            sqrt(12)                  | 2*sqrt(3)
            sqrt(8) + sqrt(2)         | 3*sqrt(2)
            1/(sqrt(2) - 1)           | sqrt(2) + 1
            sqrt(x^2)                 | abs(x)
            ln(x^2)                   | ln(x^2)
            ln(8)/ln(2)               | 3
            ln(e^(3x))                | 3*x
            e^(2*ln(x))               | x^2
            sigmoid(x) + sigmoid(-x)  | 1
            x!/(x - 1)!               | x
            (x^3 - y^3)/(x - y)       | x^2 + x*y + y^2
            atan(x) + atan(1/x)       | atan(x) + atan(1/x)
            0.5x + 0.25x              | 0.75*x
            2x + 3x - x*5             | 0
            """)
    void simplifies(String given, String expected) {
        assertThat(of(given, Form.SIMPLIFY).expression()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            (x + 1)^5                     | x^5 + 5*x^4 + 10*x^3 + 10*x^2 + 5*x + 1
            (a + b + c)^2                 | a^2 + 2*a*b + 2*a*c + b^2 + 2*b*c + c^2
            (x + sqrt(2))*(x - sqrt(2))   | x^2 - 2
            (x + 1/x)^3                   | x^3 + 3*x + 3/x + 1/x^3
            sin((x + 1)^2)                | sin(x^2 + 2*x + 1)
            (e^x + e^(-x))^2              | e^(-2*x) + e^(2*x) + 2
            """)
    void expands(String given, String expected) {
        assertThat(of(given, Form.EXPAND).expression()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            x^2 - 1                    | (x + 1)*(x - 1)
            6x^2 + 5x + 1              | (2*x + 1)*(3*x + 1)
            x^2/2 - 1/2                | (x + 1)*(x - 1)/2
            x^4 + 4                    | (x^2 + 2*x + 2)*(x^2 - 2*x + 2)
            x^2 - 2                    | x^2 - 2
            x^3 - 6x^2 + 11x - 6       | (x - 1)*(x - 2)*(x - 3)
            (x^2 - 1)^2*(x + 2)        | (x + 1)^2*(x - 1)^2*(x + 2)
            (x^2 - 1)/(x^2 + 3x + 2)   | (x - 1)/(x + 2)
            x^4 - y^4                  | (x + y)*(x - y)*(x^2 + y^2)
            sin(x)^2 - 1               | (sin(x) + 1)*(sin(x) - 1)
            0                          | 0
            """)
    void factors(String given, String expected) {
        assertThat(of(given, Form.FACTOR).expression())
                .isEqualTo(sameFactors(of(given, Form.FACTOR).expression(), expected));
    }

    /** The order of factors of one degree is no matter. */
    private static String sameFactors(String found, String expected) {
        return sorted(found).equals(sorted(expected)) ? found : expected;
    }

    private static String sorted(String text) {
        return List.of(text.split("(?<=\\))\\*(?=\\()")).stream().sorted().collect(Collectors.joining("*"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1/(x^2 - 1)               | 1/(2*(x - 1)) - 1/(2*(x + 1))
            (x^3 + 1)/(x^2 - 3x + 2)  | x + 3 - 2/(x - 1) + 9/(x - 2)
            1/(x^4 + x^2)             | 1/x^2 - 1/(x^2 + 1)
            (2x + 3)/(x + 1)^3        | 1/(x + 1)^3 + 2/(x + 1)^2
            1/(x^3 + 1)               | 1/(3*(x + 1)) - (x - 2)/(3*(x^2 - x + 1))
            x^2                       | x^2
            """)
    void makesPartialFractions(String given, String expected) {
        SimplifyResult result = of(given, Form.PARTIAL_FRACTIONS);
        assertThat(result.expression()).isEqualTo(expected);
        assertThat(result.steps().getLast().value()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "sqrt(x^2), POSITIVE, x",
        "sqrt(x^2), NEGATIVE, -x",
        "abs(x)*x, NONNEGATIVE, x^2",
        "sqrt(x^2), INTEGER, abs(x)"
    })
    void whatIsKnownOfVariablesIsUsed(String given, VariableAssumption assumption, String expected) {
        SimplifyResult result = Simplification.of(
                given, Form.SIMPLIFY, null, Map.of("x", assumption), false, Deadline.in(Duration.ofSeconds(60)));
        assertThat(result.expression()).isEqualTo(expected);
    }

    @Test
    void whatCancelsIsSaid() {
        SimplifyResult result = of("(x^2 - 1)/(x - 1)", Form.SIMPLIFY);
        assertThat(result.domain()).isEqualTo("x != 1");
        assertThat(result.warnings()).extracting("code").containsExactly("domain-changed");
        assertThat(of("x + 0", Form.SIMPLIFY).warnings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"(x + y + z + w)^20", "(x + 1)^5000", "((x + y)^30 + 1)^40"})
    void whatWouldBeTooLongIsRefused(String hostile) {
        assertThatThrownBy(() -> of(hostile, Form.EXPAND)).isInstanceOf(LimitExceededException.class);
    }

    @Test
    void nestedFractionsAreExpandedOnceOnEachLevel() {
        String nested = "1/(y + ".repeat(40) + "x" + ")".repeat(40);
        assertThat(of(nested, Form.EXPAND).expression()).startsWith("1/(y + 1/(");
    }

    @Test
    void cyclotomicPolynomialsAreKnown() {
        assertThat(of("x^100 - 1", Form.FACTOR).expression()).contains("(x^40 - x^30 + x^20 - x^10 + 1)");
    }

    @Provide
    Arbitrary<List<List<Integer>>> factors() {
        return Arbitraries.integers()
                .between(-5, 5)
                .list()
                .ofMinSize(2)
                .ofMaxSize(3)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
    }

    private static Polynomial polynomial(List<Integer> coefficients) {
        return Polynomial.of(coefficients.stream().mapToLong(i -> i).toArray());
    }

    @Property(tries = 150)
    void factorsMultiplyToThePolynomial(@ForAll("factors") List<List<Integer>> coefficients) {
        Polynomial product = Polynomial.ONE;
        for (List<Integer> each : coefficients) {
            product = product.multiply(polynomial(each));
        }
        Factorization factors = Factorization.of(product, "x", Deadline.in(Duration.ofSeconds(60)));
        Polynomial back = Polynomial.constant(factors.constant()).multiply(PartialFractions.product(factors.factors()));
        assertThat(product.isZero() ? Polynomial.ZERO : back).isEqualTo(product);
        for (Polynomial.Factor factor : factors.factors()) {
            assertThat(factor.polynomial().degree()).isBetween(1, 3);
        }
    }

    @Property(tries = 150)
    void partialFractionsAddUpToTheQuotient(
            @ForAll("factors") List<List<Integer>> above, @ForAll("factors") List<List<Integer>> below) {
        List<String> parts = new ArrayList<>();
        below.forEach(each -> parts.add("(" + polynomial(each) + ")"));
        String denominator = String.join("*", parts) + "*(" + polynomial(below.getFirst()) + ")";
        if (below.stream().anyMatch(each -> polynomial(each).isZero())) {
            return;
        }
        String quotient = "(" + polynomial(above.getFirst()) + ")/(" + denominator + ")";
        SimplifyResult result = of(quotient, Form.PARTIAL_FRACTIONS);
        assertThat(result.warnings()).extracting("code").doesNotContain("withheld");
        RationalFunction given =
                RationalFunction.of(Expressions.parse(quotient), "x").orElseThrow();
        RationalFunction sum =
                RationalFunction.of(Expressions.parse(result.expression()), "x").orElseThrow();
        assertThat(given.numerator().multiply(sum.denominator()))
                .isEqualTo(sum.numerator().multiply(given.denominator()));
    }

    @Property(tries = 100)
    void simplifiedIsNeverLonger(
            @ForAll("factors") List<List<Integer>> above, @ForAll("factors") List<List<Integer>> below) {
        if (polynomial(below.getFirst()).isZero()) {
            return;
        }
        String given = "(" + polynomial(above.getFirst()) + ")*(" + polynomial(above.getLast()) + ")/("
                + polynomial(below.getFirst()) + ")";
        SimplifyResult result = of(given, Form.SIMPLIFY);
        assertThat(Measure.of(Expressions.parse(result.expression())))
                .isLessThanOrEqualTo(Measure.of(Expressions.parse(given)));
    }
}
