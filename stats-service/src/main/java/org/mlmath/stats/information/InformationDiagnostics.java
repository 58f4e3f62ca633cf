package org.mlmath.stats.information;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "How a value was found, and how right it is")
public record InformationDiagnostics(
        @Schema(description = "sum, closed-form, quadrature or nearest-neighbors", examples = "sum")
        String method,

        @Schema(description = "Estimated absolute error of the computation; what chance does to a sample is not in it")
        double errorEstimate) {}
