package org.mlmath.stats.hypothesis;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "How the p-value was found")
public record TestDiagnostics(
        @Schema(description = "The reference distribution used", examples = "student-t")
        String method,

        @Schema(description = "Whether the p-value is exact when the assumptions hold, rather than an approximation")
        boolean exact,

        @Schema(
                description =
                        "Bound on the relative error of the p-value, given the statistic and its degrees of freedom")
        double relativeErrorBound) {}
