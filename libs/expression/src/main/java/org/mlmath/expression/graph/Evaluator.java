package org.mlmath.expression.graph;

/** A program that can be carried out. Keeps scratch space: one per thread. */
public interface Evaluator {
    /**
     * @param inputs left unmodified
     * @param outputs filled
     * @throws org.mlmath.numerics.LimitExceededException where sums over ranges take more steps than are allowed
     */
    void evaluate(double[] inputs, double[] outputs);
}
