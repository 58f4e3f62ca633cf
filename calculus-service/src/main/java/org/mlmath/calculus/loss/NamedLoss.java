package org.mlmath.calculus.loss;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Warning;
import org.mlmath.kit.array.VectorOrMatrix;
import org.mlmath.kit.problem.ProblemException;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.NearestName;
import org.mlmath.numerics.learning.Loss;

/** A loss by its name, or by its name with its parameters. Its schema is in {@code META-INF/microprofile-config.properties}. */
public record NamedLoss(
        @Schema(description = "Which loss", examples = "mse") @NotNull
        LossName name,

        @Schema(description = "How the losses become one number", defaultValue = "mean")
        Reduction reduction,

        @Schema(description = "huber: where the square becomes a line", defaultValue = "1")
        @DecimalMin(value = "0", inclusive = false)
        Double delta,

        @Schema(description = "Whether outputs are logits, before sigmoid or softmax", defaultValue = "false")
        Boolean fromLogits,

        @Schema(description = "The part of a target that is spread evenly over all classes", defaultValue = "0")
        @DecimalMin("0")
        @DecimalMax(value = "1", inclusive = false)
        Double labelSmoothing,

        @Schema(description = "poisson: whether outputs are logarithms of rates", defaultValue = "false")
        Boolean logInput,

        @Schema(description = "poisson: whether ln t! is part of the loss", defaultValue = "false")
        Boolean full,

        @Schema(description = "focal: how much less easy examples count", defaultValue = "2") @DecimalMin("0")
        Double gamma,

        @Schema(description = "focal: weight of the positive class", defaultValue = "0.25")
        @DecimalMin("0")
        @DecimalMax("1")
        Double alpha) {

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    public NamedLoss {}

    /** @throws InvalidParameterException with the nearest name */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static NamedLoss of(String slug) {
        List<String> known =
                Arrays.stream(LossName.values()).map(LossName::slug).toList();
        if (!known.contains(slug)) {
            InvalidParameterException unknown =
                    new InvalidParameterException("There is no loss \"%s\".%s The losses are %s."
                            .formatted(slug, NearestName.question(slug, known), String.join(", ", known)));
            NearestName.of(slug, known).ifPresent(nearest -> unknown.with("suggestion", nearest));
            throw unknown;
        }
        return new NamedLoss(LossName.named(slug), null, null, null, null, null, null, null, null);
    }

    /** @throws ProblemException for a parameter that the loss does not have */
    public void requireKnownParameters(String pointer) {
        Losses.requireKnown(name, request(), pointer);
    }

    /** @return of predictions as they are */
    @JsonIgnore
    public Loss function() {
        return Losses.loss(name, request());
    }

    /** @return of logits, of which a sigmoid or a softmax makes the predictions */
    @JsonIgnore
    public Loss ofLogits() {
        return Losses.loss(
                name,
                new LossRequest(null, null, reduction, delta, true, labelSmoothing, null, null, gamma, alpha, null));
    }

    /** @return whether outputs are said to be logits, or logarithms of rates */
    @JsonIgnore
    public boolean logits() {
        return Losses.logits(name, request());
    }

    @JsonIgnore
    public Reduction reductionOrMean() {
        return reduction == null ? Reduction.MEAN : reduction;
    }

    /**
     * @param given a target per prediction or, for categorical-cross-entropy, a label per example
     * @param pointer where they stand in the request
     * @param rows examples
     * @param columns predictions of each
     * @return rows×columns, row-major, as the loss computes with them
     * @throws InvalidParameterException for a target that the loss cannot take
     */
    public double[] targets(VectorOrMatrix given, String pointer, int rows, int columns, List<Warning> warnings) {
        double smoothing = labelSmoothing == null ? 0 : labelSmoothing;
        return new Targets(given, pointer).of(name, rows, columns, smoothing, warnings);
    }

    /** @return the loss of one prediction as LaTeX */
    public String formula(boolean ofLogits) {
        return name.formula(ofLogits);
    }

    /** @return its parameters with their defaults */
    public Map<String, Object> parameters() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        name.parameters().forEach(p -> parameters.put(p.field(), p.value(request())));
        return parameters;
    }

    private LossRequest request() {
        return new LossRequest(
                null, null, reduction, delta, fromLogits, labelSmoothing, logInput, full, gamma, alpha, null);
    }
}
