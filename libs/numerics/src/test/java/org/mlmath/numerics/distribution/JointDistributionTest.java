package org.mlmath.numerics.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.mlmath.numerics.DimensionMismatchException;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.NotPositiveDefiniteException;
import org.mlmath.numerics.NotSymmetricException;
import org.mlmath.numerics.linear.Matrix;

class JointDistributionTest {
    private static final Matrix COVARIANCE = Matrix.of(new double[] {2, 0.5}, new double[] {0.5, 1});

    @Test
    void densitiesAgreeWithTheirDefinitions() {
        // 5!/(1!3!1!) · 0.2 · 0.5³ · 0.3
        assertThat(Math.exp(new Multinomial(5, new double[] {0.2, 0.5, 0.3}).logDensity(new double[] {1, 3, 1})))
                .isCloseTo(20 * 0.2 * 0.125 * 0.3, withPercentage(1e-11));
        // Γ(10)/(Γ(2)Γ(3)Γ(5)) · 0.2 · 0.3² · 0.5⁴
        assertThat(Math.exp(new Dirichlet(new double[] {2, 3, 5}).logDensity(new double[] {0.2, 0.3, 0.5})))
                .isCloseTo(362880.0 / 48 * 0.2 * 0.09 * 0.0625, withPercentage(1e-11));
        // det = 1.75, x − μ = (1, −1): quadratic form (1 + 1 + 2)/1.75
        assertThat(new MultivariateNormal(new double[] {0, 1}, COVARIANCE).logDensity(new double[] {1, 0}))
                .isCloseTo(-2 / 1.75 - Math.log(2 * Math.PI) - 0.5 * Math.log(1.75), withPercentage(1e-12));
    }

    @Test
    void oneComponentIsTheUnivariateFamily() {
        assertThat(new Multinomial(1000, new double[] {0.3, 0.7}).logDensity(new double[] {312, 688}))
                .isCloseTo(new Binomial(1000, 0.3).logDensity(312), withPercentage(1e-11));
        assertThat(new Dirichlet(new double[] {1e6, 3e6}).logDensity(new double[] {0.2501, 0.7499}))
                .isCloseTo(new Beta(1e6, 3e6).logDensity(0.2501), withPercentage(1e-9));
        assertThat(new Multinomial(40, new double[] {0.3, 0.7}).entropy())
                .isCloseTo(new Binomial(40, 0.3).moments().entropy(), withPercentage(1e-10));
        assertThat(new Dirichlet(new double[] {2.5, 4}).entropy())
                .isCloseTo(new Beta(2.5, 4).moments().entropy(), withPercentage(1e-10));
    }

    @Test
    void whatIsOffTheSupportHasNoDensity() {
        assertThat(new Multinomial(5, new double[] {0.5, 0.5}).logDensity(new double[] {2, 2}))
                .isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(new Multinomial(5, new double[] {1, 0}).logDensity(new double[] {5, 0}))
                .isZero();
        assertThat(new Dirichlet(new double[] {2, 2}).logDensity(new double[] {0.5, 0.6}))
                .isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(new Dirichlet(new double[] {0.5, 2}).logDensity(new double[] {0, 1}))
                .isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(new Dirichlet(new double[] {1, 1}).logDensity(new double[] {0, 1}))
                .isCloseTo(0, offset(1e-14));
    }

    @Test
    void samplesHaveTheMomentsOfTheDistribution() {
        for (JointDistribution distribution : List.of(
                new Multinomial(20, new double[] {0.2, 0.5, 0.3}),
                new Dirichlet(new double[] {2, 3, 5}),
                new MultivariateNormal(new double[] {0, 1}, COVARIANCE))) {
            RandomGenerator random =
                    RandomGeneratorFactory.of("L64X128MixRandom").create(7);
            int size = 20_000;
            int n = distribution.dimension();
            double[] mean = distribution.mean();
            double[] sums = new double[n];
            double product = 0;
            for (int i = 0; i < size; i++) {
                double[] x = distribution.sample(random);
                for (int j = 0; j < n; j++) {
                    sums[j] += x[j] / size;
                }
                product += (x[0] - mean[0]) * (x[1] - mean[1]) / size;
            }
            Matrix covariance = distribution.covariance();
            for (int j = 0; j < n; j++) {
                assertThat(sums[j]).isCloseTo(mean[j], offset(5 * Math.sqrt(covariance.get(j, j) / size)));
            }
            double spread = 2 * Math.sqrt(covariance.get(0, 0) * covariance.get(1, 1) / size);
            assertThat(product).isCloseTo(covariance.get(0, 1), offset(5 * spread));
        }
    }

    @Test
    void parametersWithoutMeaningAreRefusedWhereTheyStand() {
        assertThatThrownBy(() -> new Multinomial(5, new double[] {0.5, 0.4}))
                .isInstanceOfSatisfying(InvalidParameterException.class, e -> assertThat(e.pointer())
                        .isEqualTo("/probabilities"));
        assertThatThrownBy(() -> new Dirichlet(new double[] {1, 0}))
                .isInstanceOfSatisfying(InvalidParameterException.class, e -> assertThat(e.pointer())
                        .isEqualTo("/concentrations/1"));
        assertThatThrownBy(() -> new MultivariateNormal(
                        new double[] {0, 0}, Matrix.of(new double[] {1, 2}, new double[] {2, 1})))
                .isInstanceOf(NotPositiveDefiniteException.class);
        assertThatThrownBy(() -> new MultivariateNormal(
                        new double[] {0, 0}, Matrix.of(new double[] {1, 2}, new double[] {0, 9})))
                .isInstanceOf(NotSymmetricException.class);
        assertThatThrownBy(() -> new MultivariateNormal(new double[] {0, 0, 0}, COVARIANCE))
                .isInstanceOf(DimensionMismatchException.class);
    }

    @Test
    void aCategoricalVariableTakesItsValuesAsOftenAsItsProbabilitiesSay() {
        Categorical categorical = new Categorical(0.2, 0, 0.5, 0.3);
        assertThat(categorical.tails(0.5).lower()).isEqualTo(0.2);
        assertThat(categorical.tails(2).upper()).isCloseTo(0.3, offset(1e-16));
        assertThat(categorical.quantile(0.2)).isZero();
        assertThat(categorical.quantile(0.21)).isEqualTo(2);
        assertThat(categorical.moments().mean()).isCloseTo(1.9, offset(1e-15));
        assertThat(categorical.moments().mode()).isEqualTo(2);
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(3);
        int[] counts = new int[4];
        for (int i = 0; i < 10_000; i++) {
            counts[(int) categorical.sample(random)]++;
        }
        assertThat(counts[0]).isBetween(1800, 2200);
        assertThat(counts[1]).isZero();
        assertThat(counts[3]).isBetween(2770, 3230);
    }
}
