package org.mlmath.calculus.loss;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.problem.ProblemException;
import org.mlmath.kit.problem.ProblemType;
import org.mlmath.numerics.NearestName;

@Schema(description = "A loss; `GET /v1/calculus/losses` describes each")
public enum LossName {
    @JsonProperty("mse")
    MSE("\\ell = (y - t)^2", "\\frac{\\partial \\ell}{\\partial y} = 2 (y - t)", "regression"),
    @JsonProperty("mae")
    MAE(
            "\\ell = |y - t|",
            "\\frac{\\partial \\ell}{\\partial y} = \\operatorname{sgn}(y - t)",
            "regression towards the median, little moved by outliers"),
    @JsonProperty("huber")
    HUBER(
            "\\ell = \\begin{cases} \\frac{1}{2} (y - t)^2 & |y - t| \\le \\delta \\\\ \\delta (|y - t| - \\frac{1}{2}"
                    + " \\delta) & |y - t| > \\delta \\end{cases}",
            "\\frac{\\partial \\ell}{\\partial y} = \\max(-\\delta, \\min(\\delta, y - t))",
            "regression with outliers"),
    @JsonProperty("log-cosh")
    LOG_COSH(
            "\\ell = \\ln \\cosh (y - t)",
            "\\frac{\\partial \\ell}{\\partial y} = \\tanh (y - t)",
            "regression with outliers, smooth everywhere"),
    @JsonProperty("binary-cross-entropy")
    BINARY_CROSS_ENTROPY(
            "\\ell = -t \\ln y - (1 - t) \\ln (1 - y)",
            "\\frac{\\partial \\ell}{\\partial y} = \\frac{1 - t}{1 - y} - \\frac{t}{y}",
            "two classes, or several labels that do not exclude each other"),
    @JsonProperty("categorical-cross-entropy")
    CATEGORICAL_CROSS_ENTROPY(
            "\\ell = -\\sum_k t_k \\ln y_k",
            "\\frac{\\partial \\ell}{\\partial y_k} = -\\frac{t_k}{y_k}",
            "one of several classes"),
    @JsonProperty("hinge")
    HINGE(
            "\\ell = \\max(0, 1 - t y)",
            "\\frac{\\partial \\ell}{\\partial y} = \\begin{cases} -t & t y < 1 \\\\ 0 & t y \\ge 1 \\end{cases}",
            "two classes with a margin; support vector machines"),
    @JsonProperty("squared-hinge")
    SQUARED_HINGE(
            "\\ell = \\max(0, 1 - t y)^2",
            "\\frac{\\partial \\ell}{\\partial y} = -2 t \\max(0, 1 - t y)",
            "two classes with a margin, smooth"),
    @JsonProperty("kl-divergence")
    KL_DIVERGENCE(
            "\\ell = t \\ln \\frac{t}{y}",
            "\\frac{\\partial \\ell}{\\partial y} = -\\frac{t}{y}",
            "a distribution learned from another, as in distillation and variational inference"),
    @JsonProperty("poisson")
    POISSON(
            "\\ell = y - t \\ln y",
            "\\frac{\\partial \\ell}{\\partial y} = 1 - \\frac{t}{y}",
            "counts; the prediction is their rate"),
    @JsonProperty("focal")
    FOCAL(
            "\\ell = -\\alpha\\, t\\, (1 - y)^{\\gamma} \\ln y - (1 - \\alpha) (1 - t)\\, y^{\\gamma} \\ln (1 - y)",
            "\\frac{\\partial \\ell}{\\partial y} = \\alpha\\, t \\left(\\gamma (1 - y)^{\\gamma - 1} \\ln y - \\frac{(1 -"
                    + " y)^{\\gamma}}{y}\\right) - (1 - \\alpha) (1 - t) \\left(\\gamma y^{\\gamma - 1} \\ln (1 - y) -"
                    + " \\frac{y^{\\gamma}}{1 - y}\\right)",
            "two classes of which one is rare");

    private final String formula;
    private final String gradient;
    private final String use;

