package org.mlmath.calculus.simplify;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.calculus.derivative.SymbolicDiagnostics;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;

@Schema(description = "An expression in another form")
public record SimplifyResult(
        @Schema(description = "The new form", examples = "x + 1")
        String expression,

        @Schema(description = "The new form as LaTeX", examples = "x + 1")
        String latex,

        @Schema(description = "Which form it is", examples = "simplify")
        Form form,

        @Schema(
                description = "Where the given expression has a value, and so where the two are equal",
                examples = "x != 1")
        String domain,

        @Schema(description = "The working", nullable = true)
        List<Step> steps,

        @Schema(description = "What was followed where there is a choice")
        Map<String, String> conventions,

        @Schema(description = "How the new form compares with the given one at sample points")
        SymbolicDiagnostics diagnostics,

        @Schema(description = "What to look out for") List<Warning> warnings) {}
