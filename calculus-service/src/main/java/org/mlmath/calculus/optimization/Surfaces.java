package org.mlmath.calculus.optimization;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.mlmath.calculus.point.Bounds;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.numerics.optimization.DifferentiableFunction;
import org.mlmath.numerics.optimization.Run;

/** The objective on a grid around the paths of runs. */
final class Surfaces {
    private static final int LEVELS = 15;

    /** What is added to each side of the paths, as a part of their extent. */
    private static final double MARGIN = 0.15;

    /** The part of the longer side that the shorter has at least: a path along an axis needs a view to both sides. */
    private static final double NARROWEST = 0.25;

    /** How many times the fall from the start to the best value a point may lie above the start and still be shown. */
    private static final double TOO_HIGH = 10;

    private Surfaces() {}

    /** A path to be shown: the trajectory of a run and its best point. */
    record Path(Matrix points, double[] values, double[] best, double bestValue) {
        static Path of(Run run) {
            return new Path(
                    run.trajectory().points(),
                    run.trajectory().values(),
                    run.state().bestPoint(),
                    run.state().bestValue());
        }

        static Path of(MinimizeResult run) {
            return new Path(
                    run.trajectory().points(),
                    run.trajectory().values(),
                    run.minimum().point(),
                    run.minimum().value());
        }
    }

    /**
     * @param paths at least one
     * @throws InvalidParameterException for variables, or intervals, that make no grid; pointers are relative to the request
     */
    static ObjectiveSurface of(
            SurfaceOptions options,
            RunObjective objective,
            List<Path> paths,
            List<Warning> warnings,
            Deadline deadline) {
        List<String> names = objective.variables();
        int[] axes = axes(options, names);
        int resolution = options.resolution() == null ? SurfaceOptions.USUAL_POINTS : options.resolution();
        double[][] ends = new double[axes.length][];
        for (int a = 0; a < axes.length; a++) {
            ends[a] = extent(paths, axes[a]);
        }
        widen(ends);
        Map<String, Bounds> ranges = options.ranges() == null ? Map.of() : options.ranges();
        List<String> shown = new ArrayList<>();
        for (int a = 0; a < axes.length; a++) {
            String name = names.get(axes[a]);
            shown.add(name);
            if (ranges.containsKey(name)) {
                ends[a] = ends(ranges.get(name), name);
            }
        }
        for (String name : ranges.keySet()) {
            if (!shown.contains(name)) {
                throw new InvalidParameterException("The grid is over %s.".formatted(String.join(" and ", shown)))
                        .at("/surface/ranges/" + name.replace("~", "~0").replace("/", "~1"));
            }
        }
        double[] x = axis(ends[0], resolution);
        double[] y = axes.length == 1 ? null : axis(ends[1], resolution);
        Matrix values = grid(objective.function(), lowest(paths).best(), axes, x, y, deadline);
        long undefined = Arrays.stream(values.values()).filter(Double::isNaN).count();
        if (undefined > 0) {
            warnings.add(new Warning(
                    "undefined-values",
                    "The objective is undefined, or too large, at %d points of the grid.".formatted(undefined),
                    "/surface/values"));
        }
        return new ObjectiveSurface(shown, x, y, values, levels(values.values()));
    }

    private static int[] axes(SurfaceOptions options, List<String> names) {
        if (options.variables() == null) {
            return names.size() == 1 ? new int[] {0} : new int[] {0, 1};
        }
        List<String> chosen = options.variables();
        if (chosen.size() != Math.min(2, names.size())
                || chosen.stream().distinct().count() != chosen.size()) {
            throw new InvalidParameterException(
                            names.size() == 1
                                    ? "The objective has one variable, %s.".formatted(names.getFirst())
                                    : "A surface is over two different variables.")
                    .at("/surface/variables");
        }
        int[] axes = new int[chosen.size()];
        for (int a = 0; a < axes.length; a++) {
            axes[a] = names.indexOf(chosen.get(a));
            if (axes[a] < 0) {
                throw new InvalidParameterException("The objective has no variable \"%s\"; it has %s."
                                .formatted(chosen.get(a), String.join(", ", names)))
                        .at("/surface/variables/" + a);
            }
        }
        return axes;
    }

    private static Path lowest(List<Path> paths) {
        Path lowest = paths.getFirst();
        for (Path path : paths) {
            lowest = path.bestValue() < lowest.bestValue() ? path : lowest;
        }
        return lowest;
    }

    /** The interval of the coordinates seen, without those of iterates that ran away. */
    private static double[] extent(List<Path> paths, int variable) {
        double lower = Double.POSITIVE_INFINITY;
        double upper = Double.NEGATIVE_INFINITY;
        for (Path path : paths) {
            int recorded = path.values().length;
            double start = recorded == 0 ? path.bestValue() : path.values()[0];
            double highest = start + TOO_HIGH * (start - path.bestValue());
            for (int i = 0; i <= recorded; i++) {
                boolean best = i == recorded;
                if (best || i == 0 || path.values()[i] <= highest) {
                    double coordinate =
                            best ? path.best()[variable] : path.points().get(i, variable);
                    lower = Math.min(lower, coordinate);
                    upper = Math.max(upper, coordinate);
                }
            }
        }
        return new double[] {lower, upper};
    }

    private static void widen(double[][] ends) {
        double longest = 0;
        for (double[] side : ends) {
            longest = Math.max(longest, side[1] - side[0]);
        }
        for (double[] side : ends) {
            double middle = side[0] / 2 + side[1] / 2;
            double least = longest > 0 ? NARROWEST * longest : Math.max(1, Math.abs(middle));
            double half = Math.max(side[1] - side[0], least) * (0.5 + MARGIN);
            side[0] = middle - half;
            side[1] = middle + half;
        }
    }

    private static double[] ends(Bounds bounds, String name) {
        boolean usable =
                bounds.lower() < bounds.upper() && Double.isFinite(bounds.lower()) && Double.isFinite(bounds.upper());
        if (!usable) {
            throw new InvalidParameterException("A grid needs an interval of finite length.")
                    .at("/surface/ranges/" + name.replace("~", "~0").replace("/", "~1"));
        }
        return new double[] {bounds.lower(), bounds.upper()};
    }

    private static double[] axis(double[] ends, int points) {
        double[] axis = new double[points];
        for (int i = 0; i < points; i++) {
            double part = (double) i / (points - 1);
            axis[i] = (1 - part) * ends[0] + part * ends[1];
        }
        return axis;
    }

    private static Matrix grid(
            DifferentiableFunction function, double[] through, int[] axes, double[] x, double[] y, Deadline deadline) {
        double[] point = through.clone();
        int rows = y == null ? 1 : y.length;
        double[] values = new double[rows * x.length];
        for (int i = 0; i < rows; i++) {
            deadline.check();
            if (y != null) {
                point[axes[1]] = y[i];
            }
            for (int j = 0; j < x.length; j++) {
                point[axes[0]] = x[j];
                double value = function.value(point);
                values[i * x.length + j] = Double.isFinite(value) ? value : Double.NaN;
            }
        }
        return new Matrix(rows, x.length, values);
    }

    private static double[] levels(double[] values) {
        double[] sorted = Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        if (sorted.length == 0) {
            return sorted;
        }
        double[] levels = new double[LEVELS];
        for (int i = 0; i < LEVELS; i++) {
            levels[i] = sorted[(int) ((i + 0.5) / LEVELS * sorted.length)];
        }
        return Arrays.stream(levels).distinct().toArray();
    }
}
