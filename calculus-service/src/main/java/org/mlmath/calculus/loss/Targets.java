package org.mlmath.calculus.loss;

import java.util.List;
import java.util.function.IntFunction;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.InvalidParameterException;

/** Targets as a loss computes with them: of the predictions' shape, row-major. */
public final class Targets {
    /** By how much a row of probabilities may miss 1 without a word. */
    private static final double PROBABILITY_TOLERANCE = 1e-9;

    private Targets() {}

    /**
     * @param given rows·columns targets or, for categorical-cross-entropy, a label per row
     * @param pointer to each of those
     * @param smoothing the part of a target that is spread evenly over all classes; 0 for losses that have none
     * @return the same, but labels one-hot, the classes 0 and 1 of a margin loss −1 and 1, smoothed
     * @throws InvalidParameterException for a target that the loss cannot take
     */
    public static double[] of(
            LossName name,
            int rows,
            int columns,
            double[] given,
            IntFunction<String> pointer,
            double smoothing,
            List<Warning> warnings) {
        return switch (name) {
            case MSE, MAE, HUBER, LOG_COSH -> given;
            case HINGE, SQUARED_HINGE -> signs(given, pointer, warnings);
            case BINARY_CROSS_ENTROPY, FOCAL -> smoothed(checked(given, 1, "a probability", pointer), 2, smoothing);
            case POISSON -> checked(given, Double.MAX_VALUE, "a count", pointer);
            case CATEGORICAL_CROSS_ENTROPY ->
                smoothed(
                        given.length == rows * columns && columns > 1
                                ? distributions(given, rows, columns, pointer, warnings)
                                : oneHot(given, columns, pointer),
                        columns,
                        smoothing);
            case KL_DIVERGENCE -> distributions(given, rows, columns, pointer, warnings);
        };
    }

    private static double[] oneHot(double[] labels, int columns, IntFunction<String> pointer) {
        double[] oneHot = new double[labels.length * columns];
        for (int i = 0; i < labels.length; i++) {
            double label = labels[i];
            require(
                    label >= 0 && label < columns && label == Math.rint(label),
                    pointer.apply(i),
                    "%s is not a label; with %d classes labels are 0 to %d.".formatted(label, columns, columns - 1));
            oneHot[i * columns + (int) label] = 1;
        }
        return oneHot;
    }

    private static double[] distributions(
            double[] given, int rows, int columns, IntFunction<String> pointer, List<Warning> warnings) {
        checked(given, 1, "a probability", pointer);
        warnUnlessNormalized("/targets", given, rows, columns, warnings);
        return given;
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

    private static double[] checked(double[] given, double most, String what, IntFunction<String> pointer) {
        for (int i = 0; i < given.length; i++) {
            require(given[i] >= 0 && given[i] <= most, pointer.apply(i), "%s is not %s.".formatted(given[i], what));
        }
        return given;
    }

    private static double[] signs(double[] given, IntFunction<String> pointer, List<Warning> warnings) {
        boolean zeros = false;
        boolean minusOnes = false;
        for (int i = 0; i < given.length; i++) {
            require(
                    given[i] == 1 || given[i] == -1 || given[i] == 0,
                    pointer.apply(i),
                    "%s is not a class; the classes are -1 and 1.".formatted(given[i]));
            zeros |= given[i] == 0;
            minusOnes |= given[i] == -1;
        }
        require(!(zeros && minusOnes), "/targets", "The classes are -1 and 1, or 0 and 1, not all three.");
        if (!zeros) {
            return given;
        }
        double[] signs = new double[given.length];
        for (int i = 0; i < signs.length; i++) {
            signs[i] = given[i] == 1 ? 1 : -1;
        }
        warnings.add(new Warning("classes-mapped", "The classes 0 and 1 were read as -1 and 1.", "/targets"));
        return signs;
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
