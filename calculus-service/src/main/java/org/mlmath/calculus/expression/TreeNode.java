package org.mlmath.calculus.expression;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description =
                "A node of an expression's tree. By kind: `number` {value}; `constant` {name: pi, e, inf}; `variable` {name}; `negate` "
                        + "{operands: [x]}; `sum` and `product` {operands: two or more}; `quotient` {operands: [numerator, denominator]}; "
                        + "`power` {operands: [base, exponent]}; `call` {name, operands: the arguments}; `comparison` {name: < <= > >= = !=, "
                        + "operands: [left, right]}; `piecewise` {operands: condition and value in turn, then what holds otherwise}; `series` "
                        + "{name: sum or prod, index, operands: [from, to, term]}; `vector` {operands: the entries}; `matrix` {operands: rows, "
                        + "each a `vector`}. A difference is a `sum` with a `negate`.")
public record TreeNode(
        @Schema(description = "What the node is", examples = "power") @NotNull
        Kind kind,

        @Schema(description = "A number's digits, exact", nullable = true, examples = "2.5")
        String value,

        @Schema(
                description = "The name of a variable, constant, function, relation or series",
                nullable = true,
                examples = "sin")
        String name,

        @Schema(description = "The variable a series counts with", nullable = true, examples = "i")
        String index,

        @Schema(description = "The parts, from left to right", nullable = true)
        List<TreeNode> operands,

        @Schema(
                description = "Offset of its first character in the text (UTF-16 units)",
                nullable = true,
                examples = "0")
        Integer start,

        @Schema(description = "Offset after its last character", nullable = true, examples = "5")
        Integer end) {

    public enum Kind {
        @JsonProperty("number")
        NUMBER,
        @JsonProperty("constant")
        CONSTANT,
        @JsonProperty("variable")
        VARIABLE,
        @JsonProperty("negate")
        NEGATE,
        @JsonProperty("sum")
        SUM,
        @JsonProperty("product")
        PRODUCT,
        @JsonProperty("quotient")
        QUOTIENT,
        @JsonProperty("power")
        POWER,
        @JsonProperty("call")
        CALL,
        @JsonProperty("comparison")
        COMPARISON,
        @JsonProperty("piecewise")
        PIECEWISE,
        @JsonProperty("series")
        SERIES,
        @JsonProperty("vector")
        VECTOR,
        @JsonProperty("matrix")
        MATRIX
    }
}
