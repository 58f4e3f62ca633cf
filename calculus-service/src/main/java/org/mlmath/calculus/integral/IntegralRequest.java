package org.mlmath.calculus.integral;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.calculus.point.Bound;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;

@Schema(description = "An expression to integrate, without bounds or between two of them")
public record IntegralRequest(
        @Schema(description = "The integrand", examples = "x*e^(-x)") @NotNull
        String expression,

        @Schema(
                description =
                        "By which variable; may be left out where the expression has at most one (x where it has none)",
                examples = "x")
        String variable,

        @Schema(
                description =
                        "Where the integral begins: a number, a constant expression such as `pi/2`, `Infinity` or `-Infinity`; goes with `upper`",
                examples = "0")
        Bound lower,

        @Schema(
                description = "Where it ends, in the same forms; may be below `lower`, which changes the sign",
                examples = "Infinity")
        Bound upper,

        @Schema(description = "Adds the working, rule by rule", defaultValue = "false")
        Boolean explain)
        implements Costed {

    /** Up to millions of values, or computer algebra: never work for an event loop. */
    @Override
    public Cost cost() {
        return new Cost(1e-2, 1 << 22);
    }
}
