package org.mlmath.calculus.derivative;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.calculus.expression.ExpressionCost;
import org.mlmath.calculus.point.Point;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;

@Schema(description = "An expression, a point, and the direction in which its change is wanted")
public record DirectionalDerivativeRequest(
        @Schema(description = "The expression", examples = "x^2 + 3*x*y") @NotNull
        String expression,

        @Schema(
                description =
                        "The order of coordinates in vectors; by default the free variables in alphabetical order",
                examples = "[\"x\", \"y\"]")
        @Size(max = 1000)
        List<String> variables,

        @Schema(description = "The point", examples = "[1, 2]") @NotNull
        Point at,

        @Schema(
                description =
                        "The direction, given as points are: a vector in the order of the variables, or an object by name",
                examples = "[3, 4]")
        @NotNull
        Point direction,

        @Schema(
                description = "Whether the direction is divided by its length first, so that the value is a slope",
                defaultValue = "true")
        Boolean normalize,

        @Schema(description = "Adds the working, rule by rule", defaultValue = "false")
        Boolean explain)
        implements Costed {

    public DirectionalDerivativeRequest {
        normalize = normalize == null || normalize;
    }

    @Override
    public Cost cost() {
        return expression == null
                ? Cost.SMALL
                : ExpressionCost.derivatives(expression, variables == null ? 4 : variables.size());
    }
}
