package org.mlmath.numerics.optimization;

import java.util.List;

/**
 * Adam: steps along the averaged gradient, divided by the root of its averaged square. With d = g + λx,
 * m ← β₁m + (1−β₁)d, v ← β₂v + (1−β₂)d² and t counting from 1:
 *
 * <ul>
 *   <li>torch: x ← x − η/(1−β₁ᵗ) · m / (√v/√(1−β₂ᵗ) + ε)
 *   <li>Keras: x ← x − η√(1−β₂ᵗ)/(1−β₁ᵗ) · m / (√v + ε), so that ε weighs more in the first steps; decay λ decoupled,
 *       x ← x − ηλx beforehand
 *   <li>course: x ← x − η · m̂ / (√v̂ + ε) with m̂ = m/(1−β₁ᵗ), v̂ = v/(1−β₂ᵗ): torch's but for rounding
 * </ul>
 *
 * <p>Source: D. P. Kingma, J. Ba, <i>Adam: A Method for Stochastic Optimization</i>, ICLR 2015, algorithm 1 (Keras: the
 * reformulation at the end of its section 2); {@code torch.optim.Adam}.
 */
public final class Adam implements UpdateRule {
    /** Stands for ε = 0: changes no sum, and makes 0/0, where no gradient was seen yet, a 0. */
    static final double SMALLEST_EPSILON = Double.MIN_VALUE;

    private static final int BLOCK = 1024;

    private final double beta1;
    private final double beta2;
    private final double epsilon;
    private final double weightDecay;
    private final Convention convention;
    private final BiasCorrection correction1;
    private final BiasCorrection correction2;

    /**
     * @param beta1 in [0, 1)
     * @param beta2 in [0, 1)
     * @param epsilon at least 0
     * @param weightDecay λ ≥ 0
     */
    public Adam(double beta1, double beta2, double epsilon, double weightDecay, Convention convention) {
        this.beta1 = beta1;
        this.beta2 = beta2;
        this.epsilon = Math.max(epsilon, SMALLEST_EPSILON);
        this.weightDecay = weightDecay;
        this.convention = convention;
        correction1 = new BiasCorrection(beta1);
        correction2 = new BiasCorrection(beta2);
    }

    @Override
    public List<Slot> memory(int dimension) {
        return List.of(new Slot("firstMoment", dimension), new Slot("secondMoment", dimension));
    }

    @Override
    public void step(Iterate from, Iterate to, double learningRate, DifferentiableFunction objective) {
        double c1 = correction1.at(to.iteration());
        double c2 = correction2.at(to.iteration());
        switch (convention) {
            case TORCH -> torch(from, to, learningRate / c1, Math.sqrt(c2));
            case KERAS -> keras(from, to, learningRate, learningRate * Math.sqrt(c2) / c1);
            case COURSE -> course(from, to, learningRate, c1, c2);
        }
    }

    private void torch(Iterate from, Iterate to, double stepSize, double root) {
        double[] x = from.point();
        double[] g = from.gradient();
        double[] moments = from.memory();
        double[] next = to.point();
        double[] nextMoments = to.memory();
        int n = x.length;
        if (n >= BLOCK) {
            torchInBlocks(from, to, stepSize, root);
            return;
        }
        double weight1 = 1 - beta1;
        double weight2 = 1 - beta2;
        for (int i = 0; i < n; i++) {
            double d = g[i] + weightDecay * x[i];
            double m = beta1 * moments[i] + weight1 * d;
            double v = beta2 * moments[n + i] + weight2 * d * d;
            nextMoments[i] = m;
            nextMoments[n + i] = v;
            next[i] = x[i] - stepSize * m / (Math.sqrt(v) / root + epsilon);
        }
    }

    /**
     * The same to the last bit on copies of a block each, in which everything has one index: only such loops are compiled to vector
     * instructions, since an array written at another offset might be one of those read. Takes less than half of the time.
     */
    private void torchInBlocks(Iterate from, Iterate to, double stepSize, double root) {
        int n = from.point().length;
        double[] x = new double[BLOCK];
        double[] g = new double[BLOCK];
        double[] m = new double[BLOCK];
        double[] v = new double[BLOCK];
        for (int start = 0; start < n; start += BLOCK) {
            int count = Math.min(n - start, BLOCK);
            System.arraycopy(from.point(), start, x, 0, count);
            System.arraycopy(from.gradient(), start, g, 0, count);
            System.arraycopy(from.memory(), start, m, 0, count);
            System.arraycopy(from.memory(), n + start, v, 0, count);
            torch(x, g, m, v, count, stepSize, root);
            System.arraycopy(x, 0, to.point(), start, count);
            System.arraycopy(m, 0, to.memory(), start, count);
            System.arraycopy(v, 0, to.memory(), n + start, count);
        }
    }

    private void torch(double[] x, double[] g, double[] m, double[] v, int count, double stepSize, double root) {
        double weight1 = 1 - beta1;
        double weight2 = 1 - beta2;
        for (int i = 0; i < count; i++) {
            double d = g[i] + weightDecay * x[i];
            double first = beta1 * m[i] + weight1 * d;
            double second = beta2 * v[i] + weight2 * d * d;
            m[i] = first;
            v[i] = second;
            x[i] -= stepSize * first / (Math.sqrt(second) / root + epsilon);
        }
    }

    private void keras(Iterate from, Iterate to, double learningRate, double stepSize) {
        double[] x = from.point();
        double[] g = from.gradient();
        double[] moments = from.memory();
        double[] next = to.point();
        double[] nextMoments = to.memory();
        int n = x.length;
        for (int i = 0; i < n; i++) {
            double m = moments[i] + (g[i] - moments[i]) * (1 - beta1);
            double v = moments[n + i] + (g[i] * g[i] - moments[n + i]) * (1 - beta2);
            nextMoments[i] = m;
            nextMoments[n + i] = v;
            next[i] = x[i] - x[i] * weightDecay * learningRate - m * stepSize / (Math.sqrt(v) + epsilon);
        }
    }

    private void course(Iterate from, Iterate to, double learningRate, double c1, double c2) {
        double[] x = from.point();
        double[] g = from.gradient();
        double[] moments = from.memory();
        double[] next = to.point();
        double[] nextMoments = to.memory();
        int n = x.length;
        for (int i = 0; i < n; i++) {
            double d = g[i] + weightDecay * x[i];
            double m = beta1 * moments[i] + (1 - beta1) * d;
            double v = beta2 * moments[n + i] + (1 - beta2) * d * d;
            nextMoments[i] = m;
            nextMoments[n + i] = v;
            next[i] = x[i] - learningRate * (m / c1) / (Math.sqrt(v / c2) + epsilon);
        }
    }
}
