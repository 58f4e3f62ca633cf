package org.mlmath.calculus.loss;

import static org.mlmath.calculus.loss.LossName.BINARY_CROSS_ENTROPY;
import static org.mlmath.calculus.loss.LossName.CATEGORICAL_CROSS_ENTROPY;
import static org.mlmath.calculus.loss.LossName.FOCAL;
import static org.mlmath.calculus.loss.LossName.HUBER;
import static org.mlmath.calculus.loss.LossName.KL_DIVERGENCE;
import static org.mlmath.calculus.loss.LossName.POISSON;

import java.util.Set;
import java.util.function.Function;

/** What a request may say about a loss besides its data and the reduction. */
enum LossParameter {
    DELTA(Set.of(HUBER), "delta", "\\delta", "where the square becomes a line, above 0", 1.0, LossRequest::delta),
    FROM_LOGITS(
            Set.of(BINARY_CROSS_ENTROPY, CATEGORICAL_CROSS_ENTROPY, KL_DIVERGENCE, FOCAL),
            "fromLogits",
            "",
            "whether predictions are logits, which a sigmoid (a softmax, where classes exclude each other) makes probabilities",
            false,
            LossRequest::fromLogits),
    LABEL_SMOOTHING(
            Set.of(BINARY_CROSS_ENTROPY, CATEGORICAL_CROSS_ENTROPY),
            "labelSmoothing",
            "s",
            "the part of a target that is spread evenly over all classes, in [0, 1)",
            0.0,
            LossRequest::labelSmoothing),
    LOG_INPUT(
            Set.of(POISSON),
            "logInput",
            "",
            "whether predictions are logarithms of rates",
            false,
            LossRequest::logInput),
    FULL(Set.of(POISSON), "full", "", "whether ln t! is part of the loss", false, LossRequest::full),
    GAMMA(Set.of(FOCAL), "gamma", "\\gamma", "how much less easy examples count, at least 0", 2.0, LossRequest::gamma),
    ALPHA(
            Set.of(FOCAL),
            "alpha",
            "\\alpha",
            "weight of the positive class, in [0, 1]; the negative one has 1 - alpha",
            0.25,
            LossRequest::alpha);

    private final Set<LossName> of;
    private final String field;
    private final String symbol;
    private final String meaning;
    private final Object standard;
    private final Function<LossRequest, Object> given;

    LossParameter(
            Set<LossName> of,
            String field,
            String symbol,
            String meaning,
            Object standard,
            Function<LossRequest, Object> given) {
        this.of = of;
        this.field = field;
        this.symbol = symbol;
        this.meaning = meaning;
        this.standard = standard;
        this.given = given;
    }

    /** @return the losses that take it */
    Set<LossName> of() {
        return of;
    }

    String field() {
        return field;
    }

    /** @return as in the formulas, LaTeX; empty where it has none */
    String symbol() {
        return symbol;
    }

    String meaning() {
        return meaning;
    }

    /** @return its value when not given */
    Object standard() {
        return standard;
    }

    boolean in(LossRequest request) {
        return given.apply(request) != null;
    }

    /** @return as given, or the standard */
    Object value(LossRequest request) {
        Object value = given.apply(request);
        return value == null ? standard : value;
    }

    double number(LossRequest request) {
        return (Double) value(request);
    }

    boolean flag(LossRequest request) {
        return (Boolean) value(request);
    }
}
