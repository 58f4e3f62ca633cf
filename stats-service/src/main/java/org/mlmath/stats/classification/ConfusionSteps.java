package org.mlmath.stats.classification;

import java.util.ArrayList;
import java.util.List;
import org.mlmath.kit.answer.Step;
import org.mlmath.stats.number.Words;

/** Reads a confusion matrix in words: what each count means, then each measure from its counts. */
final class ConfusionSteps {
    private final List<Step> steps = new ArrayList<>();

    private ConfusionSteps() {}

    /** @param about the class that is read, null for none in particular */
    static List<Step> of(ConfusionMatrix matrix, ClassMeasures about) {
        ConfusionSteps steps = new ConfusionSteps();
        if (about != null) {
            steps.counts(about);
            steps.measures(about);
        } else {
            steps.mistakes(matrix);
        }
        steps.accuracy(matrix);
        return steps.steps;
    }

    private void counts(ClassMeasures c) {
        add(
                "count",
                "Read the matrix",
                "Of %d observations of class %s, %d were found (true positives) and %d missed (false negatives). Of %d others, %d were taken for it (false positives) and %d were not (true negatives)."
                        .formatted(
                                c.support(),
                                c.label(),
                                c.truePositives(),
                                c.falseNegatives(),
                                c.falsePositives() + c.trueNegatives(),
                                c.falsePositives(),
                                c.trueNegatives()),
                "TP = %d,\\; FN = %d,\\; FP = %d,\\; TN = %d"
                        .formatted(c.truePositives(), c.falseNegatives(), c.falsePositives(), c.trueNegatives()),
                List.of(c.truePositives(), c.falseNegatives(), c.falsePositives(), c.trueNegatives()));
    }

    private void measures(ClassMeasures c) {
        ratio(
                "Precision",
                "How much a positive prediction is worth: of the observations taken for the class, the share that are of it.",
                "\\frac{TP}{TP + FP}",
                c.truePositives(),
                c.falsePositives(),
                c.precision());
        ratio(
                "Recall",
                "How much of the class is found: of its observations, the share that were taken for it.",
                "\\frac{TP}{TP + FN}",
                c.truePositives(),
                c.falseNegatives(),
                c.recall());
        ratio(
                "Specificity",
                "How well the others are left alone: of their observations, the share not taken for the class.",
                "\\frac{TN}{TN + FP}",
                c.trueNegatives(),
                c.falsePositives(),
                c.specificity());
        ratio(
                "F1",
                "The harmonic mean of precision and recall, which is high only where both are.",
                "\\frac{2\\,TP}{2\\,TP + FP + FN}",
                2 * c.truePositives(),
                c.falsePositives() + c.falseNegatives(),
                c.f1());
    }

    /** The classes most often taken for another. */
    private void mistakes(ConfusionMatrix matrix) {
        int from = 0;
        int to = 0;
        long most = 0;
        for (int i = 0; i < matrix.counts().length; i++) {
            for (int j = 0; j < matrix.counts().length; j++) {
                if (i != j && matrix.counts()[i][j] > most) {
                    from = i;
                    to = j;
                    most = matrix.counts()[i][j];
                }
            }
        }
        add(
                "count",
                "Find the mistakes",
                most == 0
                        ? "All counts off the diagonal are 0: no class was taken for another."
                        : "Counts off the diagonal are mistakes; the most frequent, %d times: %s taken for %s."
                                .formatted(
                                        most,
                                        matrix.labels().get(from),
                                        matrix.labels().get(to)),
                "%d \\text{ of } %d \\text{ are mistakes}".formatted(matrix.total() - matrix.correct(), matrix.total()),
                matrix.total() - matrix.correct());
    }

    private void accuracy(ConfusionMatrix matrix) {
        ratio(
                "Accuracy",
                "The share of all predictions that are right: the diagonal over the total. Where one class is rare, a high accuracy says little.",
                "\\frac{\\text{diagonal}}{\\text{total}}",
                matrix.correct(),
                matrix.total() - matrix.correct(),
                (double) matrix.correct() / matrix.total());
    }

    private void ratio(String name, String detail, String formula, long part, long rest, double value) {
        add(
                "ratio",
                name,
                detail,
                "%s = \\frac{%d}{%d} = %s"
                        .formatted(
                                formula,
                                part,
                                part + rest,
                                Double.isNaN(value) ? "\\text{undefined}" : Words.latex(value)),
                Double.isNaN(value) ? null : value);
    }

    private void add(String kind, String title, String detail, String latex, Object value) {
        steps.add(new Step(kind, title, detail, latex, value));
    }
}
