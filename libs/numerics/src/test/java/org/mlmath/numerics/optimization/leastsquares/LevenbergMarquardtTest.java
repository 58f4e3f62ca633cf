package org.mlmath.numerics.optimization.leastsquares;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DeadlineExceededException;
import org.mlmath.numerics.DomainException;
import org.mlmath.numerics.linear.LeastSquares;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.numerics.optimization.leastsquares.NonlinearFit.Ending;

class LevenbergMarquardtTest {
    /** The function of a parameter vector that fills residuals and, where asked for, derivatives by rows. */
    private interface Model {
        void fill(double[] x, double[] residuals, double[] jacobian);
    }

    private static ResidualFunction function(int m, int n, Model model) {
        return new ResidualFunction() {
            @Override
            public int residuals() {
                return m;
            }

            @Override
            public int parameters() {
                return n;
            }

            @Override
            public void evaluate(double[] x, double[] residuals) {
                model.fill(x, residuals, new double[m * n]);
            }

            @Override
            public void evaluate(double[] x, double[] residuals, double[] jacobian) {
                model.fill(x, residuals, jacobian);
            }

            @Override
            public double rounding(double[] x, double[] residuals) {
                return 0x1p-52 * (1 + Linearization.norm(residuals));
            }
        };
    }

    private static ResidualFunction linear(Matrix a, double[] b) {
        int n = a.columns();
        return function(a.rows(), n, (x, r, jacobian) -> {
            System.arraycopy(a.values(), 0, jacobian, 0, jacobian.length);
            for (int i = 0; i < r.length; i++) {
                r[i] = -b[i];
                for (int j = 0; j < n; j++) {
                    r[i] += a.get(i, j) * x[j];
                }
            }
        });
    }

    private static double[] random(int length, Random random) {
        return random.doubles(length, -1, 1).toArray();
    }

    /** (10(y − x²), 1 − x): zero at (1, 1), at the end of a bent valley. */
    private static final ResidualFunction ROSENBROCK = function(2, 2, (x, r, jacobian) -> {
        r[0] = 10 * (x[1] - x[0] * x[0]);
        r[1] = 1 - x[0];
        jacobian[0] = -20 * x[0];
        jacobian[1] = 10;
        jacobian[2] = -1;
        jacobian[3] = 0;
    });

    private static NonlinearFit fit(ResidualFunction function, double... start) {
        return LevenbergMarquardt.fit(function, start, Box.unbounded(start.length), 500, Deadline.none());
    }

    @Property(tries = 100)
    void linearResidualsGiveTheLinearLeastSquaresSolution(
            @ForAll @IntRange(min = 1, max = 5) int n, @ForAll @IntRange(max = 6) int more, @ForAll int seed) {
        Random random = new Random(seed);
        Matrix a = new Matrix(n + more, n, random((n + more) * n, random));
        double[] b = random(n + more, random);
        LeastSquares expected = LeastSquares.solve(a, Matrix.column(b), 1e-13, 0);

        NonlinearFit fit = fit(linear(a, b), random(n, random));

        assertThat(fit.ending()).isEqualTo(Ending.CONVERGED);
        for (int j = 0; j < n; j++) {
            double size = 1 + Math.abs(expected.x().get(j, 0));
            assertThat(fit.x()[j]).isCloseTo(expected.x().get(j, 0), within(1e-12 * size * expected.sensitivity()));
        }
    }

    @Property(tries = 100)
    void atAMinimumWithinBoundsTheGradientPointsOutwardsOrVanishes(
            @ForAll @IntRange(min = 1, max = 4) int n,
            @ForAll int seed,
            @ForAll @DoubleRange(min = 0.05, max = 0.5) double half) {
        Random random = new Random(seed);
        Matrix a = new Matrix(n + 3, n, random((n + 3) * n, random));
        double[] b = random(n + 3, random);
        Box box = Box.unbounded(n);
        Arrays.fill(box.lower(), -half);
        Arrays.fill(box.upper(), half);

        NonlinearFit fit = LevenbergMarquardt.fit(linear(a, b), new double[n], box, 500, Deadline.none());

        assertThat(fit.ending()).isEqualTo(Ending.CONVERGED);
        double[] residuals = new double[n + 3];
        linear(a, b).evaluate(fit.x(), residuals);
        for (int j = 0; j < n; j++) {
            double slope = 0;
            for (int i = 0; i < n + 3; i++) {
                slope += a.get(i, j) * residuals[i];
            }
            assertThat(Math.abs(fit.x()[j])).isLessThanOrEqualTo(half);
            if (fit.held()[j]) {
                assertThat(fit.x()[j] * slope).isNegative(); // the sum falls beyond the bound
            } else {
                assertThat(slope).isCloseTo(0, within(1e-9));
            }
        }
    }

