/**
 * Systems of linear equations A·X = B: whether there is one solution, none or infinitely many, and which.
 *
 * <p>Whether a system has a solution is a question about the numbers as they were written, so up to order 64 it is decided without
 * rounding ({@link org.mlmath.numerics.exact.ExactRank}); the solution itself is computed in floating point, with a residual in twice
 * the precision to refine it, or in fractions where that was asked for or nothing less will do.
 *
 * <p>Where nothing solves the system, least squares come as near as can be; where many do, they choose the shortest solution
 * ({@link org.mlmath.linalg.system.NearestSolution}).
 *
 * <p>Start reading at {@link org.mlmath.linalg.system.LinearSystem}.
 */
package org.mlmath.linalg.system;
