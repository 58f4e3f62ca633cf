package org.mlmath.numerics.bayes;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.DoubleUnaryOperator;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.integration.AdaptiveQuadrature;

/**
 * log ∫ e^{g(u)} du for a g that varies at the scales of two variables, however different these are: Gauss-Kronrod panels that grow
 * by doubling from each centre (and from the maximum, where that lies between them), the integrand relative to its maximum so
 * that nothing underflows, bisected where that is not enough.
 */
final class ScaledIntegral {
    /** e^-60 of the maximum, over ranges of up to e^12 widths, is less than an ulp of the integral. */
    private static final double NEGLIGIBLE = 60;

    private static final double TOLERANCE = 1e-13;
    private static final long MOST_EVALUATIONS = 20_000;
    private static final double GOLDEN = 0.381966011250105;

    /**
     * @param centre a place where the integrand may change
     * @param width the scale at which it does
     */
    record Scale(double centre, double width) {}

    private final DoubleUnaryOperator exponent;
    private final Deadline deadline;
    private final TreeSet<Double> ends = new TreeSet<>();
    private double[] places;
    private double[] values;
    private int largest;

    private ScaledIntegral(DoubleUnaryOperator exponent, Deadline deadline) {
        this.exponent = exponent;
        this.deadline = deadline;
    }

    /**
     * @param exponent g, nowhere +∞; −∞ is allowed
     * @param lower finite; what lies below is negligible or nothing
     * @param upper above lower
     * @return −∞ where the integrand is zero
     */
    static double log(DoubleUnaryOperator exponent, double lower, double upper, List<Scale> scales, Deadline deadline) {
        if (!(lower < upper)) {
            return Double.NEGATIVE_INFINITY;
        }
        ScaledIntegral integral = new ScaledIntegral(exponent, deadline);
        integral.ends.add(lower);
        integral.ends.add(upper);
        for (Scale scale : scales) {
            integral.grade(scale, lower, upper);
        }
        integral.tabulate();
        return integral.log(lower, upper);
    }

    private double log(double lower, double upper) {
        double top = values[largest];
        if (top == Double.NEGATIVE_INFINITY) {
            return top;
        }
        if (steep(top)) {
            double peak = peak();
            ends.add(peak);
            grade(new Scale(peak, width(peak, lower, upper)), lower, upper);
            tabulate();
            top = values[largest];
        }
        double scale = top;
        double[] panels = worthwhile(top);
        double value = AdaptiveQuadrature.over(
                        u -> Math.exp(exponent.applyAsDouble(u) - scale),
                        panels,
                        Math.max(TOLERANCE, 4 * Math.ulp(top)), // the exponent's own rounding
                        0,
                        MOST_EVALUATIONS,
                        deadline)
                .value();
        return top + Math.log(value);
    }

    private void grade(Scale scale, double lower, double upper) {
        if (scale.centre > lower && scale.centre < upper) {
            ends.add(scale.centre);
        }
        for (double reach = scale.width; scale.centre + reach < upper; reach *= 2) {
            if (scale.centre + reach > lower) {
                ends.add(scale.centre + reach);
            }
        }
        for (double reach = scale.width; scale.centre - reach > lower; reach *= 2) {
            if (scale.centre - reach < upper) {
                ends.add(scale.centre - reach);
            }
        }
    }

    private void tabulate() {
        places = ends.stream().mapToDouble(u -> u).toArray();
        values = new double[places.length];
        largest = 0;
        for (int i = 0; i < places.length; i++) {
            values[i] = exponent.applyAsDouble(places[i]);
            if (values[i] > values[largest]) {
                largest = i;
            }
        }
    }

    /** Whether the maximum may lie far above the largest value seen. */
    private boolean steep(double top) {
        double before = largest > 0 ? values[largest - 1] : top;
        double after = largest < values.length - 1 ? values[largest + 1] : top;
        return top - before > 10 || top - after > 10;
    }

    private double peak() {
        double low = places[Math.max(0, largest - 1)];
        double high = places[Math.min(places.length - 1, largest + 1)];
        double a = low + GOLDEN * (high - low);
        double b = high - GOLDEN * (high - low);
        double atA = exponent.applyAsDouble(a);
        double atB = exponent.applyAsDouble(b);
        for (int step = 0; step < 60 && Math.abs(atA - atB) > 0.01; step++) {
            if (atA > atB) {
                high = b;
                b = a;
                atB = atA;
                a = low + GOLDEN * (high - low);
                atA = exponent.applyAsDouble(a);
            } else {
                low = a;
                a = b;
                atA = atB;
                b = high - GOLDEN * (high - low);
                atB = exponent.applyAsDouble(b);
            }
        }
        return atA > atB ? a : b;
    }

    /** How far from the peak the exponent has fallen by about 1. */
    private double width(double peak, double lower, double upper) {
        double top = exponent.applyAsDouble(peak);
        double width = upper - lower;
        while (width > 1e-12 * Math.max(1, Math.abs(peak))
                && (peak + width < upper && exponent.applyAsDouble(peak + width) < top - 2
                        || peak - width > lower && exponent.applyAsDouble(peak - width) < top - 2
                        || peak + width >= upper && peak - width <= lower)) {
            width *= 0.5;
        }
        return width;
    }

    /** The ends without those panels on either side over which the integrand has died away. */
    private double[] worthwhile(double top) {
        int from = 0;
        while (from < largest - 1 && values[from + 1] < top - NEGLIGIBLE) {
            from++;
        }
        int to = places.length - 1;
        while (to > largest + 1 && values[to - 1] < top - NEGLIGIBLE) {
            to--;
        }
        List<Double> kept = new ArrayList<>();
        for (int i = from; i <= to; i++) {
            // Two centres' panels may end at nearly the same place.
            boolean tooNear = i > from
                    && i < to
                    && places[i] - kept.getLast() < 0.1 * Math.min(places[i] - places[from], places[i + 1] - places[i]);
            if (!tooNear) {
                kept.add(places[i]);
            }
        }
        return kept.stream().mapToDouble(u -> u).toArray();
    }
}
