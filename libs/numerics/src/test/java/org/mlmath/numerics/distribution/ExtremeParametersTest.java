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
    private static final double[] POINTS = {-1e308, -1e10, -1, 0, 1e-300, 1e-10, 0.5, 1, 1.001, 50, 1e15, 1e307};

    static Stream<Distribution> extremes() {
        List<Distribution> distributions = new ArrayList<>();
        for (double a : SIZES) {
            distributions.add(new StudentT(a));
            distributions.add(new ChiSquare(a));
            for (double b : SIZES) {
                distributions.add(new FisherF(a, b));
            }
        }
        for (double trials : new double[] {0, 1, 1e6, 0x1p53 - 1}) {
            for (double p : new double[] {0, 1e-300, 1e-9, 0.5, 1 - 1e-16, 1}) {
                distributions.add(new Binomial(trials, p));
            }
        }
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
            if (!Double.isFinite(q) || q == 0 || distribution.support().discrete()) {
                continue;
            }
            double back = distribution.tails(q).lower();
            double oneUlp = distribution.density(q) * Math.ulp(q);
            assertThat(Math.abs(back - p)).isLessThanOrEqualTo(1e-11 * p + 4 * oneUlp);
        }
    }
}
