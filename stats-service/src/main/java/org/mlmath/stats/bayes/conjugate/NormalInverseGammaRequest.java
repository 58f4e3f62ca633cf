package org.mlmath.stats.bayes.conjugate;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.stats.number.MissingValues;
import org.mlmath.stats.number.SampleOrSummary;

@Schema(description = "Measurements of unknown mean and variance, and what was known of these")
public record NormalInverseGammaRequest(
        @Schema(
                description =
                        "Prior of mean and variance; p(mean, variance) = 1/variance, which is improper, by default",
                examples = "{\"mean\": 5, \"kappa\": 1, \"shape\": 2, \"scale\": 1}",
                nullable = true)
        @Valid
        NormalInverseGammaPrior prior,

        @Schema(description = "The observations or their summary", examples = "[5.1, 4.9, 5.6, 5.2]") @NotNull
        SampleOrSummary data,

        @Schema(description = "A value of the parameter to hold against the prior by the Bayes factor", nullable = true)
        Double nullValue,

        @Schema(description = "Probability of the credible intervals, strictly between 0 and 1", defaultValue = "0.95")
        Double level,

        @Schema(description = "Whether missing observations are refused or left out", defaultValue = "refuse")
        MissingValues missing,

        @Schema(description = "Whether to show the working", defaultValue = "false")
        Boolean explain)
        implements Costed {
    public NormalInverseGammaRequest {
        level = level == null ? 0.95 : level;
        missing = missing == null ? MissingValues.REFUSE : missing;
    }

    @Override
    public Cost cost() {
        return SampleOrSummary.cost(1e-3, data);
    }
}
