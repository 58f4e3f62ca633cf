package org.mlmath.expression.interval;

/** What is known of a formula on a box, weakest first; the weakest of its parts is that of the whole. */
public enum Decoration {
    /** It may be undefined somewhere, or everywhere. */
    UNKNOWN,
    /** It has a value at every point. */
    DEFINED,
    /** It has a value at every point, and restricted to the box it is continuous. */
    CONTINUOUS;

    public Decoration and(Decoration other) {
        return compareTo(other) <= 0 ? this : other;
    }
}
