package org.mlmath.calculus.convexity;

/** What is known of a function on the region, where its domain is convex as well. */
enum Shape {
    CONSTANT,
    AFFINE,
    CONVEX,
    CONCAVE,
    UNKNOWN;

    static Shape of(boolean convex, boolean concave) {
        return convex ? (concave ? AFFINE : CONVEX) : concave ? CONCAVE : UNKNOWN;
    }

    boolean convex() {
        return this == CONSTANT || this == AFFINE || this == CONVEX;
    }

    boolean concave() {
        return this == CONSTANT || this == AFFINE || this == CONCAVE;
    }

    boolean affine() {
        return this == CONSTANT || this == AFFINE;
    }

    Shape negated() {
        return this == CONVEX ? CONCAVE : this == CONCAVE ? CONVEX : this;
    }

    Shape plus(Shape other) {
        return this == CONSTANT
                ? other
                : other == CONSTANT ? this : of(convex() && other.convex(), concave() && other.concave());
    }
}
