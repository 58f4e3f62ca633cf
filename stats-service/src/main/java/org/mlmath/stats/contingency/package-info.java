/**
 * Tests of tables of counts. {@link org.mlmath.stats.contingency.Counts} checks a table;
 * {@link org.mlmath.stats.contingency.ChiSquareTest}, {@link org.mlmath.stats.contingency.FisherExactTest} and
 * {@link org.mlmath.stats.contingency.McNemarTest} compute.
 *
 * <p>Conventions as in R: Yates' correction of a 2×2 table by default and by at most the distance itself, Fisher's two-sided p-value by
 * the probabilities of the tables.
 */
package org.mlmath.stats.contingency;
