package org.mlmath.numerics.optimization.descent;

/**
 * Backtracking: the first of the lengths t, ρt, ρ²t, … with f(x + t·d) ≤ f(x) + c₁·t·d·g, undefined values counting as too high.
 *
 * <p>Source: L. Armijo, <i>Minimization of functions having Lipschitz continuous first partial derivatives</i>, Pacific Journal of
 * Mathematics 16(1), 1966; Nocedal and Wright, algorithm 3.1.
 *
 * @param sufficientDecrease c₁ in (0, 1)
 * @param backtracking ρ in (0, 1)
 */
public record Armijo(double sufficientDecrease, double backtracking) implements LineSearch {
    @Override
    public Ray.Trial along(Ray ray, double first) {
        for (double length = first; length > 0 && ray.moves(length); length *= backtracking) {
            Ray.Trial trial = ray.at(length);
            if (ray.sufficient(trial, sufficientDecrease)) {
                return trial;
            }
        }
        return null;
    }
}
