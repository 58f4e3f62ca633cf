package org.mlmath.expression.compile;

/** What a generated class implements. Stateless, so one instance serves all threads. */
interface Code {
    /** @param work values that one generated method leaves for the next, as long as {@link Compiler.Compiled} says */
    void run(double[] inputs, double[] outputs, double[] work);
}
