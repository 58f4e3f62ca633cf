package org.mlmath.numerics.optimization.leastsquares;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DomainException;
import org.mlmath.numerics.optimization.leastsquares.NonlinearFit.Ending;
import org.mlmath.numerics.optimization.leastsquares.NonlinearFit.Visit;

/**
 * The parameters x that make ‖r(x)‖² smallest near a start, within bounds: Levenberg and Marquardt's method with a trust region.
 *
 * <p>Each step solves min ‖r + J·p‖ subject to ‖D·p‖ ≤ Δ, D being the norms of the Jacobian's columns, so that the units of the
 * parameters do not matter. Δ grows where the linear model predicts well and shrinks where it does not. A step that a bound cuts is
 * taken up to it; parameters at bounds against which the sum falls are held. Where the sum of squares can tell points apart no
 * more, at about the root of the rounding error, undamped steps go on while the gradient falls, which brings the last digits.
 *
 * <p>A search that ends where parameters are not determined, or that stalls, is made once more with steps of second order (geodesic
 * acceleration), which follow curved valleys and shy away from plateaus; the better end counts. The sums of squares never increase
 * along the way but for rounding. A minimum that is found need not be the smallest one.
 *
 * <p>Cost of a step: the derivatives, and 4·m·n² operations. Sources: Moré, <i>The Levenberg-Marquardt algorithm: implementation and
 * theory</i> (1978); Transtrum and Sethna, <i>Improvements to the Levenberg-Marquardt algorithm for nonlinear least-squares
 * minimization</i> (2012).
 */
public final class LevenbergMarquardt {
    /** Where the residuals' angle to the reachable is so close to a right one, the sum of squares is minimal to the last digit. */
    private static final double FLAT = 1e-7;

    /** At this angle, or so short a step relative to the parameters, a fit has converged; polishing nearly always gives 1e-10. */
    private static final double CONVERGED = 1e-6;

    /** Of the size of the parameters: a smaller trust region finds nothing any more. */
    private static final double SMALLEST_RADIUS = 1e-14;

    private static final double FIRST_RADIUS = 1;
    private static final double FIRST_RADIUS_ACCELERATED = 10;

    /** The share of the predicted decrease that makes a step good enough to be taken. */
    private static final double WORTHWHILE = 1e-4;

    /** How long an acceleration may be relative to the step; the share of the step after which it is measured. */
    private static final double ACCELERATION = 0.75;

    private static final double PROBE = 0.1;

    private static final int POLISHING = 100;

    /** Angles between which polishing is tried hard: above, the linear model is not to be trusted; below, there is nothing to gain. */
    private static final double NEAR = 1e-3;

    private static final double SETTLED = 1e-10;

    private final ResidualFunction function;
    private final Box box;
    private final int maxIterations;
    private final boolean accelerated;
    private final Deadline deadline;
    private final List<Visit> path = new ArrayList<>();
    private Site site;
    private long evaluations;

    private LevenbergMarquardt(
            ResidualFunction function, Box box, int maxIterations, boolean accelerated, Deadline deadline) {
        this.function = function;
        this.box = box;
        this.maxIterations = maxIterations;
        this.accelerated = accelerated;
        this.deadline = deadline;
    }

    /**
     * @param function at least as many residuals as parameters
     * @param start within the box
     * @throws DomainException where a residual or a derivative at the start is undefined, or their squares are too large
     */
    public static NonlinearFit fit(
            ResidualFunction function, double[] start, Box box, int maxIterations, Deadline deadline) {
        LevenbergMarquardt plain = new LevenbergMarquardt(function, box, maxIterations, false, deadline);
        NonlinearFit first = plain.run(start);
        if (first.ending() == Ending.CONVERGED) {
            return first;
        }
        LevenbergMarquardt curved = new LevenbergMarquardt(function, box, maxIterations, true, deadline);
        curved.evaluations = plain.evaluations;
        NonlinearFit second = curved.run(start);
        boolean better = second.sumOfSquares() < first.sumOfSquares();
        return second.ending() == Ending.CONVERGED || better ? second : curved.withCount(first);
    }

    private NonlinearFit run(double[] start) {
        site = new Site(function, box, start.clone(), new double[start.length]);
        evaluations++;
        if (!site.defined()) {
            throw new DomainException(
                    "At the start a residual or one of its derivatives is undefined, or too large for its square.");
        }
        path.add(new Visit(site.x, square(site.norm), 0));
        boolean outOfSteps = !descend();
        polish();
        return result(outOfSteps);
    }

    /** @return whether it ended by itself: before its steps were used up */
    private boolean descend() {
        double factor = accelerated ? FIRST_RADIUS_ACCELERATED : FIRST_RADIUS;
        double size = site.scaledNorm(site.x);
        double radius = size > 0 ? factor * size : factor;
        while (path.size() <= maxIterations) {
            deadline.check();
            if (isFlat() || radius < SMALLEST_RADIUS * Math.max(site.scaledNorm(site.x), Double.MIN_NORMAL)) {
                return true;
            }
            double damping = site.model.damping(radius);
            double[] velocity = site.model.step(damping);
            double length = site.scaledNorm(velocity);
            double[] step = accelerated && damping > 0 ? curved(velocity, damping, length) : velocity;
            if (step == null) {
                radius = 0.5 * length;
                continue;
            }
            double[] aim = sum(site.x, step);
            double[] trial = box.nearest(aim);
            double predicted = Arrays.equals(trial, aim)
                    ? site.model.predicted(damping) / square(site.norm)
                    : decrease(site.normAfter(difference(trial, site.x)));
            double actual = decrease(norm(trial));
            double ratio = predicted > 0 ? actual / predicted : -1;
            if (!(ratio >= 0.25)) {
                radius = Math.min(radius, length) * (actual > -1e300 ? 0.5 : 0.1);
            } else if (ratio >= 0.75) {
                radius = Math.max(radius, 2 * length);
            }
            if (ratio > WORTHWHILE && !moveTo(trial, damping)) {
                radius = 0.5 * length;
            }
        }
        return isFlat();
    }

