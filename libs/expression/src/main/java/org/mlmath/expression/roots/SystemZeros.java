package org.mlmath.expression.roots;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import org.mlmath.expression.Expression;
import org.mlmath.expression.interval.Decoration;
import org.mlmath.expression.interval.Enclosure;
import org.mlmath.expression.interval.Interval;
import org.mlmath.expression.interval.IntervalFunction;
import org.mlmath.expression.precision.HighPrecision;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.exact.Rational;
import org.mlmath.numerics.exact.RealRoot;

/**
 * The zeros of as many functions of as many variables in a box: boxes in which one of the functions cannot vanish are dropped, those
 * around a zero that Krawczyk's operator proves to be the only one are set aside, others are halved, widest first.
 *
 * <p>Source: Neumaier, <i>Interval Methods for Systems of Equations</i>, ch. 5; Rump, <i>Verification methods</i>, Acta Numerica 19
 * (2010), for boxes widened around an approximation.
 */
public final class SystemZeros {
    /** Sides of boxes that are not halved further, relative to those of the region. */
    private static final double NARROW = 1e-10;

    private static final int NEWTON_STEPS = 30;

    /** Half widths of boxes around an approximate zero in which it may be proven to be the only one, relative to its size. */
    private static final double[] REACHES = {1e-13, 1e-11, 1e-9, 1e-7, 1e-5, 1e-3, 1e-2, 0.05, 0.2};

    /** Operations on intervals, all boxes together: half a second. */
    private static final long OPERATIONS = 3_000_000;

    private static final int MOST_EVALUATIONS = 30_000;
    /** Approximations that proved nothing new, after which only boxes that shrink by themselves are worth more. */
    private static final int FAILURES = 40;

    private static final int SHARPENING = 4;
    private static final int BITS = 64;
    private static final int MOST_ZEROS = 1_000;

    private final int n;
    private final List<String> variables;
    private final List<Expression> expressions;
    private final IntervalFunction functions;
    private final Interval[] region;
    private final Deadline deadline;
    private final List<Isolated> zeros = new ArrayList<>();
    private final List<Interval[]> left = new ArrayList<>();
    private int boxes;
    private long evaluations;
    private int failures;

    /**
     * A zero that is alone.
     *
     * @param at the nearest doubles, or their neighbours
     * @param enclosure holds the zero
     * @param alone a larger box in which there is no other
     */
    public record Isolated(double[] at, Interval[] enclosure, Interval[] alone) {}

    /**
     * What was found.
     *
     * @param zeros proven ones
     * @param undecided boxes, each around a connected part of the region in which nothing could be proven
     * @param finished whether the search ended by itself
     * @param boxes how many were looked at
     */
    public record Found(List<Isolated> zeros, List<Interval[]> undecided, boolean finished, int boxes) {}

    private SystemZeros(
            List<Expression> functions,
            List<List<Expression>> jacobian,
            List<String> variables,
            Interval[] region,
            Deadline deadline) {
        this.n = variables.size();
        this.variables = variables;
        this.expressions = functions;
        List<Expression> all = new ArrayList<>(functions);
        jacobian.forEach(all::addAll);
        this.functions = IntervalFunction.of(all, variables);
        this.region = region;
        this.deadline = deadline;
    }

    /**
     * @param jacobian the partial derivatives of each function, in the order of the variables
     * @param region bounded, a side per variable
     */
    public static Found of(
            List<Expression> functions,
            List<List<Expression>> jacobian,
            List<String> variables,
            Interval[] region,
            Deadline deadline) {
        SystemZeros search = new SystemZeros(functions, jacobian, variables, region, deadline);
        boolean finished = search.search();
        return new Found(List.copyOf(search.zeros), search.clusters(), finished, search.boxes);
    }

