package org.mlmath.expression.quadrature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.evaluate.Evaluation;
import org.mlmath.expression.quadrature.IteratedIntegral.Range;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DeadlineExceededException;
import org.mlmath.numerics.DomainException;
import org.mlmath.numerics.integration.Quadrature;

class IteratedIntegralTest {

    private static Expression bound(String text) {
        return text.equals("-inf") ? new Expression.Negate(Expression.Constant.INFINITY) : Expressions.parse(text);
    }

    /** @param ranges {@code x 0 1 | y 0 x} */
    private static Quadrature of(String expression, String ranges) {
        List<Range> list = new ArrayList<>();
        for (String range : ranges.split("\\|")) {
            String[] parts = range.strip().split(" ");
            list.add(new Range(parts[0], bound(parts[1]), bound(parts[2])));
        }
        return IteratedIntegral.of(Expressions.parse(expression), list, Deadline.none());
    }

    /** Closed forms; the names of the first six are Genz's. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "cos(x + 2*y + 3*z + 4*w); x 0 1|y 0 1|z 0 1|w 0 1; cos(5)*16*sin(1/2)*sin(1)*sin(3/2)*sin(2)/24",
                "1/((1/25 + (x - 0.3)^2)*(1/25 + (y - 0.6)^2)); x 0 1|y 0 1; 25*(atan(3.5) + atan(1.5))*(atan(2) + atan(3))",
                "1/(1 + x + y)^3; x 0 1|y 0 1; 1/6",
                "e^(-9*(x - 0.3)^2 - 4*(y - 0.6)^2); x 0 1|y 0 1; pi/24*(erf(2.1) + erf(0.9))*(erf(0.8) + erf(1.2))",
                "e^(-2*|x - 0.3| - 3*|y - 0.6|); x 0 1|y 0 1; (2 - e^-0.6 - e^-1.4)*(2 - e^-1.8 - e^-1.2)/6",
                "if(x < 0.3 and y < 0.6, e^(x + y), 0); x 0 1|y 0 1; (e^0.3 - 1)*(e^0.6 - 1)",
                "1; x -1 1|y -sqrt(1-x^2) sqrt(1-x^2); pi",
                "if(x^2 + y^2 < 1, 1, 0); x -1 1|y -1 1; pi",
                "|x - y|; x 0 1|y 0 1; 1/3",
                "x*y*z; x 0 1|y 0 x|z 0 y; 1/48",
                "e^(-x^2 - y^2); x -inf inf|y -inf inf; pi",
                "e^(-x*y - y); y 0 inf|x 0 1; ln(2)",
                "1/sqrt(x*y); x 0 1|y 0 1; 4",
                "1/sqrt(x^2 + y^2); x 0 1|y 0 1; 2*ln(1 + sqrt(2))",
                "1/(1 - x*y); x 0 1|y 0 1; pi^2/6",
                "e^(-1000000*((x - 0.3)^2 + (y - 0.6)^2)); x 0 1|y 0 1; pi/1000000",
                "x; x 1 0|y 0 2; -1"
            })
    void agreesWithClosedForms(String expression, String ranges, String exact) {
        Quadrature found = of(expression, ranges);
        double expected = Evaluation.constant(exact);
        double error = Math.abs(found.value() - expected);
        assertThat(error).isLessThanOrEqualTo(1e-10 * Math.abs(expected));
        assertThat(error).as("estimate").isLessThanOrEqualTo(found.errorEstimate());
    }

    @Property(tries = 25)
    void theOrderOfConstantRangesDoesNotMatter(
            @ForAll @DoubleRange(min = -1, max = 2) double a, @ForAll @DoubleRange(min = -1, max = 2) double b) {
        String f = "e^(x - y)*cos(3*x*y)";
        double one = of(f, "x 0 %s|y -1 %s".formatted(a, b)).value();
        double other = of(f, "y -1 %s|x 0 %s".formatted(b, a)).value();
        assertThat(Math.abs(one - other)).isLessThan(1e-11);
    }

    @Test
    void divergenceShowsInTheEstimate() {
        Quadrature found = of("1/(x^2 + y^2)", "x 0 1|y 0 1");
        assertThat(found.errorEstimate()).isGreaterThan(0.01 * Math.abs(found.value()));
    }

    @Test
    void holesAndDeadlinesEndIt() {
        assertThatThrownBy(() -> of("ln(x - y)", "x 0 1|y 0 1")).isInstanceOf(DomainException.class);
        assertThatThrownBy(() -> of("1", "x 0 2|y 0 sqrt(1-x)")).isInstanceOf(DomainException.class);
        List<Range> ranges = List.of(new Range("x", bound("0"), bound("1")), new Range("y", bound("0"), bound("1")));
        Deadline over = Deadline.in(Duration.ZERO);
        assertThatThrownBy(() -> IteratedIntegral.of(Expressions.parse("x*y"), ranges, over))
                .isInstanceOf(DeadlineExceededException.class);
    }
}
