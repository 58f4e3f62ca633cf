package org.mlmath.calculus.expression;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;

@Schema(description = "A text to read; or, instead, a tree as a result holds it")
public record ParseRequest(
        @Schema(description = "The text", examples = "1/2x + sin^2 x")
        String expression,

        @Schema(
                description =
                        "A tree instead of a text, as results hold it; its places in a text, if any, are handed back")
        @Valid
        TreeNode tree,

        @Schema(
                description =
                        "The only variables that may occur; by default every name that is neither function nor constant",
                examples = "[\"x\"]")
        @Size(max = 5000)
        List<String> variables,

        @Schema(
                description =
                        "What may stand there: one `number`, a `vector` such as [x, 2x], a `matrix` such as [[1, 2], [3, x]] (a vector is its column), or `any` of these",
                defaultValue = "number")
        Shape shape,

        @Schema(
                description = "Asks for the working; there is none for a reading, which a warning says",
                defaultValue = "false")
        Boolean explain)
        implements Costed {

    public enum Shape {
        @JsonProperty("number")
        NUMBER,
        @JsonProperty("vector")
        VECTOR,
        @JsonProperty("matrix")
        MATRIX,
        @JsonProperty("any")
        ANY
    }

    public ParseRequest {
        shape = shape == null ? Shape.NUMBER : shape;
    }

    @Override
    public Cost cost() {
        return expression == null
                ? new Cost(1e-3, 1_000_000)
                : new Cost(5e-5 + 5e-6 * expression.length(), 3_000L * expression.length());
    }
}
