package org.mlmath.stats.classification;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.mlmath.numerics.DimensionMismatchException;
import org.mlmath.numerics.InsufficientDataException;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.stats.number.Label;
import org.mlmath.stats.number.Labels;

/**
 * Observations of two classes with the scores a classifier gave them, by descending score.
 *
 * @param scores descending
 * @param positive whether each is of the positive class
 * @param label the positive class
 * @param positives how many are
 */
record BinaryScores(double[] scores, boolean[] positive, Label label, int positives) {
    /** @param wanted the positive class, null for the second of two */
    static BinaryScores of(Labels actual, double[] scores, Label wanted) {
        if (actual.size() != scores.length) {
            throw new DimensionMismatchException(
                            "There are %d classes and %d scores.".formatted(actual.size(), scores.length))
                    .at("/scores");
        }
        Label label = positive(actual, wanted);
        int[] order = IntStream.range(0, scores.length)
                .boxed()
                .sorted((i, j) -> Double.compare(scores[j], scores[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        boolean[] positive = new boolean[scores.length];
        int positives = 0;
        for (int k = 0; k < order.length; k++) {
            positive[k] = actual.values().get(order[k]).equals(label);
            positives += positive[k] ? 1 : 0;
        }
        if (positives == 0 || positives == scores.length) {
            throw new InsufficientDataException("Both classes are needed; %s of the %d observations are positive (%s)."
                            .formatted(positives == 0 ? "none" : "all", scores.length, label))
                    .at("/actual")
                    .with("positives", positives)
                    .with("size", scores.length);
        }
        double[] sorted = Arrays.stream(order).mapToDouble(i -> scores[i]).toArray();
        return new BinaryScores(sorted, positive, label, positives);
    }

    private static Label positive(Labels actual, Label wanted) {
        List<Label> labels = actual.distinct();
        if (wanted != null) {
            if (!labels.contains(wanted)) {
                throw new InvalidParameterException("The class %s does not occur.".formatted(wanted)).at("/positive");
            }
            return wanted;
        }
        if (labels.size() > 2) {
            throw new InvalidParameterException(
                            "There are %d classes; say with positive which one is set against the others."
                                    .formatted(labels.size()))
                    .at("/actual");
        }
        if (labels.isEmpty()) {
            throw new InsufficientDataException("There are no observations.")
                    .at("/actual")
                    .with("size", 0);
        }
        return labels.getLast();
    }

    int size() {
        return scores.length;
    }

    int negatives() {
        return scores.length - positives;
    }

    /**
     * How many positives and negatives score at least as much as each different score: where the threshold is that score, these are
     * taken for positive.
     */
    List<Cut> cuts() {
        List<Cut> cuts = new ArrayList<>();
        int found = 0;
        for (int k = 0; k < scores.length; k++) {
            found += positive[k] ? 1 : 0;
            if (k == scores.length - 1 || scores[k + 1] != scores[k]) {
                cuts.add(new Cut(scores[k], found, k + 1 - found));
            }
        }
        return cuts;
    }

    /**
     * A threshold and what lies at or above it.
     *
     * @param truePositives observations of the positive class
     * @param falsePositives observations of the other
     */
    record Cut(double threshold, int truePositives, int falsePositives) {}
}
