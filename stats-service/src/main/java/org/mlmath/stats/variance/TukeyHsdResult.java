package org.mlmath.stats.variance;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.stats.hypothesis.TestResult;

@Schema(
        description =
                "All pairwise comparisons of means; the statistic is the largest studentized range, the p-value its own")
public record TukeyHsdResult(
        @JsonUnwrapped TestResult test,

        @Schema(description = "Every pair, in the order of the groups")
        List<PairComparison> comparisons) {}
