package org.mlmath.stats.description;

import com.fasterxml.jackson.annotation.JsonProperty;

/** By what an observation counts as an outlier. */
public enum OutlierMethod {
    /** Beyond Q1 − k·IQR or Q3 + k·IQR (J. W. Tukey, Exploratory Data Analysis, 1977). */
    @JsonProperty("iqr")
    IQR(1.5),
    /** More than k standard deviations from the mean. */
    @JsonProperty("z")
    Z(3),
    /** More than k robust standard deviations, 1.4826 MAD, from the median (B. Iglewicz and D. Hoaglin, 1993). */
    @JsonProperty("modified-z")
    MODIFIED_Z(3.5),
    /** The farthest from the mean, if Grubbs' test (Technometrics 11 (1969), 1-21) finds it significant. */
    @JsonProperty("grubbs")
    GRUBBS(Double.NaN),
    /** Up to so many by Rosner's generalized ESD test (Technometrics 25 (1983), 165-172). */
    @JsonProperty("generalized-esd")
    GENERALIZED_ESD(Double.NaN);

    private final double threshold;

    OutlierMethod(double threshold) {
        this.threshold = threshold;
    }

    /** The usual k; NaN for tests. */
    double threshold() {
        return threshold;
    }

    boolean test() {
        return Double.isNaN(threshold);
    }
}
