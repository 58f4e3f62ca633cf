package org.mlmath.calculus.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.mlmath.calculus.sample.SampleRanges.Range;
import org.mlmath.calculus.sample.SampleResult.View;
import org.mlmath.expression.Expression;
import org.mlmath.expression.compile.ExpressionFunction;
import org.mlmath.expression.domain.NaturalDomain;
import org.mlmath.expression.interval.Enclosure;
import org.mlmath.expression.interval.Interval;
import org.mlmath.expression.interval.IntervalFunction;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.LimitExceededException;

/**
 * A curve as a polyline: halves the step where the middle lies away from the chord, and breaks the line where the function is not
 * continuous.
 *
 * <p>Where the natural domain is known, its ends and holes are points from the start. Elsewhere a steep step that cannot be
 * halved any more is a break if interval arithmetic cannot show the function to be continuous across it: a pole, a jump. At a
 * break the value is NaN.
 */
final class Curve {
    /** Away from the chord by so much of the picture's height: half a pixel of a large one. */
    private static final double FLAT = 5e-4;

    /** A rise over one step, as part of the picture's height, that looks like a jump. */
    private static final double STEEP = 0.02;

    /** How often a step may be halved. */
    private static final int HALVINGS = 14;

    private static final int GROWTH = 16;
    private static final int LEAST = 2_000;
    /** Breaks that the natural domain may give. */
    private static final int HOLES = 2_000;

    private final ExpressionFunction function;
    private final IntervalFunction enclosure;
    private final boolean logarithmic;
    private final Deadline deadline;
    private final int budget;
    private final List<Double> axis = new ArrayList<>();
    private final List<Double> values = new ArrayList<>();
    private final List<Double> breaks = new ArrayList<>();
    private double height;
    private double centre;
    private int count;

    private Curve(Expression expression, String variable, int points, boolean logarithmic, Deadline deadline) {
        this.budget = (int) Math.min(Grid.POINTS, evaluations(points));
        this.function = ExpressionFunction.of(expression, List.of(variable), budget);
        this.enclosure = IntervalFunction.of(expression, List.of(variable));
        this.logarithmic = logarithmic;
        this.deadline = deadline;
    }

    /** @return how many values a curve that begins with so many points may take at most */
    static long evaluations(long points) {
        return Math.max(LEAST, GROWTH * points);
    }

    static Curve of(
            Expression expression, String variable, Range range, int points, boolean logarithmic, Deadline deadline) {
        Curve curve = new Curve(expression, variable, points, logarithmic, deadline);
        curve.follow(range, points, holes(expression, range));
        return curve;
    }

    double[] axis() {
        return axis.stream().mapToDouble(Double::doubleValue).toArray();
    }

    double[] values() {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    double[] breaks() {
        return breaks.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** @return how many values were computed */
    int count() {
        return count;
    }

    /** Ends of the natural domain and points missing from it, inside the range. */
    private static TreeSet<Double> holes(Expression expression, Range range) {
        TreeSet<Double> holes = new TreeSet<>();
        try {
            NaturalDomain domain = NaturalDomain.of(expression);
            domain.intervals()
                    .ifPresent(intervals -> intervals.forEach(interval -> {
                        holes.add(interval.lower().value());
                        holes.add(interval.upper().value());
                    }));
            domain.exclusions().stream()
                    .filter(points -> points.count(range.lower(), range.upper()) <= HOLES)
                    .forEach(points -> holes.addAll(points.between(range.lower(), range.upper())));
        } catch (LimitExceededException e) {
            return holes; // what cannot be described is found by halving
        }
        holes.removeIf(hole -> !(hole > range.lower() && hole < range.upper()));
        return holes;
    }

    private void follow(Range range, int points, TreeSet<Double> holes) {
        TreeSet<Double> first = new TreeSet<>(holes);
        for (double x : Grid.axis(range.lower(), range.upper(), points, logarithmic)) {
            first.add(x);
        }
        double[] xs = first.stream().mapToDouble(Double::doubleValue).toArray();
        double[] ys = new double[xs.length];
        for (int i = 0; i < xs.length; i++) {
            ys[i] = holes.contains(xs[i]) ? atHole(xs, i) : value(xs[i]);
        }
        View view = Visible.of(ys);
        height = view == null || !(view.upper() > view.lower()) ? 1 : view.upper() - view.lower();
        centre = view == null ? 0 : view.lower() + height / 2;
        add(xs[0], ys[0]);
        for (int i = 1; i < xs.length; i++) {
            step(xs[i - 1], ys[i - 1], xs[i], ys[i], HALVINGS);
        }
    }

    /** Rounding makes a hole look like a very large value: undefined where the function is not continuous around it. */
    private double atHole(double[] xs, int index) {
        double x = xs[index];
        double y = value(x);
        if (Double.isFinite(y) && !continuous(Math.nextDown(x), Math.nextUp(x)) && Math.abs(y) > 1e6) {
            y = Double.NaN;
        }
        if (Double.isNaN(y)) {
            breaks.add(x);
        }
        return y;
    }

    private void step(double a, double fa, double b, double fb, int halvings) {
        double middle = Grid.between(a, b, 0.5, logarithmic);
        boolean room = halvings > 0 && middle > a && middle < b && count + axis.size() / 8 < budget;
        boolean edge = Double.isNaN(fa) != Double.isNaN(fb);
        if (room && !(Double.isNaN(fa) && Double.isNaN(fb))) {
            double value = value(middle);
            boolean bent = edge || Double.isNaN(value) || bent(fa, value, fb);
            if (bent) {
                step(a, fa, middle, value, halvings - 1);
                step(middle, value, b, fb, halvings - 1);
                return;
            }
        }
        if (!edge && Math.abs(fb - fa) > STEEP * height && middle > a && middle < b && !continuous(a, b)) {
            breaks.add(middle);
            add(middle, Double.NaN);
        }
        add(b, fb);
    }

    /** Whether the picture would show the difference between chord and curve. */
    private boolean bent(double fa, double middle, double fb) {
        boolean above = Math.min(fa, Math.min(middle, fb)) > centre + 2 * height;
        boolean below = Math.max(fa, Math.max(middle, fb)) < centre - 2 * height;
        return !above && !below && Math.abs(middle - (fa + fb) / 2) > FLAT * height;
    }

    private boolean continuous(double a, double b) {
        Enclosure over = enclosure.over(new Interval(a, b));
        return over.isContinuous();
    }

    private double value(double x) {
        if (count % 64 == 0) {
            deadline.check();
        }
        count++;
        return function.value(new double[] {x});
    }

    private void add(double x, double y) {
        axis.add(x);
        values.add(y);
    }
}
