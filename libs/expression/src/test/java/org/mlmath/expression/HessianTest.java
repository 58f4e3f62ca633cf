package org.mlmath.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.mlmath.expression.compile.ExpressionFunction;
import org.mlmath.expression.evaluate.ExactEvaluation;
import org.mlmath.numerics.LimitExceededException;
import org.mlmath.numerics.exact.Rational;

@Domain(RandomExpressions.class)
@Domain(DomainContext.Global.class)
class HessianTest {
    private static final List<String> VARIABLES = RandomExpressions.VARIABLES;

    @Property(tries = 300, seed = "20261121") // fixed: rounding may always be worse somewhere
    void compiledHessiansAreThoseOfTheTapeBitForBitAndSymmetric(
            @ForAll Expression expression,
            @ForAll @DoubleRange(min = -3, max = 3) double x,
            @ForAll @DoubleRange(min = -3, max = 3) double y,
            @ForAll @DoubleRange(min = -3, max = 3) double theta) {
        double[] point = {theta, x, y};
        double[] fromTape = new double[9];
        double[] fromCode = new double[9];
        double[] gradient = new double[3];
        double[] gradientAlone = new double[3];
        ExpressionFunction tape = ExpressionFunction.of(expression, VARIABLES);
        ExpressionFunction code = ExpressionFunction.of(expression, VARIABLES, 1_000_000);
        try {
            double value = tape.valueGradientAndHessian(point, gradient, fromTape);
            assertThat(new double[] {code.valueGradientAndHessian(point, gradient, fromCode)})
                    .isEqualTo(new double[] {value});
        } catch (LimitExceededException e) {
            return;
        }
        tape.valueAndGradient(point, gradientAlone);
        assertThat(gradient).isEqualTo(gradientAlone);
        assertThat(fromCode).isEqualTo(fromTape);
        for (int i = 0; i < 9; i++) {
            assertThat(Double.compare(fromTape[i], fromTape[i % 3 * 3 + i / 3])).isZero();
        }
    }

    @Property(tries = 300, seed = "20261121") // fixed: see above
    void hessiansAreTheDifferencesOfGradients(
            @ForAll Expression expression,
            @ForAll @DoubleRange(min = 0.2, max = 2) double x,
            @ForAll @DoubleRange(min = 0.2, max = 2) double y) {
        double[] point = {0.7, x, y};
        double[] hessian = new double[9];
        ExpressionFunction function = ExpressionFunction.of(expression, VARIABLES);
        try {
            function.valueGradientAndHessian(point, new double[3], hessian);
        } catch (LimitExceededException e) {
            return;
        }
        double[] coarse = difference(function, point, 2e-5);
        double[] fine = difference(function, point, 1e-5);
        for (int i = 0; i < 3; i++) {
            double scale = Math.max(1, Math.abs(fine[i]));
            // Where the differences have not settled there is a kink, a pole or a wild function nearby.
            Assume.that(Double.isFinite(hessian[3 + i]) && Math.abs(coarse[i] - fine[i]) < 1e-6 * scale);
            assertThat(hessian[3 + i]).as(Expressions.text(expression)).isCloseTo(fine[i], Offset.offset(1e-4 * scale));
        }
    }

    /** Central differences of the gradient along x. */
    private static double[] difference(ExpressionFunction function, double[] point, double step) {
        double[] above = new double[3];
        double[] below = new double[3];
        function.valueAndGradient(new double[] {point[0], point[1] + step, point[2]}, above);
        function.valueAndGradient(new double[] {point[0], point[1] - step, point[2]}, below);
        double[] difference = new double[3];
        for (int i = 0; i < 3; i++) {
            difference[i] = (above[i] - below[i]) / (2 * step);
        }
        return difference;
    }

    @Test
    void valuesOfArithmeticAreExactWhereTheyAreRational() {
        assertThat(exact("x/3 + y/7", 0.1, 0.7)).isEqualTo(Rational.parse("2/15"));
        assertThat(exact("(x - y)^-2 * |y|", 1, -1)).isEqualTo(Rational.parse("1/4"));
        assertThat(exact("sin(x)", 1, 1)).isNull();
        assertThat(exact("x^0.5", 4, 1)).isNull();
        assertThat(exact("1/(x - 1)", 1, 1)).isNull();
        assertThat(exact("x^99999", 3, 1)).isNull();
        assertThat(exact("x", 1.0 / 3, 1)).isNull();
    }

    private static Rational exact(String text, double x, double y) {
        return ExactEvaluation.value(Expressions.parse(text), List.of("x", "y"), new double[] {x, y})
                .orElse(null);
    }
}
