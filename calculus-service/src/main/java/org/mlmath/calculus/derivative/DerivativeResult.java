package org.mlmath.calculus.derivative;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.calculus.expression.DomainDescription;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;

@Schema(description = "A derivative")
public record DerivativeResult(
        @Schema(description = "The derivative, simplified", examples = "2*x*cos(x^2)")
        String derivative,

        @Schema(description = "The derivative as LaTeX", examples = "2 x \\cos\\left(x^{2}\\right)")
        String latex,

        @Schema(description = "By which variable", examples = "x")
        String variable,

        @Schema(description = "How many times", examples = "1")
        int order,

        @Schema(description = "The order of a vector's coordinates", examples = "[\"x\"]")
        List<String> variables,

        @Schema(description = "The derivative at the point", nullable = true, examples = "1.0806046117362795")
        Double value,

        @Schema(description = "The expression itself at the point", nullable = true, examples = "0.8414709848078965")
        Double functionValue,

        @Schema(
                description =
                        "Where the expression and its derivative both have a value; null where that is too long to be said",
                nullable = true)
        DomainDescription domain,

        @Schema(description = "The rules as they were applied, innermost first", nullable = true)
        List<Step> steps,

        @Schema(description = "What was followed where there is a choice")
        Map<String, String> conventions,

        @Schema(description = "How far the result has been checked")
        SymbolicDiagnostics diagnostics,

        @Schema(description = "What to look out for") List<Warning> warnings) {}
