package org.mlmath.numerics.distribution;

/** Numbers in messages: as people write them. */
final class Text {
    private Text() {}

    static String of(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
