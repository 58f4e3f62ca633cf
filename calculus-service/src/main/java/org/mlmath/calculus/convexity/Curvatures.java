package org.mlmath.calculus.convexity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.mlmath.expression.Expression;
import org.mlmath.expression.differentiate.Differentiator;
import org.mlmath.expression.interval.Enclosure;
import org.mlmath.expression.interval.Interval;
import org.mlmath.expression.interval.IntervalFunction;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.Matrix;

/**
 * Proven bounds of the eigenvalues of the Hessian on a box: on parts of it by Gershgorin's circles and by Weyl's theorem about the
 * midpoint, whichever is better, parts being halved where they are worst. A box counts only where the function and its gradient are
 * continuous on it, since second derivatives do not see kinks.
 */
final class Curvatures {
    private static final int PARTS = 400;
    private static final int WORST = 40;

    private record Part(Interval[] box, double least, double most) {}

    private final int n;
    private final IntervalFunction all;
    private final Deadline deadline;
    final boolean constant;
    int boxes;

    /** The middles of the boxes for which the least was known: where to look for a negative curvature first. */
    final List<double[]> suspects = new ArrayList<>();

    /** Bounds of the eigenvalues, NaN where nothing is known. */
    double least = Double.NaN;

    double most = Double.NaN;

    Curvatures(Expression expression, List<String> variables, Interval[] region, Deadline deadline) {
        this.n = variables.size();
        this.deadline = deadline;
        List<Expression> parts = new ArrayList<>(List.of(expression));
        List<Expression> second = new ArrayList<>();
        for (String variable : variables) {
            Expression partial =
                    Differentiator.derivative(expression, variable, deadline).expression();
            parts.add(partial);
            for (String other : variables) {
                second.add(Differentiator.derivative(partial, other, deadline).expression());
            }
        }
        constant = second.stream().allMatch(entry -> entry.variables().isEmpty());
        parts.addAll(second);
        all = IntervalFunction.of(parts, variables);
        bound(region);
    }

    private void bound(Interval[] region) {
        Part whole = part(region);
        if (constant
                || whole.least == Double.NEGATIVE_INFINITY
                        && whole.most == Double.POSITIVE_INFINITY
                        && !bounded(region)) {
            take(whole.least, whole.most);
            return;
        }
        take(
                refined(whole, Comparator.comparingDouble(Part::least), true),
                refined(whole, Comparator.comparingDouble(Part::most).reversed(), false));
    }

    private void take(double lower, double upper) {
        least = lower == Double.NEGATIVE_INFINITY ? Double.NaN : lower;
        most = upper == Double.POSITIVE_INFINITY ? Double.NaN : upper;
    }

    private static boolean bounded(Interval[] region) {
        for (Interval side : region) {
            if (!side.isBounded()) {
                return false;
            }
        }
        return true;
    }

    /** Halves the worst part again and again; @return what is proven of all parts together */
    private double refined(Part whole, Comparator<Part> worst, boolean lower) {
        PriorityQueue<Part> parts = new PriorityQueue<>(worst);
        parts.add(whole);
        for (int i = 0; i < PARTS; i++) {
            deadline.check();
            Part part = parts.peek();
            int side = widest(part.box);
            double middle = part.box[side].midpoint();
            if (!(part.box[side].lower() < middle && middle < part.box[side].upper())) {
                break;
            }
            parts.poll();
            Interval[] below = part.box.clone();
            Interval[] above = part.box.clone();
            below[side] = new Interval(part.box[side].lower(), middle);
            above[side] = new Interval(middle, part.box[side].upper());
            parts.add(part(below));
            parts.add(part(above));
        }
        if (!lower) {
            return parts.peek().most;
        }
        double least = parts.peek().least;
        for (int i = 0; i < WORST && !parts.isEmpty(); i++) {
            suspects.add(Arrays.stream(parts.poll().box)
                    .mapToDouble(Interval::midpoint)
                    .toArray());
        }
        return least;
    }

    private static int widest(Interval[] box) {
        int widest = 0;
        for (int j = 1; j < box.length; j++) {
            if (box[j].width() > box[widest].width()) {
                widest = j;
            }
        }
        return widest;
    }

    private Part part(Interval[] box) {
        boxes++;
        Enclosure[] values = all.allOver(box);
        for (int i = 0; i <= n; i++) {
            if (!values[i].isContinuous() || values[i].range().isEmpty()) {
                return new Part(box, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
            }
        }
        Interval[] entries = new Interval[n * n];
        boolean finite = true;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                Enclosure a = values[1 + n + i * n + j];
                Enclosure b = values[1 + n + j * n + i];
                if (!a.isDefined() || !b.isDefined()) {
                    return new Part(box, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
                }
                entries[i * n + j] = a.range().intersect(b.range()); // both are ∂²f/∂x∂y
                finite &= entries[i * n + j].isBounded();
            }
        }
        double lower = Double.POSITIVE_INFINITY;
        double upper = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < n; i++) {
            Interval circle = entries[i * n + i];
            for (int j = 0; j < n; j++) {
                if (j != i) {
                    double reach = entries[i * n + j].magnitude();
                    circle = circle.add(new Interval(-reach, reach));
                }
            }
            lower = Math.min(lower, circle.lower());
            upper = Math.max(upper, circle.upper());
        }
        if (finite && n > 1) {
            Interval weyl = weyl(entries);
            lower = Math.max(lower, weyl.lower());
            upper = Math.min(upper, weyl.upper());
        }
        return new Part(box, lower, upper);
    }

    private Interval weyl(Interval[] entries) {
        double[] middle = new double[n * n];
        double reach = 0;
        double size = 0;
        for (int i = 0; i < n; i++) {
            double row = 0;
            double sum = 0;
            for (int j = 0; j < n; j++) {
                Interval entry = entries[Math.min(i, j) * n + Math.max(i, j)];
                middle[i * n + j] = entry.midpoint();
                row += Math.max(entry.upper() - middle[i * n + j], middle[i * n + j] - entry.lower());
                sum += entry.magnitude();
            }
            reach = Math.max(reach, row);
            size = Math.max(size, sum);
        }
        double[] eigenvalues = Kernels.current()
                .symmetricEigen(new Matrix(n, n, middle), false)
                .values();
        // What the eigenvalues themselves may be off by: they are those of a matrix within a few n·ε.
        double error = reach == 0 ? 0 : reach * (1 + 4 * n * Math.ulp(1.0));
        error += 8 * n * Math.ulp(1.0) * size;
        return new Interval(eigenvalues[0] - error, eigenvalues[n - 1] + error);
    }
}
