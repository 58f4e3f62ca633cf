/**
 * What hypothesis tests have in common; the tests themselves are in packages by what they are about. A test takes its
 * {@link org.mlmath.stats.hypothesis.TestQuestion} from the request, computes, and tells a
 * {@link org.mlmath.stats.hypothesis.TestOutcome} what it found, which adds what follows: decision, sentences, warnings.
 *
 * <p>Conventions: {@code estimate} of two samples is a minus b; the confidence interval belongs to the alternative and so has one
 * finite end for a one-sided test; {@code rejectNull} compares the p-value with alpha; an {@code interpretation} never
 * speaks of the probability that a hypothesis is true. R is followed, and where SciPy differs {@code conventions} say so.
 */
package org.mlmath.stats.hypothesis;
