package org.mlmath.numerics.regression;

/**
 * A number in twice the working precision: the unevaluated sum of two doubles, the second at most half a unit in the last place of
 * the first. Source: Hida, Li and Bailey, <i>Algorithms for quad-double precision floating point arithmetic</i>, ARITH-15 (2001).
 */
record Doubled(double high, double low) {
    static final Doubled ZERO = new Doubled(0, 0);

    static Doubled of(double value) {
        return new Doubled(value, 0);
    }

    /** The sum of two doubles, exactly. */
    static Doubled sum(double a, double b) {
        double sum = a + b;
        double part = sum - a;
        return new Doubled(sum, (a - (sum - part)) + (b - part));
    }

    /** √a of a double that is not negative. */
    static Doubled squareRoot(double a) {
        return of(a).squareRoot();
    }

    private static Doubled normalized(double high, double low) {
        double sum = high + low;
        return new Doubled(sum, low - (sum - high));
    }

    Doubled plus(Doubled other) {
        Doubled highs = sum(high, other.high);
        Doubled lows = sum(low, other.low);
        Doubled first = normalized(highs.high, highs.low + lows.high);
        return normalized(first.high, first.low + lows.low);
    }

    Doubled minus(Doubled other) {
        return plus(other.negated());
    }

    Doubled negated() {
        return new Doubled(-high, -low);
    }

    Doubled times(Doubled other) {
        double product = high * other.high;
        double rest = Math.fma(high, other.high, -product) + (high * other.low + low * other.high);
        return normalized(product, rest);
    }

    Doubled dividedBy(Doubled other) {
        double first = high / other.high;
        Doubled rest = minus(other.times(of(first)));
        double second = rest.high / other.high;
        rest = rest.minus(other.times(of(second)));
        return normalized(first, second).plus(of(rest.high / other.high));
    }

    Doubled squareRoot() {
        if (high == 0) {
            return ZERO;
        }
        double root = Math.sqrt(high);
        double rest = minus(of(root).times(of(root))).high;
        return normalized(root, rest / (2 * root));
    }

    /** Times 2^exponent. */
    Doubled scaled(int exponent) {
        return new Doubled(Math.scalb(high, exponent), Math.scalb(low, exponent));
    }

    double value() {
        return high + low;
    }
}
