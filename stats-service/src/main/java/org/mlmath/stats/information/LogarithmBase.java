package org.mlmath.stats.information;

import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.stats.number.Bound;
import org.mlmath.stats.number.Words;

/** The unit of information: that of an outcome with probability 1 / base. */
record LogarithmBase(double value) {
    private static final double NEAR = 1e-15;

    /** @throws InvalidParameterException for a number that is no base of logarithms */
    static LogarithmBase of(Bound base) {
        double value = base == null ? Math.E : base.value();
        if (!(value > 1) || Double.isInfinite(value)) {
            throw new InvalidParameterException("A base is a number above 1, such as 2, 10 or \"e\".").at("/base");
        }
        return new LogarithmBase(value);
    }

    double of(double nats) {
        return value == Math.E ? nats : nats / Math.log(value);
    }

    String unit() {
        if (Math.abs(value - Math.E) <= NEAR * value) {
            return "nats";
        }
        return value == 2 ? "bits" : value == 10 ? "hartleys" : "units of log " + Words.number(value);
    }
}
