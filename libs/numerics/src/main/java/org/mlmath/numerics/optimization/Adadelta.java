package org.mlmath.numerics.optimization;

import java.util.List;

/**
 * Adadelta: steps in the units of earlier steps. With d = g + λx:
 * v ← ρv + (1−ρ)d²; δ = √(u + ε)/√(v + ε)·d; u ← ρu + (1−ρ)δ²; x ← x − ηδ. Keras decouples the decay: δ of g,
 * x ← (x − ηλx) − ηδ.
 *
 * <p>Source: M. D. Zeiler, <i>ADADELTA: An Adaptive Learning Rate Method</i>, 2012; {@code torch.optim.Adadelta}.
 *
 * @param rho ρ in [0, 1)
 * @param epsilon ε > 0: without it nothing ever moves
 * @param weightDecay λ ≥ 0
 * @param convention torch or Keras
 */
public record Adadelta(double rho, double epsilon, double weightDecay, Convention convention) implements UpdateRule {
    @Override
    public List<Slot> memory(int dimension) {
        return List.of(new Slot("averageOfSquares", dimension), new Slot("averageOfSquaredSteps", dimension));
    }

    @Override
    public void step(Iterate from, Iterate to, double learningRate, DifferentiableFunction objective) {
        double[] x = from.point();
        double[] g = from.gradient();
        double[] memory = from.memory();
        double[] next = to.point();
        double[] nextMemory = to.memory();
        int n = x.length;
        boolean keras = convention == Convention.KERAS;
        for (int i = 0; i < n; i++) {
            double d = keras ? g[i] : g[i] + weightDecay * x[i];
            double v = rho * memory[i] + (1 - rho) * d * d;
            double delta = Math.sqrt(memory[n + i] + epsilon) / Math.sqrt(v + epsilon) * d;
            nextMemory[i] = v;
            nextMemory[n + i] = rho * memory[n + i] + (1 - rho) * delta * delta;
            double decayed = keras ? x[i] - x[i] * weightDecay * learningRate : x[i];
            next[i] = decayed - learningRate * delta;
        }
    }
}
