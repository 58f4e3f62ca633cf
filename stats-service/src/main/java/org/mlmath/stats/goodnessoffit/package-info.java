/**
 * Does a sample come from a distribution, or two samples from the same one? The Kolmogorov-Smirnov tests, tests of normality (Shapiro-Wilk,
 * Jarque-Bera) and Anderson-Darling's for any distribution. A distribution is named with its parameters; parameters that are left
 * out are estimated from the data where the test can allow for that.
 */
package org.mlmath.stats.goodnessoffit;
