/** What a sample looks like: summaries, quantiles, histogram, density, distribution function, outliers. */
package org.mlmath.stats.description;
