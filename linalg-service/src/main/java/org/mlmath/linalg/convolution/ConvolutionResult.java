package org.mlmath.linalg.convolution;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.kit.array.Tensor;
import org.mlmath.numerics.linear.Matrix;

@Schema(description = "The kernels' answers at every place")
public record ConvolutionResult(
        @Schema(description = "H'×W' for one kernel R×S, otherwise K×H'×W'", examples = "[[-4, -4], [-4, -4]]")
        Tensor output,

        @Schema(
                description =
                        "The matrix product behind it: kernels·patches, a row of which is an output, row by row, before the bias")
        Unrolled unrolled,

        @Schema(description = "What was followed where libraries disagree")
        Map<String, String> conventions,

        @Schema(description = "What to look out for") List<Warning> warnings,

        @Schema(description = "The working, when asked for", nullable = true)
        List<Step> steps) {
    ConvolutionResult withSteps(List<Step> shown) {
        return new ConvolutionResult(output, unrolled, conventions, warnings, shown);
    }

    @Schema(name = "UnrolledConvolution", description = "The matrices whose product is the output")
    public record Unrolled(
            @Schema(description = "K×(C·R·S): a kernel per row", examples = "[[1, 0, 0, -1]]")
            Matrix kernels,

            @Schema(description = "(C·R·S)×(H'·W'): what a kernel sees at each place, a column per place")
            Matrix patches) {}
}
