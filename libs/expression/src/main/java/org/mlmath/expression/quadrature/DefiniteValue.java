package org.mlmath.expression.quadrature;

import java.util.List;

/**
 * A definite integral by values.
 *
 * @param converges whether it exists; null where that could not be decided
 * @param value NaN where it does not exist or nothing trustworthy was found
 * @param errorEstimate of its absolute error
 * @param evaluations how many values of the integrand were used
 * @param methods the rules used, as {@code gauss-kronrod}
 * @param remarks what was met: singularities, divergence and where
 */
public record DefiniteValue(
        Boolean converges,
        double value,
        double errorEstimate,
        long evaluations,
        List<String> methods,
        List<Remark> remarks) {

    /**
     * @param code stable, in kebab-case
     * @param detail in a sentence
     */
    public record Remark(String code, String detail) {}
}
