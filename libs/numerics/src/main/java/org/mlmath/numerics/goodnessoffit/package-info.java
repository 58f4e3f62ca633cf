/**
 * How well a sample fits a distribution, or another sample: distributions of the Kolmogorov-Smirnov statistics, the Shapiro-Wilk W
 * and the Anderson-Darling A² with their p-values. Small p-values are computed as such, not as one minus the rest.
 */
package org.mlmath.numerics.goodnessoffit;
