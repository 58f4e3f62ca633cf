package org.mlmath.stats.classification;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.stats.number.Label;

/** What is told about one class against all others; null where a measure divides by nothing. */
@Schema(description = "Measures of one class against all others; null where one divides by nothing")
public record ClassMeasures(
        @Schema(description = "The class") Label label,

        @Schema(description = "Observations of the class that were found")
        long truePositives,

        @Schema(description = "Observations of other classes taken for it")
        long falsePositives,

        @Schema(description = "Observations of the class that were missed")
        long falseNegatives,

        @Schema(description = "Observations of other classes not taken for it")
        long trueNegatives,

        @Schema(description = "Number of observations of the class")
        long support,

        @Schema(description = "TP / (TP + FP), the positive predictive value", nullable = true)
        Double precision,

        @Schema(description = "TP / (TP + FN), the sensitivity", nullable = true)
        Double recall,

        @Schema(description = "TN / (TN + FP)", nullable = true)
        Double specificity,

        @Schema(description = "TN / (TN + FN)", nullable = true)
        Double negativePredictiveValue,

        @Schema(description = "Harmonic mean of precision and recall: 2TP / (2TP + FP + FN)", nullable = true)
        Double f1,

        @Schema(description = "The same with recall beta times as important", nullable = true)
        Double fBeta,

        @Schema(description = "TP / (TP + FP + FN)", nullable = true)
        Double jaccard,

        @Schema(description = "FP / (FP + TN)", nullable = true)
        Double falsePositiveRate,

        @Schema(description = "FN / (FN + TP)", nullable = true)
        Double falseNegativeRate,

        @Schema(description = "FP / (FP + TP)", nullable = true)
        Double falseDiscoveryRate,

        @Schema(description = "recall / falsePositiveRate; Infinity without false positives", nullable = true)
        Double positiveLikelihoodRatio,

        @Schema(description = "falseNegativeRate / specificity", nullable = true)
        Double negativeLikelihoodRatio,

        @Schema(description = "TP·TN / (FP·FN)", nullable = true)
        Double diagnosticOddsRatio,

        @Schema(description = "Youden's J: recall + specificity - 1", nullable = true)
        Double informedness,

        @Schema(description = "precision + negativePredictiveValue - 1", nullable = true)
        Double markedness,

        @Schema(description = "Share of the observations that are of the class")
        double prevalence,

        @Schema(description = "Confidence intervals of the shares")
        ClassIntervals intervals) {
    /** Counts of one class against all others, with what follows from them. */
    static ClassMeasures of(Label label, long tp, long fp, long fn, long tn, double beta, double outside) {
        double precision = share(tp, fp);
        double recall = share(tp, fn);
        double specificity = share(tn, fp);
        double negative = share(tn, fn);
        double square = beta * beta;
        return new ClassMeasures(
                label,
                tp,
                fp,
                fn,
                tn,
                tp + fn,
                precision,
                recall,
                specificity,
                negative,
                share(2.0 * tp, (double) fp + fn),
                share((1 + square) * tp, fp + square * fn),
                share(tp, (double) fp + fn),
                share(fp, tn),
                share(fn, tp),
                share(fp, tp),
                recall / share(fp, tn),
                share(fn, tp) / specificity,
                (double) tp * tn / ((double) fp * fn),
                recall + specificity - 1,
                precision + negative - 1,
                (double) (tp + fn) / (tp + fp + fn + tn),
                new ClassIntervals(
                        ClassIntervals.wilson(tp, fp, outside),
                        ClassIntervals.wilson(tp, fn, outside),
                        ClassIntervals.wilson(tn, fp, outside),
                        ClassIntervals.wilson(tn, fn, outside)));
    }

    /** part / (part + rest), NaN where that is 0 / 0. */
    static double share(double part, double rest) {
        return part / (part + rest);
    }
}
