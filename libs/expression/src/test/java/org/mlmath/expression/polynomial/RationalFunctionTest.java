package org.mlmath.expression.polynomial;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.RandomExpressions;
import org.mlmath.expression.interval.Interval;
import org.mlmath.expression.interval.IntervalFunction;
import org.mlmath.numerics.exact.Rational;

class RationalFunctionTest {
    private static RationalFunction of(String text) {
        return RationalFunction.of(Expressions.parse(text), "x").orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "(x + 1)^2 - 0.1*x, x^2 + 19/10*x + 1",
        "3, 3",
        "x/2 - x/3, 1/6*x",
        "'sum(k, 1, 3, k*x^k)', 3*x^3 + 2*x^2 + x",
        "'prod(k, 1, 3, x - k)', x^3 - 6*x^2 + 11*x - 6",
        "x^(4/2), x^2",
        "sqrt(9/4)*x, 3/2*x",
        "x - x, 0",
        "2^-1*x, 1/2*x",
        "1e-3*x, 1/1000*x",
    })
    void polynomialsAreRecognised(String text, String polynomial) {
        assertThat(of(text).polynomial().orElseThrow()).hasToString(polynomial);
    }

    @Test
    void polesAreKeptWhereTheyCancel() {
        assertThat(of("x/x").polynomial()).isEmpty();
        assertThat(of("1/(1/x)").poles().signAt(Rational.ZERO)).isZero();
        assertThat(of("(x^2 - 1)/(x - 1)").poles()).hasToString("x - 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sin(x)", "x*y", "pi*x", "2^x", "x^x", "sqrt(2)*x", "1/(x - x)", "x^0.5", "|x|", "x^501"})
    void othersAreNot(String text) {
        assertThat(RationalFunction.of(Expressions.parse(text), "x")).isEmpty();
    }

    /** Whatever is recognised has the values of the formula. */
    @Property(tries = 3000, seed = "20261121")
    @Domain(RandomExpressions.class)
    @Domain(DomainContext.Global.class)
    void valuesAreThoseOfTheFormula(
            @ForAll Expression expression, @ForAll @IntRange(min = -30, max = 30) int numerator) {
        RationalFunction function = RationalFunction.of(expression, "x").orElse(null);
        Rational x = Rational.of(numerator).divide(Rational.of(8));
        if (function == null || function.poles().signAt(x) == 0) {
            return;
        }
        double value =
                function.numerator().at(x).divide(function.denominator().at(x)).doubleValue();
        Interval range = IntervalFunction.of(expression, RandomExpressions.VARIABLES)
                .over(Interval.point(1.7), Interval.point(x.doubleValue()), Interval.point(0.3))
                .range();
        assertThat(range.contains(value)).as("%s in %s", value, range).isTrue();
    }
}
