package org.mlmath.linalg.convolution;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.array.Tensor;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;

@Schema(description = "An image and the kernels to slide over it")
public record ConvolutionRequest(
        @Schema(
                description = "H×W, or C×H×W: an image, or one with C channels",
                examples = "[[1, 2, 3], [4, 5, 6], [7, 8, 9]]")
        @NotNull
        Tensor input,

        @Schema(
                description = "R×S (one kernel), K×R×S (K of them, for one channel) or K×C×R×S",
                examples = "[[1, 0], [0, -1]]")
        @NotNull
        Tensor kernels,

        @Schema(description = "By how much a kernel moves", defaultValue = "1", examples = "1") @Min(1) @Max(1000)
        Integer stride,

        @Schema(
                description =
                        "Zeros around the input: how many on every side, or \"same\" for as many as keep its size; 0 by default")
        Padding padding,

        @Schema(
                description = "How far apart a kernel's entries lie on the input: 2 leaves out every other place",
                defaultValue = "1",
                examples = "1")
        @Min(1)
        @Max(1000)
        Integer dilation,

        @Schema(description = "One number for each kernel, added to its output; none by default", examples = "[0.5]")
        double[] bias,

        @Schema(
                description = "Show the working: the sum at each place, for kernels of up to 32 entries",
                defaultValue = "false")
        Boolean explain)
        implements Costed {

    public ConvolutionRequest {
        stride = stride == null ? 1 : stride;
        dilation = dilation == null ? 1 : dilation;
        padding = padding == null ? new Padding(0) : padding;
        explain = explain != null && explain;
    }

    Placement placement() {
        return new Placement(stride, padding, dilation);
    }

    @Override
    public Cost cost() {
        if (input == null || kernels == null) {
            return Cost.SMALL;
        }
        double places = CrossCorrelation.places(input, placement());
        double unrolled = places * kernels.values().length;
        return new Cost(1e-5 + 1.2e-7 * unrolled, (long) Math.min(1e15, 4096 + 24 * unrolled));
    }
}
