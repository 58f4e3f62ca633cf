package org.mlmath.calculus.limit;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.calculus.point.Bound;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;

@Schema(description = "An expression and where its variable goes")
public record LimitRequest(
        @Schema(description = "The expression", examples = "sin(x)/x") @NotNull
        String expression,

        @Schema(
                description =
                        "The variable that moves; may be left out where the expression has at most one (x where it has none)",
                examples = "x")
        String variable,

        @Schema(description = "Where it goes", examples = "0") @NotNull
        Bound to,

        @Schema(
                description = "From which side: `both`, `left` (from below) or `right`; of no effect at infinity",
                defaultValue = "both",
                examples = "both")
        LimitSide side,

        @Schema(description = "Adds the working, where there is a textbook's", defaultValue = "false")
        Boolean explain)
        implements Costed {

    public LimitRequest {
        side = side == null ? LimitSide.BOTH : side;
    }

    /** Computer algebra may be needed, which is never work for an event loop. */
    @Override
    public Cost cost() {
        return new Cost(1e-2, 1 << 20);
    }
}
