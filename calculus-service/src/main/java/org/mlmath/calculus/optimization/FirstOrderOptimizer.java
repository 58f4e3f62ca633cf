package org.mlmath.calculus.optimization;

import com.fasterxml.jackson.annotation.JsonCreator;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description =
                "A first-order method and its parameters, or its name alone, with PyTorch's meaning and defaults, as training takes it: the batch"
                        + " size stands beside it. In results the defaults are filled in")
public record FirstOrderOptimizer(
        @Schema(description = "Which method", examples = "adam") @NotNull
        MethodName name,

        @Schema(description = "η: the length of a step, at least 0", examples = "0.01", nullable = true)
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
                description = "Gradients longer than this are shortened to it (clip_grad_norm_); none by default",
                examples = "1",
                nullable = true)
        Double clipNorm,

        @Schema(
                description = "Entries of gradients are kept within ± this (clip_grad_value_); none by default",
                examples = "5",
                nullable = true)
        Double clipValue,

        @Schema(description = "How the learning rate changes; constant by default", nullable = true) @Valid
        RateSchedule schedule,

        @Schema(description = "Whose rule is followed where libraries differ, torch by default", nullable = true)
        RuleConvention convention) {

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    public FirstOrderOptimizer {}

    /** A method with its defaults, written as its name alone; the schema shows the long form. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static FirstOrderOptimizer of(String slug) {
        return new FirstOrderOptimizer(
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
                null);
    }

    OptimizationMethod method() {
        return new OptimizationMethod(
                name,
                learningRate,
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
                clipNorm,
                clipValue,
                null,
                schedule,
                convention);
    }

    static FirstOrderOptimizer of(OptimizationMethod method) {
        return new FirstOrderOptimizer(
                method.name(),
                method.learningRate(),
                method.momentum(),
                method.dampening(),
                method.beta1(),
                method.beta2(),
                method.epsilon(),
                method.alpha(),
                method.centered(),
                method.rho(),
                method.weightDecay(),
                method.learningRateDecay(),
                method.initialAccumulator(),
                method.momentumDecay(),
                method.clipNorm(),
                method.clipValue(),
                method.schedule(),
                method.convention());
    }
}
