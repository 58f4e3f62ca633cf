/**
 * Elementary row operations: the reduced row echelon form, and operations one by one as the caller names them.
 *
 * <p>Whether a pivot is zero is a question that rounding cannot answer, so the echelon form is computed in fractions where the matrix is
 * small enough ({@link org.mlmath.numerics.exact.ReducedRowEchelon}), and else with a tolerance. Rows and columns count from 0 in fields,
 * from 1 in the words of the steps.
 *
 * <p>Start reading at {@link org.mlmath.linalg.elimination.EchelonForm}.
 */
package org.mlmath.linalg.elimination;
