package org.mlmath.calculus.convexity;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.calculus.expression.ExpressionCost;
import org.mlmath.calculus.point.Bounds;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;

@Schema(description = "An expression, and where it may be convex")
public record ConvexityRequest(
        @Schema(description = "The expression", examples = "x^2 + x y + y^2") @NotNull
        String expression,

        @Schema(
                description = "The order of the variables; by default the free variables in alphabetical order",
                examples = "[\"x\", \"y\"]",
                nullable = true)
        @Size(max = 20)
        List<String> variables,

        @Schema(
                description = "Intervals of variables; those without one take all values",
                examples = "{\"x\": [0, 10]}",
                nullable = true)
        @Size(max = 1000)
        Map<String, @NotNull Bounds> region,

        @Schema(description = "Adds the working, step by step", defaultValue = "false", nullable = true)
        Boolean explain)
        implements Costed {

    @Override
    public Cost cost() {
        if (expression == null) {
            return Cost.SMALL;
        }
        long length = expression.length();
        return ExpressionCost.derivatives(expression, 6)
                .plus(new Cost(5e-3 + 2e-4 * length, 1_000_000 + 5_000 * length));
    }
}
