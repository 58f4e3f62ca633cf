package org.mlmath.calculus.optimization;

import java.util.function.Function;

/** The numbers that methods take: names, symbols and ranges. */
enum MethodParameter {
    LEARNING_RATE("learningRate", "\\eta", "length of a step", OptimizationMethod::learningRate, Range.NOT_NEGATIVE),
    MOMENTUM("momentum", "\\mu", "part of the last step that is kept", OptimizationMethod::momentum, Range.PART),
    DAMPENING(
            "dampening",
            "\\tau",
            "by how much less a gradient weighs in the momentum",
            OptimizationMethod::dampening,
            Range.PART),
    BETA1("beta1", "\\beta_1", "smoothing of the gradient", OptimizationMethod::beta1, Range.PART),
    BETA2("beta2", "\\beta_2", "smoothing of the squared gradient", OptimizationMethod::beta2, Range.PART),
    EPSILON(
            "epsilon",
            "\\varepsilon",
            "keeps divisions away from zero",
            OptimizationMethod::epsilon,
            Range.NOT_NEGATIVE),
    ALPHA("alpha", "\\alpha", "smoothing of the squared gradient", OptimizationMethod::alpha, Range.PART),
    RHO("rho", "\\rho", "smoothing of squared gradients and squared steps", OptimizationMethod::rho, Range.PART),
    LEARNING_RATE_DECAY(
            "learningRateDecay",
            "\\kappa",
            "how fast the learning rate falls",
            OptimizationMethod::learningRateDecay,
            Range.NOT_NEGATIVE),
    INITIAL_ACCUMULATOR(
            "initialAccumulator",
            "s_0",
            "the sum of squares before the first step",
            OptimizationMethod::initialAccumulator,
            Range.NOT_NEGATIVE),
    MOMENTUM_DECAY(
            "momentumDecay",
            "\\psi",
            "how fast the momentum grows to its limit",
            OptimizationMethod::momentumDecay,
            Range.NOT_NEGATIVE),
    WEIGHT_DECAY("weightDecay", "\\lambda", "L2 penalty", OptimizationMethod::weightDecay, Range.NOT_NEGATIVE),
    SUFFICIENT_DECREASE(
            "sufficientDecrease",
            "c_1",
            "part of the promised descent that a line search asks for",
            OptimizationMethod::sufficientDecrease,
            Range.BETWEEN),
    CURVATURE(
            "curvature",
            "c_2",
            "part of the slope that a strong Wolfe search leaves at most",
            OptimizationMethod::curvature,
            Range.BETWEEN),
    BACKTRACKING(
            "backtracking",
            "\\rho",
            "what an Armijo search shortens a length by",
            OptimizationMethod::backtracking,
            Range.BETWEEN),
    HISTORY("history", "h", "pairs that are remembered", method -> number(method.history()), Range.HISTORY),
    SIMPLEX_SIZE(
            "simplexSize",
            "\\delta",
            "part of itself by which each coordinate is lengthened for the first simplex",
            OptimizationMethod::simplexSize,
            Range.POSITIVE),
    SIGMA("sigma", "\\sigma", "deviation at the start", OptimizationMethod::sigma, Range.POSITIVE),
    /** 0 stands for the default, which depends on the number of variables. */
    POPULATION_SIZE(
            "populationSize",
            "\\lambda",
            "candidates per step",
            method -> number(method.populationSize()),
            Range.POPULATION);

    private final String field;
    private final String symbol;
    private final String meaning;
    private final Function<OptimizationMethod, Double> given;
    private final Range range;

    MethodParameter(
            String field, String symbol, String meaning, Function<OptimizationMethod, Double> given, Range range) {
        this.field = field;
        this.symbol = symbol;
        this.meaning = meaning;
        this.given = given;
        this.range = range;
    }

    String field() {
        return field;
    }

    /** @return as in the formulas, LaTeX */
    String symbol() {
        return symbol;
    }

    String meaning() {
        return meaning;
    }

    Range range() {
        return range;
    }

    /** @return the value in a request, null where it has none */
    Double in(OptimizationMethod method) {
        return given.apply(method);
    }

    private static Double number(Integer value) {
        return value == null ? null : value.doubleValue();
    }

    /** What values have a meaning. */
    enum Range {
        NOT_NEGATIVE("at least 0"),
        POSITIVE("above 0"),
        PART("in [0, 1)"),
        BETWEEN("in (0, 1)"),
        HISTORY("from 1 to 1000"),
        POPULATION("from 4 to 10000");

        private final String words;

        Range(String words) {
            this.words = words;
        }

        boolean contains(double value) {
            return switch (this) {
                case NOT_NEGATIVE -> value >= 0;
                case POSITIVE -> value > 0;
                case PART -> value >= 0 && value < 1;
                case BETWEEN -> value > 0 && value < 1;
                case HISTORY -> value >= 1 && value <= 1_000;
                case POPULATION -> value >= 4 && value <= 10_000;
            };
        }

        String words() {
            return words;
        }
    }
}