    private boolean search() {
        long budget = Math.min(MOST_EVALUATIONS, Math.max(1_000, OPERATIONS / functions.operations()));
        Queue<Interval[]> open = new PriorityQueue<>(Comparator.comparingDouble(box -> -relativeWidth(box)));
        open.add(region);
        while (!open.isEmpty()) {
            deadline.check();
            Interval[] box = open.remove();
            boxes++;
            if (evaluations > budget || zeros.size() > MOST_ZEROS || late()) {
                left.add(box);
                left.addAll(open);
                return false;
            }
            Interval[] rest = examined(box);
            if (rest == null) {
                continue;
            }
            if (relativeWidth(rest) < NARROW) {
                left.add(rest);
                continue;
            }
            int side = widest(rest);
            double middle = rest[side].lower() + 0.4871 * (rest[side].upper() - rest[side].lower());
            Interval[] lower = rest.clone();
            Interval[] upper = rest.clone();
            lower[side] = new Interval(rest[side].lower(), middle);
            upper[side] = new Interval(middle, rest[side].upper());
            open.add(lower);
            open.add(upper);
        }
        return true;
    }

    /** What is found in two thirds of the time is worth more than none of it in all. */
    private boolean late() {
        return deadline.remaining().toNanos() / 2 < deadline.allowed().toNanos() / 6;
    }

    private double relativeWidth(Interval[] box) {
        double width = 0;
        for (int i = 0; i < n; i++) {
            double whole = region[i].upper() - region[i].lower();
            width = Math.max(width, whole == 0 ? 0 : (box[i].upper() - box[i].lower()) / whole);
        }
        return width;
    }

    private int widest(Interval[] box) {
        int widest = 0;
        double width = -1;
        for (int i = 0; i < n; i++) {
            double whole = region[i].upper() - region[i].lower();
            double part = whole == 0 ? 0 : (box[i].upper() - box[i].lower()) / whole;
            if (part > width) {
                width = part;
                widest = i;
            }
        }
        return widest;
    }

    /** @return what of the box may still hold zeros that are not known, or null */
    private Interval[] examined(Interval[] box) {
        Enclosure[] values = evaluated(box);
        if (excluded(values) || known(box)) {
            return null;
        }
        double[] middle = middle(box);
        double[][] inverse = inverse(middle);
        if (inverse == null) {
            return box;
        }
        Interval[] rest = box;
        if (smooth(values)) {
            Interval[] image = krawczyk(box, middle, inverse, values);
            if (image != null) {
                rest = intersected(box, image);
                if (rest == null) {
                    return null;
                }
            }
        }
        boolean shrinks = relativeWidth(rest) < 0.5 * relativeWidth(box);
        if (failures < FAILURES || shrinks) {
            int before = zeros.size();
            double[] zero = newton(middle);
            if (zero != null && zeros.stream().noneMatch(known -> inside(zero, known.alone()))) {
                verify(zero);
            }
            failures += zeros.size() == before ? 1 : 0;
        }
        return known(rest) ? null : rest;
    }

    private Enclosure[] evaluated(Interval... box) {
        evaluations++;
        return functions.allOver(box);
    }

    private boolean excluded(Enclosure[] values) {
        for (int i = 0; i < n; i++) {
            if (!values[i].range().contains(0)) {
                return true;
            }
        }
        return false;
    }

    private boolean smooth(Enclosure[] values) {
        for (int i = 0; i < values.length; i++) {
            boolean fine = i < n
                    ? values[i].decoration() == Decoration.CONTINUOUS
                    : values[i].isDefined() && values[i].range().isBounded();
            if (!fine) {
                return false;
            }
        }
        return true;
    }

    private boolean known(Interval[] box) {
        return zeros.stream().anyMatch(zero -> contains(zero.alone(), box));
    }

    private static boolean contains(Interval[] outer, Interval[] inner) {
        for (int i = 0; i < outer.length; i++) {
            if (!outer[i].contains(inner[i])) {
                return false;
            }
        }
        return true;
    }

    private static boolean inside(double[] point, Interval[] box) {
        for (int i = 0; i < box.length; i++) {
            if (!box[i].contains(point[i])) {
                return false;
            }
        }
        return true;
    }

