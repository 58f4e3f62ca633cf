package org.mlmath.calculus.convexity;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.mlmath.calculus.convexity.ConvexityResult.ConvexityCounterexample;
import org.mlmath.expression.Expression;
import org.mlmath.expression.compile.ExpressionFunction;
import org.mlmath.expression.interval.Enclosure;
import org.mlmath.expression.interval.Interval;
import org.mlmath.expression.interval.IntervalFunction;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.LimitExceededException;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.numerics.linear.SymmetricEigenFactors;

/**
 * A chord of the graph that lies below it, or whose middle is above a point where there is no graph: found where the Hessian has a negative
 * eigenvalue, or between points drawn from the region (always the same ones), and proven by interval arithmetic.
 */
final class Chords {
    private static final int POINTS = 200;
    private static final int PAIRS = 2_000;
    private static final int HALVINGS = 16;

    /** Where a side has no end, points are drawn up to this far from the other end, or from 0. */
    private static final double FAR = 8;

    private final ExpressionFunction function;
    private final IntervalFunction enclosure;
    private final Interval[] region;
    private final Deadline deadline;
    private final int n;
    private final List<double[]> suspects;
    private final SplittableRandom random = new SplittableRandom(1);

    /** @param suspects points in the region where the Hessian may be negative */
    Chords(
            Expression expression,
            List<String> variables,
            Interval[] region,
            List<double[]> suspects,
            Deadline deadline) {
        this.suspects = suspects;
        function = ExpressionFunction.of(expression, variables);
        enclosure = IntervalFunction.of(expression, variables);
        this.region = region;
        this.deadline = deadline;
        n = variables.size();
    }

    /** @return null where none was found */
    ConvexityCounterexample find() {
        double[][] points = new double[POINTS][];
        for (int k = 0; k < POINTS; k++) {
            deadline.check();
            points[k] = point(k);
            ConvexityCounterexample bent = alongCurvature(points[k]);
            if (bent != null) {
                return bent;
            }
        }
        for (double[] suspect : suspects) {
            deadline.check();
            ConvexityCounterexample bent = alongCurvature(suspect);
            if (bent != null) {
                return bent;
            }
        }
        for (int k = 0; k < PAIRS; k++) {
            deadline.check();
            double[] a = points[random.nextInt(POINTS)];
            double[] b = points[random.nextInt(POINTS)];
            ConvexityCounterexample chord = Arrays.equals(a, b) ? null : proven(a, b);
            if (chord != null) {
                return chord;
            }
        }
        return null;
    }

    /** The middle of the region first, then small and larger numbers, which are easy to read, then any. */
    private double[] point(int k) {
        double[] point = new double[n];
        for (int j = 0; j < n; j++) {
            double lower = Math.max(
                    region[j].lower(),
                    region[j].upper() == Double.POSITIVE_INFINITY ? -FAR : region[j].upper() - 2 * FAR);
            lower = region[j].isBounded() ? region[j].lower() : lower;
            double upper = region[j].isBounded() ? region[j].upper() : Math.min(region[j].upper(), lower + 2 * FAR);
            double drawn = k == 0 ? 0.5 * lower + 0.5 * upper : lower + (upper - lower) * random.nextDouble();
            double round = Math.rint(drawn * 4) / 4;
            point[j] = k < POINTS / 2 && region[j].contains(round) ? round : Math.clamp(drawn, lower, upper);
        }
        return point;
    }

    private ConvexityCounterexample alongCurvature(double[] x) {
        double[] hessian = new double[n * n];
        try {
            function.valueGradientAndHessian(x, new double[n], hessian);
        } catch (LimitExceededException e) {
            return null;
        }
        if (!Arrays.stream(hessian).allMatch(Double::isFinite)) {
            return null;
        }
        SymmetricEigenFactors factors = Kernels.current().symmetricEigen(new Matrix(n, n, hessian), true);
        if (!(factors.values()[0] < 0)) {
            return null;
        }
        double length = 1;
        for (int t = 0; t < HALVINGS; t++, length /= 2) {
            double[] a = x.clone();
            double[] b = x.clone();
            for (int j = 0; j < n; j++) {
                a[j] -= length * factors.vectors().get(j, 0);
                b[j] += length * factors.vectors().get(j, 0);
            }
            ConvexityCounterexample chord = inside(a) && inside(b) ? proven(a, b) : null;
            if (chord != null) {
                return chord;
            }
        }
        return null;
    }

    private boolean inside(double[] x) {
        for (int j = 0; j < n; j++) {
            if (!region[j].contains(x[j])) {
                return false;
            }
        }
        return true;
    }

    private ConvexityCounterexample proven(double[] a, double[] b) {
        double[] middle = new double[n];
        Interval[] around = new Interval[n];
        Interval half = Interval.point(0.5);
        for (int j = 0; j < n; j++) {
            middle[j] = 0.5 * a[j] + 0.5 * b[j];
            around[j] = Interval.point(a[j]).add(Interval.point(b[j])).multiply(half);
        }
        double valueA = function.value(a);
        double valueB = function.value(b);
        double valueMiddle = function.value(middle);
        double mean = 0.5 * valueA + 0.5 * valueB;
        if (!(valueMiddle > mean) && !(Double.isNaN(valueMiddle) && Double.isFinite(mean))) {
            return null;
        }
        Enclosure ofA = enclosure.over(box(a));
        Enclosure ofB = enclosure.over(box(b));
        Enclosure ofMiddle = enclosure.over(around);
        if (ofMiddle.range().isEmpty()) {
            return ofA.isDefined() && ofB.isDefined()
                    ? new ConvexityCounterexample(a, b, middle, valueA, valueB, Double.NaN, mean)
                    : null;
        }
        boolean defined = ofA.isDefined() && ofB.isDefined() && ofMiddle.isDefined();
        Interval chord = ofA.range().add(ofB.range()).multiply(half);
        return defined && ofMiddle.range().lower() > chord.upper()
                ? new ConvexityCounterexample(a, b, middle, valueA, valueB, valueMiddle, mean)
                : null;
    }

    private static Interval[] box(double[] x) {
        return Arrays.stream(x).mapToObj(Interval::point).toArray(Interval[]::new);
    }
}
