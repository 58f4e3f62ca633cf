/**
 * Integrals: antiderivatives by rules with their working, definite values by quadrature, in closed form where both agree, and
 * iterated integrals over several variables. Start at {@link org.mlmath.calculus.integral.IntegralResource}.
 */
package org.mlmath.calculus.integral;