    private static double[] middle(Interval[] box) {
        return Arrays.stream(box).mapToDouble(Interval::midpoint).toArray();
    }

    private static Interval[] point(double[] x) {
        return Arrays.stream(x).mapToObj(Interval::point).toArray(Interval[]::new);
    }

    /** @return m − Y f(m) + (I − Y J)(X − m); null where f is undefined at m */
    private Interval[] krawczyk(Interval[] box, double[] middle, double[][] inverse, Enclosure[] over) {
        Interval[] jacobian = new Interval[n * n];
        for (int i = 0; i < n * n; i++) {
            jacobian[i] = over[n + i].range();
        }
        Enclosure[] at = evaluated(point(middle));
        Interval[] image = new Interval[n];
        for (int i = 0; i < n; i++) {
            Interval sum = Interval.point(middle[i]);
            for (int k = 0; k < n; k++) {
                if (at[k].range().isEmpty()) {
                    return null;
                }
                sum = sum.subtract(Interval.point(inverse[i][k]).multiply(at[k].range()));
            }
            for (int j = 0; j < n; j++) {
                Interval entry = Interval.point(i == j ? 1 : 0);
                for (int k = 0; k < n; k++) {
                    entry = entry.subtract(Interval.point(inverse[i][k]).multiply(jacobian[k * n + j]));
                }
                sum = sum.add(entry.multiply(box[j].subtract(Interval.point(middle[j]))));
            }
            image[i] = sum;
        }
        return image;
    }

    /** @return null where nothing is in common */
    private static Interval[] intersected(Interval[] a, Interval[] b) {
        Interval[] common = new Interval[a.length];
        for (int i = 0; i < a.length; i++) {
            common[i] = a[i].intersect(b[i]);
            if (common[i].isEmpty()) {
                return null;
            }
        }
        return common;
    }

