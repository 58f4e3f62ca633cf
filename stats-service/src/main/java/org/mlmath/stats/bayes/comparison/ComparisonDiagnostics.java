package org.mlmath.stats.bayes.comparison;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "How the probabilities were found")
public record ComparisonDiagnostics(
        @Schema(description = "quadrature: integrals, no simulation", examples = "quadrature")
        String method,

        @Schema(description = "Whether the numbers are exact given the model, but for rounding")
        boolean exact,

        @Schema(description = "Bound on the relative error of probabilities and expected losses")
        double relativeErrorBound) {}
