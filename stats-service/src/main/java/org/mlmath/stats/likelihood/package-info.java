/** Wilks' likelihood-ratio test of nested models, computed by {@link org.mlmath.stats.likelihood.LikelihoodRatioTest}. */
package org.mlmath.stats.likelihood;
