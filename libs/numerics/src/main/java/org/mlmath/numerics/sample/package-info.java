/**
 * Summaries of samples that keep their digits: compensated sums, two passes, scaled by a power of two so that neither 1e-200 nor
 * 1e300 under- or overflows.
 */
package org.mlmath.numerics.sample;
