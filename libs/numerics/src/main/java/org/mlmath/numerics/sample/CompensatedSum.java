package org.mlmath.numerics.sample;

/** A running sum that remembers what rounding took from it (Neumaier's variant of Kahan's). */
public final class CompensatedSum {
    private double high;
    private double low;

    public void add(double term) {
        double next = high + term;
        low += Math.abs(high) >= Math.abs(term) ? (high - next) + term : (term - next) + high;
        high = next;
    }

    public double value() {
        return high + low;
    }

    double high() {
        return high;
    }

    double low() {
        return low;
    }
}
