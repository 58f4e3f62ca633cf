package org.mlmath.numerics.distribution;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.sample.CompensatedSum;
import org.mlmath.numerics.special.Tails;

/** A distribution on 0, 1, …, k − 1 with given probabilities. */
public final class Categorical implements Distribution {
    private static final double TOLERANCE = 1e-9;
    private static final double MOST_VALUES = 100_000;

    public static final Family FAMILY = Family.named("categorical")
            .title("Categorical distribution (on 0, 1, …)")
            .list(Parameter.of(
                    "probabilities",
                    "probabilities p₀, p₁, … of the values 0, 1, …, which add up to 1",
                    "p",
                    Parameter.Domain.PROBABILITY))
            .relation("probabilities", "probabilities must add up to 1 within 1e-9", p -> addsToOne(p))
            .discrete()
            .support("k \\in \\{0, 1, \\dots, K-1\\}")
            .density("p_k")
            .distributionFunction("\\sum_{j\\le k}p_j")
            .moment("mean", "\\sum_k k\\,p_k")
            .moment("variance", "\\sum_k(k-\\mu)^2p_k")
            .moment("skewness", "\\frac{1}{\\sigma^3}\\sum_k(k-\\mu)^3p_k")
            .moment("excessKurtosis", "\\frac{1}{\\sigma^4}\\sum_k(k-\\mu)^4p_k-3")
            .moment("entropy", "-\\sum_kp_k\\ln p_k")
            .moment("median", "\\min\\{k : F(k)\\ge\\tfrac12\\}")
            .moment("mode", "\\text{the first } k \\text{ with the largest } p_k")
            .fitting(Categorical::fit)
            .build(Categorical::new);

    private final double[] probabilities;
    private final double[] below; // P(X ≤ k)
    private final double[] above; // P(X > k)

    /** @param probabilities which add up to 1 but for rounding, and are divided by what they do add up to */
    public Categorical(double... probabilities) {
        double sum = sum(probabilities);
        this.probabilities = Arrays.stream(probabilities).map(p -> p / sum).toArray();
        int count = probabilities.length;
        this.below = new double[count];
        this.above = new double[count];
        CompensatedSum lower = new CompensatedSum();
        CompensatedSum upper = new CompensatedSum();
        for (int k = 0; k < count; k++) {
            lower.add(this.probabilities[k]);
            below[k] = Math.min(1, lower.value());
            above[count - 1 - k] = Math.min(1, upper.value());
            upper.add(this.probabilities[count - 1 - k]);
        }
    }

    private static boolean addsToOne(double[] probabilities) {
        return Math.abs(sum(probabilities) - 1) <= TOLERANCE;
    }

    private static double sum(double[] terms) {
        CompensatedSum sum = new CompensatedSum();
        for (double term : terms) {
            sum.add(term);
        }
        return sum.value();
    }

    @Override
    public Support support() {
        int first = 0;
        int last = probabilities.length - 1;
        while (probabilities[first] == 0) {
            first++;
        }
        while (probabilities[last] == 0) {
            last--;
        }
        return new Support(first, last, true);
    }

    @Override
    public double logDensity(double k) {
        return Math.log(density(k)) + 0.0; // never -0
    }

    @Override
    public double density(double k) {
        return k >= 0 && k < probabilities.length && k == Math.rint(k) ? probabilities[(int) k] : 0;
    }

    @Override
    public Tails tails(double x) {
        double k = Math.floor(x);
        Support support = support();
        if (k < support.lower()) {
            return Tails.ALL_ABOVE;
        }
        return k >= support.upper() ? Tails.ALL_BELOW : Tails.of(below[(int) k], above[(int) k]);
    }

    @Override
    public Moments moments() {
        double mean = about(0, 1);
        double variance = about(mean, 2);
        int mode = 0;
        CompensatedSum entropy = new CompensatedSum();
        for (int k = 0; k < probabilities.length; k++) {
            mode = probabilities[k] > probabilities[mode] ? k : mode;
            entropy.add(probabilities[k] > 0 ? -probabilities[k] * Math.log(probabilities[k]) : 0);
        }
        return Moments.of(
                mean,
                variance,
                variance > 0 ? about(mean, 3) / (variance * Math.sqrt(variance)) : Double.NaN,
                variance > 0 ? about(mean, 4) / (variance * variance) - 3 : Double.NaN,
                entropy.value() + 0.0,
                quantile(0.5),
                mode);
    }

    private double about(double centre, int power) {
        CompensatedSum sum = new CompensatedSum();
        for (int k = 0; k < probabilities.length; k++) {
            sum.add(probabilities[k] * Math.pow(k - centre, power));
        }
        return sum.value();
    }

    @Override
    public double sample(RandomGenerator random) {
        double u = random.nextDouble();
        int at = Arrays.binarySearch(below, u);
        // The first k with P(X ≤ k) > u.
        int k = at >= 0 ? at + 1 : -at - 1;
        while (k >= probabilities.length || probabilities[k] == 0) {
            k = k >= probabilities.length ? probabilities.length - 1 : k + 1;
            if (k == probabilities.length - 1 && probabilities[k] == 0) {
                return support().upper();
            }
        }
        return k;
    }

    @Override
    public double centre() {
        return Math.rint(about(0, 1));
    }

    /** The shares of the values in the sample, by either method. */
    private static Fit fit(Family family, double[] data, FitMethod method, double[] fixed, Deadline deadline) {
        Sample sample = Sample.of(data);
        Sample.requireSupport(family, data, 0, MOST_VALUES - 1, false);
        double[] shares = new double[(int) sample.largest() + 1];
        for (double x : data) {
            shares[(int) x] += 1.0 / data.length;
        }
        double[] errors = new double[shares.length];
        for (int k = 0; k < shares.length; k++) {
            errors[k] =
                    shares[k] > 0 && shares[k] < 1 ? Math.sqrt(shares[k] * (1 - shares[k]) / data.length) : Double.NaN;
        }
        double logLikelihood = Sample.logLikelihood(new Categorical(shares), data);
        return Fit.closedForm(shares, errors, logLikelihood, shares.length - 1, method, List.of());
    }
}
