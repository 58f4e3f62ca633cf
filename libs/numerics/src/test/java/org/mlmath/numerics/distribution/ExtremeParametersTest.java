package org.mlmath.numerics.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mlmath.numerics.special.Tails;

/** Parameters that nobody means, but anybody can send: the answers are still probabilities, and come soon. */
class ExtremeParametersTest {
    private static final double[] SIZES = {1e-300, 1e-20, 1e-5, 0.5, 1, 3, 1e5, 1e15, 1e100, 1e300};
    /** What the families with larger limits of their own accept. */
    private static final double LARGEST = 1e15;

    private static final double[] POINTS = {-1e308, -1e10, -1, 0, 1e-300, 1e-10, 0.5, 1, 1.001, 50, 1e15, 1e307};

    static Stream<Distribution> extremes() {
        List<Distribution> distributions = new ArrayList<>();
        for (double a : SIZES) {
            distributions.add(new StudentT(a));
            distributions.add(new ChiSquare(a));
            distributions.add(new Exponential(a));
            distributions.add(new Rayleigh(a));
            distributions.add(new VonMises(0, a));
            if (a <= LARGEST) {
                distributions.add(new Poisson(a));
            }
            for (double b : SIZES) {
                distributions.add(new FisherF(a, b));
                distributions.add(new Gamma(a, b));
                distributions.add(new InverseGamma(a, b));
                if (Math.max(a, b) <= LARGEST) {
                    distributions.add(new Beta(a, b));
                }
                distributions.add(new Weibull(Math.min(a, 1e5), b));
                distributions.add(new Pareto(a, b));
            }
        }
        for (double trials : new double[] {0, 1, 1e6, 0x1p53 - 1}) {
            for (double p : new double[] {0, 1e-300, 1e-9, 0.5, 1 - 1e-16, 1}) {
                distributions.add(new Binomial(trials, p));
            }
        }
        for (double p : new double[] {1e-300, 1e-9, 0.5, 1 - 1e-16, 1}) {
            distributions.add(new Geometric(p));
            for (double successes : SIZES) {
                if (successes <= LARGEST) {
                    distributions.add(new NegativeBinomial(successes, p));
                }
            }
        }
        distributions.add(new Hypergeometric(0, 0, 0));
        distributions.add(new Hypergeometric(0x1p53 - 1, 0x1p52, 0x1p52));
        distributions.add(new Hypergeometric(0x1p53 - 1, 3, 0x1p52));
        distributions.add(new BetaBinomial(0, 1, 1));
        distributions.add(new BetaBinomial(0x1p53 - 1, 0.5, 0.5));
        distributions.add(new BetaBinomial(1e6, 1e-300, 1e15));
        distributions.add(new LogNormal(700, 100));
        distributions.add(new Cauchy(0, 1e300));
        distributions.add(new Gumbel(-1e300, 1e-300));
        distributions.add(new Normal(1e300, 1e-300));
        distributions.add(new Normal(0, 1e300));
        return distributions.stream();
    }

    @ParameterizedTest
    @MethodSource("extremes")
    void tailsAddToOneAndLogarithmsExist(Distribution distribution) {
        for (double x : POINTS) {
            Tails tails = distribution.tails(x);
            assertThat(tails.lower() + tails.upper()).isBetween(1 - 1e-14, 1 + 1e-14);
            assertThat(tails.logLower()).isLessThanOrEqualTo(0);
            assertThat(tails.logUpper()).isLessThanOrEqualTo(0);
            assertThat(distribution.logDensity(x)).isNotNaN();
        }
    }

    @ParameterizedTest
    @MethodSource("extremes")
    void quantilesInvertWhereADoubleCan(Distribution distribution) {
        for (double p : new double[] {1e-300, 1e-10, 0.3, 0.999999}) {
            double q = distribution.quantile(p);
            if (!Double.isFinite(q)
                    || Math.abs(q) < Double.MIN_NORMAL
                    || distribution.support().discrete()) {
                continue;
            }
            // p lies between what the neighbouring doubles have.
            assertThat(distribution.tails(Math.nextDown(q)).lower()).isLessThanOrEqualTo(p * (1 + 1e-11));
            assertThat(distribution.tails(Math.nextUp(q)).lower()).isGreaterThanOrEqualTo(p * (1 - 1e-11));
        }
    }
}
