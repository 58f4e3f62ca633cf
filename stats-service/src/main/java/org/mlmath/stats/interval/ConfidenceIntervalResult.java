package org.mlmath.stats.interval;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.stats.hypothesis.Assumption;

@Schema(description = "An interval that holds the parameter with the level's probability before the data are seen")
public record ConfidenceIntervalResult(
        @Schema(description = "Lower end") double lower,
        @Schema(description = "Upper end") double upper,

        @Schema(description = "The sample's estimate of the parameter", nullable = true)
        @JsonInclude(JsonInclude.Include.ALWAYS)
        Double estimate,

        @Schema(description = "Standard error of the estimate, where the interval has one", nullable = true)
        Double standardError,

        @Schema(description = "Confidence level") double level,

        @Schema(description = "Degrees of freedom, where the interval has them", nullable = true)
        Double degreesOfFreedom,

        @Schema(description = "What the interval takes for granted, and what the data say about it")
        List<Assumption> assumptions,

        @Schema(description = "The result in words") String interpretation,
        @Schema(description = "How the interval was found") IntervalDiagnostics diagnostics,

        @Schema(description = "What was followed where libraries disagree")
        Map<String, String> conventions,

        @Schema(description = "What to know about the result")
        List<Warning> warnings,

        @Schema(description = "The derivation, when asked for", nullable = true)
        List<Step> steps) {}
