package org.mlmath.stats.bayes.conjugate;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "How the answer was found")
public record ConjugateDiagnostics(
        @Schema(description = "closed-form: the update is exact, intervals are quantiles", examples = "closed-form")
        String method,

        @Schema(description = "Whether the numbers are exact given the model, but for rounding")
        boolean exact,

        @Schema(description = "Bound on the relative error of moments and intervals")
        double relativeErrorBound) {
    static final ConjugateDiagnostics CLOSED_FORM = new ConjugateDiagnostics("closed-form", true, 1e-10);
}
