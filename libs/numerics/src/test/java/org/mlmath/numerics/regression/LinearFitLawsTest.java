package org.mlmath.numerics.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.linear.Matrix;

class LinearFitLawsTest {
    private static Matrix random(Random random, int rows, int columns) {
        double[] values = new double[rows * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextGaussian();
        }
        return new Matrix(rows, columns, values);
    }

    private static LinearFit fit(Matrix x, double[] y) {
        return LinearFit.of(Design.of(x, true), y, Deadline.none());
    }

    @Property(tries = 100)
    void residualsAreOrthogonalToEveryColumn(
            @ForAll @IntRange(min = 5, max = 40) int n, @ForAll @IntRange(min = 1, max = 4) int p, @ForAll long seed) {
        Random random = new Random(seed);
        Matrix x = random(random, n, p);
        double[] e = fit(x, random(random, n, 1).values()).residuals();
        for (int j = 0; j < p; j++) {
            double dot = 0;
            double size = 0;
            for (int i = 0; i < n; i++) {
                dot += e[i] * x.get(i, j);
                size += Math.abs(e[i] * x.get(i, j));
            }
            assertThat(dot).isCloseTo(0, within(n * Math.ulp(1.0) * size));
        }
    }

    @Property(tries = 50)
    void coefficientsFollowTheUnitsOfTheColumnsExactly(
            @ForAll @IntRange(min = -400, max = 400) int exponent, @ForAll long seed) {
        Random random = new Random(seed);
        Matrix x = random(random, 12, 2);
        double[] y = random(random, 12, 1).values();
        double[] scaled = x.values().clone();
        for (int i = 1; i < scaled.length; i += 2) {
            scaled[i] = Math.scalb(scaled[i], exponent);
        }
        double[] beta = fit(x, y).coefficients();
        double[] other = fit(new Matrix(12, 2, scaled), y).coefficients();
        assertThat(other[1]).isEqualTo(beta[1]);
        assertThat(other[2]).isEqualTo(Math.scalb(beta[2], -exponent));
    }

    @Property(tries = 50)
    void leveragesSumToTheRank(@ForAll @IntRange(min = 3, max = 30) int n, @ForAll long seed) {
        Random random = new Random(seed);
        LinearFit fit = fit(random(random, n, 2), random(random, n, 1).values());
        double sum = 0;
        for (double h : fit.leverages()) {
            assertThat(h).isBetween(0.0, 1.0);
            sum += h;
        }
        assertThat(sum).isCloseTo(fit.rank(), within(1e-14 * n));
    }

    @Property(tries = 50)
    void aWeightOfTwoIsAnObservationTwice(@ForAll long seed) {
        Random random = new Random(seed);
        Matrix x = random(random, 8, 2);
        double[] y = random(random, 8, 1).values();
        double[] rows = new double[18];
        System.arraycopy(x.values(), 0, rows, 0, 16);
        System.arraycopy(x.values(), 0, rows, 16, 2);
        double[] twice = Arrays.copyOf(y, 9);
        twice[8] = y[0];
        double[] weights = {2, 1, 1, 1, 1, 1, 1, 1};
        LinearFit weighted = LinearFit.of(Design.of(x, true), y, weights, Deadline.none());
        LinearFit repeated = fit(new Matrix(9, 2, rows), twice);
        assertThat(weighted.coefficients()).containsExactly(repeated.coefficients(), within(1e-12));
        assertThat(weighted.minimum()).isCloseTo(repeated.minimum(), within(1e-13));
    }

    @Property(tries = 50)
    void rowsBelowAreThePenaltyOfRidgeRegression(@ForAll long seed) {
        Random random = new Random(seed);
        Matrix x = random(random, 10, 2);
        double[] y = random(random, 10, 1).values();
        double alpha = 0.7;
        Matrix below = Matrix.of(new double[] {0, Math.sqrt(alpha), 0}, new double[] {0, 0, Math.sqrt(alpha)});
        LinearFit fit = LinearFit.with(Design.of(x, true), y, null, below, new double[2], Deadline.none());
        double[] beta = fit.coefficients();
        double[] e = fit.residuals();
        // The gradient vanishes: xⱼ·e = α·βⱼ for the penalised, Σe = 0 for the intercept.
        double[] gradient = {0, -alpha * beta[1], -alpha * beta[2]};
        for (int i = 0; i < 10; i++) {
            gradient[0] += e[i];
            gradient[1] += e[i] * x.get(i, 0);
            gradient[2] += e[i] * x.get(i, 1);
        }
        assertThat(gradient).containsExactly(new double[3], within(1e-13));
    }

    @Test
    void aColumnThatDependsOnThoseBeforeItIsAliased() {
        double[][] rows = new double[6][];
        double[] y = new double[6];
        for (int i = 0; i < 6; i++) {
            rows[i] = new double[] {0.1 * i, 0.3 * i + 0.7, i * i, 0};
            y[i] = Math.sin(i);
        }
        LinearFit fit = fit(Matrix.of(rows), y);
        assertThat(fit.aliased()).containsExactly(2, 4);
        assertThat(fit.coefficients()[2]).isNaN();
        assertThat(fit.rank()).isEqualTo(3);
    }

    @Test
    void aSmallVariationOnALargeLevelIsNoAlias() {
        double[][] rows = new double[5][];
        double[] y = new double[5];
        for (int i = 0; i < 5; i++) {
            rows[i] = new double[] {1e9 + i};
            y[i] = 3 + 2.0 * i;
        }
        LinearFit fit = fit(Matrix.of(rows), y);
        assertThat(fit.rank()).isEqualTo(2);
        assertThat(fit.coefficients()[1]).isEqualTo(2);
        assertThat(fit.minimum()).isZero();
    }

    @Test
    void moreColumnsThanRowsLeaveTheLaterOnesAliased() {
        LinearFit fit = fit(Matrix.of(new double[] {2, 3}), new double[] {5});
        assertThat(fit.coefficients()).containsExactly(5, Double.NaN, Double.NaN);
        assertThat(fit.aliased()).containsExactly(1, 2);
    }

    @Test
    void manyObservationsAreFittedInWorkingPrecisionToTheSameNumbers() {
        Random random = new Random(5);
        int n = 200_000;
        Matrix x = random(random, n, 5);
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            y[i] = 1 + 2 * x.get(i, 0) - x.get(i, 4) + 0.1 * random.nextGaussian();
        }
        LinearFit fit = fit(x, y);
        double[] e = fit.residuals();
        double sum = 0;
        for (double each : e) {
            sum += each;
        }
        assertThat(sum / n).isCloseTo(0, within(1e-15));
        assertThat(fit.coefficients()[1]).isCloseTo(2, within(0.002));
    }

    @Test
    void extremeScalesNeitherOverflowNorVanish() {
        for (double scale : new double[] {1e-150, 1e-300, 1e150, 1e300}) {
            Matrix x = Matrix.of(new double[] {scale}, new double[] {2 * scale}, new double[] {3 * scale});
            LinearFit fit = fit(x, new double[] {1, 2, 4});
            assertThat(fit.coefficients()[1] * scale).isCloseTo(1.5, within(1e-14));
        }
    }
}
