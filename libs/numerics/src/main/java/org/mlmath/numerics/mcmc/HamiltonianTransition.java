package org.mlmath.numerics.mcmc;

import java.util.random.RandomGenerator;

/** What HMC and NUTS adapt alike: the step size by dual averaging, the mass matrix in windows. */
abstract class HamiltonianTransition implements Transition {
    /** An energy error beyond which a trajectory is lost. */
    static final double LOST = 1000;

    final Kinetics kinetics;
    final Kinetics.Point point;
    double step;
    private final StepSizeAdaptation adaptation;
    private final WarmupWindows windows;
    private final RunningVariance variance;

    HamiltonianTransition(Target target, double[] start, ChainSettings settings, RandomGenerator random) {
        int dimension = target.dimension();
        this.kinetics = new Kinetics(target);
        this.point = new Kinetics.Point(dimension);
        System.arraycopy(start, 0, point.q, 0, dimension);
        kinetics.evaluate(point);
        this.adaptation = new StepSizeAdaptation(settings.targetAcceptance());
        this.windows = new WarmupWindows(settings.warmup());
        this.variance = new RunningVariance(dimension);
        this.step = kinetics.reasonableStep(point, 1, random);
        adaptation.restart(step);
    }

    @Override
    public double[] position() {
        return point.q;
    }

    @Override
    public double logDensity() {
        return point.logDensity;
    }

    @Override
    public double stepSize() {
        return step;
    }

    @Override
    public void adapt(int iteration, Outcome outcome, RandomGenerator random) {
        step = adaptation.next(outcome.acceptance());
        if (windows.learns(iteration)) {
            variance.add(point.q);
        }
        if (windows.closes(iteration)) {
            variance.regularized(kinetics.inverseMass);
            variance.restart();
            step = kinetics.reasonableStep(point, step, random);
            adaptation.restart(step);
        }
    }

    @Override
    public void settle() {
        step = adaptation.settled();
    }
}
