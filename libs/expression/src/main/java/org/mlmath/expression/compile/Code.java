package org.mlmath.expression.compile;

/** What a generated class implements. Stateless, so one instance serves all threads. */
interface Code {
    /**
     * @param inputs left unmodified
     * @param rest filled with the outputs after the first; infinite ones are NaN
     * @param work values that one generated method leaves for the next, as long as {@link Compiler.Compiled} says
     * @return the first output; NaN if it is infinite
     */
    double run(double[] inputs, double[] rest, double[] work);
}
