package org.mlmath.calculus.derivative;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.calculus.expression.ExpressionCost;
import org.mlmath.calculus.point.Point;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;

@Schema(description = "An expression to differentiate")
public record DerivativeRequest(
        @Schema(description = "The expression", examples = "sin(x^2)") @NotNull
        String expression,

        @Schema(
                description =
                        "By which variable; may be left out where the expression has at most one (x where it has none)",
                examples = "x")
        String variable,

        @Schema(description = "How many times", defaultValue = "1", examples = "1") @Min(1) @Max(50)
        Integer order,

        @Schema(description = "A point at which the values are wanted as well", examples = "{\"x\": 1}")
        Point at,

        @Schema(description = "Adds the working, rule by rule", defaultValue = "false")
        Boolean explain)
        implements Costed {

    public DerivativeRequest {
        order = order == null ? 1 : order;
    }

    @Override
    public Cost cost() {
        return expression == null ? Cost.SMALL : ExpressionCost.derivatives(expression, (long) order * order);
    }
}
