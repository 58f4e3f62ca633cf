package org.mlmath.calculus.derivative;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.linear.Matrix;

@Schema(description = "A Jacobian matrix")
public record JacobianResult(
        @Schema(
                description = "The partial derivatives, simplified: a row per expression, a column per variable",
                examples = "[[\"cos(t)\", \"-r*sin(t)\"], [\"sin(t)\", \"r*cos(t)\"]]")
        List<List<String>> jacobian,

        @Schema(description = "The matrix as LaTeX") String latex,

        @Schema(description = "The order of the columns", examples = "[\"r\", \"t\"]")
        List<String> variables,

        @Schema(
                description = "The matrix at the point; null where a partial derivative does not exist",
                nullable = true,
                examples = "[[0.5, -1.732], [0.866, 1]]")
        Matrix value,

        @Schema(description = "The expressions themselves at the point", nullable = true, examples = "[1, 1.732]")
        double[] functionValues,

        @Schema(
                description =
                        "The determinant of a square matrix at the point: by how much the map scales volumes there",
                nullable = true,
                examples = "2")
        Double determinant,

        @Schema(
                description = "The determinant of a square matrix of order 1 to 3 as a formula, simplified",
                nullable = true,
                examples = "r")
        String determinantExpression,

        @Schema(description = "The rules as they were applied, expression by expression", nullable = true)
        List<Step> steps,

        @Schema(description = "What was followed where there is a choice")
        Map<String, String> conventions,

        @Schema(description = "How far the result has been checked")
        SymbolicDiagnostics diagnostics,

        @Schema(description = "What to look out for") List<Warning> warnings) {}
