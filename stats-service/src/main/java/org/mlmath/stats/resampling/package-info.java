/**
 * Bootstrap intervals and permutation tests: inference from the data alone, without a formula for the distribution. The same request
 * with the same seed gives the same numbers whatever the number of threads.
 */
package org.mlmath.stats.resampling;
