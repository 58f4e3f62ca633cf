package org.mlmath.stats.rank;

import org.mlmath.numerics.distribution.Normal;
import org.mlmath.numerics.root.BracketedRoot;
import org.mlmath.stats.hypothesis.EffectSize;
import org.mlmath.stats.hypothesis.TestQuestion;

/**
 * The rank-biserial correlation: how much more often one sample is ahead than the other.
 *
 * <p>Of independent samples r = 2θ − 1 with θ = U/(mn), the probability that a value of a exceeds one of b; the interval of θ is R. G.
 * Newcombe's (Statist. Med. 25 (2006), 559-573, method 5), which solves (θ̂ − θ)² = z²V(θ) and so stays inside [0, 1] and has a
 * length also where the samples do not overlap. Of pairs r = (T⁺ − T⁻)/(T⁺ + T⁻); the interval solves (r − ρ)² = z²v(1 − ρ²) likewise,
 * with v the variance of r where there is no effect.
 */
final class RankBiserial {
    private RankBiserial() {}

    static EffectSize independent(double u, int m, int n, TestQuestion question) {
        double pairs = (double) m * n;
        double theta = u / pairs;
        double z = new Normal(0, 1).quantile(question.outsideAbove());
        double lower = theta == 0 ? 0 : BracketedRoot.of(x -> excess(x, theta, z, m, n), 0, theta);
        double upper = theta == 1 ? 1 : BracketedRoot.of(x -> excess(x, theta, z, m, n), 1, theta);
        return new EffectSize(
                "rank-biserial-correlation", 2 * theta - 1, question.interval(2 * lower - 1, 2 * upper - 1, -1, 1));
    }

    /** (θ̂ − θ)²/(θ(1 − θ)) − z²V(θ)/(θ(1 − θ)): without the factor that vanishes, with the estimate, at 0 and at 1. */
    private static double excess(double x, double theta, double z, int m, int n) {
        double distance =
                theta == 0 ? x / (1 - x) : theta == 1 ? (1 - x) / x : (x - theta) * (x - theta) / (x * (1 - x));
        double others = 0.5 * (m + (double) n) - 1;
        return distance - z * z * (1 + others * ((1 - x) / (2 - x) + x / (1 + x))) / ((double) m * n);
    }

    /** @param variance of r where there is no effect */
    static EffectSize paired(double r, double variance, TestQuestion question) {
        double z = new Normal(0, 1).quantile(question.outsideAbove());
        double weight = z * z * variance;
        double reach = Math.sqrt(weight * (weight + 1 - r * r));
        return new EffectSize(
                "matched-pairs-rank-biserial-correlation",
                r,
                question.interval(
                        Math.max(-1, (r - reach) / (1 + weight)), Math.min(1, (r + reach) / (1 + weight)), -1, 1));
    }
}
