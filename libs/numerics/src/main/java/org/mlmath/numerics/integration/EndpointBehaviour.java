package org.mlmath.numerics.integration;

import java.util.function.DoubleUnaryOperator;

/**
 * How a function behaves as its argument t falls to 0: as c·t^α·(ln 1/t)^β, found from values at t = 10⁻²…10⁻³⁰⁰. What decides over
 * its integral up to 0 is whether α > −1, and for α = −1 whether β < −1.
 *
 * @param exponent α, infinite where |f| grows or falls faster than any power; NaN where no power fits
 * @param logarithm β, for α = −1 only
 * @param sign of f near 0; 0 where it changes
 * @param limit f near 0, for α = 0
 */
public record EndpointBehaviour(double exponent, double logarithm, int sign, double limit) {
    /** How far from −1 an exponent must be to be told from it, with values from very near 0 and with others. */
    private static final double CLEAR = 1e-6;

    private static final double CLEAR_FROM_AFAR = 2e-3;
    private static final int ENOUGH = 4;
    /** Relative distance of a second value, and how far the two may differ. */
    private static final double NEIGHBOUR = 1e-7;

    private static final double NOISY = 1e-4;

    /** @return true, false; null where it cannot be told */
    public Boolean isIntegrable() {
        if (exponent != exponent) {
            return null;
        }
        if (exponent != -1) {
            return exponent > -1;
        }
        if (logarithm != logarithm) {
            return null;
        }
        return logarithm < -1.02;
    }

    /** @return whether it is a simple pole, c/t */
    public boolean isSimplePole() {
        return exponent == -1 && Math.abs(logarithm) < 0.2;
    }

    /**
     * @param f of the distance t
     * @param length the distances looked at are fractions of it
     * @param nearest the smallest distance at which values mean something
     */
    public static EndpointBehaviour of(DoubleUnaryOperator f, double length, double nearest) {
        int points = 0;
        double[] t = new double[80];
        double[] v = new double[80];
        int undefined = 0;
        double ratio = nearest > 1e-20 * length ? 0.25 : 1e-4;
        for (double distance = 0.01 * length; distance >= nearest && points < t.length; distance *= ratio) {
            double value = f.applyAsDouble(distance);
            if (Double.isInfinite(value)) {
                if (points >= ENOUGH) {
                    break; // an overflow on the way, as in ln(1 + 1/t²): what was seen before tells
                }
                return new EndpointBehaviour(Double.NEGATIVE_INFINITY, Double.NaN, value > 0 ? 1 : -1, value);
            }
            if (value != value) {
                undefined++;
                if (points > 0 || undefined > 3) {
                    break;
                }
                continue;
            }
            double beside = f.applyAsDouble(distance * (1 + NEIGHBOUR));
            if (Math.abs(beside - value) > NOISY * Math.abs(value)) {
                break; // digits have cancelled, or f oscillates: from here on values tell nothing
            }
            t[points] = distance;
            v[points++] = value;
        }
        if (points < ENOUGH) {
            return new EndpointBehaviour(Double.NaN, Double.NaN, 0, Double.NaN);
        }
        return fit(t, v, points, t[points - 1] < 1e-30 * length ? CLEAR : CLEAR_FROM_AFAR);
    }

    private static EndpointBehaviour fit(double[] t, double[] v, int points, double clear) {
        int used = points;
        double last = v[used - 1];
        if (last == 0) {
            return new EndpointBehaviour(Double.POSITIVE_INFINITY, Double.NaN, 0, 0);
        }
        int sign = (int) Math.signum(last);
        for (int i = used - 1; i >= Math.max(0, used - 4); i--) {
            if (Math.signum(v[i]) != sign) {
                return new EndpointBehaviour(Double.NaN, Double.NaN, 0, last);
            }
        }
        double latest = slope(t, v, used - 1);
        double before = slope(t, v, used - 2);
        double earlier = slope(t, v, used - 3);
        if (latest < -30 || (latest < before - 1 && before < earlier - 1)) {
            return new EndpointBehaviour(Double.NEGATIVE_INFINITY, Double.NaN, sign, last);
        }
        if (latest > 30) {
            return new EndpointBehaviour(Double.POSITIVE_INFINITY, Double.NaN, sign, 0);
        }
        // With logarithms, d ln|f|/d ln t = α − β/ln(1/t): two slopes give both.
        if (Math.abs(latest - before) < 1e-9) {
            return new EndpointBehaviour(latest, 0, sign, last);
        }
        double inverse1 = -1 / middle(t, used - 1);
        double inverse2 = -1 / middle(t, used - 3);
        double beta = -(latest - earlier) / (inverse1 - inverse2);
        double alpha = latest + beta * inverse1;
        if (Math.abs(latest + 1) < clear && Math.abs(before + 1) < clear && Math.abs(latest - before) < 1e-5) {
            return new EndpointBehaviour(-1, 0, sign, last);
        }
        boolean fits = Math.abs(alpha - latest) < 0.2 && inverse1 > 0 && Math.abs(beta) < 8;
        if (!fits) {
            boolean steady = Math.abs(latest - before) < 0.05;
            return new EndpointBehaviour(steady ? latest : Double.NaN, Double.NaN, sign, last);
        }
        double rounded = Math.rint(2 * alpha) / 2;
        double exponent = Math.abs(alpha - rounded) < 5e-3 ? rounded : alpha;
        return new EndpointBehaviour(exponent, beta, sign, last);
    }

    private static double slope(double[] t, double[] v, int i) {
        return (Math.log(Math.abs(v[i])) - Math.log(Math.abs(v[i - 1]))) / (Math.log(t[i]) - Math.log(t[i - 1]));
    }

    private static double middle(double[] t, int i) {
        return 0.5 * (Math.log(t[i]) + Math.log(t[i - 1]));
    }
}
