/**
 * Distributions over HTTP. The families themselves (parameters, formulas, numerics) are those of
 * {@link org.mlmath.numerics.distribution.Families}; nothing here names one, so a family added there appears in every path.
 */
package org.mlmath.stats.distribution;
