package org.mlmath.stats.power;

import java.util.Map;
import org.mlmath.numerics.distribution.ChiSquare;
import org.mlmath.numerics.distribution.FisherF;
import org.mlmath.numerics.distribution.NoncentralChiSquare;
import org.mlmath.numerics.distribution.NoncentralF;
import org.mlmath.numerics.distribution.NoncentralT;
import org.mlmath.numerics.distribution.Normal;
import org.mlmath.numerics.distribution.StudentT;
import org.mlmath.numerics.distribution.TailProbability;
import org.mlmath.numerics.special.Tails;
import org.mlmath.stats.hypothesis.Alternative;

/** The power of one kind of test. */
sealed interface PowerModel {
    /**
     * What a test of this size can do.
     *
     * @param critical the statistic's critical value
     * @param noncentrality of the statistic's distribution under the alternative
     * @param degreesOfFreedom of the statistic, none where it is normal
     * @param outcome lower: the type II error, upper: the power
     */
    record Power(double critical, double noncentrality, double[] degreesOfFreedom, Tails outcome) {}

    /** @param twoSided otherwise the alternative is that the effect is positive */
    Power power(double effect, double size, double alpha, boolean twoSided);

    /** Below this there is no such test. */
    double smallestSize();

    /** Effects lie below this in modulus. */
    default double largestEffect() {
        return Double.POSITIVE_INFINITY;
    }

    /** Whether effects have a sign, and the test an alternative. */
    default boolean directed() {
        return true;
    }

    /** How many observations all groups have together for each one of the first. */
    default double groups() {
        return 1;
    }

    Map<String, String> conventions();

    /** The critical value and the power as LaTeX, in the step that shows them. */
    String formula();

    private static TailProbability above(double alpha, boolean twoSided) {
        return TailProbability.upper(twoSided ? 0.5 * alpha : alpha);
    }

    /** Reject above the critical value, or on both sides of it. */
    private static Tails outcome(Tails above, Tails below, boolean twoSided) {
        if (!twoSided) {
            return above;
        }
        return Tails.of(Math.max(0, above.lower() - below.lower()), above.upper() + below.lower());
    }

    /** The t tests: T = (Z + δ)/S with δ = d·√(n r/(1 + r)), for one sample d·√n. */
    record StudentTPower(double ratio) implements PowerModel {
        static final double ONE_SAMPLE = 0;

        private boolean single() {
            return ratio == ONE_SAMPLE;
        }

        @Override
        public Power power(double effect, double size, double alpha, boolean twoSided) {
            double freedom = single() ? size - 1 : size * (1 + ratio) - 2;
            double delta = effect * Math.sqrt(single() ? size : size * (ratio / (1 + ratio)));
            double critical = new StudentT(freedom).quantile(above(alpha, twoSided));
            NoncentralT statistic = new NoncentralT(freedom, delta);
            Tails outcome = outcome(
                    statistic.tails(critical), twoSided ? statistic.tails(-critical) : Tails.ALL_ABOVE, twoSided);
            return new Power(critical, delta, new double[] {freedom}, outcome);
        }

        @Override
        public double smallestSize() {
            return single() ? 2 : Math.max(1, 3 / (1 + ratio));
        }

        @Override
        public double groups() {
            return single() ? 1 : 1 + ratio;
        }

        @Override
        public Map<String, String> conventions() {
            return Map.of(
                    "effectSize",
                    single()
                            ? "Cohen's d: mean (of the differences, if paired) over standard deviation"
                            : "Cohen's d: difference of the means over the common standard deviation",
                    "power",
                    "noncentral t; two-sided power counts both tails (G*Power, statsmodels; R's power.t.test with strict = TRUE)",
                    "sampleSize",
                    single()
                            ? "observations (pairs)"
                            : "observations in the first group; the second has ratio times as many");
        }

        @Override
        public String formula() {
            return single()
                    ? "\\delta = d\\sqrt{n},\\quad T \\sim t_{n-1}(\\delta)"
                    : "\\delta = d\\sqrt{\\tfrac{n\\,r}{1+r}},\\quad T \\sim t_{n(1+r)-2}(\\delta)";
        }
    }

    /** Proportions on the arcsine scale, where their variance hardly depends on them: Z ~ N(δ, 1). */
    record NormalPower(double ratio) implements PowerModel {
        static final double ONE_SAMPLE = 0;

        @Override
        public Power power(double effect, double size, double alpha, boolean twoSided) {
            double delta = effect * Math.sqrt(ratio == ONE_SAMPLE ? size : size * (ratio / (1 + ratio)));
            double critical = new Normal(0, 1).quantile(above(alpha, twoSided));
            Normal statistic = new Normal(delta, 1);
            Tails outcome = outcome(
                    statistic.tails(critical), twoSided ? statistic.tails(-critical) : Tails.ALL_ABOVE, twoSided);
            return new Power(critical, delta, new double[0], outcome);
        }

        @Override
        public double smallestSize() {
            return 1;
        }

        @Override
        public double largestEffect() {
            return Math.PI;
        }

        @Override
        public double groups() {
            return ratio == ONE_SAMPLE ? 1 : 1 + ratio;
        }