    private boolean isFlat() {
        double reachable = site.model.reachable();
        return reachable <= FLAT * site.norm || reachable <= function.rounding(site.x, site.residuals);
    }

    /** @return by what share of it ‖r‖² falls when ‖r‖ becomes this; very negative where it is undefined */
    private double decrease(double norm) {
        return norm <= Double.MAX_VALUE ? (1 - norm / site.norm) * (1 + norm / site.norm) : -Double.MAX_VALUE;
    }

    private double norm(double[] x) {
        double[] residuals = new double[function.residuals()];
        function.evaluate(x, residuals);
        evaluations++;
        double sum = 0;
        for (double residual : residuals) {
            sum += residual * residual;
        }
        return Math.sqrt(sum); // NaN where one is undefined
    }

    private boolean moveTo(double[] x, double damping) {
        Site next = new Site(function, box, x, site.scale);
        evaluations++;
        if (!next.defined()) {
            return false; // the values exist there, their derivatives do not
        }
        site = next;
        path.add(new Visit(x, square(site.norm), damping));
        return true;
    }

    /**
     * The step and half the acceleration that the functions' curvature along it asks for.
     *
     * @return null where they bend so much that the step is not to be trusted
     */
    private double[] curved(double[] velocity, double damping, double length) {
        double[] probe = site.x.clone();
        for (int j = 0; j < probe.length; j++) {
            probe[j] += PROBE * velocity[j];
        }
        double[] second = new double[function.residuals()];
        function.evaluate(probe, second);
        evaluations++;
        for (int i = 0; i < second.length; i++) {
            second[i] = 2 / PROBE * ((second[i] - site.residuals[i]) / PROBE - site.slope(i, velocity));
            if (!(Math.abs(second[i]) < 1e150)) {
                return velocity; // the probe is outside the domain; the step itself will tell
            }
        }
        double[] acceleration = site.model.step(damping, second);
        if (!(site.scaledNorm(acceleration) <= ACCELERATION * length)) {
            return null;
        }
        double[] step = velocity.clone();
        for (int j = 0; j < step.length; j++) {
            step[j] += 0.5 * acceleration[j];
        }
        return step;
    }

    /**
     * Steps that make the gradient smaller, where the sum of squares cannot judge them any more. Undamped ones overshoot where the
     * residuals' own curvature is larger than the model's; damping then brings the rest.
     */
    private void polish() {
        double damping = 0;
        for (int i = 0; i < POLISHING && site.model.fullRank(); i++) {
            deadline.check();
            double offset = site.model.reachable() / site.norm;
            if (!(offset > 0 && offset < NEAR)) {
                return;
            }
            if (improve(damping)) {
                continue;
            }
            if (offset < SETTLED || damping > square(site.model.largest())) {
                return;
            }
            damping = damping == 0 ? square(site.model.smallest()) : 8 * damping;
        }
    }

    private boolean improve(double damping) {
        double[] x = box.nearest(sum(site.x, site.model.step(damping)));
        Site next = new Site(function, box, x, site.scale);
        evaluations++;
        boolean better = next.defined()
                && next.norm <= site.norm * (1 + CONVERGED * CONVERGED)
                && next.model.reachable() < 0.9 * site.model.reachable();
        if (better) {
            site = next;
            path.add(new Visit(x, square(site.norm), damping));
        }
        return better;
    }

    private NonlinearFit result(boolean outOfSteps) {
        Linearization model = site.model;
        double rounding = function.rounding(site.x, site.residuals);
        double offset = site.norm == 0 ? 0 : model.reachable() / site.norm;
        boolean still = offset <= CONVERGED
                || model.reachable() <= 2 * rounding
                || site.scaledNorm(model.step(0)) <= CONVERGED * CONVERGED * site.scaledNorm(site.x);
        Ending ending = !model.fullRank()
                ? Ending.NOT_IDENTIFIED
                : still ? Ending.CONVERGED : outOfSteps ? Ending.MAX_ITERATIONS : Ending.STALLED;
        return new NonlinearFit(
                site.x,
                site.residuals,
                square(site.norm),
                ending,
                path.size() - 1,
                evaluations,
                site.freeGradient(),
                offset,
                model.rank(),
                model.condition(),
                site.held,
                model.fullRank() ? model.inverseGram() : null,
                List.copyOf(path));
    }

    private NonlinearFit withCount(NonlinearFit fit) {
        return new NonlinearFit(
                fit.x(),
                fit.residuals(),
                fit.sumOfSquares(),
                fit.ending(),
                fit.iterations(),
                evaluations,
                fit.gradient(),
                fit.offset(),
                fit.rank(),
                fit.condition(),
                fit.held(),
                fit.inverseGram(),
                fit.path());
    }

    private static double square(double a) {
        return a * a;
    }

    private static double[] sum(double[] a, double[] b) {
        double[] sum = new double[a.length];
        for (int j = 0; j < sum.length; j++) {
            sum[j] = a[j] + b[j];
        }
        return sum;
    }

    private static double[] difference(double[] a, double[] b) {
        double[] difference = new double[a.length];
        for (int j = 0; j < difference.length; j++) {
            difference[j] = a[j] - b[j];
        }
        return difference;
    }
}
