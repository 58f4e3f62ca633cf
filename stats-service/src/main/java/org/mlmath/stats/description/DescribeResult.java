package org.mlmath.stats.description;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Warning;

@Schema(description = "Summaries of a vector, or of each column")
public record DescribeResult(
        @JsonUnwrapped ColumnDescription vector,

        @Schema(
                description = "Of a matrix or named columns: the summaries by name, x1, x2, … for a matrix",
                nullable = true)
        Map<String, ColumnDescription> columns,

        @Schema(description = "What was followed where libraries disagree")
        Map<String, String> conventions,

        @Schema(description = "What to know about the summaries")
        List<Warning> warnings) {}
