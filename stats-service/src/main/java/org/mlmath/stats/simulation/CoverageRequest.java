package org.mlmath.stats.simulation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.stats.distribution.DistributionChoice;

@Schema(description = "A distribution and an interval of its mean, to be made from many samples")
public record CoverageRequest(
        @Schema(
                description = "What is drawn from",
                examples = "{\"name\": \"exponential\", \"parameters\": {\"rate\": 1}}")
        @NotNull
        @Valid
        DistributionChoice distribution,

        @Schema(
                description =
                        "Which interval: of the mean t or z, of a Bernoulli distribution's probability one of the others",
                defaultValue = "t")
        CoverageMethod method,

        @Schema(description = "Observations in each sample", minimum = "2", maximum = "100000", defaultValue = "20")
        Integer sampleSize,

        @Schema(description = "Number of samples", minimum = "1", maximum = "100000", defaultValue = "1000")
        Integer repetitions,

        @Schema(description = "Level of the intervals, strictly between 0 and 1", defaultValue = "0.95")
        Double level,

        @Schema(
                description = "Where the generator starts: 0 … 2^53 - 1; drawn and returned when not given",
                examples = "42")
        @Min(0)
        @Max(9007199254740991L)
        Long seed,

        @Schema(description = "Whether to show the working", defaultValue = "false")
        Boolean explain)
        implements Costed {
    public CoverageRequest {
        method = method == null ? CoverageMethod.STUDENT_T : method;
        sampleSize = sampleSize == null ? 20 : sampleSize;
        repetitions = repetitions == null ? 1000 : repetitions;
        level = level == null ? 0.95 : level;
        explain = Boolean.TRUE.equals(explain);
    }

    @Override
    public Cost cost() {
        double draws = Math.min((double) Draws.MOST, Math.max(0, (double) sampleSize * repetitions));
        return new Cost(1e-4 + draws * 1.2e-7 + Math.max(0, repetitions) * 5e-6, 65_536);
    }
}