    @Property(tries = 50)
    void thePathDoesNotDependOnTheUnitsOfParameters(
            @ForAll @DoubleRange(min = -2, max = 2) double x,
            @ForAll @DoubleRange(min = -2, max = 2) double y,
            @ForAll @IntRange(min = -30, max = 30) int exponent) {
        double unit = Math.scalb(1.0, exponent);
        ResidualFunction scaled = function(2, 2, (p, r, jacobian) -> {
            ROSENBROCK.evaluate(new double[] {p[0], p[1] * unit}, r, jacobian);
            jacobian[1] *= unit;
            jacobian[3] *= unit;
        });

        NonlinearFit plain = fit(ROSENBROCK, x, y);
        NonlinearFit other = fit(scaled, x, y / unit);

        assertThat(other.iterations()).isEqualTo(plain.iterations());
        assertThat(other.x()[1] * unit).isEqualTo(plain.x()[1]);
        assertThat(plain.x()).containsExactly(new double[] {1, 1}, within(1e-12));
    }

    @Property(tries = 50)
    void theSumOfSquaresNeverGrowsAlongTheWay(
            @ForAll @DoubleRange(min = -3, max = 3) double x, @ForAll @DoubleRange(min = -3, max = 3) double y) {
        NonlinearFit fit = fit(ROSENBROCK, x, y);

        for (int i = 1; i < fit.path().size(); i++) {
            assertThat(fit.path().get(i).sumOfSquares())
                    .isLessThanOrEqualTo(fit.path().get(i - 1).sumOfSquares() * (1 + 1e-11));
        }
        assertThat(fit.path().getLast().x()).isEqualTo(fit.x());
    }

    @Test
    void theInverseOfTheGramMatrixIsThatOfTheJacobianAtTheEnd() {
        Matrix a = Matrix.of(new double[] {1, 0}, new double[] {1, 1}, new double[] {1, 3});

        Matrix inverse = fit(linear(a, new double[] {1, 2, 0}), 0, 0).inverseGram();

        // aᵀa = [[3, 4], [4, 10]], whose determinant is 14.
        assertThat(inverse.values())
                .containsExactly(new double[] {10 / 14.0, -4 / 14.0, -4 / 14.0, 3 / 14.0}, within(1e-15));
    }

    @Test
    void parametersThatSayTheSameAreNotIdentified() {
        NonlinearFit fit = fit(
                linear(Matrix.of(new double[] {1, 2}, new double[] {2, 4}, new double[] {3, 6}), new double[] {1, 2, 4
                }),
                0,
                0);

        assertThat(fit.ending()).isEqualTo(Ending.NOT_IDENTIFIED);
        assertThat(fit.rank()).isEqualTo(1);
        assertThat(fit.inverseGram()).isNull();
    }

    @Test
    void residualsThatVanishAtTheStartLeaveItThere() {
        NonlinearFit fit = fit(ROSENBROCK, 1, 1);

        assertThat(fit.ending()).isEqualTo(Ending.CONVERGED);
        assertThat(fit.iterations()).isZero();
        assertThat(fit.sumOfSquares()).isZero();
    }

    @Test
    void aSearchCutShortSaysSo() {
        NonlinearFit fit =
                LevenbergMarquardt.fit(ROSENBROCK, new double[] {-1.2, 1}, Box.unbounded(2), 2, Deadline.none());

        assertThat(fit.ending()).isEqualTo(Ending.MAX_ITERATIONS);
        assertThat(fit.iterations()).isEqualTo(2);
    }

    @Test
    void allParametersMayBeHeld() {
        Box box = new Box(new double[] {-1, 2}, new double[] {-1, 2});

        NonlinearFit fit = LevenbergMarquardt.fit(ROSENBROCK, new double[] {-1, 2}, box, 100, Deadline.none());

        assertThat(fit.ending()).isEqualTo(Ending.CONVERGED);
        assertThat(fit.x()).containsExactly(-1, 2);
        assertThat(fit.held()).containsExactly(true, true);
    }

    @Test
    void aStartWithoutAValueIsRefusedAndTheDomainsEdgeIsNotCrossed() {
        ResidualFunction root = function(1, 1, (x, r, jacobian) -> {
            r[0] = Math.sqrt(x[0]) - 0.01;
            jacobian[0] = 0.5 / Math.sqrt(x[0]);
        });

        assertThatThrownBy(() -> fit(root, -1)).isInstanceOf(DomainException.class);
        // Newton's step from 1 goes to −0.98, where there is no root.
        assertThat(fit(root, 1).x()[0]).isCloseTo(1e-4, within(1e-12));
    }

    @Test
    void theDeadlineIsKept() {
        Deadline over = Deadline.in(Duration.ZERO);

        assertThatThrownBy(
                        () -> LevenbergMarquardt.fit(ROSENBROCK, new double[] {-1.2, 1}, Box.unbounded(2), 500, over))
                .isInstanceOf(DeadlineExceededException.class);
    }
}
