package org.mlmath.calculus.loss;

import java.util.List;
import java.util.Set;
import org.mlmath.kit.answer.Warning;
import org.mlmath.kit.array.VectorOrMatrix;
import org.mlmath.numerics.DimensionMismatchException;
import org.mlmath.numerics.InvalidParameterException;

/**
 * Predictions and targets of one shape, an example per row, once it is settled that they make sense for the loss.
 *
 * @param predictions rows×columns, row-major
 * @param targets of the same shape: labels have become one-hot rows, classes 0 and 1 of a margin loss −1 and 1, smoothed where asked
 */
record Examples(int rows, int columns, double[] predictions, double[] targets) {
    /** By how much a row of probabilities may miss 1 without a word. */
    private static final double PROBABILITY_TOLERANCE = 1e-9;

    private static final Set<LossName> DISTRIBUTIONS =
            Set.of(LossName.CATEGORICAL_CROSS_ENTROPY, LossName.KL_DIVERGENCE);

    /**
     * @throws InvalidParameterException for a prediction or target that the loss cannot take, at its entry
     * @throws DimensionMismatchException where the shapes do not fit
     */
    static Examples of(LossName name, LossRequest request, List<Warning> warnings) {
        VectorOrMatrix given = request.predictions();
        double[] y = given.matrix().values();
        require(y.length > 0, "/predictions", "There are no predictions.");
        boolean oneRow = given.vector() && DISTRIBUTIONS.contains(name);
        int rows = oneRow ? 1 : given.matrix().rows();
        int columns = y.length / rows;
        Examples examples = new Examples(rows, columns, y, targets(name, request, rows, columns));
        examples.checkPredictions(name, request, warnings);
        return switch (name) {
            case HINGE, SQUARED_HINGE -> examples.asSigns(given.vector(), warnings);
            case BINARY_CROSS_ENTROPY ->
                examples.checkedTargets(given.vector(), 1, "a probability").smoothed(2, request);
            case CATEGORICAL_CROSS_ENTROPY -> {
                boolean labels = request.targets().matrix().values().length != y.length;
                if (!labels) {
                    examples.checkedTargets(oneRow, 1, "a probability")
                            .warnUnlessDistributions("targets", oneRow, warnings);
                }
                yield examples.smoothed(columns, request);
            }
            case KL_DIVERGENCE -> {
                examples.checkedTargets(oneRow, 1, "a probability")
                        .warnUnlessDistributions("targets", oneRow, warnings);
                yield examples;
            }
            case FOCAL -> examples.checkedTargets(given.vector(), 1, "a probability");
            case POISSON -> examples.checkedTargets(given.vector(), Double.MAX_VALUE, "a count");
            case MSE, MAE, HUBER, LOG_COSH -> examples;
        };
    }

    private static double[] targets(LossName name, LossRequest request, int rows, int columns) {
        VectorOrMatrix predictions = request.predictions();
        VectorOrMatrix targets = request.targets();
        boolean sameShape = predictions.vector() == targets.vector()
                && targets.matrix().rows() == predictions.matrix().rows()
                && targets.matrix().columns() == predictions.matrix().columns();
        if (sameShape) {
            return targets.matrix().values();
        }
        boolean labels = name == LossName.CATEGORICAL_CROSS_ENTROPY
                && targets.vector()
                && targets.matrix().rows() == rows;
        if (!labels) {
            throw new DimensionMismatchException("predictions are %s, targets %s%s."
                            .formatted(
                                    shape(predictions),
                                    shape(targets),
                                    name == LossName.CATEGORICAL_CROSS_ENTROPY
                                            ? "; targets are of the same shape, or a label for each of the %d examples"
                                                    .formatted(rows)
                                            : "; a loss needs a target for each prediction"))
                    .at("/targets");
        }
        double[] oneHot = new double[rows * columns];
        for (int i = 0; i < rows; i++) {
            double label = targets.matrix().values()[i];
            require(
                    label >= 0 && label < columns && label == Math.rint(label),
                    "/targets/" + i,
                    "%s is not a label; with %d classes labels are 0 to %d.".formatted(label, columns, columns - 1));
            oneHot[i * columns + (int) label] = 1;
        }
        return oneHot;
    }

