package org.mlmath.linalg.convolution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.mlmath.kit.answer.Warning;
import org.mlmath.kit.array.Tensor;
import org.mlmath.numerics.DimensionMismatchException;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.LimitExceededException;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.Matrix;

/**
 * Convolution of neural networks, that is cross-correlation: y[k, i, j] = b[k] + Σ x[c, s·i + d·r − p, s·j + d·t − p]·w[k, c, r, t], with
 * zeros outside of x; H' = ⌊(H + 2p − d·(R − 1) − 1)/s⌋ + 1.
 *
 * <p>As one product, of the kernels as rows and the patches they see as columns (im2col; Chellapilla, Puri and Simard, 2006). Right to
 * C·R·S·ε·Σ|x|·|w|. An entry that overflows is undefined.
 */
final class CrossCorrelation {
    private static final long MOST_ENTRIES = 8_000_000;

    private CrossCorrelation() {}

    /** @return an upper bound of the places a kernel is put, before shapes are checked */
    static double places(Tensor input, Placement placement) {
        int[] x = input.shape();
        double height = x[x.length - 2] + 2.0 * Math.max(0, placement.padding().width());
        double width = x[x.length - 1] + 2.0 * Math.max(0, placement.padding().width());
        return (height / placement.stride() + 1) * (width / placement.stride() + 1);
    }

    /**
     * @param bias one number for each kernel, or null
     * @throws DimensionMismatchException if channels, kernels or the bias do not fit each other
     */
    static ConvolutionResult of(Tensor input, Tensor kernels, Placement placement, double[] bias, boolean explain) {
        int[] x = input.shape();
        int[] w = kernels.shape();
        require(x.length <= 3 && input.values().length > 0, "The input is %s; it is H×W or C×H×W.", input, "/input");
        require(kernels.values().length > 0, "The kernels are %s: there are none.", kernels, "/kernels");
        int channels = x.length == 3 ? x[0] : 1;
        int kernelChannels = w.length == 4 ? w[1] : 1;
        if (channels != kernelChannels) {
            throw new DimensionMismatchException(
                            "The input is %s with %d channels, the kernels are %s with %d: give kernels as K×%d×R×S."
                                    .formatted(shape(input), channels, shape(kernels), kernelChannels, channels))
                    .at("/kernels");
        }
        int count = w.length == 2 ? 1 : w[0];
        int r = w[w.length - 2];
        int s = w[w.length - 1];
        if (bias != null && bias.length != count) {
            throw new DimensionMismatchException(
                            "There are %d numbers in the bias; %d kernels take one each.".formatted(bias.length, count))
                    .at("/bias");
        }
        int stride = placement.stride();
        Padding padding = placement.padding();
        int high = placement.reach(r);
        int wide = placement.reach(s);
        boolean same = padding.equals(Padding.SAME);
        if (same && stride != 1) {
            throw new InvalidParameterException(
                            "With stride %d the size cannot stay the same; give padding as a number.".formatted(stride))
                    .at("/padding");
        }
        // What cannot be split evenly goes below and to the right, as in PyTorch.
        int top = same ? (high - 1) / 2 : padding.width();
        int left = same ? (wide - 1) / 2 : padding.width();
        int height = x[x.length - 2] + (same ? high - 1 : 2 * padding.width());
        int width = x[x.length - 1] + (same ? wide - 1 : 2 * padding.width());
        if (height < high || width < wide) {
            throw new DimensionMismatchException(
                            "The kernels reach over %d×%d, larger than the input with its padding, %d×%d."
                                    .formatted(high, wide, height, width))
                    .at("/kernels");
        }
        int rows = (height - high) / stride + 1;
        int columns = (width - wide) / stride + 1;
        long size = (long) channels * r * s * rows * columns;
        if (Math.max(size, (long) count * rows * columns) > MOST_ENTRIES) {
            throw new LimitExceededException(
                            "The unrolled input would have %,d entries, more than %,d: use a larger stride or smaller parts."
                                    .formatted(size, MOST_ENTRIES))
                    .at("/input");
        }
        Matrix patches =
                patches(input, channels, new int[] {r, s, stride, top, left, rows, columns, placement.dilation()});
        Matrix unrolled = new Matrix(count, channels * r * s, kernels.values());
        double[] output = Kernels.current().multiply(unrolled, patches).values();
        for (int at = 0; bias != null && at < output.length; at++) {
            output[at] += bias[at / (rows * columns)];
        }
        List<Warning> warnings = new ArrayList<>();
        markOverflow(output, warnings);
        boolean single = w.length == 2 && x.length == 2;
        ConvolutionResult result = new ConvolutionResult(
                new Tensor(single ? new int[] {rows, columns} : new int[] {count, rows, columns}, output),
                new ConvolutionResult.Unrolled(unrolled, patches),
                Map.of(
                        "kernel",
                                "not turned round: cross-correlation, as in PyTorch; SciPy's convolve turns it by 180 degrees",
                        "padding", "zeros; same puts what is left over below and to the right"),
                warnings,
                null);
        return explain ? ConvolutionWorking.explain(result, bias) : result;
    }

    /** @param g R, S, stride, zeros above and to the left, rows and columns of the output, dilation */
    private static Matrix patches(Tensor input, int channels, int[] g) {
        int[] x = input.shape();
        int h = x[x.length - 2];
        int w = x[x.length - 1];
        double[] patches = new double[channels * g[0] * g[1] * g[5] * g[6]];
        int at = 0;
        for (int c = 0; c < channels; c++) {
            for (int place = 0; place < g[0] * g[1]; place++) {
                for (int i = 0; i < g[5]; i++) {
                    int row = i * g[2] + place / g[1] * g[7] - g[3];
                    for (int j = 0; j < g[6]; j++) {
                        int column = j * g[2] + place % g[1] * g[7] - g[4];
                        boolean inside = row >= 0 && row < h && column >= 0 && column < w;
                        patches[at++] = inside ? input.values()[(c * h + row) * w + column] : 0;
                    }
                }
            }
        }
        return new Matrix(channels * g[0] * g[1], g[5] * g[6], patches);
    }

    private static void markOverflow(double[] output, List<Warning> warnings) {
        int count = 0;
        for (int i = 0; i < output.length; i++) {
            if (!Double.isFinite(output[i])) {
                output[i] = Double.NaN;
                count++;
            }
        }
        if (count > 0) {
            warnings.add(new Warning(
                    "overflow",
                    "%d %s beyond the range of doubles, and so undefined."
                            .formatted(count, count == 1 ? "entry is" : "entries are"),
                    "/output"));
        }
    }

    private static void require(boolean holds, String otherwise, Tensor found, String pointer) {
        if (!holds) {
            throw new DimensionMismatchException(otherwise.formatted(shape(found))).at(pointer);
        }
    }

    private static String shape(Tensor tensor) {
        return Arrays.stream(tensor.shape()).mapToObj(String::valueOf).collect(Collectors.joining("×"));
    }
}
