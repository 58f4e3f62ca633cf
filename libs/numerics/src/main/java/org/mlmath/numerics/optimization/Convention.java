package org.mlmath.numerics.optimization;

/**
 * Whose way of writing a method is followed where the textbooks and libraries differ. Every rule says what it does under each;
 * where a rule says nothing they are the same.
 */
public enum Convention {
    /** {@code torch.optim}, single-tensor implementation: the order of the operations is its own. */
    TORCH,
    /** Keras 3: the velocity contains the learning rate, epsilon is added before the bias correction, weight decay is decoupled. */
    KERAS,
    /** As the course writes it: momentum as a moving average with weight 1 − β, both moments corrected before the division. */
    COURSE
}