    /** @return the inverse of the Jacobian at a point, null where it is singular or undefined */
    private double[][] inverse(double[] x) {
        Enclosure[] at = evaluated(point(x));
        double[][] a = new double[n][2 * n];
        for (int i = 0; i < n; i++) {
            a[i][n + i] = 1;
            for (int j = 0; j < n; j++) {
                Interval entry = at[n + i * n + j].range();
                if (entry.isEmpty() || !entry.isBounded()) {
                    return null;
                }
                a[i][j] = entry.midpoint();
            }
        }
        for (int k = 0; k < n; k++) {
            int pivot = k;
            for (int i = k + 1; i < n; i++) {
                pivot = Math.abs(a[i][k]) > Math.abs(a[pivot][k]) ? i : pivot;
            }
            double[] row = a[pivot];
            a[pivot] = a[k];
            a[k] = row;
            if (row[k] == 0) {
                return null;
            }
            for (int i = 0; i < n; i++) {
                double factor = a[i][k] / row[k];
                for (int j = k; i != k && j < 2 * n; j++) {
                    a[i][j] -= factor * row[j];
                }
            }
        }
        double[][] inverse = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                inverse[i][j] = a[i][n + j] / a[i][i];
                if (!Double.isFinite(inverse[i][j])) {
                    return null;
                }
            }
        }
        return inverse;
    }

    /** @return an approximate zero near the region, or null */
    private double[] newton(double[] start) {
        double[] x = start.clone();
        for (int step = 0; step < NEWTON_STEPS; step++) {
            double[][] inverse = inverse(x);
            if (inverse == null) {
                return null;
            }
            Enclosure[] at = evaluated(point(x));
            double moved = 0;
            for (int i = 0; i < n; i++) {
                double change = 0;
                for (int k = 0; k < n; k++) {
                    if (at[k].range().isEmpty()) {
                        return null;
                    }
                    change += inverse[i][k] * at[k].range().midpoint();
                }
                x[i] -= change;
                moved = Math.max(moved, Math.abs(change) / Math.max(Math.abs(x[i]), 1e-8 * size(i)));
            }
            for (int i = 0; i < n; i++) {
                double slack = 0.1 * (region[i].upper() - region[i].lower()) + Math.ulp(region[i].magnitude());
                if (!(x[i] >= region[i].lower() - slack && x[i] <= region[i].upper() + slack)) {
                    return null;
                }
            }
            if (moved < 1e-15) {
                break;
            }
        }
        return x;
    }

    private double size(int i) {
        return Math.max(region[i].upper() - region[i].lower(), Double.MIN_NORMAL);
    }

    /** Adds the zero where Krawczyk's operator maps a box around it into itself, and keeps the largest such box. */
    private void verify(double[] zero) {
        double[][] inverse = inverse(zero);
        if (inverse == null) {
            return;
        }
        Interval[] alone = null;
        Interval[] enclosure = null;
        for (double reach : REACHES) {
            Interval[] box = new Interval[n];
            for (int i = 0; i < n; i++) {
                double half = reach * Math.max(Math.abs(zero[i]), size(i));
                box[i] = new Interval(zero[i] - half, zero[i] + half);
            }
            Enclosure[] over = evaluated(box);
            Interval[] image = smooth(over) ? krawczyk(box, zero, inverse, over) : null;
            boolean inside = image != null;
            for (int i = 0; inside && i < n; i++) {
                inside = box[i].containsInside(image[i]);
            }
            if (inside) {
                alone = box;
                enclosure = enclosure == null ? image : intersected(enclosure, image);
            } else if (alone != null) {
                break;
            }
        }
        if (alone == null || enclosure == null) {
            return;
        }
        Interval[] common = enclosure;
        boolean there = zeros.stream().anyMatch(known -> contains(known.alone(), common));
        if (!there) {
            zeros.add(new Isolated(sharpened(zero, enclosure), enclosure, alone));
        }
    }

    /** Newton's method on values with more digits, which leaves an error of the last place only; within the enclosure. */
    private double[] sharpened(double[] zero, Interval[] enclosure) {
        double[] x = inside(zero, enclosure) ? zero.clone() : middle(enclosure);
        for (int step = 0; step < SHARPENING; step++) {
            double[][] inverse = inverse(x);
            if (inverse == null) {
                break;
            }
            Map<String, Rational> at = new HashMap<>();
            for (int i = 0; i < n; i++) {
                at.put(variables.get(i), RealRoot.exact(x[i]));
            }
            double[] values = expressions.stream()
                    .mapToDouble(function -> HighPrecision.enclosure(function, at, BITS, deadline)
                            .doubleValue())
                    .toArray();
            double[] next = x.clone();
            for (int i = 0; i < n; i++) {
                for (int k = 0; k < n; k++) {
                    next[i] -= inverse[i][k] * values[k];
                }
            }
            if (!inside(next, enclosure) || Arrays.equals(next, x)) {
                break;
            }
            x = next;
        }
        return x;
    }

    /** Boxes that touch each other, put together. */
    private List<Interval[]> clusters() {
        List<Interval[]> clusters = new ArrayList<>();
        List<Interval[]> rest = new ArrayList<>(left);
        while (!rest.isEmpty()) {
            List<Interval[]> connected = new ArrayList<>();
            connected.add(rest.removeLast());
            for (int k = 0; k < connected.size(); k++) {
                deadline.check();
                Interval[] box = connected.get(k);
                List<Interval[]> apart = new ArrayList<>();
                for (Interval[] other : rest) {
                    (touch(box, other) ? connected : apart).add(other);
                }
                rest = apart;
            }
            Interval[] hull = connected.getFirst().clone();
            for (Interval[] box : connected) {
                for (int i = 0; i < n; i++) {
                    hull[i] = hull[i].hull(box[i]);
                }
            }
            clusters.add(hull);
        }
        return clusters;
    }

    private boolean touch(Interval[] a, Interval[] b) {
        for (int i = 0; i < n; i++) {
            double margin = 4 * NARROW * size(i);
            if (Math.max(a[i].lower(), b[i].lower()) > Math.min(a[i].upper(), b[i].upper()) + margin) {
                return false;
            }
        }
        return true;
    }
}
