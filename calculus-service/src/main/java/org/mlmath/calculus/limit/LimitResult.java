package org.mlmath.calculus.limit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;

@Schema(description = "A limit")
public record LimitResult(
        @Schema(
                description =
                        "Whether there is a limit in the extended real numbers; null where that could not be decided",
                nullable = true,
                examples = "true")
        @JsonInclude(JsonInclude.Include.ALWAYS)
        Boolean exists,

        @Schema(
                description = "The limit; infinities are \"Infinity\" and \"-Infinity\"",
                nullable = true,
                examples = "1")
        Double value,

        @Schema(
                description = "The limit as a formula; `inf` and `-inf` are the infinities",
                nullable = true,
                examples = "1")
        String exact,

        @Schema(
                description = "The statement as LaTeX",
                examples = "\\lim_{x \\to 0} \\frac{\\sin\\left(x\\right)}{x} = 1")
        String latex,

        @Schema(
                description = "The limit from below, where the two sides were looked at",
                nullable = true,
                examples = "1")
        Double left,

        @Schema(
                description = "The limit from above, where the two sides were looked at",
                nullable = true,
                examples = "1")
        Double right,

        @Schema(description = "The variable that moves", examples = "x")
        String variable,

        @Schema(description = "The working", nullable = true)
        List<Step> steps,

        @Schema(description = "What was followed where there is a choice")
        Map<String, String> conventions,

        @Schema(description = "How the limit was checked") LimitDiagnostics diagnostics,

        @Schema(description = "What to look out for") List<Warning> warnings) {}
