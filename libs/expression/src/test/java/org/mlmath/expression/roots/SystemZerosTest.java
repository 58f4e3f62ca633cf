package org.mlmath.expression.roots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.differentiate.Differentiator;
import org.mlmath.expression.interval.Interval;
import org.mlmath.numerics.Deadline;

class SystemZerosTest {
    private static SystemZeros.Found zeros(List<String> variables, double reach, String... texts) {
        List<Expression> functions = new ArrayList<>();
        List<List<Expression>> jacobian = new ArrayList<>();
        for (String text : texts) {
            Expression function = Expressions.parse(text);
            functions.add(function);
            jacobian.add(variables.stream()
                    .map(name -> Differentiator.derivative(function, name).expression())
                    .toList());
        }
        Interval[] region =
                variables.stream().map(_ -> new Interval(-reach, reach)).toArray(Interval[]::new);
        return SystemZeros.of(functions, jacobian, variables, region, Deadline.in(Duration.ofSeconds(20)));
    }

    private static List<double[]> points(SystemZeros.Found found) {
        return found.zeros().stream()
                .map(SystemZeros.Isolated::at)
                .sorted(Comparator.comparingDouble((double[] at) -> at[0]))
                .toList();
    }

    @Test
    void aCircleAndALineMeetTwice() {
        SystemZeros.Found found = zeros(List.of("x", "y"), 2, "x^2 + y^2 - 1", "x - y");
        assertThat(points(found)).hasSize(2);
        assertThat(points(found).get(1)[0]).isCloseTo(Math.sqrt(0.5), within(1e-15));
        assertThat(found.undecided()).isEmpty();
        assertThat(found.finished()).isTrue();
    }

    /** Powell's badly scaled system: values of mpmath 1.3.0, 40 digits. */
    @Test
    void badlyScaledSystemsAreSolved() {
        SystemZeros.Found found = zeros(List.of("x", "y"), 20, "1e4*x*y - 1", "e^-x + e^-y - 1.0001");
        assertThat(points(found)).hasSize(2);
        assertThat(points(found).getFirst()[0]).isCloseTo(1.0981593296998175e-5, within(4e-21));
        assertThat(points(found).getFirst()[1]).isCloseTo(9.106146739866524, within(4e-15));
        assertThat(found.undecided()).isEmpty();
    }

    @Test
    void zerosOnTheBorderOfPartsAreFoundOnce() {
        SystemZeros.Found found = zeros(List.of("x", "y", "z"), 1, "x", "y", "z - x*y");
        assertThat(points(found)).hasSize(1);
        assertThat(found.undecided()).isEmpty();
    }

    @Test
    void touchingCurvesAreLeftUndecidedInOnePlace() {
        SystemZeros.Found found = zeros(List.of("x", "y"), 2, "y - x^2", "y");
        assertThat(found.zeros()).isEmpty();
        assertThat(found.undecided()).hasSize(1);
        assertThat(found.undecided().getFirst()[0].contains(0)).isTrue();
        assertThat(found.undecided().getFirst()[0].width()).isLessThan(1e-6);
    }

    @Test
    void withoutZerosNothingIsLeft() {
        SystemZeros.Found found = zeros(List.of("x", "y"), 5, "x^2 + y^2 + 1", "x");
        assertThat(found.zeros()).isEmpty();
        assertThat(found.undecided()).isEmpty();
    }
}
