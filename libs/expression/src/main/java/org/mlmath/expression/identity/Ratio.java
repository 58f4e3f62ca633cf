package org.mlmath.expression.identity;

/** A quotient of polynomials; the denominator has content 1. */
record Ratio(Sparse numerator, Sparse denominator) {
    static final Ratio ZERO = new Ratio(Sparse.ZERO, Sparse.ONE);
    static final Ratio ONE = new Ratio(Sparse.ONE, Sparse.ONE);

    static Ratio of(Sparse polynomial) {
        return new Ratio(polynomial, Sparse.ONE);
    }

    boolean isConstant() {
        return numerator.isConstant() && denominator.isConstant();
    }
}
