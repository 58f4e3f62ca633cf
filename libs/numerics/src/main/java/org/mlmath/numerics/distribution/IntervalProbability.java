package org.mlmath.numerics.distribution;

import org.mlmath.numerics.special.Tails;

/**
 * P(a ≤ X ≤ b) without cancellation: from the tail that both bounds lie in, and where even there the two probabilities agree in
 * their leading digits, as the integral (or sum) of the density itself, which over so short an interval is nearly constant.
 */
final class IntervalProbability {
    private static final double CANCELS_BELOW = 0.1;
    private static final int MOST_SUMMANDS = 10_000;

    // Gauss-Legendre, ten points on (-1, 1).
    private static final double[] NODES = {
        0.14887433898163122, 0.43339539412924719, 0.67940956829902441, 0.86506336668898451, 0.97390652851717172
    };
    private static final double[] WEIGHTS = {
        0.29552422471475287, 0.26926671930999636, 0.21908636251598204, 0.14945134915058059, 0.066671344308688138
    };

    private IntervalProbability() {}

    static double of(Distribution distribution, double a, double b) {
        boolean discrete = distribution.support().discrete();
        double first = discrete ? Math.ceil(a) : a;
        double last = discrete ? Math.floor(b) : b;
        if (!(first <= last)) {
            return 0;
        }
        Tails below = distribution.tails(discrete ? first - 1 : first);
        Tails upTo = distribution.tails(last);
        boolean straddlesMedian = below.lower() < 0.5 && upTo.upper() < 0.5;
        double difference = straddlesMedian
                ? 1 - below.lower() - upTo.upper()
                : upTo.lower() <= 0.5 ? upTo.lower() - below.lower() : below.upper() - upTo.upper();
        double size = straddlesMedian ? 1 : Math.min(upTo.lower(), below.upper());
        if (difference > CANCELS_BELOW * size || difference == size) {
            return difference;
        }
        if (!discrete) {
            return integral(distribution, first, last);
        }
        return last - first < MOST_SUMMANDS ? sum(distribution, first, last) : Math.max(difference, 0);
    }

    private static double integral(Distribution distribution, double a, double b) {
        double half = 0.5 * (b - a);
        double middle = a + half;
        double sum = 0;
        for (int i = 0; i < NODES.length; i++) {
            double offset = half * NODES[i];
            sum += WEIGHTS[i] * (distribution.density(middle - offset) + distribution.density(middle + offset));
        }
        return half * sum;
    }

    private static double sum(Distribution distribution, double first, double last) {
        double sum = 0;
        for (double k = first; k <= last; k++) {
            sum += distribution.density(k);
        }
        return sum;
    }
}
