package org.mlmath.stats.description;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.array.Observations;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.stats.number.MissingValues;

@Schema(description = "A sample in which outliers are sought")
public record OutliersRequest(
        @Schema(description = "The observations", examples = "[9.8, 10.1, 10.2, 9.9, 10, 14.7]") @NotNull
        Observations data,

        @Schema(description = "By what an observation counts as an outlier", defaultValue = "iqr")
        OutlierMethod method,

        @Schema(
                description = "k, how many interquartile ranges or standard deviations are too many: by default 1.5 for"
                        + " iqr, 3 for z, 3.5 for modified-z; tests have none")
        Double threshold,

        @Schema(description = "Level of significance of a test, strictly between 0 and 1", defaultValue = "0.05")
        Double alpha,

        @Schema(description = "The most outliers that generalized-esd looks for", minimum = "1", defaultValue = "10")
        Integer maxOutliers,

        @Schema(description = "Whether missing observations are refused or left out", defaultValue = "refuse")
        MissingValues missing,

        @Schema(description = "Whether to show the working", defaultValue = "false")
        Boolean explain)
        implements Costed {
    public OutliersRequest {
        method = method == null ? OutlierMethod.IQR : method;
        alpha = alpha == null ? 0.05 : alpha;
        maxOutliers = maxOutliers == null ? 10 : maxOutliers;
        missing = missing == null ? MissingValues.REFUSE : missing;
        explain = Boolean.TRUE.equals(explain);
    }

    @Override
    public Cost cost() {
        long size = data == null ? 0 : data.values().length;
        long rounds = method == OutlierMethod.GENERALIZED_ESD ? Math.clamp(maxOutliers, 1, Math.max(1, size)) : 1;
        return new Cost(1e-5 + size * 2e-7 + rounds * (size * 3e-8 + 5e-6), 4096 + 48 * size + 96 * rounds);
    }
}
