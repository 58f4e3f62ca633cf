package org.mlmath.calculus.optimization;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.array.VectorOrMatrix;

@Schema(
        extensions = @Extension(name = "x-short-form", value = "string"),
        description =
                "What is minimised: an expression in variables, or the loss of a model on data; text alone is an expression")
public record Objective(
        @Schema(description = "The expression, where it is one", examples = "(1-x)^2 + 100*(y-x^2)^2", nullable = true)
        String expression,

        @Schema(
                description = "The expression's variables in the order of points, by default its free variables in"
                        + " alphabetical order",
                examples = "[\"x\", \"y\"]",
                nullable = true)
        List<String> variables,

        @Schema(
                description =
                        "The model, where it is one: its variables are the weights in the order of the columns and"
                                + " then the intercept, for softmax such a row per class",
                nullable = true)
        Model model,

        @Schema(
                description =
                        "The model's loss: mse (default) or half-mse for linear, binary-cross-entropy for logistic,"
                                + " categorical-cross-entropy for softmax; means over the observations, as PyTorch's",
                nullable = true)
        Loss loss,

        @Schema(
                description = "The model's data, an observation in each row; a vector is one column",
                examples = "[[1, 2], [2, 1], [3, 5]]",
                nullable = true)
        VectorOrMatrix features,

        @Schema(
                description =
                        "What the model should answer for each row: numbers (linear), numbers in [0, 1] (logistic),"
                                + " labels 0, 1, 2, … or rows of probabilities (softmax)",
                examples = "[3, 3, 8]",
                nullable = true)
        VectorOrMatrix targets) {

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    public Objective {}

    /** An expression in its free variables, written without an object around it. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Objective of(String expression) {
        return new Objective(expression, null, null, null, null, null);
    }

    public enum Model {
        @JsonProperty("linear")
        LINEAR,
        @JsonProperty("logistic")
        LOGISTIC,
        @JsonProperty("softmax")
        SOFTMAX
    }

    public enum Loss {
        @JsonProperty("mse")
        MSE,
        @JsonProperty("half-mse")
        HALF_MSE,
        @JsonProperty("binary-cross-entropy")
        BINARY_CROSS_ENTROPY,
        @JsonProperty("categorical-cross-entropy")
        CATEGORICAL_CROSS_ENTROPY
    }
}