    LossName(String formula, String gradient, String use) {
        this.formula = formula;
        this.gradient = gradient;
        this.use = use;
    }

    /** @throws ProblemException not-found, with the nearest name */
    static LossName named(String slug) {
        return Arrays.stream(values())
                .filter(name -> name.slug().equals(slug))
                .findFirst()
                .orElseThrow(() -> {
                    List<String> known =
                            Arrays.stream(values()).map(LossName::slug).toList();
                    ProblemException unknown = new ProblemException(
                            ProblemType.NOT_FOUND,
                            "There is no loss \"%s\".%s GET /v1/calculus/losses lists them."
                                    .formatted(slug, NearestName.question(slug, known)));
                    NearestName.of(slug, known).ifPresent(nearest -> unknown.with("suggestion", nearest));
                    return unknown;
                });
    }

    /** @return as in paths, {@code squared-hinge} */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @return ℓ as LaTeX, for prediction y and target t; with how y comes from a logit z where predictions are these */
    String formula(boolean logits) {
        return logits ? formula + ",\\quad " + link() : formula;
    }

    /** @return its derivative as LaTeX, by the prediction y or by the logit z */
    String gradient(boolean logits) {
        if (!logits) {
            return gradient;
        }
        return switch (this) {
            case BINARY_CROSS_ENTROPY -> "\\frac{\\partial \\ell}{\\partial z} = y - t,\\quad " + link();
            case CATEGORICAL_CROSS_ENTROPY, KL_DIVERGENCE ->
                "\\frac{\\partial}{\\partial z_k} \\sum_j \\ell_j = y_k \\sum_j t_j - t_k,\\quad " + link();
            case FOCAL ->
                "\\frac{\\partial \\ell}{\\partial z} = -\\alpha\\, t\\, (1 - y)^{\\gamma} (1 - y - \\gamma y \\ln y) + (1 -"
                        + " \\alpha) (1 - t)\\, y^{\\gamma} (y - \\gamma (1 - y) \\ln (1 - y)),\\quad " + link();
            case POISSON -> "\\frac{\\partial \\ell}{\\partial z} = y - t,\\quad " + link();
            case MSE, MAE, HUBER, LOG_COSH, HINGE, SQUARED_HINGE ->
                throw new IllegalArgumentException(this + " has no logits");
        };
    }

    private String link() {
        return switch (this) {
            case CATEGORICAL_CROSS_ENTROPY, KL_DIVERGENCE -> "y_k = \\frac{e^{z_k}}{\\sum_j e^{z_j}}";
            case POISSON -> "y = e^{z}";
            default -> "y = \\frac{1}{1 + e^{-z}}";
        };
    }

    String use() {
        return use;
    }

    /** @return what the targets mean and may be */
    String targets() {
        return switch (this) {
            case MSE, MAE, HUBER, LOG_COSH -> "numbers";
            case BINARY_CROSS_ENTROPY, FOCAL -> "probabilities: 0 and 1 for the classes";
            case CATEGORICAL_CROSS_ENTROPY -> "labels 0, 1, 2, …, or rows of probabilities: one-hot for a known class";
            case HINGE, SQUARED_HINGE -> "the classes -1 and 1; 0 and 1 are read as these";
            case KL_DIVERGENCE -> "rows of probabilities";
            case POISSON -> "counts, at least 0";
        };
    }

    /** @return the parameters it takes, in the order of requests */
    List<LossParameter> parameters() {
        return Arrays.stream(LossParameter.values())
                .filter(parameter -> parameter.of().contains(this))
                .toList();
    }

    /**
     * Whether the loss takes logarithms of predictions that are no logits, and so is infinite where what happened was given
     * probability 0; any other is infinite only where it overflows.
     */
    public boolean takesLogarithms() {
        return switch (this) {
            case BINARY_CROSS_ENTROPY, CATEGORICAL_CROSS_ENTROPY, KL_DIVERGENCE, POISSON, FOCAL -> true;
            default -> false;
        };
    }
}