    private void checkPredictions(LossName name, LossRequest request, List<Warning> warnings) {
        boolean vector = request.predictions().vector();
        boolean logits = Boolean.TRUE.equals(request.fromLogits());
        switch (name) {
            case BINARY_CROSS_ENTROPY, FOCAL, CATEGORICAL_CROSS_ENTROPY, KL_DIVERGENCE -> {
                if (logits) {
                    return;
                }
                for (int i = 0; i < predictions.length; i++) {
                    require(
                            predictions[i] >= 0 && predictions[i] <= 1,
                            pointer("predictions", i, vector),
                            "%s is not a probability; set fromLogits where predictions are logits."
                                    .formatted(predictions[i]));
                }
                if (DISTRIBUTIONS.contains(name)) {
                    warnUnlessDistributions("predictions", vector, warnings);
                }
            }
            case POISSON -> {
                if (Boolean.TRUE.equals(request.logInput())) {
                    return;
                }
                for (int i = 0; i < predictions.length; i++) {
                    require(
                            predictions[i] >= 0,
                            pointer("predictions", i, vector),
                            "%s is not a rate; set logInput where predictions are logarithms of rates."
                                    .formatted(predictions[i]));
                }
            }
            default -> {}
        }
    }

    private Examples checkedTargets(boolean vector, double most, String what) {
        for (int i = 0; i < targets.length; i++) {
            require(
                    targets[i] >= 0 && targets[i] <= most,
                    pointer("targets", i, vector),
                    "%s is not %s.".formatted(targets[i], what));
        }
        return this;
    }

    private void warnUnlessDistributions(String field, boolean vector, List<Warning> warnings) {
        double[] p = field.equals("targets") ? targets : predictions;
        for (int i = 0; i < rows; i++) {
            double sum = 0;
            for (int k = 0; k < columns; k++) {
                sum += p[i * columns + k];
            }
            if (Math.abs(sum - 1) > PROBABILITY_TOLERANCE) {
                warnings.add(new Warning(
                        "not-normalized",
                        "These probabilities sum to %s, not 1; they were taken as they are.".formatted(sum),
                        vector ? "/" + field : "/" + field + "/" + i));
                return;
            }
        }
    }

    private Examples asSigns(boolean vector, List<Warning> warnings) {
        boolean zeros = false;
        boolean minusOnes = false;
        for (int i = 0; i < targets.length; i++) {
            require(
                    targets[i] == 1 || targets[i] == -1 || targets[i] == 0,
                    pointer("targets", i, vector),
                    "%s is not a class; the classes are -1 and 1.".formatted(targets[i]));
            zeros |= targets[i] == 0;
            minusOnes |= targets[i] == -1;
        }
        require(!(zeros && minusOnes), "/targets", "The classes are -1 and 1, or 0 and 1, not all three.");
        if (!zeros) {
            return this;
        }
        double[] signs = new double[targets.length];
        for (int i = 0; i < signs.length; i++) {
            signs[i] = targets[i] == 1 ? 1 : -1;
        }
        warnings.add(new Warning("classes-mapped", "The classes 0 and 1 were read as -1 and 1.", "/targets"));
        return new Examples(rows, columns, predictions, signs);
    }

    private Examples smoothed(int classes, LossRequest request) {
        double part = LossParameter.LABEL_SMOOTHING.number(request);
        if (part == 0) {
            return this;
        }
        double[] smooth = new double[targets.length];
        for (int i = 0; i < smooth.length; i++) {
            smooth[i] = (1 - part) * targets[i] + part / classes;
        }
        return new Examples(rows, columns, predictions, smooth);
    }

    private String pointer(String field, int i, boolean vector) {
        return vector ? "/%s/%d".formatted(field, i) : "/%s/%d/%d".formatted(field, i / columns, i % columns);
    }

    private static String shape(VectorOrMatrix array) {
        return array.vector()
                ? "a vector of %d".formatted(array.matrix().rows())
                : "%d×%d".formatted(array.matrix().rows(), array.matrix().columns());
    }

    private static void require(boolean right, String pointer, String message) {
        if (!right) {
            throw new InvalidParameterException(message).at(pointer);
        }
    }
}
