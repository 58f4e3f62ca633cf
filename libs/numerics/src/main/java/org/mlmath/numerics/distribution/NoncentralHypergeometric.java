package org.mlmath.numerics.distribution;

import java.util.function.DoubleUnaryOperator;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.root.BracketedRoot;

/**
 * Fisher's noncentral hypergeometric distribution: the first entry of a 2×2 table of counts whose margins are fixed and whose odds
 * ratio is ω. P(x) ∝ C(row₁, x) C(row₂, column − x) ω^x.
 *
 * <p>Weights are relative to the mode's and follow from each other by quotients, outwards until they no longer count, so that tables
 * of 10^9 take some ten thousand steps and no logarithm of a factorial loses digits. Source: A. Fog, Commun. Statist. Simul. Comput.
 * 37 (2008), 258-273.
 */
public final class NoncentralHypergeometric {
    private static final double NEGLIGIBLE = 1e-19;

    /** Probabilities equal but for rounding count as equal: the margin R takes. */
    private static final double EQUAL = 1 + 1e-7;

    private static final int STEPS_BETWEEN_CHECKS = 4096;

    private final double row1;
    private final double row2;
    private final double column;
    private final double lowest;
    private final double highest;
    private final Deadline deadline;
    private long steps;

    /**
     * @param row1 sum of the first row
     * @param row2 sum of the second row
     * @param column sum of the first column, at most row1 + row2
     */
    public NoncentralHypergeometric(double row1, double row2, double column, Deadline deadline) {
        this.row1 = row1;
        this.row2 = row2;
        this.column = column;
        this.lowest = Math.max(0, column - row2);
        this.highest = Math.min(row1, column);
        this.deadline = deadline;
    }

    public double lowest() {
        return lowest;
    }

    public double highest() {
        return highest;
    }

    /** P(X ≤ x) and P(X ≥ x), which both hold x, and the probability of all values no more probable than x. */
    public record Probabilities(double atMost, double atLeast, double noMoreProbable, double mean) {}

    /** @param odds ω > 0 */
    public Probabilities at(double x, double odds) {
        double mode = mode(odds);
        double weightOfX = x == mode ? 1 : weight(mode, x, odds);
        double limit = weightOfX * EQUAL;
        double negligible = Math.max(weightOfX, Double.MIN_NORMAL) * NEGLIGIBLE;
        double below = 0;
        double above = 0;
        double total = 1;
        double unlikely = 1 <= limit ? 1 : 0;
        double first = 0;
        if (mode <= x) {
            below = 1;
        }
        if (mode >= x) {
            above = 1;
        }
        for (int direction = -1; direction <= 1; direction += 2) {
            double weight = 1;
            for (double k = mode; direction < 0 ? k > lowest : k < highest; ) {
                step();
                weight *= direction < 0 ? 1 / ratio(k - 1, odds) : ratio(k, odds);
                k += direction;
                if (weight < negligible) {
                    break;
                }
                total += weight;
                first += weight * (k - mode);
                below += k <= x ? weight : 0;
                above += k >= x ? weight : 0;
                unlikely += weight <= limit ? weight : 0;
            }
        }
        return new Probabilities(below / total, above / total, Math.min(1, unlikely / total), mode + first / total);
    }

    /** The odds ratio at which the mean is x: the conditional maximum likelihood estimate. 0 and ∞ at the ends of the support. */
    public double oddsWithMean(double x) {
        if (x <= lowest) {
            return lowest == highest ? Double.NaN : 0;
        }
        return x >= highest
                ? Double.POSITIVE_INFINITY
                : solve(log -> at(x, Math.exp(log)).mean() - x, x);
    }

    /** The odds ratio at which P(X ≥ x) is p, below which x is too large to be usual; 0 at the lower end of the support. */
    public double oddsWithAtLeast(double x, double p) {
        return x <= lowest ? 0 : solve(log -> logit(at(x, Math.exp(log)).atLeast()) - logit(p), x);
    }

    /** The odds ratio at which P(X ≤ x) is p; ∞ at the upper end of the support. */
    public double oddsWithAtMost(double x, double p) {
        return x >= highest
                ? Double.POSITIVE_INFINITY
                : solve(log -> logit(p) - logit(at(x, Math.exp(log)).atMost()), x);
    }

    private static double logit(double p) {
        double inside = Math.clamp(p, Double.MIN_NORMAL, 1 - 1e-16);
        return Math.log(inside) - Math.log1p(-inside);
    }

    private double solve(DoubleUnaryOperator increasing, double x) {
        // The sample's odds ratio with a half added to each count, and its standard error, are near enough to begin
        // with.
        double[] counts = {x + 0.5, row1 - x + 0.5, column - x + 0.5, row2 - column + x + 0.5};
        double guess = Math.log(counts[0] / counts[1] * (counts[3] / counts[2]));
        double error = Math.sqrt(1 / counts[0] + 1 / counts[1] + 1 / counts[2] + 1 / counts[3]);
        double low = guess;
        double high = guess;
        if (increasing.applyAsDouble(guess) > 0) {
            low -= error;
            for (double step = error; increasing.applyAsDouble(low) > 0; step *= 2) {
                high = low;
                low -= step;
            }
        } else {
            high += error;
            for (double step = error; increasing.applyAsDouble(high) < 0; step *= 2) {
                low = high;
                high += step;
            }
        }
        return Math.exp(BracketedRoot.of(increasing, low, high));
    }

    /** The weight of x relative to the mode's. */
    private double weight(double mode, double x, double odds) {
        double weight = 1;
        for (double k = mode; k > x && weight > 0; k--) {
            step();
            weight /= ratio(k - 1, odds);
        }
        for (double k = mode; k < x && weight > 0; k++) {
            step();
            weight *= ratio(k, odds);
        }
        return weight;
    }

    /** P(k + 1) / P(k). */
    private double ratio(double k, double odds) {
        return (row1 - k) / (k + 1) * ((column - k) / (row2 - column + k + 1)) * odds;
    }

    /** Where the quotient passes 1: a root of a quadratic, brought to its integer by looking. */
    private double mode(double odds) {
        double a = odds - 1;
        double b = (row1 + column + 2) * odds + row2 - column;
        double c = (row1 + 1) * (column + 1) * odds;
        double root = 2 * c / (b + Math.sqrt(Math.max(0, b * b - 4 * a * c)));
        double mode = Math.clamp(Math.floor(root), lowest, highest);
        while (mode < highest && ratio(mode, odds) > 1) {
            step();
            mode++;
        }
        while (mode > lowest && ratio(mode - 1, odds) < 1) {
            step();
            mode--;
        }
        return mode;
    }

    private void step() {
        if (++steps % STEPS_BETWEEN_CHECKS == 0) {
            deadline.check();
        }
    }
}
