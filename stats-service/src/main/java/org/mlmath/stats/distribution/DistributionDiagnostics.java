package org.mlmath.stats.distribution;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "How right the values of a distribution are")
public record DistributionDiagnostics(
        @Schema(
                description =
                        "Bound on the relative error of each value, given the parameters and points as doubles; values below"
                                + " 2.2e-308 have fewer digits")
        double relativeErrorBound) {}
