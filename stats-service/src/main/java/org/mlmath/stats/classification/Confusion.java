package org.mlmath.stats.classification;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.stats.number.Label;
import org.mlmath.stats.proportion.ProportionBounds;

/** Measures of a classifier from its confusion matrix. */
final class Confusion {
    private Confusion() {}

    static ConfusionResult of(ConfusionRequest request) {
        requireValid(request);
        ConfusionMatrix matrix = ConfusionMatrix.of(request.actual(), request.predicted(), request.labels());
        double outside = (1 - request.level()) / 2;
        List<ClassMeasures> classes = IntStream.range(0, matrix.labels().size())
                .mapToObj(k -> matrix.measures(k, request.beta(), outside))
                .toList();
        int positive = positive(request, matrix);
        ClassMeasures about = positive < 0 ? null : classes.get(positive);
        AveragedMeasures macro = AveragedMeasures.macro(classes);
        long n = matrix.total();
        return new ConfusionResult(
                matrix.counts(),
                matrix.labels(),
                (double) matrix.correct() / n,
                ProportionBounds.wilson(matrix.correct(), n, outside),
                balanced(classes),
                about == null ? null : about.label(),
                about == null ? macro.precision() : about.precision(),
                about == null ? macro.recall() : about.recall(),
                about == null ? macro.f1() : about.f1(),
                about == null ? macro.specificity() : about.specificity(),
                matrix.matthews(),
                matrix.kappa(),
                classes.stream().mapToLong(ClassMeasures::support).max().orElse(0) / (double) n,
                classes,
                macro,
                AveragedMeasures.micro(sums(classes, request.beta(), outside)),
                AveragedMeasures.bySupport(classes),
                (int) n,
                conventions(about != null),
                warnings(matrix, classes),
                request.explain() ? ConfusionSteps.of(matrix, about) : null);
    }

    private static void requireValid(ConfusionRequest request) {
        if (!(request.level() > 0 && request.level() < 1)) {
            throw new InvalidParameterException("The level must lie strictly between 0 and 1.").at("/level");
        }
        if (!(request.beta() >= 0)) {
            throw new InvalidParameterException("beta must not be negative.").at("/beta");
        }
    }

    /** Which class is the positive one; −1 for none. */
    private static int positive(ConfusionRequest request, ConfusionMatrix matrix) {
        if (request.positive() == null) {
            return matrix.labels().size() == 2 ? 1 : -1;
        }
        int index = matrix.labels().indexOf(request.positive());
        if (index < 0) {
            throw new InvalidParameterException("The class %s does not occur.".formatted(request.positive()))
                    .at("/positive");
        }
        return index;
    }

    private static double balanced(List<ClassMeasures> classes) {
        return classes.stream()
                .filter(c -> c.support() > 0)
                .mapToDouble(ClassMeasures::recall)
                .average()
                .orElse(Double.NaN);
    }

    private static ClassMeasures sums(List<ClassMeasures> classes, double beta, double outside) {
        long tp = classes.stream().mapToLong(ClassMeasures::truePositives).sum();
        long fp = classes.stream().mapToLong(ClassMeasures::falsePositives).sum();
        long fn = classes.stream().mapToLong(ClassMeasures::falseNegatives).sum();
        long tn = classes.stream().mapToLong(ClassMeasures::trueNegatives).sum();
        return ClassMeasures.of(null, tp, fp, fn, tn, beta, outside);
    }

    private static Map<String, String> conventions(boolean positive) {
        Map<String, String> conventions = new LinkedHashMap<>();
        if (!positive) {
            conventions.put(
                    "precision",
                    "with recall, f1 and specificity the mean over the classes (macro) as long as none is named positive");
        }
        conventions.put("matrix", "rows are actual, columns predicted classes (scikit-learn)");
        conventions.put(
                "undefined", "a measure that divides by nothing is null, and counts as 0 in averages (scikit-learn)");
        conventions.put("intervals", "Wilson's score intervals");
        return conventions;
    }

    private static List<Warning> warnings(ConfusionMatrix matrix, List<ClassMeasures> classes) {
        List<Warning> warnings = new ArrayList<>();
        List<Label> never = new ArrayList<>();
        List<Label> absent = new ArrayList<>();
        for (int k = 0; k < classes.size(); k++) {
            if (matrix.predicted(k) == 0) {
                never.add(classes.get(k).label());
            }
            if (matrix.actual(k) == 0) {
                absent.add(classes.get(k).label());
            }
        }
        if (!never.isEmpty()) {
            warnings.add(new Warning(
                    "never-predicted", "Never predicted, so without precision: " + listed(never) + ".", "/perClass"));
        }
        if (!absent.isEmpty()) {
            warnings.add(new Warning(
                    "never-observed",
                    "Predicted but never observed, so without recall: " + listed(absent) + ".",
                    "/perClass"));
        }
        return warnings;
    }

    private static String listed(List<Label> labels) {
        List<String> first = labels.stream().limit(10).map(Label::toString).toList();
        return String.join(", ", first) + (labels.size() > 10 ? " and " + (labels.size() - 10) + " more" : "");
    }
}
