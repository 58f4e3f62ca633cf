package org.mlmath.calculus.optimization;

import com.fasterxml.jackson.annotation.JsonCreator;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        extensions = @Extension(name = "x-short-form", value = "MethodName"),
        description =
                "A method and its parameters, or its name alone where defaults will do, with PyTorch's meaning and defaults. Each method takes the parameters"
                        + " listed by `GET /v1/calculus/optimization/methods`; in results the defaults are filled in")
public record OptimizationMethod(
        @Schema(description = "Which method", examples = "adam") @NotNull
        MethodName name,

        @Schema(
                description =
                        "η: the length of a step, at least 0; the length tried first where there is a line search",
                examples = "0.01",
                nullable = true)
        Double learningRate,

        @Schema(description = "μ in [0, 1): how much of the last step is kept", examples = "0.9", nullable = true)
        Double momentum,

        @Schema(
                description = "τ in [0, 1): how much less a gradient weighs in the momentum; torch only",
                examples = "0.1",
                nullable = true)
        Double dampening,

        @Schema(description = "β₁ in [0, 1): smoothing of the gradient", examples = "0.9", nullable = true)
        Double beta1,

        @Schema(description = "β₂ in [0, 1): smoothing of its square", examples = "0.999", nullable = true)
        Double beta2,

        @Schema(description = "ε: keeps divisions away from zero", examples = "1e-8", nullable = true)
        Double epsilon,

        @Schema(description = "α in [0, 1): RMSprop's smoothing of the square", examples = "0.99", nullable = true)
        Double alpha,

        @Schema(
                description = "Whether RMSprop divides by the gradient's deviation instead of its mean square",
                nullable = true)
        Boolean centered,

        @Schema(description = "ρ in [0, 1): Adadelta's smoothing", examples = "0.9", nullable = true)
        Double rho,

        @Schema(
                description = "λ ≥ 0: the L2 penalty; decoupled from the gradient for adamw and everywhere in Keras",
                examples = "0.01",
                nullable = true)
        Double weightDecay,

        @Schema(description = "κ ≥ 0: Adagrad's η/(1 + tκ); torch only", examples = "0.01", nullable = true)
        Double learningRateDecay,

        @Schema(description = "Adagrad's sum of squares before the first step", examples = "0.1", nullable = true)
        Double initialAccumulator,

        @Schema(description = "ψ ≥ 0: how fast NAdam's momentum grows to β₁", examples = "0.004", nullable = true)
        Double momentumDecay,

        @Schema(
                description =
                        "How far a step goes: armijo for newton, strong-wolfe for the other methods that search, none for"
                                + " gradient-descent",
                examples = "strong-wolfe",
                nullable = true)
        LineSearchKind lineSearch,

        @Schema(
                description = "c₁ in (0, 1): the part of the descent promised by the slope that a line search asks for",
                examples = "1e-4",
                nullable = true)
        Double sufficientDecrease,

        @Schema(
                description = "c₂ in (c₁, 1): the part of the slope that a strong Wolfe search leaves at most",
                examples = "0.9",
                nullable = true)
        Double curvature,

        @Schema(
                description = "ρ in (0, 1): what an Armijo search shortens a length by",
                examples = "0.5",
                nullable = true)
        Double backtracking,

        @Schema(description = "How many pairs L-BFGS remembers", examples = "10", nullable = true)
        Integer history,

        @Schema(description = "Which β conjugate gradients use", examples = "polak-ribiere", nullable = true)
        ConjugateVariant variant,

        @Schema(description = "Which coordinate coordinate descent moves next", examples = "cyclic", nullable = true)
        CoordinateSelection selection,

        @Schema(description = "Whether Nelder–Mead's coefficients depend on the number of variables", nullable = true)
        Boolean adaptive,

        @Schema(
                description = "By which part of itself each coordinate is lengthened for Nelder–Mead's first simplex",
                examples = "0.05",
                nullable = true)
        Double simplexSize,

        @Schema(
                description =
                        "σ above 0: CMA-ES's deviation at the start, about a third of the distance to look around in",
                examples = "0.5",
                nullable = true)
        Double sigma,

        @Schema(description = "λ, at least 4: CMA-ES's candidates per step", examples = "12", nullable = true)
        Integer populationSize,

        @Schema(
                description = "Gradients longer than this are shortened to it (clip_grad_norm_); none by default",
                examples = "1",
                nullable = true)
        Double clipNorm,

        @Schema(
                description = "Entries of gradients are kept within ± this (clip_grad_value_); none by default",
                examples = "5",
                nullable = true)
        Double clipValue,

        @Schema(
                description = "Observations that a step sees, for a model: all of them by default, one for"
                        + " stochastic-gradient-descent",
                examples = "32",
                nullable = true)
        Integer batchSize,

        @Schema(
                description = "How the learning rate of a first-order method changes; constant by default",
                nullable = true)
        @Valid
        RateSchedule schedule,

        @Schema(description = "Whose rule is followed where libraries differ, torch by default", nullable = true)
        RuleConvention convention) {

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    public OptimizationMethod {}

    /** A method with its defaults, written as its name alone. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static OptimizationMethod of(String slug) {
        return new OptimizationMethod(
                MethodName.named(slug),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** The same method at another learning rate. */
    OptimizationMethod at(double rate) {
        return new OptimizationMethod(
                name,
                rate,
                momentum,
                dampening,
                beta1,
                beta2,
                epsilon,
                alpha,
                centered,
                rho,
                weightDecay,
                learningRateDecay,
                initialAccumulator,
                momentumDecay,
                lineSearch,
                sufficientDecrease,
                curvature,
                backtracking,
                history,
                variant,
                selection,
                adaptive,
                simplexSize,
                sigma,
                populationSize,
                clipNorm,
                clipValue,
                batchSize,
                schedule,
                convention);
    }
}
