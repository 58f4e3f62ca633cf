package org.mlmath.numerics.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuantileTest {
    private static void assertRelative(double actual, double expected, double tolerance) {
        assertThat(Math.abs(actual / expected - 1)).isLessThanOrEqualTo(tolerance);
    }

    @Test
    void cauchyQuantileAtTheEdgeOfTheDoublesIsMinusOneOverPiP() {
        assertRelative(new StudentT(1).quantile(1e-300), -1 / (Math.PI * 1e-300), 1e-12);
    }

    @Test
    void quantilesBeyondTheLargestDoubleAreUndefined() {
        assertThat(new StudentT(0.1).quantile(1e-300)).isNaN();
    }

    @Test
    void quantilesBelowTheSmallestDoubleAreZero() {
        assertThat(new ChiSquare(2e-5).quantile(0.5)).isZero();
    }

    @Test
    void normalQuantilesFollowFromLogProbabilitiesThatUnderflow() {
        Normal normal = new Normal(0, 1);
        double logTail = normal.tails(-40).logLower();
        assertRelative(normal.quantile(TailProbability.ofLog(false, logTail)), -40, 1e-14);
        assertRelative(normal.quantile(TailProbability.ofLog(true, logTail)), 40, 1e-14);
        // mpmath, 60 digits
        assertRelative(normal.quantile(1e-300), -37.0470962993611992, 1e-14);
        assertRelative(normal.quantile(0.975), 1.95996398454005423552, 1e-15);
        assertRelative(normal.quantile(TailProbability.ofLog(false, -1e-20)), 9.26234008979840758, 1e-13);
    }

    @Test
    void certainAndImpossibleProbabilitiesGiveTheEndsOfTheSupport() {
        assertThat(new Normal(0, 1).quantile(0)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(new Normal(0, 1).quantile(1)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(new ChiSquare(3).quantile(0)).isZero();
        assertThat(new Binomial(9, 0.4).quantile(0)).isZero();
        assertThat(new Binomial(9, 0.4).quantile(1)).isEqualTo(9);
        assertThat(new Binomial(9, 0.4).quantile(TailProbability.upper(0))).isEqualTo(9);
    }

    @Test
    void halfOfAnOddNumberOfFairCoinsIsReachedAtTheMiddle() {
        assertThat(new Binomial(1_000_001, 0.5).quantile(0.5)).isEqualTo(500_000);
        assertThat(new Binomial(1e15 + 1, 0.5).quantile(0.5)).isEqualTo(5e14);
    }
}
