package org.mlmath.calculus.sample;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.GapsByDesign;
import org.mlmath.kit.answer.Warning;

@GapsByDesign
@Schema(description = "Values over a grid")
public record SampleResult(
        @Schema(description = "The variables, one per axis", examples = "[\"x\"]")
        List<String> variables,

        @Schema(description = "The coordinates along each axis, ascending", examples = "[[0, 0.5, 1]]")
        List<double[]> axes,

        @Schema(description = "The values: values[i][j] at axes[0][i], axes[1][j]; null where undefined")
        GridValues values,

        @Schema(
                description =
                        "Where the finite values lie, poles cut off: a range for the vertical axis, or of colours",
                nullable = true)
        View view,

        @Schema(
                description =
                        "Adaptive curves: between which values of the variable the curve is broken, by null there",
                nullable = true,
                examples = "[1.5707963267948966]")
        double[] breaks,

        @Schema(description = "The expression with every operator written", examples = "sin(x)/x")
        String canonical,

        @Schema(description = "What it took") SampleDiagnostics diagnostics,

        @Schema(description = "What was followed where there is a choice")
        Map<String, String> conventions,

        @Schema(description = "What to look out for") List<Warning> warnings) {

    @Schema(description = "A range of values")
    public record View(
            @Schema(description = "Lower end", examples = "-0.22")
            double lower,

            @Schema(description = "Upper end", examples = "1")
            double upper) {}

    @Schema(description = "Evaluations, and how many gave no value")
    public record SampleDiagnostics(
            @Schema(description = "How many values were computed", examples = "201")
            int evaluations,

            @Schema(description = "How many of the values are undefined", examples = "0")
            int undefined) {}
}
