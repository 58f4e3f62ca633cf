package org.mlmath.calculus.critical;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.calculus.expression.ExpressionCost;
import org.mlmath.calculus.point.Bounds;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;

@Schema(description = "An expression, and the region in which its critical points are wanted")
public record CriticalPointsRequest(
        @Schema(description = "The expression", examples = "x^3 - 3x + y^2") @NotNull
        String expression,

        @Schema(
                description = "The order of the variables; by default the free variables in alphabetical order",
                examples = "[\"x\", \"y\"]")
        @Size(max = 50)
        List<String> variables,

        @Schema(
                description = "The interval of each variable, both ends included and finite",
                examples = "{\"x\": [-2, 2], \"y\": [-1, 1]}")
        @NotNull
        @NotEmpty
        @Size(max = 1000)
        Map<String, @NotNull Bounds> region,

        @Schema(description = "Adds the working", defaultValue = "false")
        Boolean explain)
        implements Costed {

    @Override
    public Cost cost() {
        if (expression == null) {
            return Cost.SMALL;
        }
        long length = expression.length();
        return ExpressionCost.derivatives(expression, 6)
                .plus(new Cost(0.03 + 3e-4 * length, 10_000_000 + 20_000 * length));
    }
}
