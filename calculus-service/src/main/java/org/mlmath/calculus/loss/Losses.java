package org.mlmath.calculus.loss;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.kit.array.VectorOrMatrix;
import org.mlmath.kit.problem.ProblemException;
import org.mlmath.kit.problem.ProblemType;
import org.mlmath.numerics.DomainException;
import org.mlmath.numerics.learning.CategoricalCrossEntropy;
import org.mlmath.numerics.learning.ElementwiseLoss;
import org.mlmath.numerics.learning.Loss;
import org.mlmath.numerics.learning.Loss.Evaluated;
import org.mlmath.numerics.learning.SoftmaxDivergence;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.numerics.sample.CompensatedSum;

/** A loss on data, with its gradient and its reduction. */
final class Losses {
    private static final double RELATIVE_ERROR = 1e-14;

    private Losses() {}

    /**
     * @throws ProblemException not-found for an unknown name; invalid-request for a parameter of another loss
     * @throws org.mlmath.numerics.MathException as {@link Examples#of} does
     */
    static LossResult of(String slug, LossRequest request) {
        LossName name = LossName.named(slug);
        requireKnown(name, request, "");
        List<Warning> warnings = new ArrayList<>();
        Examples examples = Examples.of(name, request, warnings);
        boolean logits = logits(name, request);
        Loss loss = loss(name, request);
        Evaluated evaluated =
                loss.evaluate(examples.predictions(), examples.targets(), examples.rows(), examples.columns());

        Reduction reduction = request.reduction() == null ? Reduction.MEAN : request.reduction();
        double[] losses = evaluated.losses();
        double factor = reduction.factor(losses.length);
        double[] gradient = evaluated.gradient().clone();
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] = gradient[i] * factor + 0.0;
        }
        double total = sum(losses, 0, losses.length) * factor;
        if (logits || !name.takesLogarithms()) {
            // Nothing but overflow makes these infinite, and what overflows is undefined.
            undefineInfinities(losses);
            undefineInfinities(gradient);
            if (reduction != Reduction.NONE && !Double.isFinite(total)) {
                throw new DomainException("The loss is larger than the largest double: scale predictions and targets.")
                        .at("/predictions");
            }
        } else if (total == Double.POSITIVE_INFINITY) {
            warnings.add(new Warning(
                    "infinite-loss",
                    "The loss is infinite: what happened was given probability 0. "
                            + (name == LossName.POISSON
                                    ? "Where rates come from an exponential, send their logarithms with logInput."
                                    : "Where probabilities come from a sigmoid or a softmax, send the logits with fromLogits."),
                    "/loss"));
        }
        List<Step> steps = null;
        if (Boolean.TRUE.equals(request.explain())) {
            if (LossSteps.readable(gradient.length)) {
                steps = LossSteps.of(name, logits, reduction, examples, losses, total, gradient);
            } else {
                warnings.add(LossSteps.tooLong());
            }
        }
        VectorOrMatrix predictions = request.predictions();
        return new LossResult(
                name,
                parameters(name, request),
                reduction,
                reduction == Reduction.NONE ? unreduced(predictions, losses) : new LossValue(total),
                shaped(predictions, gradient),
                perExample(reduction, losses, examples.rows()),
                name.formula(logits),
                new LossResult.Diagnostics(RELATIVE_ERROR),
                conventions(name),
                warnings,
                steps);
    }

    /**
     * @param pointer where the parameters stand in the request
     * @throws ProblemException invalid-request for a parameter of another loss
     */
    static void requireKnown(LossName name, LossRequest request, String pointer) {
        for (LossParameter parameter : LossParameter.values()) {
            if (!parameter.of().contains(name) && parameter.in(request)) {
                throw ProblemException.at(
                        ProblemType.INVALID_REQUEST,
                        pointer + "/" + parameter.field(),
                        "%s has no %s; it is a parameter of %s"
                                .formatted(
                                        name.slug(),
                                        parameter.field(),
                                        String.join(
                                                ", ",
                                                parameter.of().stream()
                                                        .sorted()
                                                        .map(LossName::slug)
                                                        .toList())));
            }
        }
    }

    private static void undefineInfinities(double[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = Double.isInfinite(values[i]) ? Double.NaN : values[i];
        }
    }

    /** Whether predictions are still to go through a sigmoid, a softmax or an exponential. */
    static boolean logits(LossName name, LossRequest request) {
        return name == LossName.POISSON
                ? LossParameter.LOG_INPUT.flag(request)
                : name.parameters().contains(LossParameter.FROM_LOGITS) && LossParameter.FROM_LOGITS.flag(request);
    }

    static Loss loss(LossName name, LossRequest request) {
        boolean logits = logits(name, request);
        return switch (name) {
            case MSE -> ElementwiseLoss.squaredError();
            case MAE -> ElementwiseLoss.absoluteError();
            case HUBER -> ElementwiseLoss.huber(LossParameter.DELTA.number(request));
            case LOG_COSH -> ElementwiseLoss.logCosh();
            case BINARY_CROSS_ENTROPY ->
                logits ? ElementwiseLoss.binaryCrossEntropyOfLogits() : ElementwiseLoss.binaryCrossEntropy();
            case CATEGORICAL_CROSS_ENTROPY ->
                logits ? CategoricalCrossEntropy.OF_LOGITS : CategoricalCrossEntropy.OF_PROBABILITIES;
            case HINGE -> ElementwiseLoss.hinge();
            case SQUARED_HINGE -> ElementwiseLoss.squaredHinge();
            case KL_DIVERGENCE -> logits ? new SoftmaxDivergence() : ElementwiseLoss.kullbackLeibler();
            case POISSON -> {
                boolean full = LossParameter.FULL.flag(request);
                yield logits ? ElementwiseLoss.poissonOfLogRates(full) : ElementwiseLoss.poisson(full);
            }
            case FOCAL -> {
                double gamma = LossParameter.GAMMA.number(request);
                double alpha = LossParameter.ALPHA.number(request);
                yield logits ? ElementwiseLoss.focalOfLogits(gamma, alpha) : ElementwiseLoss.focal(gamma, alpha);
            }
        };
    }

    private static double[] perExample(Reduction reduction, double[] losses, int rows) {
        int width = losses.length / rows;
        double factor = reduction.factor(width);
        double[] perExample = new double[rows];
        for (int i = 0; i < rows; i++) {
            perExample[i] = sum(losses, i * width, width) * factor;
        }
        return perExample;
    }

    private static double sum(double[] losses, int from, int count) {
        CompensatedSum sum = new CompensatedSum();
        double plain = 0;
        for (int i = from; i < from + count; i++) {
            sum.add(losses[i]);
            plain += losses[i];
        }
        return Double.isFinite(plain) ? sum.value() : plain;
    }

    private static LossValue unreduced(VectorOrMatrix predictions, double[] losses) {
        boolean perPrediction = losses.length == predictions.matrix().values().length;
        return new LossValue(perPrediction ? shaped(predictions, losses) : VectorOrMatrix.vector(losses));
    }

    private static VectorOrMatrix shaped(VectorOrMatrix like, double[] values) {
        return new VectorOrMatrix(new Matrix(like.matrix().rows(), like.matrix().columns(), values), like.vector());
    }

    private static Map<String, Object> parameters(LossName name, LossRequest request) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        name.parameters().forEach(p -> parameters.put(p.field(), p.value(request)));
        return parameters;
    }

    private static Map<String, String> conventions(LossName name) {
        Map<String, String> conventions = new LinkedHashMap<>();
        switch (name) {
            case MAE, HINGE -> conventions.put("derivativeAtKink", "0");
            case BINARY_CROSS_ENTROPY, CATEGORICAL_CROSS_ENTROPY ->
                conventions.put("probabilityZero", "infinite, not clipped as in Keras and PyTorch");
            case KL_DIVERGENCE ->
                conventions.put("mean", "over all entries, as PyTorch's mean; its batchmean is sum over rows");
            case POISSON ->
                conventions.put("predictions", "rates unless logInput, as in Keras; PyTorch's are logarithms");
            case FOCAL -> conventions.put("alpha", "0.25 unless given, as in the paper and torchvision");
            default -> {}
        }
        return conventions;
    }
}
