package org.mlmath.numerics.linear;

/** Which eigenvalues come first in a Schur form. Of a conjugate pair both are selected or neither. */
@FunctionalInterface
public interface EigenvalueSelection {
    /** Leaves the order to the iteration. */
    EigenvalueSelection NONE = (re, im) -> false;

    boolean selects(double re, double im);
}
