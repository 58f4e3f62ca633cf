package org.mlmath.expression.interval;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.Function;
import org.mlmath.expression.RandomExpressions;
import org.mlmath.expression.compile.ExpressionFunction;

class IntervalFunctionTest {
    private static final List<String> VARIABLES = RandomExpressions.VARIABLES;

    private static Enclosure over(String expression, double lower, double upper) {
        return IntervalFunction.of(Expressions.parse(expression), List.of("x")).over(new Interval(lower, upper));
    }

    /** The box is wider than what rounding does to a value, so that only a wrong bound can fail. */
    @Property(tries = 3000, seed = "20261121")
    @Domain(RandomExpressions.class)
    @Domain(DomainContext.Global.class)
    void theRangeOverABoxHoldsTheValuesInIt(
            @ForAll Expression expression,
            @ForAll @DoubleRange(min = -3, max = 3) double x,
            @ForAll @DoubleRange(min = -3, max = 3) double y,
            @ForAll @IntRange(min = 1, max = 9) int digits) {
        double half = 0.5 * Math.pow(10, 1 - digits);
        double[] point = {0.7, x, y};
        Interval[] box = Arrays.stream(point)
                .mapToObj(middle -> new Interval(middle - half, middle + half))
                .toArray(Interval[]::new);
        Enclosure enclosure = IntervalFunction.of(expression, VARIABLES).over(box);
        ExpressionFunction function = ExpressionFunction.of(expression, VARIABLES);
        for (double[] inside : new double[][] {
            point, {0.7 + half / 3, x - half / 2, y + half / 5}, {0.7 - half / 2, x + 0.9 * half, y - 0.8 * half}
        }) {
            double value = function.value(inside);
            if (Double.isFinite(value)) {
                assertThat(enclosure.range().contains(value))
                        .as(
                                "%s = %s at %s, in %s",
                                Expressions.text(expression), value, Arrays.toString(inside), enclosure)
                        .isTrue();
            }
        }
    }

