package org.mlmath.stats.description;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.array.Observations;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.stats.number.MissingValues;
import org.mlmath.stats.number.Numbers;

@Schema(description = "A sample whose distribution function is wanted")
public record EcdfRequest(
        @Schema(description = "The observations", examples = "[2, 4, 4, 5, 7]") @NotNull
        Observations data,

        @Schema(description = "Where to evaluate it; at each different observation by default", examples = "[3, 4]")
        Numbers at,

        @Schema(description = "Level of the band, strictly between 0 and 1", defaultValue = "0.95")
        Double level,

        @Schema(description = "A weight per observation; each counts once by default", examples = "[1, 1, 2, 1, 1]")
        double[] weights,

        @Schema(description = "Whether missing observations are refused or left out", defaultValue = "refuse")
        MissingValues missing,

        @Schema(description = "Whether to show the working", defaultValue = "false")
        Boolean explain)
        implements Costed {
    public EcdfRequest {
        level = level == null ? 0.95 : level;
        missing = missing == null ? MissingValues.REFUSE : missing;
        explain = Boolean.TRUE.equals(explain);
    }

    @Override
    public Cost cost() {
        long size = data == null ? 0 : data.values().length;
        return new Cost(3e-6 + size * 2e-7, 4096 + 48 * size);
    }
}
