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
 * @param targets of the same shape, as {@link Targets} makes them
 */
record Examples(int rows, int columns, double[] predictions, double[] targets) {
    private static final Set<LossName> DISTRIBUTIONS =
            Set.of(LossName.CATEGORICAL_CROSS_ENTROPY, LossName.KL_DIVERGENCE);

    /**
     * @throws InvalidParameterException for a prediction or target that the loss cannot take, at its entry
     * @throws DimensionMismatchException where the shapes do not fit
     */
    static Examples of(LossName name, LossRequest request, List<Warning> warnings) {
        VectorOrMatrix predictions = request.predictions();
        double[] y = predictions.matrix().values();
        if (y.length == 0) {
            throw new InvalidParameterException("There are no predictions.").at("/predictions");
        }
        boolean oneRow = predictions.vector() && DISTRIBUTIONS.contains(name);
        int rows = oneRow ? 1 : predictions.matrix().rows();
        int columns = y.length / rows;
        checkPredictions(name, request, rows, columns, warnings);
        requireFitting(name, request, rows);
        double smoothing = name.parameters().contains(LossParameter.LABEL_SMOOTHING)
                ? LossParameter.LABEL_SMOOTHING.number(request)
                : 0;
        double[] targets = new Targets(request.targets(), "/targets").of(name, rows, columns, smoothing, warnings);
        return new Examples(rows, columns, y, targets);
    }

    private static void requireFitting(LossName name, LossRequest request, int rows) {
        VectorOrMatrix predictions = request.predictions();
        VectorOrMatrix targets = request.targets();
        boolean sameShape = predictions.vector() == targets.vector()
                && targets.matrix().rows() == predictions.matrix().rows()
                && targets.matrix().columns() == predictions.matrix().columns();
        boolean classes = name == LossName.CATEGORICAL_CROSS_ENTROPY;
        boolean labels = classes && targets.vector() && targets.matrix().rows() == rows;
        if (!sameShape && !labels) {
            throw new DimensionMismatchException("predictions are %s, targets %s; %s."
                            .formatted(
                                    shape(predictions),
                                    shape(targets),
                                    classes
                                            ? "targets are of the same shape, or a label for each of the %d examples"
                                                    .formatted(rows)
                                            : "a loss needs a target for each prediction"))
                    .at("/targets");
        }
    }

    private static void checkPredictions(
            LossName name, LossRequest request, int rows, int columns, List<Warning> warnings) {
        double[] y = request.predictions().matrix().values();
        boolean vector = request.predictions().vector();
        boolean logits = Losses.logits(name, request);
        switch (name) {
            case BINARY_CROSS_ENTROPY, FOCAL, CATEGORICAL_CROSS_ENTROPY, KL_DIVERGENCE -> {
                for (int i = 0; i < y.length && !logits; i++) {
                    require(
                            y[i] >= 0 && y[i] <= 1,
                            pointer("predictions", i, columns, vector),
                            "%s is not a probability; set fromLogits where predictions are logits.".formatted(y[i]));
                }
                if (DISTRIBUTIONS.contains(name) && !logits) {
                    Targets.warnUnlessNormalized("/predictions", y, rows, columns, warnings);
                }
            }
            case POISSON -> {
                for (int i = 0; i < y.length && !logits; i++) {
                    require(
                            y[i] >= 0,
                            pointer("predictions", i, columns, vector),
                            "%s is not a rate; set logInput where predictions are logarithms of rates."
                                    .formatted(y[i]));
                }
            }
            default -> {}
        }
    }

    private static String pointer(String field, int i, int columns, boolean vector) {
        return vector ? "/%s/%d".formatted(field, i) : "/%s/%d/%d".formatted(field, i / columns, i % columns);
    }

    private static String shape(VectorOrMatrix array) {
        return array.vector()
                ? "a vector of %d".formatted(array.matrix().rows())
                : array.matrix().shape();
    }

    private static void require(boolean right, String pointer, String message) {
        if (!right) {
            throw new InvalidParameterException(message).at(pointer);
        }
    }
}
