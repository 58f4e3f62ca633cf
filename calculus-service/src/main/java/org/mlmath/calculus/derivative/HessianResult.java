package org.mlmath.calculus.derivative;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.linear.Matrix;

@Schema(description = "A Hessian matrix")
public record HessianResult(
        @Schema(
                description = "The second partial derivatives in the order of the variables, simplified; symmetric",
                examples = "[[\"2*y\", \"2*x\"], [\"2*x\", \"e^y\"]]")
        List<List<String>> hessian,

        @Schema(description = "The matrix as LaTeX") String latex,

        @Schema(description = "The order of rows and columns", examples = "[\"x\", \"y\"]")
        List<String> variables,

        @Schema(
                description = "The matrix at the point; null where a second derivative does not exist",
                nullable = true,
                examples = "[[0, 2], [2, 1]]")
        Matrix value,

        @Schema(description = "The gradient at the point", nullable = true, examples = "[0, 2]")
        double[] gradient,

        @Schema(description = "The expression itself at the point", nullable = true, examples = "1")
        Double functionValue,

        @Schema(
                description =
                        "The eigenvalues of the matrix at the point, ascending; those that are zero are exactly 0",
                nullable = true,
                examples = "[-1.5615528128088303, 2.5615528128088303]")
        double[] eigenvalues,

        @Schema(
                description =
                        "Which signs the second derivative takes in the directions from the point; a matrix of zeros counts as positive-semidefinite",
                nullable = true,
                examples = "indefinite")
        Definiteness definiteness,

        @Schema(description = "The rules as they were applied, variable by variable", nullable = true)
        List<Step> steps,

        @Schema(description = "What was followed where there is a choice")
        Map<String, String> conventions,

        @Schema(description = "How far the result has been checked")
        HessianDiagnostics diagnostics,

        @Schema(description = "What to look out for") List<Warning> warnings) {

    @Schema(description = "How far a Hessian matrix has been checked, and how its definiteness was decided")
    public record HessianDiagnostics(
            @Schema(description = "The check of the formulas")
            SymbolicDiagnostics.Verified verified,

            @Schema(
                    description =
                            "What decided the signs of the eigenvalues: `exact`, rational arithmetic; `tolerance`, their size",
                    nullable = true,
                    examples = "exact")
            SignDecision definitenessDecidedBy,

            @Schema(description = "Eigenvalues within it counted as zero", nullable = true, examples = "4.4e-16")
            Double tolerance) {}
}
