package org.mlmath.stats.description;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.array.Observations;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.stats.number.MissingValues;
import org.mlmath.stats.number.Numbers;

@Schema(description = "A sample and the probabilities at which its quantiles are wanted")
public record QuantileRequest(
        @Schema(description = "The observations", examples = "[2, 4, 4, 5, 7]") @NotNull
        Observations data,

        @Schema(description = "A probability or several, from 0 to 1", examples = "[0.25, 0.5, 0.75]") @NotNull
        Numbers probabilities,

        @Schema(
                description = "Which definition, 1 to 9 as in Hyndman and Fan (1996)",
                minimum = "1",
                maximum = "9",
                defaultValue = "7")
        Integer type,

        @Schema(description = "How often each observation was made; once by default", examples = "[1, 2, 2, 1, 1]")
        double[] weights,

        @Schema(description = "Whether missing observations are refused or left out", defaultValue = "refuse")
        MissingValues missing,

        @Schema(description = "Whether to show the working", defaultValue = "false")
        Boolean explain)
        implements Costed {
    public QuantileRequest {
        type = type == null ? 7 : type;
        missing = missing == null ? MissingValues.REFUSE : missing;
        explain = Boolean.TRUE.equals(explain);
    }

    static void requireType(int type, String pointer) {
        if (type < 1 || type > 9) {
            throw new InvalidParameterException("The types of quantiles are 1 to 9; got %d.".formatted(type))
                    .at(pointer);
        }
    }

    @Override
    public Cost cost() {
        long size = data == null ? 0 : data.values().length;
        return new Cost(3e-6 + size * 1.5e-7, 4096 + 24 * size);
    }
}
