package org.mlmath.calculus.network;

import java.util.List;
import org.mlmath.calculus.activation.ActivationName;
import org.mlmath.calculus.loss.LossName;
import org.mlmath.calculus.loss.NamedLoss;
import org.mlmath.calculus.loss.Reduction;
import org.mlmath.kit.answer.Warning;
import org.mlmath.kit.problem.ProblemException;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.network.Criterion;

/** Which loss judges a network that ends with an activation, and whether the two are computed as one. */
final class Criteria {
    private Criteria() {}

    /**
     * @throws ProblemException at a parameter that the loss does not have
     * @throws InvalidParameterException where losses are not reduced to one number
     */
    static Criterion of(NamedLoss loss, ActivationName output, List<Warning> warnings) {
        loss.requireKnownParameters("/loss");
        Reduction reduction = loss.reductionOrMean();
        if (reduction == Reduction.NONE) {
            throw new InvalidParameterException(
                            "Gradients are those of one number: take the mean, the half-mean or the sum.")
                    .at("/loss/reduction");
        }
        if (fused(loss, output)) {
            return new Criterion(loss.ofLogits(), true, Criterion.Predictions.ANY, reduction::factor);
        }
        boolean alreadyNormalized = output == ActivationName.SIGMOID || output == ActivationName.SOFTMAX;
        if (loss.logits() && loss.name() != LossName.POISSON && alreadyNormalized) {
            warnings.add(new Warning(
                    "probabilities-as-logits",
                    "The outputs of %s are taken as logits, as fromLogits says, and so go through it twice."
                            .formatted(output.slug()),
                    "/loss/fromLogits"));
        }
        return new Criterion(loss.function(), false, predictions(loss), reduction::factor);
    }

    /** @return whether the activation and the loss of its outputs are one function of the pre-activations */
    static boolean fused(NamedLoss loss, ActivationName output) {
        if (loss.logits()) {
            return false;
        }
        return switch (loss.name()) {
            case BINARY_CROSS_ENTROPY, FOCAL -> output == ActivationName.SIGMOID;
            case CATEGORICAL_CROSS_ENTROPY, KL_DIVERGENCE ->
                output == ActivationName.SOFTMAX || output == ActivationName.LOG_SOFTMAX;
            default -> false;
        };
    }

    private static Criterion.Predictions predictions(NamedLoss loss) {
        return switch (loss.name()) {
            case BINARY_CROSS_ENTROPY, FOCAL, CATEGORICAL_CROSS_ENTROPY, KL_DIVERGENCE ->
                loss.logits() ? Criterion.Predictions.ANY : Criterion.Predictions.PROBABILITIES;
            case POISSON -> loss.logits() ? Criterion.Predictions.ANY : Criterion.Predictions.RATES;
            default -> Criterion.Predictions.ANY;
        };
    }

    /** @return what to say where the loss has no value: what it takes, and how it would get it */
    static String undefined(NamedLoss loss, ActivationName output) {
        // These outputs are probabilities wherever they are numbers.
        boolean overflows = output == ActivationName.SIGMOID || output == ActivationName.SOFTMAX || fused(loss, output);
        return switch (overflows ? Criterion.Predictions.ANY : predictions(loss)) {
            case PROBABILITIES ->
                "%s takes probabilities, and the %s outputs are not all in [0, 1]. End with %s, or set fromLogits."
                        .formatted(
                                loss.name().slug(),
                                output.slug(),
                                loss.name() == LossName.BINARY_CROSS_ENTROPY || loss.name() == LossName.FOCAL
                                        ? "sigmoid"
                                        : "softmax");
            case RATES ->
                "poisson takes rates, and the %s outputs are not all positive. End with softplus, or set logInput."
                        .formatted(output.slug());
            case ANY -> "The loss has no value: numbers on the way overflow. Scale inputs or weights down.";
        };
    }
}
