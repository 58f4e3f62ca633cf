package org.mlmath.numerics.optimization;

import java.util.List;

/**
 * Gradient descent with momentum (the heavy ball), d = g + λx.
 *
 * <ul>
 *   <li>torch: b ← d at the first step, then b ← μb + (1−τ)d; x ← x − ηb
 *   <li>Keras: v ← μv − ηg; x ← (x − ηλx) + v. Differs from torch where η changes on the way.
 *   <li>course: v ← μv + (1−μ)d from v = 0; x ← x − ηv
 * </ul>
 *
 * <p>On a quadratic it converges if and only if the gradient's total weight is below 2(1+μ)/λmax: η for torch and Keras
 * (η(1−τ) with dampening), η(1−μ) for the course's average.
 *
 * <p>Source: B. T. Polyak, <i>Some methods of speeding up the convergence of iteration methods</i>, USSR Computational
 * Mathematics and Mathematical Physics 4(5), 1964; {@code torch.optim.SGD}.
 *
 * @param momentum μ in [0, 1)
 * @param dampening τ in [0, 1), torch only
 * @param weightDecay λ ≥ 0
 * @param convention see above
 */
public record Momentum(double momentum, double dampening, double weightDecay, Convention convention)
        implements UpdateRule {
    @Override
    public List<Slot> memory(int dimension) {
        return List.of(new Slot(convention == Convention.TORCH ? "momentumBuffer" : "velocity", dimension));
    }

    @Override
    public void step(Iterate from, Iterate to, double learningRate, DifferentiableFunction objective) {
        switch (convention) {
            case TORCH -> accumulate(from, to, learningRate, to.iteration() == 1 ? 1 : torchWeight());
            case COURSE -> accumulate(from, to, learningRate, 1 - momentum);
            case KERAS -> moveByVelocity(from, to, learningRate);
        }
    }

    /** Without momentum torch keeps no buffer, so there is nothing to dampen. */
    private double torchWeight() {
        return momentum == 0 ? 1 : 1 - dampening;
    }

    /** The first buffer of torch is the undamped gradient: μ·0 + 1·d. */
    private void accumulate(Iterate from, Iterate to, double learningRate, double weight) {
        double[] x = from.point();
        double[] g = from.gradient();
        double[] buffer = from.memory();
        double[] next = to.point();
        double[] nextBuffer = to.memory();
        for (int i = 0; i < x.length; i++) {
            double d = g[i] + weightDecay * x[i];
            double b = momentum * buffer[i] + weight * d;
            nextBuffer[i] = b;
            next[i] = x[i] - learningRate * b;
        }
    }

    private void moveByVelocity(Iterate from, Iterate to, double learningRate) {
        double[] x = from.point();
        double[] g = from.gradient();
        double[] velocity = from.memory();
        double[] next = to.point();
        double[] nextVelocity = to.memory();
        for (int i = 0; i < x.length; i++) {
            double v = momentum * velocity[i] - learningRate * g[i];
            nextVelocity[i] = v;
            next[i] = x[i] - x[i] * weightDecay * learningRate + v;
        }
    }

    @Override
    public double largestStableRate(double largestCurvature) {
        double bound = 2 * (1 + momentum);
        return switch (convention) {
            case TORCH -> bound / (torchWeight() * (largestCurvature + weightDecay));
            case COURSE -> bound / ((1 - momentum) * (largestCurvature + weightDecay));
            // Decoupled decay acts outside the velocity, so it weighs 1 + μ times as much.
            case KERAS -> bound / (largestCurvature + (1 + momentum) * weightDecay);
        };
    }
}
