package org.mlmath.calculus.matrix;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.calculus.derivative.SymbolicDiagnostics;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.linear.Matrix;

@Schema(description = "A derivative in matrix form")
public record MatrixDerivativeResult(
        @Schema(description = "The derivative", examples = "(A + A')*x")
        String derivative,

        @Schema(description = "The derivative as LaTeX", examples = "\\left(A + A^{\\top}\\right) x")
        String latex,

        @Schema(
                description =
                        "`denominator`: of a scalar, in the shape of the variable (the gradient); `numerator`: of a vector, a row per output and a column per entry of the variable (the Jacobian matrix)",
                examples = "denominator")
        Layout layout,

        @Schema(description = "Rows and columns of the derivative", examples = "[2, 1]")
        List<Integer> shape,

        @Schema(description = "By which symbol", examples = "x")
        String variable,

        @Schema(description = "How the formula was read", examples = "x'*A*x")
        String canonical,

        @Schema(
                description = "The derivative's value: a number, a vector or a matrix",
                nullable = true,
                examples = "[-3, -3]")
        Value value,

        @Schema(description = "The formula's own value", nullable = true, examples = "0")
        Value functionValue,

        @Schema(description = "The differentials, from the whole down to the variable", nullable = true)
        List<Step> steps,

        @Schema(description = "What was followed where books disagree")
        Map<String, String> conventions,

        @Schema(description = "The derivative compared with differences of values along random directions")
        SymbolicDiagnostics diagnostics,

        @Schema(description = "What to look out for") List<Warning> warnings) {

    /** Where the entries of a derivative stand. */
    public enum Layout {
        @JsonProperty("denominator")
        DENOMINATOR,
        @JsonProperty("numerator")
        NUMERATOR
    }

    /** A number, a vector or a matrix; its schema is in {@code META-INF/microprofile-config.properties}. */
    public record Value(@JsonValue Object array) {
        static Value of(Matrix matrix) {
            return new Value(
                    matrix.rows() == 1 && matrix.columns() == 1
                            ? (Object) matrix.values()[0]
                            : matrix.columns() == 1 ? matrix.values() : matrix);
        }
    }
}
