/**
 * Where an expression is zero, and how Newton's method gets there. Start at {@link org.mlmath.calculus.root.Roots}.
 *
 * <p>Conventions: roots are distinct and in rising order (complex ones by real, then imaginary part), with their multiplicities beside
 * them; both ends belong to an interval.
 */
package org.mlmath.calculus.root;
