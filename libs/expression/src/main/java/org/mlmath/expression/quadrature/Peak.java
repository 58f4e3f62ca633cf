package org.mlmath.expression.quadrature;

import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;
import org.mlmath.expression.Expression;
import org.mlmath.expression.compile.ExpressionFunction;
import org.mlmath.expression.interval.Enclosure;
import org.mlmath.expression.interval.Interval;
import org.mlmath.expression.interval.IntervalFunction;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.MathException;

/**
 * A peak that quadrature would step over: branch and bound for the largest |f| over the box around the region, by interval
 * arithmetic, compared with what a grid sees.
 */
final class Peak {
    private static final int BOXES = 600;
    private static final int GRID = 300;
    /** How much higher than the grid's highest value a peak must be to count. */
    private static final double HIGHER = 20;

    private static final double WIDE = 1e3;

    private record Box(Interval[] sides, double bound) {}

    private Peak() {}

    /** @return where a narrow peak stands; null where there is none, or none is found */
    static double[] of(Expression expression, List<IteratedIntegral.Range> ranges, Deadline deadline) {
        List<String> names =
                ranges.stream().map(IteratedIntegral.Range::variable).toList();
        try {
            Interval[] region = region(ranges, names);
            IntervalFunction bounds = IntervalFunction.of(expression, names);
            ExpressionFunction f = ExpressionFunction.of(expression, names);
            double seen = grid(f, region);
            PriorityQueue<Box> open = new PriorityQueue<>((a, b) -> Double.compare(b.bound(), a.bound()));
            open.add(new Box(region, Double.MAX_VALUE));
            double best = seen;
            double[] at = null;
            for (int i = 0; i < BOXES && !open.isEmpty(); i++) {
                deadline.check();
                Box box = open.poll();
                if (box.bound() <= HIGHER * Math.max(best, seen) && at == null && box.bound() <= HIGHER * seen) {
                    return null;
                }
                double[] middle = middle(box.sides());
                double value = Math.abs(f.value(middle));
                if (Double.isFinite(value) && value > best) {
                    best = value;
                    at = middle;
                }
                split(bounds, box, open);
            }
            return at != null && best > HIGHER * seen ? at : null;
        } catch (MathException e) {
            return null; // no bounds, no search
        }
    }

    private static Interval[] region(List<IteratedIntegral.Range> ranges, List<String> names) {
        Interval[] region = new Interval[ranges.size()];
        Arrays.fill(region, Interval.point(0));
        for (int i = 0; i < region.length; i++) {
            Interval lower = IntervalFunction.of(ranges.get(i).lower(), names)
                    .over(region)
                    .range();
            Interval upper = IntervalFunction.of(ranges.get(i).upper(), names)
                    .over(region)
                    .range();
            Interval hull = lower.hull(upper);
            region[i] = new Interval(Math.max(hull.lower(), -1e4), Math.min(hull.upper(), 1e4));
        }
        return region;
    }

    private static double[] middle(Interval[] sides) {
        return Arrays.stream(sides).mapToDouble(Interval::midpoint).toArray();
    }

    /** The largest modulus at points of an irrational lattice. */
    private static double grid(ExpressionFunction f, Interval[] region) {
        double largest = 0;
        double[] point = new double[region.length];
        for (int i = 1; i <= GRID; i++) {
            for (int j = 0; j < point.length; j++) {
                double fraction = (i * Math.sqrt(2 + 3.0 * j + j * j)) % 1;
                Interval side = region[j];
                double middle = Math.clamp(0, side.lower(), side.upper());
                double spread = Math.sinh(9.9 * (2 * fraction - 1)) / Math.sinh(9.9);
                // Wide ranges are those of infinite bounds: most values matter around 0
                point[j] = side.width() < WIDE
                        ? side.lower() + side.width() * fraction
                        : middle + (spread < 0 ? middle - side.lower() : side.upper() - middle) * spread;
            }
            double value = Math.abs(f.value(point));
            largest = value > largest ? value : largest;
        }
        return largest;
    }

    private static void split(IntervalFunction bounds, Box box, PriorityQueue<Box> open) {
        int widest = 0;
        for (int i = 1; i < box.sides().length; i++) {
            widest = box.sides()[i].width() > box.sides()[widest].width() ? i : widest;
        }
        Interval side = box.sides()[widest];
        double middle = side.midpoint();
        if (!(side.width() > 1e-6 * Math.max(1, Math.abs(middle)))) {
            return;
        }
        for (Interval part : new Interval[] {new Interval(side.lower(), middle), new Interval(middle, side.upper())}) {
            Interval[] sides = box.sides().clone();
            sides[widest] = part;
            Enclosure enclosure = bounds.over(sides);
            if (enclosure.range().isBounded()) {
                open.add(new Box(sides, enclosure.range().magnitude()));
            }
        }
    }
}
