package org.mlmath.stats.power;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "What the power was computed from, and how well it is met")
public record PowerDiagnostics(
        @Schema(description = "The statistic's critical value (the upper one of two); of a correlation the critical r")
        double criticalValue,

        @Schema(description = "Noncentrality of the statistic's distribution under the alternative")
        double noncentrality,

        @Schema(description = "Its degrees of freedom: none for a normal statistic, two for F")
        double[] degreesOfFreedom,

        @Schema(description = "Power at the four quantities less the power among them")
        double residual) {}
