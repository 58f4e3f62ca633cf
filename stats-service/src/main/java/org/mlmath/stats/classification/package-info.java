/** How good a classifier is: confusion matrices, curves over thresholds, calibration, and what to do about rare classes. */
package org.mlmath.stats.classification;
