package org.mlmath.linalg.subspace;

/** Which of the four. */
public enum FundamentalSubspace {
    /** All x with A·x = 0. */
    NULL_SPACE(false, true),
    /** What the rows of A span. */
    ROW_SPACE(false, false),
    /** What the columns of A span. */
    COLUMN_SPACE(true, false),
    /** All y with Aᵀ·y = 0. */
    LEFT_NULL_SPACE(true, true);

    private final boolean ofTranspose;
    private final boolean kernel;

    FundamentalSubspace(boolean ofTranspose, boolean kernel) {
        this.ofTranspose = ofTranspose;
        this.kernel = kernel;
    }

    /** Whether it is the null space or the row space of Aᵀ. */
    boolean ofTranspose() {
        return ofTranspose;
    }

    /** Whether it is a null space. */
    boolean kernel() {
        return kernel;
    }
}
