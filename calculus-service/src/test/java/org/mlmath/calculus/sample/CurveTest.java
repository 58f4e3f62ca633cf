package org.mlmath.calculus.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mlmath.calculus.sample.SampleRanges.Range;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.compile.ExpressionFunction;
import org.mlmath.numerics.Deadline;

class CurveTest {
    private static Curve curve(String text, double lower, double upper) {
        return Curve.of(Expressions.parse(text), "x", new Range(lower, upper), 65, false, Deadline.none());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "x^2;                -3; 3; 0",
                "sin(20x);           -3; 3; 0",
                "|x - 0.3|;          -3; 3; 0",
                "cbrt(x);            -3; 3; 0",
                "tanh(1000x);        -3; 3; 0",
                "1/x;                -1; 1; 1",
                "1/x^2;              -1; 1; 1",
                "tan(x);             -5; 5; 4",
                "sign(x - 0.1);      -1; 1; 1",
                "floor(x);           -2.5; 2.5; 5",
                "1/(x^3 + sin(x) - 1); -2; 2; 1",
                "if(x < 1/3, 0, 1);  -1; 1; 1",
                "1/((x-1)(x-2));      0; 3; 2",
                "gamma(x);           -2.5; 1; 3",
                "mod(x, 1);          -1.5; 1.5; 3",
                "1/(1 + 25x^2);      -1; 1; 0",
            })
    void theCurveIsBrokenWhereItIsNotContinuousAndNowhereElse(String text, double lower, double upper, int breaks) {
        assertThat(curve(text, lower, upper).breaks()).as(text).hasSize(breaks);
    }

    @Test
    void thePolylineIsNearTheCurve() {
        Expression expression = Expressions.parse("sin(8x)*exp(-x^2) + |x|");
        ExpressionFunction function = ExpressionFunction.of(expression, List.of("x"));
        Curve curve = curve("sin(8x)*exp(-x^2) + |x|", -3, 3);
        double[] axis = curve.axis();
        double[] values = curve.values();
        for (int i = 1; i < axis.length; i++) {
            assertThat(axis[i]).isGreaterThan(axis[i - 1]);
            double x = axis[i - 1] + 0.37 * (axis[i] - axis[i - 1]);
            assertThat(values[i - 1] + 0.37 * (values[i] - values[i - 1]))
                    .isCloseTo(function.value(new double[] {x}), within(0.01));
        }
    }

    @Test
    void breaksStandWhereTheLineHasNull() {
        Curve curve = curve("tan(x)", -5, 5);
        double[] axis = curve.axis();
        double[] values = curve.values();
        int undefined = 0;
        for (int i = 0; i < axis.length; i++) {
            undefined += Double.isNaN(values[i]) ? 1 : 0;
        }
        assertThat(undefined).isEqualTo(4);
        assertThat(curve.breaks()[2]).isEqualTo(Math.PI / 2);
    }

    @Test
    void theEdgeOfTheDomainIsFoundToThePixel() {
        Curve curve = curve("sqrt(x - sin(x)/3 - 0.2)", -1, 1);
        double[] axis = curve.axis();
        double[] values = curve.values();
        int first = 0;
        while (Double.isNaN(values[first])) {
            first++;
        }
        assertThat(axis[first] - axis[first - 1]).isLessThan(1e-5);
    }

    @Test
    void workIsBounded() {
        assertThat(curve("sin(1/x)*sin(1e9x)", -1, 1).count()).isLessThanOrEqualTo(2_100);
    }
}
