package org.mlmath.linalg.transformation;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.numerics.linear.Matrix;

@Schema(description = "A linear map of the plane or of space to describe")
public record TransformationDescribeRequest(
        @Schema(description = "A, 2×2 or 3×3", examples = "[[0, -1], [1, 0]]") @NotNull
        Matrix matrix,

        @Schema(
                description =
                        "How far, relative to its size, A may be from what it is called: raise it for entries that were rounded to"
                                + " few digits",
                defaultValue = "1e-9",
                examples = "1e-3")
        @DecimalMin("0")
        @DecimalMax("0.1")
        Double tolerance,

        @Schema(description = "Show how the kinds are found", defaultValue = "false")
        Boolean explain)
        implements Costed {

    public TransformationDescribeRequest {
        tolerance = tolerance == null ? 1e-9 : tolerance;
        explain = explain != null && explain;
    }

    @Override
    public Cost cost() {
        return new Cost(1e-4, 65_536);
    }
}
