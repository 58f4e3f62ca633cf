package org.mlmath.stats.rank;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.stats.hypothesis.TestResult;

@Schema(description = "Whether groups differ, and which")
public record KruskalWallisResult(
        @JsonUnwrapped TestResult test,

        @Schema(
                description = "Dunn's test of every pair, in the order of the groups; null for more than 100 groups",
                nullable = true)
        List<RankComparison> comparisons) {}
