package org.mlmath.calculus.derivative;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.calculus.expression.ExpressionCost;
import org.mlmath.calculus.point.Point;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;

@Schema(description = "An expression whose second derivatives are wanted")
public record HessianRequest(
        @Schema(description = "The expression", examples = "x^2*y + exp(y)") @NotNull
        String expression,

        @Schema(
                description =
                        "By which variables, in which order, at most 100; by default the free ones in alphabetical order",
                examples = "[\"x\", \"y\"]")
        @Size(max = Hessian.VARIABLES)
        List<String> variables,

        @Schema(
                description = "A point at which the values and the definiteness are wanted as well",
                examples = "[1, 0]")
        Point at,

        @Schema(description = "Adds the working, rule by rule", defaultValue = "false")
        Boolean explain)
        implements Costed {

    @Override
    public Cost cost() {
        int count = variables == null ? 4 : variables.size();
        return expression == null ? Cost.SMALL : ExpressionCost.derivatives(expression, (long) count * count);
    }
}
