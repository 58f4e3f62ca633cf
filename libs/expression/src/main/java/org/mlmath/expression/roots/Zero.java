package org.mlmath.expression.roots;

import org.mlmath.expression.Expression;
import org.mlmath.expression.interval.Interval;

/**
 * A real root.
 *
 * @param value the nearest double
 * @param enclosure holds the root
 * @param multiplicity null where it is not known
 * @param exact the root as an expression without variables, null where there is none or it is not known
 * @param proven whether there is a root in the enclosure for certain
 */
public record Zero(double value, Interval enclosure, Integer multiplicity, Expression exact, boolean proven) {
    Zero with(Expression found) {
        return new Zero(value, enclosure, multiplicity, found, proven);
    }

    Zero times(Integer power) {
        return new Zero(
                value, enclosure, multiplicity == null || power == null ? null : multiplicity * power, exact, proven);
    }

    Zero unproven() {
        return new Zero(value, enclosure, multiplicity, exact, false);
    }
}
