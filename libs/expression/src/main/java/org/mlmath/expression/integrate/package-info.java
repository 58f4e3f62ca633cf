/**
 * Antiderivatives with their working. {@link org.mlmath.expression.integrate.Integrator} is the way in; a {@code Method} is one rule, and
 * {@code Search} asks them in turn.
 *
 * <p>Conventions: no constant of integration; ln|u| wherever u may be negative; √, powers and inverse functions are real.
 */
package org.mlmath.expression.integrate;
