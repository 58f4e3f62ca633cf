package org.mlmath.symbolic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Constant;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.evaluate.Evaluation;
import org.mlmath.numerics.CancelledException;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DeadlineExceededException;
import org.mlmath.symbolic.ComputerAlgebra.Side;

class ComputerAlgebraTest {
    private static Deadline patient() {
        return Deadline.in(Duration.ofSeconds(60));
    }

    private static Expression parsed(String text) {
        return Expressions.parse(text);
    }

    private static String text(Optional<Expression> found) {
        return found.map(Expressions::text).orElse("nothing");
    }

    private static double at(Expression expression, double x) {
        return Evaluation.value(expression, List.of("x"), new double[] {x});
    }

    /** The integrals from 1/2 to 5/4 are mpmath 1.3's (quad, 30 digits). */
    @ParameterizedTest
    @CsvSource({
        "x*e^x, 1.69694637471552442",
        "1/(1+x^3), 0.453954700357776584",
        "cbrt(x), 0.712253563708408093",
        "sigmoid(x), 0.527852097165266208",
        "erf(x), 0.572244493169972515",
        "normalpdf(x), 0.202887765059131639",
        "atan(x), 0.529325529638618482",
        "relu(x), 0.65625"
    })
    void anAntiderivativeGivesTheIntegral(String integrand, double integral) {
        Expression found =
                ComputerAlgebra.integrate(parsed(integrand), "x", patient()).orElseThrow();
        assertThat(at(found, 1.25) - at(found, 0.5)).isCloseTo(integral, offset(1e-14));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x^x", "sin(x)/x", "floor(x)*gcd(x, 4)", "round(x)"})
    void whatHasNoAntiderivativeInTheLanguageHasNone(String integrand) {
        assertThat(ComputerAlgebra.integrate(parsed(integrand), "x", patient())).isEmpty();
    }

    @Test
    void integralsMayHaveInfiniteBounds() {
        Optional<Expression> found =
                ComputerAlgebra.integrate(parsed("e^(-x^2)"), "x", parsed("-inf"), Constant.INFINITY, patient());
        assertThat(text(found)).isEqualTo("sqrt(pi)");
    }

    @Test
    void limitsTakeSides() {
        Expression zero = parsed("0");
        assertThat(text(ComputerAlgebra.limit(parsed("1/x"), "x", zero, Side.LEFT, patient())))
                .isEqualTo("-inf");
        assertThat(text(ComputerAlgebra.limit(parsed("1/x"), "x", zero, Side.RIGHT, patient())))
                .isEqualTo("inf");
        assertThat(ComputerAlgebra.limit(parsed("1/x"), "x", zero, Side.BOTH, patient()))
                .isEmpty();
        assertThat(text(ComputerAlgebra.limit(parsed("(1+1/n)^n"), "n", Constant.INFINITY, Side.BOTH, patient())))
                .isEqualTo("e");
    }

    @Test
    void solutionsAreTheRealOnes() {
        ComputerAlgebra.Solutions real =
                ComputerAlgebra.solve(parsed("x^2 - 2"), "x", patient()).orElseThrow();
        assertThat(real.roots().stream().map(Expressions::text)).containsExactlyInAnyOrder("-sqrt(2)", "sqrt(2)");
        assertThat(real.complete()).isTrue();
        ComputerAlgebra.Solutions none =
                ComputerAlgebra.solve(parsed("x^2 + 1"), "x", patient()).orElseThrow();
        assertThat(none.roots()).isEmpty();
        assertThat(none.complete()).isTrue();
        assertThat(ComputerAlgebra.solve(parsed("x^5 - x - 1"), "x", patient())
                        .orElseThrow()
                        .complete())
                .isFalse();
    }

    @Test
    void formsChange() {
        assertThat(text(ComputerAlgebra.factor(parsed("x^4 - y^4"), patient())))
                .isEqualTo("(x + y)*(x - y)*(x^2 + y^2)");
        assertThat(text(ComputerAlgebra.expand(parsed("(x + y)*(x - y)"), patient())))
                .isEqualTo("x^2 - y^2");
        assertThat(text(ComputerAlgebra.apart(parsed("1/(x^2 - 1)"), "x", patient())))
                .isEqualTo("1/(2*(x - 1)) - 1/(2*(x + 1))");
        assertThat(text(ComputerAlgebra.together(parsed("1/x + 1/y"), patient())))
                .isEqualTo("(x + y)/(x*y)");
        assertThat(text(ComputerAlgebra.simplify(parsed("sqrt(5 + 2*sqrt(6))"), patient())))
                .isEqualTo("sqrt(2) + sqrt(3)");
        assertThat(text(ComputerAlgebra.reduceTrigonometry(parsed("sin(x)*cos(x)"), patient())))
                .isEqualTo("sin(2*x)/2");
        assertThat(text(ComputerAlgebra.expandTrigonometry(parsed("sin(2*x)"), patient())))
                .isEqualTo("2*cos(x)*sin(x)");
        assertThat(text(ComputerAlgebra.sum(parsed("1/n^2"), "n", parsed("1"), Constant.INFINITY, patient())))
                .isEqualTo("pi^2/6");
        assertThat(text(ComputerAlgebra.series(parsed("sin(x)"), "x", parsed("0"), 5, patient())))
                .isEqualTo("x - x^3/6 + x^5/120");
    }

    @Test
    void aCallersNamesMeanNothingToTheSystem() {
        // I, E, D, N and O are constants and functions there.
        assertThat(text(ComputerAlgebra.expand(parsed("(I + E)*(I - E) + D^2 + N*O"), patient())))
                .isEqualTo("D^2 - E^2 + I^2 + N*O");
    }

    @Test
    void theIndexOfASumIsItsOwn() {
        assertThat(text(ComputerAlgebra.expand(parsed("x + sum(x, 1, 3, x^2)"), patient())))
                .isEqualTo("x + 14");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10^10^10",
                "x^(10^10)",
                "binomial(2e7, 1e7)",
                "binomial(20000000*x, 10000000*x)",
                "1000000!",
                "(x + 1e7)!",
                "9^9^9",
                "1.000001^1000000",
                "x^1999 - 1",
                "((((x^9)^9)^9)^9)^9",
                "2^(2^(2^(2^(2^2))))",
                "floor(e^(e^(e^e)))",
                "sin(1 + sin(1 + sin(1 + sin(1 + sin(1 + sin(1 + sin(1 + sin(1 + sin(1 + sin(1 + x))))))))))"
            })
    void whatIsTooLargeToBeBegunIsRefused(String hostile) {
        assertThatThrownBy(() -> Growth.require(parsed(hostile))).isInstanceOf(NotConvertible.class);
        assertThat(ComputerAlgebra.expand(parsed(hostile), patient())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"x^200 - 1", "20!*x", "e^(1000*x)", "binomial(50, 20)", "2^100", "1/(1 + e^(-x))^3", "1e300"})
    void ordinaryNumbersPass(String ordinary) {
        Growth.require(parsed(ordinary));
    }

    @Test
    void timeThatIsOverIsSaid() {
        assertThatThrownBy(() -> ComputerAlgebra.factor(parsed("x"), Deadline.in(Duration.ZERO)))
                .isInstanceOf(DeadlineExceededException.class);
        Deadline cancelled = patient();
        cancelled.cancel();
        assertThatThrownBy(() -> ComputerAlgebra.factor(parsed("x"), cancelled)).isInstanceOf(CancelledException.class);
    }
}
