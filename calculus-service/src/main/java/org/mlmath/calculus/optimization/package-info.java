/**
 * Runs of optimisers: {@code minimize} and what it can be made of, {@code compare} and {@code learning-rate-sweep}, which make
 * several of them. Points are in the order of the variables, gradient norms are
 * Euclidean, the start is iteration 0. Start at {@link org.mlmath.calculus.optimization.Minimizer}; a method is an entry of
 * {@link org.mlmath.calculus.optimization.MethodCatalog} and an {@link org.mlmath.numerics.optimization.UpdateRule}.
 */
package org.mlmath.calculus.optimization;
