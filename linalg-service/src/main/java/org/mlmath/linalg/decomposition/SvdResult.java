package org.mlmath.linalg.decomposition;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.linear.Matrix;

@Schema(description = "A = U·diag(singularValues)·Vᵀ")
public record SvdResult(
        @Schema(
                description =
                        "U: its columns are the left singular vectors, m×k or, in mode `full`, m×m. Absent in mode `values`",
                nullable = true)
        Matrix u,

        @Schema(description = "The singular values, descending", examples = "[6.708203932499369, 2.23606797749979]")
        double[] singularValues,

        @Schema(
                description =
                        "Vᵀ: its rows are the right singular vectors, k×n or, in mode `full`, n×n. Absent in mode `values`",
                nullable = true)
        Matrix vt,

        @Schema(description = "Number of singular values above max(m, n)·ε times the largest", examples = "2")
        int rank,

        @Schema(
                description =
                        "The largest singular value over the smallest of all min(m, n): \"Infinity\" when that is 0",
                examples = "3")
        double conditionNumber,

        @Schema(description = "How right the factors are") DecompositionDiagnostics diagnostics,

        @Schema(description = "What was followed where libraries disagree")
        Map<String, String> conventions,

        @Schema(description = "What to look out for") List<Warning> warnings,

        @Schema(description = "The working, when asked for", nullable = true)
        List<Step> steps) {

    SvdResult withSteps(List<Step> shown) {
        return new SvdResult(u, singularValues, vt, rank, conditionNumber, diagnostics, conventions, warnings, shown);
    }
}
