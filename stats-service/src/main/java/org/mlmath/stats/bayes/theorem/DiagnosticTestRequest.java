package org.mlmath.stats.bayes.theorem;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;

@Schema(description = "A test for a condition")
public record DiagnosticTestRequest(
        @Schema(description = "Share of those who have the condition: P(condition)", examples = "0.01")
        @NotNull
        @DecimalMin("0")
        @DecimalMax("1")
        Double prevalence,

        @Schema(description = "Share of those with the condition who test positive", examples = "0.9")
        @NotNull
        @DecimalMin("0")
        @DecimalMax("1")
        Double sensitivity,

        @Schema(description = "Share of those without the condition who test negative", examples = "0.91")
        @NotNull
        @DecimalMin("0")
        @DecimalMax("1")
        Double specificity,

        @Schema(description = "How many people the natural frequencies are of", defaultValue = "1000") @Positive
        Double population,

        @Schema(description = "Whether to show the working", defaultValue = "false")
        Boolean explain)
        implements Costed {
    public DiagnosticTestRequest {
        population = population == null ? 1000 : population;
    }

    @Override
    public Cost cost() {
        return Cost.SMALL;
    }
}
