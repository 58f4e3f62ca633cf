/**
 * Two arms of an experiment compared by their posteriors: {@link org.mlmath.stats.bayes.comparison.ArmComparison}.
 *
 * <p>Conventions: differences are B − A; choosing an arm loses what the other is better by, and nothing where it is worse.
 */
package org.mlmath.stats.bayes.comparison;
