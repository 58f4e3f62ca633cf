package org.mlmath.numerics.optimization.descent;

/** How far a step goes along its direction. */
public sealed interface LineSearch permits FixedLength, Armijo, StrongWolfe {
    /**
     * @param ray at whose length 0 the objective falls
     * @param first the length to try first, above 0
     * @return where to stop, or null where no point found is lower
     */
    Ray.Trial along(Ray ray, double first);
}
