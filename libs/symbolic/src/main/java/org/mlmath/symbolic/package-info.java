/**
 * Computer algebra: antiderivatives, limits, solutions, factors, sums and series of the trees of the expression language. Start
 * at {@link org.mlmath.symbolic.ComputerAlgebra}.
 *
 * <p>The work is Symja's, and only this package names it. Trees are converted node by node, never through text. What comes back
 * is in the language or it does not come back: complex numbers, hypergeometric functions and unevaluated calls count as "not
 * found". <b>Nothing here is checked</b>: Symja makes mistakes, and works with complex numbers where the language has real ones,
 * so a caller compares every result with the formula by numbers before passing it on.
 *
 * <p>A computation cannot be trusted to end. It gets four fifths of the time that its caller has left, on one of a few threads
 * of its own; then it is asked to stop, interrupted, and if neither helps the thread is given up and replaced. Numbers whose
 * digits alone would take forever are refused before the call ({@link org.mlmath.symbolic.Growth}).
 */
package org.mlmath.symbolic;
