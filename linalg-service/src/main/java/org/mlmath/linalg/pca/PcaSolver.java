package org.mlmath.linalg.pca;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How principal components are found. */
public enum PcaSolver {
    @JsonProperty("auto")
    AUTO,
    @JsonProperty("full")
    FULL,
    @JsonProperty("covariance")
    COVARIANCE,
    @JsonProperty("randomized")
    RANDOMIZED;

    /** Up to this many rows and columns the most accurate solver is quick enough. */
    private static final int SMALL = 500;

    /** Up to this size the eigenvectors of the smaller Gram matrix take a fraction of a second. */
    private static final int SMALL_GRAM = 1000;

    /** Beyond this size a decomposition of the data takes longer than a request may. */
    private static final int LARGE = 2000;

    /** Of more than this share of the components a random sample finds nothing sooner; as in scikit-learn. */
    private static final double FEW = 0.8;

    /**
     * The solver itself, or the one that {@code auto} means. As scikit-learn chooses, but for one thing: what can be had exactly in a
     * moment is not approximated.
     *
     * @param components how many are wanted as a count; null when all, or a share of the variance
     */
    PcaSolver chosenFor(int rows, int columns, Integer components) {
        if (this != AUTO) {
            return this;
        }
        int smaller = Math.min(rows, columns);
        if (Math.max(rows, columns) <= SMALL) {
            return FULL;
        }
        if (smaller <= SMALL_GRAM) {
            return COVARIANCE;
        }
        if (components != null && components < FEW * smaller) {
            return RANDOMIZED;
        }
        return smaller <= LARGE ? FULL : COVARIANCE;
    }
}
