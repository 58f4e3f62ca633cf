package org.mlmath.numerics.distribution;

import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.numerics.special.GammaFunctions;
import org.mlmath.numerics.special.LogDeviance;

/** The multinomial distribution: counts of n independent trials with k outcomes. Its probability is a quotient of Poisson ones. */
public final class Multinomial implements JointDistribution {
    public static final JointFamily FAMILY = new JointFamily(
            "multinomial",
            "Multinomial distribution",
            List.of(
                    new JointFamily.JointParameter(
                            "trials",
                            "number of independent trials n",
                            "n",
                            JointFamily.Shape.NUMBER,
                            Parameter.Domain.COUNT.description()),
                    new JointFamily.JointParameter(
                            "probabilities",
                            "probabilities of the outcomes, which add up to 1",
                            "p",
                            JointFamily.Shape.LIST,
                            Parameter.Domain.PROBABILITY.description())),
            true,
            "k_i \\in \\{0, 1, \\dots\\},\\ \\sum_ik_i=n",
            "\\frac{n!}{\\prod_ik_i!}\\prod_ip_i^{k_i}",
            Map.of("mean", "np", "covariance", "n(\\operatorname{diag}p-pp^\\top)"),
            p -> new Multinomial(
                    p.get("trials").get(0, 0), p.get("probabilities").values()));

    private static final double MOST_SUMMED = 1e6;

    private final double trials;
    private final double[] probabilities;

    /**
     * @throws InvalidParameterException at {@code /trials} unless it is a count, at {@code /probabilities} unless they are
     *     probabilities and add up to 1
     */
    public Multinomial(double trials, double[] probabilities) {
        Parameter.count("trials", "", "").checked("trials", trials);
        this.trials = trials;
        this.probabilities = Categorical.FAMILY.listed(probabilities);
    }

    @Override
    public int dimension() {
        return probabilities.length;
    }

    @Override
    public double logDensity(double[] counts) {
        double sum = -LogDeviance.logPoisson(trials, trials, 0);
        double total = 0;
        for (int i = 0; i < counts.length; i++) {
            double k = counts[i];
            if (!(k >= 0) || k != Math.rint(k) || k > 0 && probabilities[i] == 0) {
                return Double.NEGATIVE_INFINITY;
            }
            total += k;
            double expected = trials * probabilities[i];
            sum += k == 0 ? -expected : LogDeviance.logPoisson(k, expected, Math.fma(-trials, probabilities[i], k));
        }
        return total == trials ? Math.min(0, sum) + 0.0 : Double.NEGATIVE_INFINITY; // never -0
    }

    /** Each count is binomial given those before it. */
    @Override
    public double[] sample(RandomGenerator random) {
        double[] counts = new double[probabilities.length];
        double left = trials;
        double share = 1;
        for (int i = 0; i < counts.length; i++) {
            boolean last = i == counts.length - 1;
            double p = last ? 1 : Math.clamp(probabilities[i] / share, 0, 1);
            counts[i] = left == 0 ? 0 : last ? left : new Binomial(left, Double.isNaN(p) ? 0 : p).sample(random);
            left -= counts[i];
            share -= probabilities[i];
        }
        return counts;
    }

    @Override
    public double[] mean() {
        double[] mean = new double[probabilities.length];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = trials * probabilities[i];
        }
        return mean;
    }

    @Override
    public Matrix covariance() {
        int n = probabilities.length;
        double[] entries = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                entries[i * n + j] = trials * probabilities[i] * (i == j ? 1 - probabilities[i] : -probabilities[j]);
            }
        }
        return new Matrix(n, n, entries);
    }

    /** −log n! − n Σ p log p + Σ E log Xᵢ!, the Xᵢ being binomial. */
    @Override
    public double entropy() {
        if (trials * probabilities.length > MOST_SUMMED) {
            return Double.NaN;
        }
        double entropy = -GammaFunctions.logGamma(trials + 1);
        for (double p : probabilities) {
            if (p > 0) {
                entropy -= trials * p * Math.log(p);
                Binomial count = new Binomial(trials, p);
                for (double k = 2; k <= trials; k++) {
                    entropy += count.density(k) * GammaFunctions.logGamma(k + 1);
                }
            }
        }
        return Math.max(0, entropy);
    }

    @Override
    public double[] mode() {
        return null;
    }
}
