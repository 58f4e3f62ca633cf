package org.mlmath.expression.integrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.evaluate.Evaluation;
import org.mlmath.numerics.Deadline;

class IntegratorTest {

    private static Antiderivative of(String text) {
        return Integrator.antiderivative(Expressions.parse(text), "x", Deadline.none());
    }

    static Stream<Arguments> references() throws IOException {
        try (InputStream in = IntegratorTest.class.getResourceAsStream("antiderivatives.csv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines().filter(line -> !line.startsWith("#")).map(IntegratorTest::reference).toList().stream();
        }
    }

    private static Arguments reference(String line) {
        int end = line.indexOf('"', 1);
        String[] numbers = line.substring(end + 2).split(",");
        return Arguments.of(
                line.substring(1, end),
                Double.parseDouble(numbers[0]),
                Double.parseDouble(numbers[1]),
                Double.parseDouble(numbers[2]));
    }

    @ParameterizedTest
    @MethodSource("references")
    void differencesOfTheAntiderivativeAreMpmathsIntegrals(String text, double from, double to, double expected) {
        Antiderivative found = of(text);
        assertThat(found).as(text).isNotNull();
        double difference = at(found.expression(), to) - at(found.expression(), from);
        assertThat(difference).isCloseTo(expected, within(2e-13 * Math.max(1, Math.abs(expected))));
    }

    private static double at(Expression expression, double x) {
        return Evaluation.value(expression, List.of("x"), new double[] {x});
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "3x^2 - 2x + 1; x^3 - x^2 + x",
                "1/x; ln(abs(x))",
                "x/(x^2+1); ln(x^2 + 1)/2",
                "e^(-x^2); sqrt(pi)*erf(x)/2",
                "x^2*e^(3x); (9*x^2 - 6*x + 2)*e^(3*x)/27",
                "e^x*sin(x); (sin(x) - cos(x))*e^x/2",
                "1/(x^2+2x+5); atan((x + 1)/2)/2",
                "1/(x^3+1); ln(abs(x + 1))/3 + atan((2*x - 1)/sqrt(3))/sqrt(3) - ln(x^2 - x + 1)/6",
                "tan(x)^4; tan(x)^3/3 + x - tan(x)",
                "1/(1+sqrt(x)); 2*sqrt(x) - 2*ln(sqrt(x) + 1)",
                "sigmoid(x)*(1-sigmoid(x)); sigmoid(x)",
                "e^(a*x); e^(a*x)/a",
                "1/(x^2+a^2); atan(x/a)/a",
                "1/sqrt(a^2-x^2); asin(x/abs(a))",
                "0; 0",
                "a; a*x"
            })
    void resultsAreWrittenAsInABook(String text, String expected) {
        assertThat(Expressions.text(of(text).expression())).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "e^(a*x); a != 0",
                "x^n; n + 1 != 0",
                "e^(-a*x^2); a > 0",
                "1/(a*x^2+b*x+c); a != 0, 4*a*c - b^2 > 0",
                "1/((x-a)*(x-b)); a - b != 0"
            })
    void whatIsAssumedOfParametersIsSaid(String text, String conditions) {
        assertThat(of(text).conditions()).containsExactlyInAnyOrder(conditions.split(", "));
    }

    @ParameterizedTest
    @CsvSource({
        "2x*cos(x^2), substitution",
        "x*ln(x), parts",
        "x^2*e^x, tabular-parts",
        "e^x*sin(x), cyclic-parts",
        "1/(x^2-1), partial-fractions",
        "1/(x^2+2x+5), completing-the-square",
        "sin(x)^2, trigonometric",
        "sec(x)^3, reduction",
        "1/(2+cos(x)), tangent-half-angle",
        "sqrt(1-x^2), radical",
        "x*(x+1)^3, expansion"
    })
    void theStepsNameTheRuleAndEndWithTheResult(String text, String kind) {
        Antiderivative found = of(text);
        assertThat(found.steps().stream().map(step -> step.rule().kind())).contains(kind);
        assertThat(found.steps().getLast().result()).isEqualTo(found.expression());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sin(x)/x",
                "e^x/x",
                "1/ln(x)",
                "sin(x^2)",
                "x^x",
                "e^(x^2)",
                "softplus(x)",
                "gcd(x, 2)",
                "floor(x)"
            })
    void whatHasNoneAmongTheFunctionsOfTheLanguageIsNotGuessed(String text) {
        assertThat(of(text)).isNull();
    }

    @Test
    void hardInputEnds() {
        assertThat(of("sin(".repeat(100) + "x" + ")".repeat(100))).isNull();
        assertThat(of("(x^2+1)^(-30)*(x^3+2)^7"))
                .satisfiesAnyOf(
                        found -> assertThat(found).isNull(),
                        found -> assertThat(found.check().agrees()).isTrue());
        assertThat(of("x^1000")).isNotNull();
        assertThat(of("(x+1)^60*sin(x)^20*e^x*ln(x)")).isNull();
    }

    @Provide
    Arbitrary<String> parts() {
        return Arbitraries.of(
                "x^2",
                "sin(x)",
                "e^(2*x)",
                "1/(x^2 + 1)",
                "ln(x)",
                "1/(x + 2)",
                "x*cos(x)",
                "sqrt(x)",
                "sinh(x)",
                "sigmoid(x)");
    }

    @Property(tries = 60)
    void antiderivativesAddUp(
            @ForAll("parts") String f, @ForAll("parts") String g, @ForAll @IntRange(min = -4, max = 4) int c) {
        Expression sum = of("(%s) + %d*(%s)".formatted(f, c, g)).expression();
        Expression first = of(f).expression();
        Expression second = of(g).expression();
        double whole = at(sum, 1.75) - at(sum, 0.5);
        double expected = at(first, 1.75) - at(first, 0.5) + c * (at(second, 1.75) - at(second, 0.5));
        assertThat(whole).isCloseTo(expected, within(1e-12 * Math.max(1, Math.abs(expected))));
    }

    @Property(tries = 60)
    void linearSubstitutionScales(
            @ForAll("parts") String f,
            @ForAll @IntRange(min = 1, max = 5) int a,
            @ForAll @IntRange(min = 0, max = 3) int b) {
        Expression inner = of(f).expression();
        String shifted = f.replaceAll("\\bx\\b", "(%d*x + %d)".formatted(a, b));
        Expression outer = of(shifted).expression();
        double expected = (at(inner, a * 0.75 + b) - at(inner, a * 0.25 + b)) / a;
        assertThat(at(outer, 0.75) - at(outer, 0.25))
                .isCloseTo(expected, within(1e-11 * Math.max(1, Math.abs(expected))));
    }

    @Property(tries = 100)
    void rationalFunctionsWithRationalRootsAreAlwaysIntegrated(
            @ForAll @IntRange(min = -3, max = 3) int p,
            @ForAll @IntRange(min = -3, max = 3) int q,
            @ForAll @IntRange(min = 1, max = 3) int m,
            @ForAll @IntRange(min = 1, max = 4) int k) {
        Antiderivative found = of("(x^3 + %d*x + %d)/((x - %d)^%d*(x^2 + %d))".formatted(p, q, q, m, k));
        assertThat(found).isNotNull();
        assertThat(found.check().largestDifference()).isLessThan(1e-9);
    }
}
