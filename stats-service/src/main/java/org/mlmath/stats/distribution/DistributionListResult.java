package org.mlmath.stats.distribution;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Every distribution there is")
public record DistributionListResult(
        @Schema(description = "The distributions, each as described at its own path")
        List<DistributionDescriptionResult> distributions) {}
