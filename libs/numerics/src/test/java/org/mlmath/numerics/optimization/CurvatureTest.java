package org.mlmath.numerics.optimization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.mlmath.numerics.optimization.Objectives.ROSENBROCK;
import static org.mlmath.numerics.optimization.Objectives.diagonal;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.mlmath.numerics.Deadline;

class CurvatureTest {
    private static Curvature at(DifferentiableFunction objective, double... point) {
        return Curvature.at(point, objective, Deadline.none()).orElseThrow();
    }

    @Property(tries = 100)
    void theEndsOfTheSpectrumAreFound(
            @ForAll @Size(min = 1, max = 20) List<@DoubleRange(min = -50, max = 50) Double> eigenvalues) {
        double[] spectrum =
                eigenvalues.stream().mapToDouble(Double::doubleValue).toArray();
        double smallest = Double.POSITIVE_INFINITY;
        double largest = Double.NEGATIVE_INFINITY;
        for (double value : spectrum) {
            smallest = Math.min(smallest, value);
            largest = Math.max(largest, value);
        }
        double[] point = new Random(1).doubles(spectrum.length).toArray();

        Curvature curvature = at(diagonal(spectrum), point);

        assertThat(curvature.smallest()).isCloseTo(smallest, within(1e-6));
        assertThat(curvature.largest()).isCloseTo(largest, within(1e-6));
        assertThat(curvature.exact()).isTrue();
    }

    @Test
    void rosenbrocksMinimumHasTheTextbooksSpectrum() {
        // Hessian [[802, −400], [−400, 200]] at (1, 1): trace 1002, determinant 400
        double root = Math.sqrt(501 * 501 - 400);
        Curvature curvature = at(ROSENBROCK, 1, 1);
        assertThat(curvature.largest()).isCloseTo(501 + root, within(1e-5));
        assertThat(curvature.smallest()).isCloseTo(501 - root, within(1e-5));
        assertThat(curvature.conditionNumber()).isCloseTo((501 + root) / (501 - root), within(0.1));
    }

    @Test
    void manyVariablesGetAnEstimateFromInside() {
        double[] spectrum = new double[300];
        for (int i = 0; i < spectrum.length; i++) {
            spectrum[i] = 1 + i;
        }
        Curvature curvature = at(diagonal(spectrum), new double[300]);
        assertThat(curvature.largest()).isBetween(285.0, 300.0001);
        assertThat(curvature.smallest()).isBetween(0.9999, 15.0);
        assertThat(curvature.exact()).isFalse();
    }

    @Test
    void nothingIsSaidBesideTheEdgeOfTheDomain() {
        DifferentiableFunction root = Objectives.of(1, (x, g) -> {
            g[0] = 0.5 / Math.sqrt(x[0]);
            return Math.sqrt(x[0]);
        });
        assertThat(Curvature.at(new double[] {1e-9}, root, Deadline.none())).isEmpty();
    }
}
