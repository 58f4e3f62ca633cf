package org.mlmath.expression.complex;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.Function;
import org.mlmath.expression.compile.ExpressionFunction;

class ComplexEvaluationTest {

    @ParameterizedTest
    @EnumSource(Function.class)
    void tinyStepsGiveTheDerivativeOfEveryFunctionToTheLastDigits(Function function) {
        boolean second = !function.accepts(1);
        Expression expression = Expressions.parse(function.text() + (second ? "(x, 2)" : "(x)"));
        ExpressionFunction real = ExpressionFunction.of(expression, List.of("x"));
        for (double x : new double[] {-3.5, -0.6, 0.3, 0.7, 1.4, 5.2}) {
            for (double step : new double[] {1e-9, 1e-100, 1e-200}) {
                double[] derivative = new double[1];
                double value = real.valueAndGradient(new double[] {x}, derivative);
                Optional<Complex> found = ComplexEvaluation.value(expression, Map.of("x", x), "x", step);
                if (found.isEmpty() || !Double.isFinite(derivative[0]) || !Double.isFinite(value)) {
                    continue;
                }
                assertThat(found.get().re()).as("at %s", x).isCloseTo(value, relative(value));
                assertThat(found.get().im() / step).as("at %s", x).isCloseTo(derivative[0], relative(derivative[0]));
            }
        }
    }

    private static Offset<Double> relative(double value) {
        return Offset.offset(4e-15 * Math.max(1, Math.abs(value)));
    }

    @Test
    void valuesOffTheLineAgreeWithMpmath() {
        // mpmath 1.2.1: f(0.4 + 0.3i)
        assertValue("asin(x)", 0.390316204522023702, 0.318962433304818382);
        assertValue("atan(x)", 0.408822522916351128, 0.261492138795671902);
        assertValue("tanh(x)", 0.410633470842556358, 0.261073681841663019);
        assertValue("atanh(x)", 0.379086872342022131, 0.337370471111776326);
        assertValue("x^2.5", -0.00670820393249934969, 0.176649370222483393);
    }

    private static void assertValue(String text, double re, double im) {
        Complex value = ComplexEvaluation.value(Expressions.parse(text), Map.of("x", 0.4), "x", 0.3)
                .orElseThrow();
        assertThat(value.re()).as(text).isCloseTo(re, Offset.offset(1e-14));
        assertThat(value.im()).as(text).isCloseTo(im, Offset.offset(1e-14));
    }

    @Test
    void branchesAreDecidedByTheRealPart() {
        assertDerivative("|x|", -2, -1);
        assertDerivative("relu(x)*x", 3, 6);
        assertDerivative("max(x, 2x)", -1, 1);
        assertDerivative("if(x > 0, x^2, x^3)", -2, 12);
        assertDerivative("sum(k, 1, 3, x^k)", 2, 17);
        assertDerivative("floor(x)*x", 2.5, 2);
    }

    @Test
    void whatIsUndefinedOrNotContinuedSaysSo() {
        assertThat(ComplexEvaluation.value(Expressions.parse("ln(x)"), Map.of("x", -1.0), "x", 1e-9))
                .hasValueSatisfying(value -> assertThat(value.im()).isNaN());
        assertThat(ComplexEvaluation.value(Expressions.parse("gamma(x)"), Map.of("x", 2.0), "x", 1e-9))
                .isEmpty();
        assertThat(ComplexEvaluation.value(Expressions.parse("gamma(3)*x"), Map.of("x", 2.0), "x", 1e-9))
                .isPresent();
    }

    private static void assertDerivative(String text, double x, double expected) {
        double step = 1e-50;
        Complex value = ComplexEvaluation.value(Expressions.parse(text), Map.of("x", x), "x", step)
                .orElseThrow();
        assertThat(value.im() / step).as(text).isCloseTo(expected, Offset.offset(1e-14));
    }
}
