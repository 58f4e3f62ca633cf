package org.mlmath.linalg.property;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Warning;
import org.mlmath.linalg.system.RankDecision;

@Schema(description = "What a matrix is; what belongs to square matrices only is absent for others")
public record PropertiesResult(
        @Schema(description = "Rows", examples = "2") int rows,

        @Schema(description = "Columns", examples = "2") int columns,

        @Schema(description = "Whether it has as many rows as columns", examples = "true")
        boolean square,

        @Schema(description = "Rank", examples = "2") int rank,

        @Schema(
                description = "Determinant; absent beyond the largest double, and for matrices that are not square",
                examples = "3",
                nullable = true)
        Double determinant,

        @Schema(
                description = "Sign of the determinant: 1, 0 or -1; absent for matrices that are not square",
                examples = "1",
                nullable = true)
        Integer determinantSign,

        @Schema(
                description =
                        "The natural logarithm of the determinant's modulus, also where that is beyond any double; \"-Infinity\" when it is"
                                + " 0, absent for matrices that are not square",
                examples = "1.0986122886681098",
                nullable = true)
        Double determinantLogAbsolute,

        @Schema(
                description = "Sum of the diagonal; absent for matrices that are not square",
                examples = "4",
                nullable = true)
        Double trace,

        @Schema(description = "Whether only the diagonal has entries that are not 0", examples = "false")
        boolean diagonal,

        @Schema(description = "Whether all entries below the diagonal are 0", examples = "false")
        boolean upperTriangular,

        @Schema(description = "Whether all entries above the diagonal are 0", examples = "false")
        boolean lowerTriangular,

        @Schema(description = "Whether A = Aᵀ, up to the rounding of its entries", examples = "true")
        boolean symmetric,

        @Schema(description = "Whether A = −Aᵀ", examples = "false")
        boolean skewSymmetric,

        @Schema(description = "Whether AᵀA = I, within the tolerance", examples = "false")
        boolean orthogonal,

        @Schema(description = "Whether AᵀA = AAᵀ, within the tolerance", examples = "true")
        boolean normal,

        @Schema(description = "Whether it is square and of full rank", examples = "true")
        boolean invertible,

        @Schema(
                description = "Of a symmetric matrix, else absent; a matrix of zeros counts as positive-semidefinite",
                examples = "positive-definite",
                nullable = true)
        DefinitenessClass definiteness,

        @Schema(
                description =
                        "Whether it has as many independent eigenvectors as rows, complex ones included; absent for matrices that are not"
                                + " square",
                examples = "true",
                nullable = true)
        Boolean diagonalizable,

        @Schema(
                description = "Largest modulus of an eigenvalue; absent for matrices that are not square",
                examples = "3",
                nullable = true)
        Double spectralRadius,

        @Schema(
                description =
                        "Largest singular value over the smallest of min(m, n): \"Infinity\" where the rank is less than that",
                examples = "3")
        double conditionNumber,

        @Schema(description = "How it was decided") Diagnostics diagnostics,

        @Schema(description = "What was followed where libraries disagree")
        Map<String, String> conventions,

        @Schema(description = "What to look out for") List<Warning> warnings) {

    @Schema(name = "PropertiesDiagnostics", description = "How properties were decided")
    public record Diagnostics(
            @Schema(
                    description =
                            "What decided rank, invertibility, definiteness and diagonalizability: `exact`, the decimals as given;"
                                    + " `tolerance`, sizes")
            RankDecision rankDecidedBy,

            @Schema(
                    description = "For `orthogonal` and `normal`: largest difference allowed, relative",
                    examples = "4e-15")
            double tolerance) {}
}
