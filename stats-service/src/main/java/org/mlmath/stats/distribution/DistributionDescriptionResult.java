package org.mlmath.stats.distribution;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A family of distributions")
public record DistributionDescriptionResult(
        @Schema(description = "Its name in paths and requests", examples = "student-t")
        String name,

        @Schema(description = "Its name in words", examples = "Student's t distribution")
        String title,

        @Schema(description = "Whether it takes integers only")
        boolean discrete,

        @Schema(description = "Its parameters") List<DistributionParameter> parameters,

        @Schema(description = "Its support, as LaTeX", examples = "x \\in \\mathbb{R}")
        String support,

        @Schema(description = "Its moments as LaTeX, by the names that `moments` answers")
        Map<String, String> moments,

        @Schema(description = "Its formulas as LaTeX: pdf (pmf) and cdf")
        Map<String, String> formulas) {

    @Schema(description = "A parameter of a distribution")
    public record DistributionParameter(
            @Schema(description = "Its name in requests", examples = "degreesOfFreedom")
            String name,

            @Schema(description = "Its symbol in the formulas, as LaTeX", examples = "\\nu")
            String symbol,

            @Schema(description = "What it means") String description,

            @Schema(description = "Which values it takes", examples = "a number greater than 0")
            String domain,

            @Schema(description = "Its value when not given; absent when it must be given", nullable = true)
            Double defaultValue,

            @Schema(description = "Other quantities that may be given in its place")
            List<ParameterAlias> aliases) {}

    @Schema(description = "Another way to give a parameter, never together with it")
    public record ParameterAlias(
            @Schema(description = "Its name in requests", examples = "rate")
            String name,

            @Schema(description = "How it determines the parameter")
            String description) {}
}
