package org.mlmath.stats.description;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.array.Observations;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.stats.number.MissingValues;
import org.mlmath.stats.number.Numbers;

@Schema(description = "A sample whose density is to be estimated")
public record KdeRequest(
        @Schema(description = "The observations", examples = "[1.2, 2.4, 2.6, 3.1, 3.3, 4.8]") @NotNull
        Observations data,

        @Schema(
                description = "Standard deviation of the kernel, or the rule that chooses it",
                examples = {"0.5", "\"sheather-jones\""},
                defaultValue = "silverman")
        Bandwidth bandwidth,

        @Schema(description = "Shape of the kernel", defaultValue = "gaussian")
        Kernel kernel,

        @Schema(
                description = "Where to evaluate it; by default a grid from 3 bandwidths below to 3 above the data",
                examples = "[1, 2, 3]")
        Numbers at,

        @Schema(description = "Number of points of the grid", minimum = "2", maximum = "100000", defaultValue = "512")
        Integer points,

        @Schema(description = "Bound of the variable, at which the density is reflected; none by default")
        Double lower,

        @Schema(description = "Bound of the variable, at which the density is reflected; none by default")
        Double upper,

        @Schema(description = "A weight per observation; each counts once by default", examples = "[1, 1, 2, 1, 1, 1]")
        double[] weights,

        @Schema(description = "Whether missing observations are refused or left out", defaultValue = "refuse")
        MissingValues missing,

        @Schema(description = "Whether to show the working", defaultValue = "false")
        Boolean explain)
        implements Costed {
    public KdeRequest {
        bandwidth = bandwidth == null ? new Bandwidth(null, BandwidthRule.SILVERMAN) : bandwidth;
        kernel = kernel == null ? Kernel.GAUSSIAN : kernel;
        points = points == null ? 512 : points;
        lower = lower == null ? Double.valueOf(Double.NEGATIVE_INFINITY) : lower;
        upper = upper == null ? Double.valueOf(Double.POSITIVE_INFINITY) : upper;
        missing = missing == null ? MissingValues.REFUSE : missing;
        explain = Boolean.TRUE.equals(explain);
    }

    @Override
    public Cost cost() {
        double size = data == null ? 0 : data.values().length;
        double places = at == null ? points : at.values().length;
        double pairs = Math.min(size, 1000) * Math.min(size, 1000);
        double search = bandwidth.rule() == BandwidthRule.SHEATHER_JONES ? 1e-7 * pairs : 0;
        return new Cost(1e-5 + search + size * 2e-7 + size * places * 1e-8, (long)
                (8192 + 64 * size + 24 * places + 4 * pairs));
    }
}
