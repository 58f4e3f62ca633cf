package org.mlmath.calculus.expression;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Warning;

@Schema(description = "Values of an expression")
public record EvaluateResult(
        @Schema(
                description =
                        "The value at each point, one for `at`; null where it is undefined or too large for a double",
                examples = "[0.6366197723675814]")
        double[] values,

        @Schema(description = "The order of a vector's coordinates", examples = "[\"x\"]")
        List<String> variables,

        @Schema(description = "How the text was read, every operator written", examples = "sin(x)/x")
        String canonical,

        @Schema(description = "How near to the true values") EvaluateDiagnostics diagnostics,

        @Schema(description = "What to look out for") List<Warning> warnings) {

    @Schema(description = "Rigorous bounds of what rounding did, by interval arithmetic at up to 100 points")
    public record EvaluateDiagnostics(
            @Schema(
                    description =
                            "The largest bound of |value − true value|, relative to the larger of 1 and the value; the point counts as exact",
                    nullable = true,
                    examples = "4.4e-16")
            Double errorBound,

            @Schema(description = "At how many points it could be found", examples = "1")
            int boundedPoints) {}
}
