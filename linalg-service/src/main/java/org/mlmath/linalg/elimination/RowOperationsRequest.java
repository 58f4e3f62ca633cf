package org.mlmath.linalg.elimination;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.array.ExactEntries;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.linalg.system.Arithmetic;
import org.mlmath.numerics.linear.Matrix;

@Schema(description = "A matrix, and what to do with its rows, one after the other")
public record RowOperationsRequest(
        @Schema(description = "A, m×n, any shape", examples = "[[1, 2], [3, 4]]") @NotNull @ExactEntries
        Matrix matrix,

        @Schema(
                description = "The operations, in order",
                examples = "[{\"kind\": \"add-multiple\", \"row\": 1, \"with\": 0, \"factor\": -3}]")
        @NotNull
        @Size(max = 1000)
        List<@NotNull @Valid RowOperation> operations,

        @Schema(
                description =
                        "`float`: double precision; `exact`: fractions, where a number means its shortest decimal and strings such"
                                + " as \"1/3\" may be entries and factors",
                defaultValue = "float")
        Arithmetic arithmetic,

        @Schema(description = "Show each operation, in fractions", defaultValue = "false")
        Boolean explain)
        implements Costed {

    public RowOperationsRequest {
        arithmetic = arithmetic == null ? Arithmetic.FLOAT : arithmetic;
        explain = explain != null && explain;
    }

    @Override
    public Cost cost() {
        if (matrix == null || operations == null) {
            return Cost.SMALL;
        }
        double numbers = (double) matrix.values().length * (operations.size() + 1);
        boolean exact = arithmetic == Arithmetic.EXACT;
        return new Cost(1e-5 + (exact ? 1e-6 : 2e-7) * numbers, (long) (4096 + numbers * (exact ? 400 : 24)));
    }
}
