package org.mlmath.stats.simulation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.stats.distribution.DistributionChoice;

@Schema(description = "A distribution whose running means are to be looked at")
public record LawOfLargeNumbersRequest(
        @Schema(
                description = "What is drawn from",
                examples = "{\"name\": \"exponential\", \"parameters\": {\"rate\": 1}}")
        @NotNull
        @Valid
        DistributionChoice distribution,

        @Schema(description = "Draws in each path", minimum = "1", maximum = "1000000", defaultValue = "1000")
        Integer size,

        @Schema(description = "Number of paths", minimum = "1", maximum = "100", defaultValue = "5")
        Integer paths,

        @Schema(description = "Level of the band, strictly between 0 and 1", defaultValue = "0.95")
        Double level,

        @Schema(
                description = "The most sizes at which running means are given",
                minimum = "2",
                maximum = "10000",
                defaultValue = "500")
        Integer maxPoints,

        @Schema(
                description = "Where the generator starts: 0 … 2^53 - 1; drawn and returned when not given",
                examples = "42")
        @Min(0)
        @Max(9007199254740991L)
        Long seed,

        @Schema(description = "Whether to show the working", defaultValue = "false")
        Boolean explain)
        implements Costed {
    public LawOfLargeNumbersRequest {
        size = size == null ? 1000 : size;
        paths = paths == null ? 5 : paths;
        level = level == null ? 0.95 : level;
        maxPoints = maxPoints == null ? 500 : maxPoints;
        explain = Boolean.TRUE.equals(explain);
    }

    @Override
    public Cost cost() {
        double draws = Math.min((double) Draws.MOST, Math.max(0, (double) size * paths));
        return new Cost(1e-4 + draws * 1e-7, 65_536 + 16L * Math.max(0, maxPoints) * (Math.max(0, paths) + 4));
    }
}
