package org.mlmath.stats.classification;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Measures of the classes, averaged")
public record AveragedMeasures(
        @Schema(description = "Average precision of the classes")
        double precision,

        @Schema(description = "Average recall of the classes")
        double recall,

        @Schema(description = "Average F1 of the classes") double f1,

        @Schema(description = "Average fBeta of the classes")
        double fBeta,

        @Schema(description = "Average specificity of the classes")
        double specificity) {
    /** Each class alike. */
    static AveragedMeasures macro(List<ClassMeasures> classes) {
        return weighted(classes, c -> 1);
    }

    /** Each class by its share of the observations. */
    static AveragedMeasures bySupport(List<ClassMeasures> classes) {
        return weighted(classes, ClassMeasures::support);
    }

    /** The measures of all classes' counts added up. */
    static AveragedMeasures micro(ClassMeasures sums) {
        return new AveragedMeasures(
                orZero(sums.precision()),
                orZero(sums.recall()),
                orZero(sums.f1()),
                orZero(sums.fBeta()),
                orZero(sums.specificity()));
    }

    private static AveragedMeasures weighted(List<ClassMeasures> classes, ToDoubleFunction<ClassMeasures> weight) {
        return new AveragedMeasures(
                average(classes, weight, ClassMeasures::precision),
                average(classes, weight, ClassMeasures::recall),
                average(classes, weight, ClassMeasures::f1),
                average(classes, weight, ClassMeasures::fBeta),
                average(classes, weight, ClassMeasures::specificity));
    }

    private static double average(
            List<ClassMeasures> classes,
            ToDoubleFunction<ClassMeasures> weight,
            ToDoubleFunction<ClassMeasures> measure) {
        double sum = 0;
        double total = 0;
        for (ClassMeasures each : classes) {
            sum += weight.applyAsDouble(each) * orZero(measure.applyAsDouble(each));
            total += weight.applyAsDouble(each);
        }
        return sum / total;
    }

    /** A measure that divides by nothing counts as 0, as in scikit-learn. */
    private static double orZero(double measure) {
        return Double.isNaN(measure) ? 0 : measure;
    }
}
