package org.mlmath.numerics.integration;

import java.util.PriorityQueue;
import java.util.function.DoubleUnaryOperator;
import org.mlmath.numerics.Deadline;

/**
 * ∫ f over an interval, by bisecting the panel with the largest estimated error until the sum of the errors is small enough or no
 * bisection helps any more. Sums are compensated.
 *
 * <p>Panels are given by the caller, who knows where f is not smooth: what lies between the 21 points of a panel is not seen.
 * Source: QUADPACK, routine QAG.
 */
public final class AdaptiveQuadrature {
    private static final double EPSILON = 0x1p-52;
    /** Relative to the modulus; below it a smaller estimate would be about rounding errors. */
    private static final double FINEST = 1.2e-14;

    private record Panel(double from, double to, Quadrature quadrature, double conditioning) {
        static Panel of(DoubleUnaryOperator f, double from, double to) {
            GaussKronrod.Panel panel = GaussKronrod.over(f, from, to);
            return new Panel(from, to, panel.quadrature(), panel.conditioning());
        }
    }

    private AdaptiveQuadrature() {}

    /**
     * @param ends of the panels, ascending or descending, two or more, finite
     * @param relative the tolerance, relative to the integral
     * @param absolute the tolerance, absolute; either suffices
     * @param evaluations at most about so many; at least one round over the panels is made
     */
    public static Quadrature over(
            DoubleUnaryOperator f,
            double[] ends,
            double relative,
            double absolute,
            long evaluations,
            Deadline deadline) {
        PriorityQueue<Panel> panels = new PriorityQueue<>((a, b) ->
                Double.compare(b.quadrature().errorEstimate(), a.quadrature().errorEstimate()));
        Sum value = new Sum();
        Sum error = new Sum();
        Sum modulus = new Sum();
        long used = 0;
        for (int i = 1; i < ends.length; i++) {
            deadline.check();
            Panel panel = Panel.of(f, ends[i - 1], ends[i]);
            Quadrature part = panel.quadrature();
            used += part.evaluations();
            if (!part.isDefined()) {
                return part.afterMore(used);
            }
            panels.add(panel);
            value.add(part.value());
            error.add(part.errorEstimate());
            modulus.add(part.modulus());
        }
        double settled = 0; // estimates of panels too short to be bisected, or where rounding is all that is left
        while (!panels.isEmpty() && used < evaluations) {
            double tolerance =
                    Math.max(absolute, Math.max(relative * Math.abs(value.total()), FINEST * modulus.total()));
            if (error.total() <= tolerance) {
                break;
            }
            deadline.check();
            Panel worst = panels.poll();
            double middle = 0.5 * (worst.from + worst.to);
            double width = Math.abs(worst.to - worst.from);
            Quadrature whole = worst.quadrature();
            if (width <= 100 * EPSILON * Math.max(Math.abs(worst.from), Math.abs(worst.to))
                    || width < Double.MIN_NORMAL
                    || whole.errorEstimate() <= 60 * EPSILON * whole.modulus() + 2 * worst.conditioning) {
                settled += whole.errorEstimate() + worst.conditioning;
                continue;
            }
            Panel leftPanel = Panel.of(f, worst.from, middle);
            Panel rightPanel = Panel.of(f, middle, worst.to);
            Quadrature left = leftPanel.quadrature();
            Quadrature right = rightPanel.quadrature();
            used += left.evaluations() + right.evaluations();
            if (!left.isDefined() || !right.isDefined()) {
                return (left.isDefined() ? right : left).afterMore(used);
            }
            value.add(-whole.value());
            value.add(left.value());
            value.add(right.value());
            error.add(left.errorEstimate() + right.errorEstimate() - whole.errorEstimate());
            modulus.add(left.modulus() + right.modulus() - whole.modulus());
            panels.add(leftPanel);
            panels.add(rightPanel);
        }
        double remaining = settled;
        for (Panel panel : panels) {
            remaining += panel.quadrature().errorEstimate() + panel.conditioning;
        }
        return new Quadrature(value.total(), Math.max(remaining, EPSILON * modulus.total()), modulus.total(), used);
    }

    /** Neumaier's compensated sum. */
    private static final class Sum {
        private double sum;
        private double lost;

        void add(double term) {
            double next = sum + term;
            lost += Math.abs(sum) >= Math.abs(term) ? (sum - next) + term : (term - next) + sum;
            sum = next;
        }

        double total() {
            return sum + lost;
        }
    }
}