        @Override
        public Map<String, String> conventions() {
            return Map.of(
                    "effectSize",
                    "Cohen's h: 2 arcsin sqrt(p1) - 2 arcsin sqrt(p2)",
                    "power",
                    "normal approximation on the arcsine scale (R's pwr.p.test and pwr.2p.test, statsmodels' NormalIndPower);"
                            + " R's power.prop.test works on the proportions themselves");
        }

        @Override
        public String formula() {
            return ratio == ONE_SAMPLE
                    ? "\\delta = h\\sqrt{n},\\quad Z \\sim N(\\delta, 1)"
                    : "\\delta = h\\sqrt{\\tfrac{n\\,r}{1+r}},\\quad Z \\sim N(\\delta, 1)";
        }
    }

    /** One-way analysis of variance with k groups of n: F with k − 1 and k(n − 1) degrees of freedom and λ = f²kn. */
    record AnovaPower(double groups) implements PowerModel {
        @Override
        public Power power(double effect, double size, double alpha, boolean twoSided) {
            double numerator = groups - 1;
            double denominator = groups * (size - 1);
            double lambda = effect * effect * groups * size;
            double critical = new FisherF(numerator, denominator).quantile(TailProbability.upper(alpha));
            return new Power(
                    critical,
                    lambda,
                    new double[] {numerator, denominator},
                    new NoncentralF(numerator, denominator, lambda).tails(critical));
        }

        @Override
        public double smallestSize() {
            return 1 + 1 / groups;
        }

        @Override
        public boolean directed() {
            return false;
        }

        @Override
        public Map<String, String> conventions() {
            return Map.of(
                    "effectSize",
                    "Cohen's f: standard deviation of the group means (divisor k) over that within groups",
                    "power",
                    "noncentral F (R's pwr.anova.test and power.anova.test); statsmodels counts all groups together in its nobs",
                    "sampleSize",
                    "observations in each group");
        }

        @Override
        public String formula() {
            return "\\lambda = f^2 k n,\\quad F \\sim F_{k-1,\\,k(n-1)}(\\lambda)";
        }
    }

    /** Chi-square tests: λ = w²n with the test's degrees of freedom. */
    record ChiSquarePower(double degreesOfFreedom) implements PowerModel {
        @Override
        public Power power(double effect, double size, double alpha, boolean twoSided) {
            double lambda = effect * effect * size;
            double critical = new ChiSquare(degreesOfFreedom).quantile(TailProbability.upper(alpha));
            return new Power(
                    critical,
                    lambda,
                    new double[] {degreesOfFreedom},
                    new NoncentralChiSquare(degreesOfFreedom, lambda).tails(critical));
        }

        @Override
        public double smallestSize() {
            return 1;
        }

        @Override
        public boolean directed() {
            return false;
        }

        @Override
        public Map<String, String> conventions() {
            return Map.of(
                    "effectSize",
                    "Cohen's w: sqrt(sum of (p1 - p0)^2/p0)",
                    "power",
                    "noncentral chi-square (R's pwr.chisq.test, statsmodels' GofChisquarePower)",
                    "sampleSize",
                    "all observations together");
        }

        @Override
        public String formula() {
            return "\\lambda = w^2 n,\\quad X^2 \\sim \\chi^2_\\nu(\\lambda)";
        }
    }

    /** Pearson's correlation by Fisher's z with the bias r/(2(n − 1)), the critical r from the t distribution. */
    record CorrelationPower() implements PowerModel {
        @Override
        public Power power(double effect, double size, double alpha, boolean twoSided) {
            double freedom = size - 2;
            double t = new StudentT(freedom).quantile(above(alpha, twoSided));
            double criticalZ = Math.log(t / Math.sqrt(freedom) + Math.hypot(1, t / Math.sqrt(freedom)));
            double z = 0.5 * Math.log1p(2 * effect / (1 - effect)) + effect / (2 * (size - 1));
            double root = Math.sqrt(size - 3);
            Normal standard = new Normal(0, 1);
            Tails outcome = outcome(
                    standard.tails((criticalZ - z) * root),
                    twoSided ? standard.tails((-criticalZ - z) * root) : Tails.ALL_ABOVE,
                    twoSided);
            return new Power(Math.tanh(criticalZ), z * root, new double[] {freedom}, outcome);
        }

        @Override
        public double smallestSize() {
            return 4;
        }

        @Override
        public double largestEffect() {
            return 1;
        }

        @Override
        public Map<String, String> conventions() {
            return Map.of(
                    "effectSize",
                    "Pearson's r, against no correlation",
                    "power",
                    "Fisher's z with bias correction, critical value from the t distribution (R's pwr.r.test); G*Power's exact bivariate"
                            + " normal power differs in the third digit",
                    "sampleSize",
                    "pairs");
        }

        @Override
        public String formula() {
            return "z = \\operatorname{artanh} r + \\tfrac{r}{2(n-1)},\\quad \\sqrt{n-3}\\,(z - z_c) \\sim N(0, 1)";
        }
    }

    /** The power of the question's alternative: a negative effect is what "less" looks for. */
    default Power power(double effect, double size, double alpha, Alternative alternative) {
        double sign = alternative == Alternative.LESS ? -1 : 1;
        return power(sign * effect, size, alpha, alternative == Alternative.TWO_SIDED);
    }
}
