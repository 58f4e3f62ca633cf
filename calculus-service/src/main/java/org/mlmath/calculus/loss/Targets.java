package org.mlmath.calculus.loss;

import java.util.List;
import org.mlmath.kit.answer.Warning;
import org.mlmath.kit.array.VectorOrMatrix;
import org.mlmath.numerics.InvalidParameterException;

/**
 * Targets as they were given, on the way to what a loss computes with.
 *
 * @param given a target per prediction or, for categorical-cross-entropy, a label per example
 * @param pointer where they stand in the request
 */
record Targets(VectorOrMatrix given, String pointer) {
    /** By how much a row of probabilities may miss 1 without a word. */
    private static final double PROBABILITY_TOLERANCE = 1e-9;

    /**
     * @param rows examples
     * @param columns predictions of each
     * @param smoothing the part of a target that is spread evenly over all classes; 0 for losses that have none
     * @return rows×columns, row-major: labels one-hot, the classes 0 and 1 of a margin loss −1 and 1, smoothed
     * @throws InvalidParameterException for a target that the loss cannot take
     */
    double[] of(LossName name, int rows, int columns, double smoothing, List<Warning> warnings) {
        double[] targets = given.matrix().values();
        return switch (name) {
            case MSE, MAE, HUBER, LOG_COSH -> targets;
            case HINGE, SQUARED_HINGE -> signs(warnings);
            case BINARY_CROSS_ENTROPY, FOCAL -> smoothed(checked(1, "a probability"), 2, smoothing);
            case POISSON -> checked(Double.MAX_VALUE, "a count");
            case CATEGORICAL_CROSS_ENTROPY ->
                smoothed(
                        targets.length == rows * columns && columns > 1
                                ? distributions(rows, columns, warnings)
                                : oneHot(columns),
                        columns,
                        smoothing);
            case KL_DIVERGENCE -> distributions(rows, columns, warnings);
        };
    }

    private double[] oneHot(int columns) {
        double[] labels = given.matrix().values();
        double[] oneHot = new double[labels.length * columns];
        for (int i = 0; i < labels.length; i++) {
            double label = labels[i];
            require(
                    label >= 0 && label < columns && label == Math.rint(label),
                    at(i),
                    "%s is not a label; with %d classes labels are 0 to %d.".formatted(label, columns, columns - 1));
            oneHot[i * columns + (int) label] = 1;
        }
        return oneHot;
    }

    private double[] distributions(int rows, int columns, List<Warning> warnings) {
        double[] targets = checked(1, "a probability");
        warnUnlessNormalized(pointer, targets, rows, columns, warnings);
        return targets;
    }

    static void warnUnlessNormalized(String field, double[] p, int rows, int columns, List<Warning> warnings) {
        for (int i = 0; i < rows; i++) {
            double sum = 0;
            for (int k = 0; k < columns; k++) {
                sum += p[i * columns + k];
            }
            if (Math.abs(sum - 1) > PROBABILITY_TOLERANCE) {
                String which = rows == 1 ? "The probabilities" : "The probabilities of row " + i;
                warnings.add(new Warning(
                        "not-normalized",
                        "%s sum to %s, not 1; they were taken as they are.".formatted(which, sum),
                        field));
                return;
            }
        }
    }

    private double[] checked(double most, String what) {
        double[] targets = given.matrix().values();
        for (int i = 0; i < targets.length; i++) {
            require(targets[i] >= 0 && targets[i] <= most, at(i), "%s is not %s.".formatted(targets[i], what));
        }
        return targets;
    }

    private double[] signs(List<Warning> warnings) {
        double[] classes = given.matrix().values();
        boolean zeros = false;
        boolean minusOnes = false;
        for (int i = 0; i < classes.length; i++) {
            require(
                    classes[i] == 1 || classes[i] == -1 || classes[i] == 0,
                    at(i),
                    "%s is not a class; the classes are -1 and 1.".formatted(classes[i]));
            zeros |= classes[i] == 0;
            minusOnes |= classes[i] == -1;
        }
        require(!(zeros && minusOnes), pointer, "The classes are -1 and 1, or 0 and 1, not all three.");
        if (!zeros) {
            return classes;
        }
        double[] signs = new double[classes.length];
        for (int i = 0; i < signs.length; i++) {
            signs[i] = classes[i] == 1 ? 1 : -1;
        }
        warnings.add(new Warning("classes-mapped", "The classes 0 and 1 were read as -1 and 1.", pointer));
        return signs;
    }

    /** @return where the i-th of them stands */
    private String at(int i) {
        int columns = given.matrix().columns();
        return given.vector() ? "%s/%d".formatted(pointer, i) : "%s/%d/%d".formatted(pointer, i / columns, i % columns);
    }

    private static double[] smoothed(double[] targets, int classes, double part) {
        if (part == 0) {
            return targets;
        }
        double[] smooth = new double[targets.length];
        for (int i = 0; i < smooth.length; i++) {
            smooth[i] = (1 - part) * targets[i] + part / classes;
        }
        return smooth;
    }

    private static void require(boolean right, String pointer, String message) {
        if (!right) {
            throw new InvalidParameterException(message).at(pointer);
        }
    }
}
