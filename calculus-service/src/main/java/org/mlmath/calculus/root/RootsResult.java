package org.mlmath.calculus.root;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.linear.ComplexVector;

@Schema(description = "The roots of an expression")
public record RootsResult(
        @Schema(
                description =
                        "The distinct roots in rising order, empty where there is none; objects {re, im} where `complex` was asked for",
                examples = "[2.0945514815423265]")
        ComplexVector roots,

        @Schema(
                description = "How often each root counts; null where that is not known of all",
                nullable = true,
                examples = "[1]")
        List<Integer> multiplicities,

        @Schema(
                description =
                        "The roots as expressions, null for one that has no short form; null where none of them has",
                nullable = true)
        List<ExactRoot> exact,

        @Schema(description = "Whether these are proven to be all the roots there are", examples = "true")
        boolean complete,

        @Schema(description = "Whether the roots are written as complex numbers", examples = "false")
        boolean complex,

        @Schema(description = "The variable", examples = "x")
        String variable,

        @Schema(description = "The working, when asked for", nullable = true)
        List<Step> steps,

        @Schema(description = "How right the roots are") RootsDiagnostics diagnostics,

        @Schema(description = "What was followed where there is a choice")
        Map<String, String> conventions,

        @Schema(description = "What to look out for") List<Warning> warnings) {}