    static Stream<Object[]> references() throws IOException {
        try (InputStream in = Expressions.class.getResourceAsStream("functions.csv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> !line.startsWith("#"))
                            .map(line -> (Object[]) line.split(",", -1))
                            .toList()
                            .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("references")
    void theRangeOverAPointHoldsTheReferenceAndLittleElse(String name, double x, String y, String expected) {
        Function function = Function.named(name);
        List<Expression> arguments = new ArrayList<>(List.of(new Expression.Variable("x")));
        List<Interval> box = new ArrayList<>(List.of(Interval.point(x)));
        if (!y.isEmpty()) {
            arguments.add(new Expression.Variable("y"));
            box.add(Interval.point(Double.parseDouble(y)));
        }
        Enclosure enclosure = IntervalFunction.of(new Expression.Call(function, arguments), List.of("x", "y"))
                .over(box.size() == 2 ? box.toArray(Interval[]::new) : new Interval[] {box.getFirst(), Interval.ZERO});
        BigDecimal value = new BigDecimal(expected);
        Interval range = enclosure.range();
        BigDecimal lastDigit = value.ulp();
        assertThat(Double.isInfinite(range.lower())
                        || new BigDecimal(range.lower()).subtract(lastDigit).compareTo(value) <= 0)
                .as("%s for %s", range, value)
                .isTrue();
        assertThat(Double.isInfinite(range.upper())
                        || new BigDecimal(range.upper()).add(lastDigit).compareTo(value) >= 0)
                .as("%s for %s", range, value)
                .isTrue();
        boolean unbounded = function == Function.POLYGAMMA && x != Math.rint(x)
                || Set.of(Function.POLYGAMMA, Function.BETA, Function.BINOMIAL).contains(function)
                        && !range.isBounded();
        if (!unbounded && Math.abs(value.doubleValue()) < 1e300) {
            assertThat(range.width()).isLessThanOrEqualTo(1e-10 * Math.max(1, Math.abs(value.doubleValue())));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "x^2; -1; 2; 0; 4",
                "x*x; -1; 2; 0; 4",
                "x^3; -1; 2; -1; 8",
                "1/x; 1; 2; 0.5; 1",
                "|x - 1|; 0; 3; 0; 2",
                "sin(x)^2; 0; 4; 0; 1",
                "cos(x); -1; 7; -1; 1",
                "min(x, 1 - x); 0; 1; 0; 1",
                "floor(x); 0.5; 2.5; 0; 2",
                "if(x > 0, 1, 2); 1; 2; 1; 1",
                "if(x > 0, 1, 2); -1; 2; 1; 2",
                "sum(k, 1, 3, k*x); 0; 1; 0; 6",
                "exp(x); -inf; 0; 0; 1",
                "sqrt(x); 4; 9; 2; 3",
                "mod(x, 3); 3; 5; 0; 2",
            })
    void exactRangesAreFoundExactly(String expression, String lower, String upper, double least, double most) {
        double from = lower.equals("-inf") ? Double.NEGATIVE_INFINITY : Double.parseDouble(lower);
        assertThat(over(expression, from, Double.parseDouble(upper)).range()).isEqualTo(new Interval(least, most));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "x^2 + 1; -1; 1; CONTINUOUS",
                "1/x; -1; 1; UNKNOWN",
                "1/x; 1; 2; CONTINUOUS",
                "sqrt(x); -1; 1; UNKNOWN",
                "sqrt(x); 0; 1; CONTINUOUS",
                "ln(x); 0; 1; UNKNOWN",
                "tan(x); 1; 2; UNKNOWN",
                "tan(x); 1; 1.5; CONTINUOUS",
                "floor(x); 0; 1; DEFINED",
                "floor(x); 0.25; 0.75; CONTINUOUS",
                "sign(x); -1; 1; DEFINED",
                "acot(x); -1; 1; DEFINED",
                "gamma(x); -1.5; -1.25; CONTINUOUS",
                "gamma(x); -1.5; 0.5; UNKNOWN",
                "x^x; 0.5; 2; CONTINUOUS",
                "x^(1/3); -1; 1; UNKNOWN",
                "cbrt(x); -1; 1; CONTINUOUS",
                "if(x < 0, -x, x); -1; 1; DEFINED",
                "max(x, -x); -1; 1; CONTINUOUS",
                "piecewise(x > 0, 1); -1; 1; UNKNOWN",
                "e^(1/(x - 3)); 0; 2; CONTINUOUS",
            })
    void theDecorationSaysWhetherThereAreHolesAndJumps(
            String expression, double lower, double upper, Decoration decoration) {
        assertThat(over(expression, lower, upper).decoration()).isEqualTo(decoration);
    }

    @Test
    void whereNothingIsDefinedTheRangeIsEmpty() {
        assertThat(List.of("ln(x)", "sqrt(x)", "asin(x - 2)", "x^0.5", "acosh(x)", "asech(x)").stream()
                        .map(text -> over(text, -3, -2).range().isEmpty())
                        .collect(Collectors.toSet()))
                .containsExactly(true);
        assertThat(over("1/(x - x)", 1, 1).range().isEmpty()).isTrue();
    }

    @Test
    void decimalsAreMeantExactly() {
        Interval tenth = IntervalFunction.constant(Expressions.parse("0.1"));
        assertThat(new BigDecimal(tenth.lower())).isLessThan(new BigDecimal("0.1"));
        assertThat(new BigDecimal(tenth.upper())).isGreaterThan(new BigDecimal("0.1"));
        assertThat(IntervalFunction.constant(Expressions.parse("0.5")).isPoint())
                .isTrue();
    }

    @Test
    void longSumsAreLeftOpen() {
        assertThat(over("sum(k, 1, 10^9, x/k)", 0, 1)).isEqualTo(Enclosure.UNKNOWN);
    }
}
