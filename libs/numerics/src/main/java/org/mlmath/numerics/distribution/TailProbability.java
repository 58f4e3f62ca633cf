package org.mlmath.numerics.distribution;

/**
 * A probability in one tail, kept with its logarithm and its complement so that neither 1e-400 nor 1 − 1e-20 is lost.
 *
 * @param upper whether it is P(X > x) rather than P(X ≤ x)
 * @param value the probability, in [0, 1]
 * @param log its logarithm, right where {@code value} underflows
 * @param complement 1 − value, right where {@code value} rounds to 1
 * @param uncertainty how much of {@code log} the rounding of what was given may account for: 4 ulp of it
 */
public record TailProbability(boolean upper, double value, double log, double complement, double uncertainty) {
    private static final double LOG_HALF = -0.693147180559945309417232121458;
    private static final double FOUR_ULP = 4 * Math.ulp(1.0);

    public static TailProbability lower(double p) {
        return of(false, p);
    }

    public static TailProbability upper(double p) {
        return of(true, p);
    }

    public static TailProbability of(boolean upper, double p) {
        return new TailProbability(upper, p, Math.log(p), 1 - p, FOUR_ULP);
    }

    public static TailProbability ofLog(boolean upper, double log) {
        return new TailProbability(upper, Math.exp(log), log, -Math.expm1(log), FOUR_ULP * Math.abs(log));
    }

    /** The same probability on the other side, as for −X. */
    TailProbability ofMirrored() {
        return new TailProbability(!upper, value, log, complement, uncertainty);
    }

    /** log P(X ≤ x). */
    double logLower() {
        return upper ? logComplement() : log;
    }

    /** log P(X > x). */
    double logUpper() {
        return upper ? log : logComplement();
    }

    private double logComplement() {
        return value < 0.5 ? Math.log1p(-value) : Math.log(complement);
    }

    /** The same statement about the other tail when that one is the smaller; 1 − p is exact from ½ on. */
    TailProbability smaller() {
        return log <= LOG_HALF
                ? this
                : new TailProbability(
                        !upper,
                        complement,
                        Math.log(complement),
                        value,
                        Math.max(FOUR_ULP, uncertainty * value / complement));
    }

    /** log(computed / this), to the digits of the probability where the two are close, else to those of the logarithms. */
    double logExcess(double computed, double computedLog) {
        // Nearby the difference of logarithms would cancel; far away the quotient rounds to −1, whose logarithm is
        // infinite.
        boolean near = value > 1e-290 && computed > 0.5 * value && computed < 2 * value;
        return near ? Math.log1p((computed - value) / value) : computedLog - log;
    }
}
