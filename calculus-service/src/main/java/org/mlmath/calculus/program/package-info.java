/**
 * Linear and quadratic programs: {@code linear-program} and {@code quadratic-program}. Points are vectors, in the order of the columns
 * of the matrices; multipliers have the order and the signs of {@link org.mlmath.numerics.optimization.program}. Start at
 * {@link org.mlmath.calculus.program.LinearPrograms}.
 */
package org.mlmath.calculus.program;
