package org.mlmath.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mlmath.expression.compile.ExpressionFunction;
import org.mlmath.numerics.LimitExceededException;

class CompiledFunctionTest {
    private static final long MANY = 1_000_000;

    @ParameterizedTest
    @EnumSource(Function.class)
    void everyFunctionIsCompiledAsItIsInterpreted(Function function) {
        String arguments = function.accepts(1) && function.unary() ? "(x)" : function.accepts(2) ? "(x, y)" : "(x)";
        Expression expression = Expressions.parse("y + " + function.text() + arguments);
        ExpressionFunction tape = ExpressionFunction.of(expression, List.of("x", "y"));
        ExpressionFunction code = ExpressionFunction.of(expression, List.of("x", "y"), MANY);
        for (double[] point : new double[][] {{0.3, 0.7}, {-1.5, 2}, {3, 2}, {0, 0}, {1, -1}, {800, 1e-3}}) {
            double[] expected = new double[2];
            double[] found = new double[2];
            double value = tape.valueAndGradient(point, expected);
            assertThat(new double[] {code.valueAndGradient(point, found)}).isEqualTo(new double[] {value});
            assertThat(found).isEqualTo(expected);
        }
    }

    /** Of the double next to e it would be 160 ulp off at 700. */
    @Test
    void powersOfEAreThoseOfTheNumber() {
        for (long compiledFrom : new long[] {1, MANY}) {
            ExpressionFunction power = ExpressionFunction.of(Expressions.parse("e^x"), List.of("x"), compiledFrom);
            // mpmath, 40 digits
            assertThat(power.value(new double[] {700})).isCloseTo(1.0142320547350045e304, withinPercentage(1e-13));
            assertThat(power.value(new double[] {-40.5})).isCloseTo(2.5767571091549810e-18, withinPercentage(1e-13));
        }
    }

    @Test
    void longFormulasAreSplitIntoMethodsAndStayTheSame() {
        StringBuilder text = new StringBuilder("x");
        for (int i = 1; i < 180; i++) {
            text.append("+(x*")
                    .append(i)
                    .append("-y)^2/(")
                    .append(i)
                    .append("+x^2)*sin(")
                    .append(i)
                    .append("y)");
        }
        Expression expression = Expressions.parse(text.toString());
        double[] point = {0.4, -1.2};
        double[] expected = new double[2];
        double[] found = new double[2];
        double value = ExpressionFunction.of(expression, List.of("x", "y")).valueAndGradient(point, expected);
        assertThat(ExpressionFunction.of(expression, List.of("x", "y"), MANY).valueAndGradient(point, found))
                .isEqualTo(value);
        assertThat(found).isEqualTo(expected);
    }

    @Test
    void aBranchThatIsNotTakenDoesNotSpoilTheGradient() {
        assertGradient("if(x > 0, sqrt(x), x^2)", -2, 4, -4);
        assertGradient("if(x > 0, ln(x), 0) + x", -1, -1, 1);
        assertGradient("max(x, sqrt(x - 10))", 20, 20, 1);
        assertGradient("if(x > 0, ln(x), 0) * if(x < 5, sqrt(5 - x), 0)", 6, 0, 0);
        assertGradient("piecewise(x < 0, 1/x, x < 1, ln(x), x^3)", 2, 8, 12);
    }

    @Test
    void sumsWithVariableBoundsAreLoops() {
        Expression expression = Expressions.parse("sum(i, 1, n, x^i) + prod(i, 1, n, x - i)");
        double[] gradient = new double[2];
        // n = 3, x = 2: 2 + 4 + 8 + 1·0·(−1); derivative 1 + 2·2 + 3·4 + (0·−1 + 1·−1 + 1·0)
        assertThat(ExpressionFunction.of(expression, List.of("x", "n")).valueAndGradient(new double[] {2, 3}, gradient))
                .isEqualTo(14);
        assertThat(gradient[0]).isEqualTo(16);
        assertThat(ExpressionFunction.of(Expressions.parse("sum(i, 1, 1000, 1/i^2)"), List.of())
                        .value(new double[0]))
                .isEqualTo(1.6439345666815615);
        assertThat(ExpressionFunction.of(Expressions.parse("sum(i, 1, 2.5, i)"), List.of())
                        .value(new double[0]))
                .isNaN();
    }

    @Test
    void nestedSumsStopAtALimit() {
        Expression expression = Expressions.parse("sum(i,1,10000, sum(j,1,10000, i*j))");
        assertThatThrownBy(() -> ExpressionFunction.of(expression, List.of()).value(new double[0]))
                .isInstanceOf(LimitExceededException.class);
    }

    @Test
    void overflowAndPolesAreUndefined() {
        for (String text : List.of("e^1000", "1/0", "ln(0)", "9^9^9^9", "9999999!", "0^-1", "1/(1/0)", "gamma(-2)")) {
            assertThat(ExpressionFunction.of(Expressions.parse(text), List.of()).value(new double[0]))
                    .as(text)
                    .isNaN();
        }
    }

    private static void assertGradient(String text, double x, double value, double derivative) {
        for (long evaluations : new long[] {1, MANY}) {
            ExpressionFunction function = ExpressionFunction.of(Expressions.parse(text), List.of("x"), evaluations);
            double[] gradient = new double[1];
            assertThat(function.valueAndGradient(new double[] {x}, gradient)).isEqualTo(value);
            assertThat(gradient[0]).isEqualTo(derivative);
        }
    }
}
