package org.mlmath.linalg.matrix;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "How right the matrix is")
public record MatrixDiagnostics(
        @Schema(
                description =
                        "Bound on the error from rounding, in the Frobenius norm, relative to the matrix's; to first order for"
                                + " powers. 0: nothing was rounded; absent where nothing can be said, as of a matrix of zeros",
                examples = "1.1e-16",
                nullable = true)
        Double relativeErrorBound) {

    /** What rounding once leaves: half a unit in the last place. */
    private static final double ROUNDED_ONCE = 0x1p-53;

    public static MatrixDiagnostics exact() {
        return new MatrixDiagnostics(0.0);
    }

    public static MatrixDiagnostics roundedOnce() {
        return new MatrixDiagnostics(ROUNDED_ONCE);
    }

    /** @param bound absent where it is not finite */
    public static MatrixDiagnostics of(double bound) {
        return new MatrixDiagnostics(Double.isFinite(bound) ? bound : null);
    }
}
