package org.mlmath.stats.classification;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.mlmath.numerics.DimensionMismatchException;
import org.mlmath.numerics.InsufficientDataException;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.stats.number.Label;
import org.mlmath.stats.number.Labels;

/**
 * Counts of observations by actual and predicted class.
 *
 * @param labels the classes
 * @param counts a row per actual, a column per predicted class
 */
record ConfusionMatrix(List<Label> labels, long[][] counts) {
    /** @param given the classes in their order, null for all that occur in ascending order */
    static ConfusionMatrix of(Labels actual, Labels predicted, Labels given) {
        if (actual.size() != predicted.size()) {
            throw new DimensionMismatchException("There are %d actual classes and %d predicted ones."
                            .formatted(actual.size(), predicted.size()))
                    .at("/predicted");
        }
        if (actual.size() == 0) {
            throw new InsufficientDataException("There are no observations.")
                    .at("/actual")
                    .with("size", 0);
        }
        List<Label> labels = given == null ? occurring(actual, predicted) : distinct(given.values());
        Labels.requireFew(labels.size(), given == null ? "/actual" : "/labels");
        Map<Label, Integer> index = new HashMap<>();
        for (Label label : labels) {
            index.put(label, index.size());
        }
        long[][] counts = new long[labels.size()][labels.size()];
        for (int i = 0; i < actual.size(); i++) {
            counts[index(index, actual, i, "/actual/")][index(index, predicted, i, "/predicted/")]++;
        }
        return new ConfusionMatrix(labels, counts);
    }

    private static List<Label> occurring(Labels actual, Labels predicted) {
        TreeSet<Label> labels = new TreeSet<>(actual.values());
        labels.addAll(predicted.values());
        return List.copyOf(labels);
    }

    private static List<Label> distinct(List<Label> labels) {
        for (int i = 0; i < labels.size(); i++) {
            if (labels.indexOf(labels.get(i)) < i) {
                throw new InvalidParameterException("The class %s stands twice.".formatted(labels.get(i)))
                        .at("/labels/" + i);
            }
        }
        return labels;
    }

    private static int index(Map<Label, Integer> index, Labels labels, int i, String pointer) {
        Integer found = index.get(labels.values().get(i));
        if (found == null) {
            throw new InvalidParameterException("The class %s is not among the labels."
                            .formatted(labels.values().get(i)))
                    .at(pointer + i);
        }
        return found;
    }

    long total() {
        long total = 0;
        for (int i = 0; i < counts.length; i++) {
            total += actual(i);
        }
        return total;
    }

    long correct() {
        long correct = 0;
        for (int i = 0; i < counts.length; i++) {
            correct += counts[i][i];
        }
        return correct;
    }

    /** Observations of a class. */
    long actual(int label) {
        long sum = 0;
        for (long count : counts[label]) {
            sum += count;
        }
        return sum;
    }

    /** Predictions of a class. */
    long predicted(int label) {
        long sum = 0;
        for (long[] row : counts) {
            sum += row[label];
        }
        return sum;
    }

    /** One class against all others. */
    ClassMeasures measures(int label, double beta, double outside) {
        long tp = counts[label][label];
        long fp = predicted(label) - tp;
        long fn = actual(label) - tp;
        return ClassMeasures.of(labels.get(label), tp, fp, fn, total() - tp - fp - fn, beta, outside);
    }

    /**
     * The correlation of actual and predicted class, for several classes as in J. Gorodkin, Comput. Biol. Chem. 28 (2004), 367-374; NaN
     * where either is always the same.
     */
    double matthews() {
        double n = total();
        double covariance = correct() * n;
        double ofActual = n * n;
        double ofPredicted = n * n;
        for (int k = 0; k < counts.length; k++) {
            double a = actual(k);
            double p = predicted(k);
            covariance -= a * p;
            ofActual -= a * a;
            ofPredicted -= p * p;
        }
        return covariance / Math.sqrt(ofActual) / Math.sqrt(ofPredicted);
    }

    /** (pₒ − pₑ) / (1 − pₑ) (J. Cohen, Educ. Psychol. Meas. 20 (1960), 37-46); NaN where chance agrees always. */
    double kappa() {
        double n = total();
        double chance = 0;
        for (int k = 0; k < counts.length; k++) {
            chance += (double) actual(k) * predicted(k);
        }
        return (correct() * n - chance) / (n * n - chance);
    }
}
