/**
 * Special functions of a real argument: gamma and its relatives, the error function, the standard normal density and
 * probability; incomplete gamma and beta functions with both tails and their logarithms
 * ({@link org.mlmath.numerics.special.Tails}). Undefined values (poles, arguments outside the domain) are NaN; overflow is infinite.
 *
 * <p>The error function is Apache Commons Numbers', right to an ulp or two. Its incomplete functions are not used: they have no
 * logarithms and lose digits for large parameters.
 */
package org.mlmath.numerics.special;
