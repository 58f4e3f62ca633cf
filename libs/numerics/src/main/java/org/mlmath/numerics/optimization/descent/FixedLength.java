package org.mlmath.numerics.optimization.descent;

/** No search: every step has the length of the learning rate, uphill or down, as {@code torch.optim.LBFGS} by default. */
public record FixedLength() implements LineSearch {
    @Override
    public Ray.Trial along(Ray ray, double first) {
        return ray.at(first);
    }
}
