package org.mlmath.linalg.vector;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "How right a value, or the entries of a vector, are")
public record VectorDiagnostics(
        @Schema(
                description =
                        "Bound on the absolute error from rounding, of the value or of the entry that has most of it; 0 where"
                                + " nothing was rounded",
                examples = "1.2e-15")
        double errorBound) {}
