package org.mlmath.calculus.derivative;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.calculus.expression.ExpressionCost;
import org.mlmath.calculus.point.Point;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;

@Schema(description = "An expression whose gradient is wanted")
public record GradientRequest(
        @Schema(description = "The expression", examples = "(1-x)^2 + 100*(y-x^2)^2") @NotNull
        String expression,

        @Schema(
                description = "By which variables, in which order; by default the free ones in alphabetical order",
                examples = "[\"x\", \"y\"]")
        @Size(max = 1000)
        List<String> variables,

        @Schema(description = "A point at which the values are wanted as well", examples = "[-1.5, 2]")
        Point at,

        @Schema(description = "Adds the working, rule by rule", defaultValue = "false")
        Boolean explain)
        implements Costed {

    @Override
    public Cost cost() {
        return expression == null
                ? Cost.SMALL
                : ExpressionCost.derivatives(expression, variables == null ? 4 : variables.size());
    }
}
