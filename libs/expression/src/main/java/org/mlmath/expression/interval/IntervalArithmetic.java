package org.mlmath.expression.interval;

/** The operators on enclosures. */
final class IntervalArithmetic {
    /** Above this modulus every double is an even integer, so the parity of an exponent means nothing. */
    private static final double EXPONENTS = 0x1p31;

    private IntervalArithmetic() {}

    static Enclosure negate(Enclosure a) {
        return new Enclosure(a.range().negate(), a.decoration());
    }

    static Enclosure add(Enclosure a, Enclosure b) {
        return new Enclosure(a.range().add(b.range()), a.decoration().and(b.decoration()));
    }

    static Enclosure multiply(Enclosure a, Enclosure b) {
        return new Enclosure(a.range().multiply(b.range()), a.decoration().and(b.decoration()));
    }

    static Enclosure divide(Enclosure a, Enclosure b) {
        Decoration decoration = b.range().contains(0) || b.range().isEmpty() ? Decoration.UNKNOWN : b.decoration();
        return new Enclosure(a.range().divide(b.range()), a.decoration().and(decoration));
    }

    static Enclosure power(Enclosure a, Enclosure b) {
        Interval x = a.range();
        Interval y = b.range();
        if (x.isEmpty() || y.isEmpty()) {
            return Enclosure.NOWHERE;
        }
        boolean integer = y.isPoint() && y.lower() == Math.rint(y.lower()) && Math.abs(y.lower()) < EXPONENTS;
        Enclosure power = integer ? power(x, (long) y.lower()) : realPower(x, y);
        return power.limited(a.decoration().and(b.decoration()));
    }

    private static Enclosure power(Interval x, long exponent) {
        return exponent >= 0
                ? Enclosure.continuous(x.power(exponent))
                : divide(Enclosure.continuous(Interval.ONE), Enclosure.continuous(x.power(-exponent)));
    }

    /** x^y = e^(y ln x) for x > 0; of zero under a positive exponent, and where y meets integers also of negative x. */
    private static Enclosure realPower(Interval x, Interval y) {
        if (x.lower() > 0) {
            return Enclosure.continuous(positivePower(x, y));
        }
        if (x.lower() == 0 && y.lower() > 0) {
            return Enclosure.continuous(positivePower(x, y));
        }
        boolean integers = Math.floor(y.upper()) >= y.lower();
        if (!integers) {
            Interval defined = x.intersect(new Interval(0, Double.POSITIVE_INFINITY));
            if (defined.isEmpty() || defined.upper() == 0 && y.upper() <= 0) {
                return Enclosure.NOWHERE;
            }
            return Enclosure.partly(positivePower(defined, y));
        }
        Interval size = positivePower(x.abs(), y).hull(y.contains(0) ? Interval.ONE : Interval.EMPTY);
        return Enclosure.partly(x.lower() < 0 ? size.hull(size.negate()) : size);
    }

    /** Monotone in each argument, so the extreme values are at corners. */
    private static Interval positivePower(Interval x, Interval y) {
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (double base : new double[] {x.lower(), x.upper()}) {
            for (double exponent : new double[] {y.lower(), y.upper()}) {
                if (base == 1 || exponent == 0) {
                    least = Math.min(least, 1);
                    most = Math.max(most, 1);
                } else if (base == 0 || Double.isInfinite(base) || Double.isInfinite(exponent)) {
                    double limit = Math.pow(base, exponent); // 0 or infinite, exactly
                    least = Math.min(least, Math.min(limit, Double.MAX_VALUE));
                    most = Math.max(most, limit);
                } else {
                    double power = exponent == 0.5 ? Math.sqrt(base) : Math.pow(base, exponent);
                    least = Math.min(least, Rounding.down(Math.min(power, Double.MAX_VALUE), 2));
                    most = Math.max(most, Rounding.up(power, 2));
                }
            }
        }
        if (x.contains(1) || y.contains(0)) {
            // Corners 0·∞: the value 1 lies between.
            least = Math.min(least, 1);
            most = Math.max(most, 1);
        }
        return new Interval(Math.max(0, least), most);
    }
}
