package org.mlmath.numerics.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.numerics.special.LogisticFunctions;

class ClassificationFitLawsTest {
    private static Matrix random(Random random, int rows, int columns) {
        double[] values = new double[rows * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextGaussian();
        }
        return new Matrix(rows, columns, values);
    }

    private static double[] coins(Random random, int n) {
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            y[i] = random.nextInt(2);
        }
        return y;
    }

    @Property(tries = 60)
    void theScoreVanishesUnlessTheDataAreSeparated(@ForAll long seed) {
        Random random = new Random(seed);
        Matrix x = random(random, 25, 2);
        double[] y = coins(random, 25);
        LogisticFit fit = LogisticFit.of(Design.of(x, true), y, null, Deadline.none());
        assertThat(fit.converged()).isNotEqualTo(fit.separated());
        if (fit.converged()) {
            double[] eta = fit.linearPredictor();
            for (int j = 0; j < 2; j++) {
                double score = 0;
                for (int i = 0; i < 25; i++) {
                    score += x.get(i, j) * (y[i] - LogisticFunctions.sigmoid(eta[i]));
                }
                assertThat(score).isCloseTo(0, within(1e-12));
            }
        }
    }

    @Property(tries = 60)
    void aPlaneThroughTheDataIsFoundToSeparateThem(@ForAll long seed) {
        Random random = new Random(seed);
        Matrix x = random(random, 30, 2);
        double[] y = new double[30];
        for (int i = 0; i < 30; i++) {
            y[i] = x.get(i, 0) - 2 * x.get(i, 1) + 0.3 > 0 ? 1 : 0;
        }
        LogisticFit fit = LogisticFit.of(Design.of(x, true), y, null, Deadline.none());
        assertThat(fit.separated()).isTrue();
        assertThat(fit.converged()).isFalse();
    }

    @Property(tries = 40)
    void twoClassesOfASoftmaxAreALogisticModel(@ForAll long seed) {
        Random random = new Random(seed);
        Matrix x = random(random, 30, 2);
        double[] y = coins(random, 30);
        int[] labels = new int[30];
        for (int i = 0; i < 30; i++) {
            labels[i] = (int) y[i];
        }
        // A penalty of λ on each of two classes is one of λ/2 on their difference.
        Design design = Design.of(x, true);
        SoftmaxFit softmax = SoftmaxFit.of(design, labels, 2, new double[] {0, 0.8, 0.8}, Deadline.none());
        LogisticFit logistic = LogisticFit.penalized(design, y, null, new double[] {0, 0.4, 0.4}, Deadline.none());
        for (int j = 0; j < 3; j++) {
            double difference =
                    softmax.coefficients().get(1, j) - softmax.coefficients().get(0, j);
            assertThat(difference).isCloseTo(logistic.coefficients()[j], within(1e-11));
        }
    }

    @Test
    void anOffsetIsAPartOfThePredictorThatIsKnown() {
        Random random = new Random(3);
        Matrix x = random(random, 40, 2);
        double[] y = coins(random, 40);
        Design design = Design.of(x, true);
        LogisticFit whole = LogisticFit.of(design, y, null, Deadline.none());
        double[] offset = new double[40];
        for (int i = 0; i < 40; i++) {
            offset[i] = whole.coefficients()[2] * x.get(i, 1);
        }
        LogisticFit part = LogisticFit.withOffset(design.without(2), y, null, offset, Deadline.none());
        assertThat(part.coefficients()[1]).isCloseTo(whole.coefficients()[1], within(1e-12));
        assertThat(part.logLikelihood()).isCloseTo(whole.logLikelihood(), within(1e-13));
    }

    @Test
    void collinearColumnsCostNoDigits() {
        double[][] rows = new double[12][];
        double[] y = {0, 1, 0, 0, 1, 0, 1, 1, 0, 1, 1, 0};
        for (int i = 0; i < 12; i++) {
            rows[i] = new double[] {i, 1e6 + i * i * 1e-3};
        }
        LogisticFit fit = LogisticFit.of(Design.of(Matrix.of(rows), true), y, null, Deadline.none());
        double[][] plain = new double[12][];
        for (int i = 0; i < 12; i++) {
            plain[i] = new double[] {i, rows[i][1] - 1e6};
        }
        LogisticFit shifted = LogisticFit.of(Design.of(Matrix.of(plain), true), y, null, Deadline.none());
        assertThat(fit.coefficients()[1]).isCloseTo(shifted.coefficients()[1], within(1e-12));
        assertThat(fit.coefficients()[2]).isCloseTo(shifted.coefficients()[2], within(1e-9));
    }
}
