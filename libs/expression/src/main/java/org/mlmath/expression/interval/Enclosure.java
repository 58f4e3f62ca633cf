package org.mlmath.expression.interval;

/**
 * What is known of a formula on a box.
 *
 * @param range holds its value at every point of the box where it has one; empty: it has none anywhere
 * @param decoration whether it is defined, and continuous, on the whole box
 */
public record Enclosure(Interval range, Decoration decoration) {
    /** Nothing is known. */
    static final Enclosure UNKNOWN = new Enclosure(Interval.ENTIRE, Decoration.UNKNOWN);

    /** It has no value anywhere. */
    static final Enclosure NOWHERE = new Enclosure(Interval.EMPTY, Decoration.UNKNOWN);

    static Enclosure continuous(Interval range) {
        return new Enclosure(range, Decoration.CONTINUOUS);
    }

    static Enclosure defined(Interval range) {
        return new Enclosure(range, Decoration.DEFINED);
    }

    static Enclosure partly(Interval range) {
        return new Enclosure(range, Decoration.UNKNOWN);
    }

    public boolean isDefined() {
        return decoration != Decoration.UNKNOWN;
    }

    public boolean isContinuous() {
        return decoration == Decoration.CONTINUOUS;
    }

    /** @return this, no better than the other decoration */
    Enclosure limited(Decoration other) {
        return decoration.and(other) == decoration ? this : new Enclosure(range, other);
    }

    /** @return both together: the value is one or the other */
    Enclosure or(Enclosure other) {
        return new Enclosure(range.hull(other.range), decoration.and(other.decoration));
    }
}
