package org.mlmath.expression.precision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.domains.Domain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.RandomExpressions;
import org.mlmath.expression.compile.ExpressionFunction;
import org.mlmath.expression.precision.Precise.Missing;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DomainException;
import org.mlmath.numerics.ball.Ball;
import org.mlmath.numerics.exact.Rational;

class HighPrecisionTest {
    static Stream<Arguments> references() throws IOException {
        try (InputStream in = HighPrecisionTest.class.getResourceAsStream("values.csv")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> Arguments.of((Object[]) line.split(";")))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("references")
    void agreesWithMpmathToFortyDigits(String text, String expected) {
        HighPrecision.Decimal value = HighPrecision.value(Expressions.parse(text), Map.of(), 40, Deadline.none());
        BigDecimal reference = new BigDecimal(expected);
        BigDecimal half = reference.round(new java.math.MathContext(40)).ulp();
        assertThat(value.value().subtract(reference).abs()).isLessThanOrEqualTo(half);
        assertThat(value.value().subtract(reference).abs())
                .isLessThanOrEqualTo(value.error().add(reference.ulp()));
        assertThat(value.error()).isLessThanOrEqualTo(half.multiply(BigDecimal.TEN));
    }

    @ParameterizedTest
    @ValueSource(ints = {24, 53, 100, 333, 1000})
    void ballsHoldTheTrueValueAtEveryPrecision(int bits) throws IOException {
        references().forEach(row -> {
            String text = (String) row.get()[0];
            Precise value = HighPrecision.at(Expressions.parse(text), Map.of(), bits, Deadline.none());
            Ball reference = Ball.of(Rational.parse((String) row.get()[1]), 300);
            // The reference is rounded to 50 digits.
            Ball around = reference.widen(reference.abs().scale(-162));
            assertThat(value.ball(bits).overlaps(around))
                    .as("%s in %s", text, value)
                    .isTrue();
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    sqrt(4/9); 2/3
                    8^(1/3) + 4^(-3/2); 17/8
                    root(-27, 3); -3
                    ln(1) + exp(0); 1
                    sin(pi/6) + cos(7*pi/3); 1
                    tan(pi/4 - pi/4); 0
                    sin(100*pi); 0
                    atan(1)/pi; 1/4
                    asin(-1/2)/pi; -1/6
                    acos(1/2)/pi; 1/3
                    log(1/8, 2); -3
                    20!/18!; 380
                    binomial(5, 2) + binomial(-3, 2) + binomial(1/2, 2); 127/8
                    sum(k, 1, 100, 1/(k*(k+1))); 100/101
                    floor(-7/3) + ceil(7/3) + round(-5/2) + trunc(-5/3); -4
                    mod(-7, 3) + mod(7, -3) + gcd(12, 18) + lcm(4, 6); 18
                    floor(pi) + floor(-e); 0
                    0^0; 1
                    if(1/3 + 1/3 + 1/3 = 1, 7, 8); 7
                    min(pi, 22/7, 4) < 22/7; 1
                    gamma(5) + beta(2, 3); 289/12
                    1e-400*1e400; 1
                    step(0) + sign(-pi) + relu(-3) + (not 0); 1
                    """)
    void whatIsRationalStaysExact(String text, String expected) {
        assertThat(HighPrecision.at(Expressions.parse(text), Map.of(), 64, Deadline.none()))
                .isEqualTo(new Precise.Exact(Rational.parse(expected)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1/0",
                "1/sin(pi)",
                "tan(pi/2)",
                "ln(0)",
                "ln(-pi)",
                "sqrt(-1e-300)",
                "asin(1.0001)",
                "acosh(1/2)",
                "atanh(1)",
                "gamma(-3)",
                "0^-1",
                "(-8)^(1/3)",
                "log(2, 1)",
                "mod(1, 0)",
                "gcd(1/2, 3)",
                "atan2(0, 0)",
                "logit(1)",
                "sum(k, 1, 1/2, k)",
                "acot(1/0)",
                "piecewise(1 < 0, 1)",
                "(-2)^pi",
                "digamma(0)",
                "acsc(0)"
            })
    void whatHasNoValueIsUndefined(String text) {
        Expression expression = Expressions.parse(text);
        assertThat(HighPrecision.at(expression, Map.of(), 64, Deadline.none())).isEqualTo(Missing.UNDEFINED);
        assertThatThrownBy(() -> HighPrecision.value(expression, Map.of(), 20, Deadline.none()))
                .isInstanceOf(DomainException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqrt(2)*sqrt(2) - 2", "sin(1)^2 + cos(1)^2 - 1", "ln(6) - ln(2) - ln(3)"})
    void zerosShowNoSignButASmallBound(String text) {
        Expression expression = Expressions.parse(text);
        assertThat(HighPrecision.sign(expression, Map.of(), Deadline.none())).isEmpty();
        HighPrecision.Decimal value = HighPrecision.value(expression, Map.of(), 30, Deadline.none());
        assertThat(value.value()).isEqualByComparingTo("0");
        assertThat(value.error()).isLessThan(new BigDecimal("1e-1000"));
    }

    @Test
    void theTiniestDifferenceHasASign() {
        Map<String, Rational> point = Map.of("x", Rational.parse("1/3"));
        assertThat(HighPrecision.sign(Expressions.parse("sin(x)^2 + cos(x)^2 - 1 - 1e-300"), point, Deadline.none()))
                .hasValue(-1);
        assertThat(HighPrecision.sign(Expressions.parse("exp(-1e4)"), point, Deadline.none()))
                .hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9^9^9^9",
                "9999999!",
                "exp(exp(exp(10)))",
                "sin(10^(10^10))",
                "sum(k, 1, 10^9, k)",
                "gamma(-1e30+0.5)",
                "erfc(1e200)",
                "(1+1e-300)^(10^300)",
                "2^(2^40)",
                "prod(k, 1, 100, sum(j, 1, 10000, j^k))",
                "binomial(10^9, 5*10^8)"
            })
    void hugeNumbersTakeNoTime(String text) {
        Deadline deadline = Deadline.in(Duration.ofSeconds(5));
        HighPrecision.enclosure(Expressions.parse(text), Map.of(), 128, deadline);
        deadline.check();
    }

    @Property(tries = 1000)
    @Domain(RandomExpressions.class)
    @Domain(net.jqwik.api.domains.DomainContext.Global.class)
    void twoPrecisionsNeverContradictEachOther(
            @ForAll Expression expression,
            @ForAll @DoubleRange(min = -3, max = 3) double x,
            @ForAll @DoubleRange(min = 0.1, max = 9) double y) {
        List<String> variables = RandomExpressions.VARIABLES;
        double[] coordinates = {0.5, x, y};
        Map<String, Rational> point = HighPrecision.point(variables, coordinates);
        Precise coarse = HighPrecision.at(expression, point, 64, Deadline.none());
        Precise fine = HighPrecision.at(expression, point, 200, Deadline.none());
        if (coarse.isDefined() && fine.isDefined()) {
            assertThat(coarse.ball(64).overlaps(fine.ball(200))).isTrue();
        }
        assertThat(coarse == Missing.UNDEFINED && fine.isDefined()).isFalse();
        assertThat(fine == Missing.UNDEFINED && coarse.isDefined()).isFalse();
        double inDoubles = ExpressionFunction.of(expression, variables).value(coordinates);
        if (fine == Missing.UNDEFINED && coarse == Missing.UNDEFINED) {
            return;
        }
        assertThat(fine.isDefined() && Double.isFinite(inDoubles) && Double.isNaN(fine.doubleValue()))
                .isFalse();
    }
}
