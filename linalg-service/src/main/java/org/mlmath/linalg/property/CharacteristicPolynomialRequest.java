package org.mlmath.linalg.property;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.array.ExactEntries;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.linalg.system.Arithmetic;
import org.mlmath.numerics.linear.Matrix;

@Schema(description = "A matrix whose characteristic polynomial is asked for")
public record CharacteristicPolynomialRequest(
        @Schema(description = "A, n×n", examples = "[[2, 1], [1, 2]]") @NotNull @ExactEntries
        Matrix matrix,

        @Schema(
                description =
                        "`float`: double precision; `exact`: fractions, where a number means its shortest decimal and strings such"
                                + " as \"1/3\" may be entries",
                defaultValue = "float")
        Arithmetic arithmetic,

        @Schema(description = "Show the working", defaultValue = "false")
        Boolean explain)
        implements Costed {

    public CharacteristicPolynomialRequest {
        arithmetic = arithmetic == null ? Arithmetic.FLOAT : arithmetic;
        explain = explain != null && explain;
    }

    @Override
    public Cost cost() {
        return PropertyCost.of(matrix, false);
    }
}
