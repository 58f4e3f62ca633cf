/**
 * Whether two expressions are the same function, for graders: equivalent, different with a point that shows it, or undetermined.
 *
 * <p>Two expressions are equivalent if they have the same value wherever both have one, and if neither has values on a stretch where
 * the other has none; single points do not count unless asked for ({@code strictDomain}). A difference is always certain: it shows
 * in values with guaranteed error bounds. Equality is proven where the algebra suffices, else it rests on agreement to a hundred
 * digits at points spread over the domain, and the answer says which. Start at
 * {@link org.mlmath.calculus.equivalence.Equivalence}.
 */
package org.mlmath.calculus.equivalence;
