package org.mlmath.stats.description;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Summaries of one column; NaN, null on the wire, where too few observations or their values leave one undefined. */
@Schema(description = "What summarizes one variable; null where undefined")
public record ColumnDescription(
        @Schema(description = "Number of observations that are there", nullable = true)
        Integer count,

        @Schema(description = "Number of observations that are missing", nullable = true)
        Integer missing,

        @Schema(description = "Number of different values", nullable = true)
        Integer distinct,

        @Schema(description = "Sum of the observations, each times its weight", nullable = true)
        Double sum,

        @Schema(description = "Arithmetic mean", nullable = true)
        Double mean,

        @Schema(description = "Standard error of the mean: standardDeviation / √n", nullable = true)
        Double standardError,

        @Schema(description = "Square root of the variance", nullable = true)
        Double standardDeviation,

        @Schema(description = "Mean squared deviation from the mean, with divisor n - ddof", nullable = true)
        Double variance,

        @Schema(description = "Smallest observation", nullable = true)
        Double min,

        @Schema(description = "First quartile, median, third quartile", examples = "[4, 4, 5]", nullable = true)
        double[] quartiles,

        @Schema(description = "The middle of the observations", nullable = true)
        Double median,

        @Schema(description = "Largest observation", nullable = true)
        Double max,

        @Schema(description = "max - min", nullable = true) Double range,

        @Schema(description = "Interquartile range: third minus first quartile", nullable = true)
        Double iqr,

        @Schema(description = "Moment coefficient g1 = m3 / m2^(3/2)", nullable = true)
        Double skewness,

        @Schema(description = "Moment coefficient g2 = m4 / m2² - 3", nullable = true)
        Double excessKurtosis,

        @Schema(description = "G1: g1 corrected for the size of the sample, n at least 3", nullable = true)
        Double adjustedSkewness,

        @Schema(description = "G2: g2 corrected for the size of the sample, n at least 4", nullable = true)
        Double adjustedExcessKurtosis,

        @Schema(
                description = "Median distance from the median; times 1.4826 it estimates a normal standard deviation",
                nullable = true)
        Double medianAbsoluteDeviation,

        @Schema(description = "Mean distance from the mean", nullable = true)
        Double meanAbsoluteDeviation,

        @Schema(description = "standardDeviation / |mean|; undefined for a mean of 0", nullable = true)
        Double coefficientOfVariation,

        @Schema(description = "Root of the mean square", nullable = true)
        Double rootMeanSquare,

        @Schema(description = "exp of the mean logarithm, of positive observations", nullable = true)
        Double geometricMean,

        @Schema(description = "Reciprocal of the mean reciprocal, of positive observations", nullable = true)
        Double harmonicMean,

        @Schema(
                description = "The value that occurs most; undefined where several do or each occurs once",
                nullable = true)
        Double mode,

        @Schema(
                description =
                        "Correlation of the series with itself one step later, over the variance of the whole; unweighted",
                nullable = true)
        Double lag1Autocorrelation) {}
