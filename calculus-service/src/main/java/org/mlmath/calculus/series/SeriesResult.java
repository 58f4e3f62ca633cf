package org.mlmath.calculus.series;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;

@Schema(description = "A sum")
public record SeriesResult(
        @Schema(description = "The sum; a divergent series has none", nullable = true, examples = "1.6449340668482264")
        Double value,

        @Schema(
                description = "Whether the series converges; null where no test decided. A finite sum does",
                nullable = true,
                examples = "true")
        @JsonInclude(JsonInclude.Include.ALWAYS)
        Boolean converges,

        @Schema(
                description = "Whether the series of the moduli converges; null where that is not known",
                nullable = true,
                examples = "true")
        Boolean absolutely,

        @Schema(description = "The test that decided", nullable = true, examples = "p-series")
        String test,

        @Schema(description = "The sum as a formula", nullable = true, examples = "pi^2/6")
        String exact,

        @Schema(
                description = "The sum as LaTeX",
                examples = "\\sum_{n=1}^{\\infty} \\frac{1}{n^{2}} = \\frac{\\pi^{2}}{6}")
        String latex,

        @Schema(description = "The sums of the first one, two, three, … terms", examples = "[1, 1.25]")
        double[] partialSums,

        @Schema(description = "The index", examples = "n") String variable,

        @Schema(description = "The working", nullable = true)
        List<Step> steps,

        @Schema(description = "What was followed where there is a choice")
        Map<String, String> conventions,

        @Schema(description = "How the sum was checked") SeriesDiagnostics diagnostics,

        @Schema(description = "What to look out for") List<Warning> warnings) {}
