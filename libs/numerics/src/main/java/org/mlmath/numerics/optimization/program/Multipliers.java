package org.mlmath.numerics.optimization.program;

/**
 * A multiplier per constraint, in the order of the constraints.
 *
 * @param inequalities μ ≥ 0
 * @param equations λ
 * @param lower ν ≥ 0, 0 where there is no bound
 * @param upper ω ≥ 0, 0 where there is no bound
 */
public record Multipliers(double[] inequalities, double[] equations, double[] lower, double[] upper) {
    static Multipliers zero(Constraints constraints) {
        int n = constraints.variables();
        return new Multipliers(
                new double[constraints.limits().length],
                new double[constraints.values().length],
                new double[n],
                new double[n]);
    }
}
