package org.mlmath.expression.integrate;

import java.util.List;
import org.mlmath.expression.Expression;

/**
 * An antiderivative and how it was found.
 *
 * @param expression simplified, without the constant of integration; logarithms are of moduli where their argument may be negative
 * @param steps in the order of a working; the last one is about the whole
 * @param conditions what parameters must satisfy, as {@code a != 0}; empty where nothing is assumed
 * @param check how it compares with the integrand when it is differentiated
 */
public record Antiderivative(
        Expression expression, List<IntegrationStep> steps, List<String> conditions, AntiderivativeCheck check) {}
