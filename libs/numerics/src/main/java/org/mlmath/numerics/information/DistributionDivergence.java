package org.mlmath.numerics.information;

import java.util.function.DoubleUnaryOperator;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.LimitExceededException;
import org.mlmath.numerics.distribution.Distribution;
import org.mlmath.numerics.distribution.TailProbability;
import org.mlmath.numerics.integration.DoubleExponential;
import org.mlmath.numerics.integration.Quadrature;
import org.mlmath.numerics.sample.CompensatedSum;

/**
 * Expectations under a distribution: a sum over its values, or an integral over its probability scale, from each tail to the median,
 * where no density is too narrow, too wide or too far out.
 */
public final class DistributionDivergence {
    private static final double ACCURACY = 1e-12;
    /** Values of a discrete distribution that are summed at most. */
    private static final double MOST_VALUES = 2e6;
    /** The probability that is left out at each end of a sum. */
    private static final double NEGLIGIBLE = 1e-25;

    private final Distribution p;
    private final Deadline deadline;

    public DistributionDivergence(Distribution p, Deadline deadline) {
        this.p = p;
        this.deadline = deadline;
    }

    /** D(p‖q); infinite where p has mass that q has not. Both continuous, or both discrete. */
    public Quadrature from(Distribution q) {
        return expectation(x -> {
            double own = p.logDensity(x);
            double other = q.logDensity(x);
            return other == Double.NEGATIVE_INFINITY ? Double.POSITIVE_INFINITY : own - other;
        });
    }

    /** D(p‖m) for the mean m of p and q. */
    public Quadrature fromMeanWith(Distribution q) {
        return expectation(x -> {
            double ratio = q.logDensity(x) - p.logDensity(x);
            // ln(p/m) = −ln((1 + q/p)/2)
            return ratio > 0
                    ? Math.log(2) - ratio - Math.log1p(Math.exp(-ratio))
                    : Math.log(2) - Math.log1p(Math.exp(ratio));
        });
    }

    /** −∫ p ln q. */
    public Quadrature crossEntropy(Distribution q) {
        return expectation(x -> -q.logDensity(x));
    }

    private Quadrature expectation(DoubleUnaryOperator f) {
        return p.support().discrete() ? sum(f) : integral(f);
    }

    private Quadrature integral(DoubleUnaryOperator f) {
        boolean[] infinite = {false};
        DoubleUnaryOperator lower = u -> at(f, TailProbability.lower(u), infinite);
        DoubleUnaryOperator upper = u -> at(f, TailProbability.upper(u), infinite);
        Quadrature both = DoubleExponential.finite(lower, 0.5, ACCURACY, deadline)
                .plus(DoubleExponential.finite(upper, 0.5, ACCURACY, deadline));
        return infinite[0] ? infinite(both.evaluations()) : both;
    }

    private double at(DoubleUnaryOperator f, TailProbability probability, boolean[] infinite) {
        double x = p.quantile(probability);
        if (!p.support().contains(x) || p.logDensity(x) == Double.NEGATIVE_INFINITY) {
            return 0; // a quantile that is the open end of the support, or overflows
        }
        double value = f.applyAsDouble(x);
        if (value == Double.POSITIVE_INFINITY) {
            infinite[0] = true;
            return 0;
        }
        return value;
    }

    private Quadrature sum(DoubleUnaryOperator f) {
        double from = p.quantile(TailProbability.lower(NEGLIGIBLE));
        double to = p.quantile(TailProbability.upper(NEGLIGIBLE));
        if (!(to - from <= MOST_VALUES)) {
            throw new LimitExceededException("The distribution has %.3g values that count; at most %.0f are summed."
                    .formatted(to - from + 1, MOST_VALUES));
        }
        CompensatedSum sum = new CompensatedSum();
        double modulus = 0;
        for (double x = from; x <= to; x++) {
            double density = p.density(x);
            double term = density > 0 ? density * f.applyAsDouble(x) : 0;
            if (Double.isInfinite(term)) {
                return infinite((long) (to - from));
            }
            sum.add(term);
            modulus += Math.abs(term);
            if ((long) (x - from) % 4096 == 0) {
                deadline.check();
            }
        }
        return new Quadrature(sum.value(), ACCURACY * modulus, modulus, (long) (to - from + 1));
    }

    private static Quadrature infinite(long evaluations) {
        return new Quadrature(Double.POSITIVE_INFINITY, 0, Double.POSITIVE_INFINITY, evaluations);
    }
}
