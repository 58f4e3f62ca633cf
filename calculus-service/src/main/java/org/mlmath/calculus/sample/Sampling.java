package org.mlmath.calculus.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.mlmath.calculus.point.Variables;
import org.mlmath.calculus.sample.SampleRanges.Range;
import org.mlmath.calculus.sample.SampleRequest.Spacing;
import org.mlmath.calculus.sample.SampleResult.SampleDiagnostics;
import org.mlmath.expression.Expressions;
import org.mlmath.kit.answer.Warning;
import org.mlmath.kit.array.Tensor;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.LimitExceededException;
import org.mlmath.numerics.MathException;

/** Values of an expression over a grid, or along a curve with as many points as its shape needs. */
public final class Sampling {
    private static final int[] DEFAULT_COUNTS = {201, 51, 15, 15};
    private static final Map<String, String> CONVENTIONS = Map.of(
            "order", "values[i][j] is at axes[0][i], axes[1][j], as numpy.meshgrid with indexing \"ij\"",
            "ends", "both ends of a range are points of its axis",
            "undefined", "null; so is what is too large for a double");

    private Sampling() {}

    /**
     * @param listed null: the free variables in alphabetical order, or those of the ranges where there are none
     * @param counts null: the usual ones
     * @throws InvalidParameterException for ranges that are empty, or not positive where spacing is logarithmic
     * @throws LimitExceededException above a million points
     */
    public static SampleResult of(
            String text,
            List<String> listed,
            SampleRanges ranges,
            SampleCounts counts,
            Spacing spacing,
            boolean adaptive,
            Deadline deadline) {
        Variables variables = Variables.of(text, listed);
        List<String> names = variables.names();
        if (names.isEmpty() && ranges.names() != null) {
            names = ranges.names();
        }
        requireDimensions(names, adaptive);
        boolean logarithmic = spacing == Spacing.LOG;
        List<Range> bounds = bounds(names, ranges, logarithmic);
        List<Integer> sizes = sizes(names, counts);
        List<Warning> warnings = new ArrayList<>();
        if (adaptive) {
            Curve curve = Curve.of(
                    variables.expression(),
                    names.getFirst(),
                    bounds.getFirst(),
                    sizes.getFirst(),
                    logarithmic,
                    deadline);
            return result(
                    variables, names, List.of(curve.axis()), curve.values(), curve.breaks(), curve.count(), warnings);
        }
        List<double[]> axes = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            axes.add(Grid.axis(bounds.get(i).lower(), bounds.get(i).upper(), sizes.get(i), logarithmic));
        }
        double[] values = Grid.values(variables.expression(), names, axes, deadline);
        return result(variables, names, axes, values, null, values.length, warnings);
    }

    private static void requireDimensions(List<String> names, boolean adaptive) {
        if (names.isEmpty()) {
            throw new InvalidParameterException("The expression has no variables; name those of the grid.")
                    .at("/variables");
        }
        if (names.size() > Grid.DIMENSIONS) {
            throw new LimitExceededException("The expression has %d variables; a grid has at most %d."
                            .formatted(names.size(), Grid.DIMENSIONS))
                    .at("/expression");
        }
        if (adaptive && names.size() > 1) {
            throw new InvalidParameterException("Adaptive points are for curves, of one variable; this has %s."
                            .formatted(String.join(", ", names)))
                    .at("/adaptive");
        }
    }

    private static List<Range> bounds(List<String> names, SampleRanges ranges, boolean logarithmic) {
        List<Range> bounds;
        try {
            bounds = ranges.in(names);
        } catch (MathException e) {
            throw e.at("/ranges");
        }
        for (int i = 0; i < bounds.size(); i++) {
            Range range = bounds.get(i);
            String pointer = "/ranges/" + (ranges.names() == null ? String.valueOf(i) : names.get(i));
            if (!(range.lower() < range.upper())) {
                throw new InvalidParameterException("The lower end %s is not below the upper end %s."
                                .formatted(range.lower(), range.upper()))
                        .at(pointer);
            }
            if (logarithmic && range.lower() <= 0) {
                throw new InvalidParameterException(
                                "Equal ratios need a positive range; the lower end is %s.".formatted(range.lower()))
                        .at(pointer);
            }
        }
        return bounds;
    }

    private static List<Integer> sizes(List<String> names, SampleCounts counts) {
        if (counts == null) {
            return Collections.nCopies(names.size(), DEFAULT_COUNTS[names.size() - 1]);
        }
        List<Integer> sizes;
        try {
            sizes = counts.in(names);
        } catch (MathException e) {
            throw e.at("/counts");
        }
        double product = sizes.stream().mapToDouble(Integer::doubleValue).reduce(1, (a, b) -> a * b);
        if (product > Grid.POINTS) {
            throw new LimitExceededException(
                            "The grid has %,.0f points; the limit is %,d.".formatted(product, Grid.POINTS))
                    .with("limit", Grid.POINTS)
                    .with("found", product)
                    .at("/counts");
        }
        return sizes;
    }

    private static SampleResult result(
            Variables variables,
            List<String> names,
            List<double[]> axes,
            double[] values,
            double[] breaks,
            int evaluations,
            List<Warning> warnings) {
        int undefined = (int) Arrays.stream(values).filter(Double::isNaN).count();
        int inside = undefined - (breaks == null ? 0 : breaks.length);
        if (inside > 0) {
            warnings.add(new Warning(
                    "undefined-values",
                    "The expression is undefined, or too large for a double, at %,d of %,d points."
                            .formatted(inside, values.length),
                    "/values"));
        }
        int[] shape = axes.stream().mapToInt(axis -> axis.length).toArray();
        return new SampleResult(
                names,
                axes,
                new GridValues(new Tensor(shape, values)),
                Visible.of(values),
                breaks,
                Expressions.text(variables.expression()),
                new SampleDiagnostics(evaluations, undefined),
                CONVENTIONS,
                warnings);
    }
}
