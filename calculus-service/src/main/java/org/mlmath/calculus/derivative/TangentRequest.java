package org.mlmath.calculus.derivative;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.calculus.expression.ExpressionCost;
import org.mlmath.calculus.point.Point;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;

@Schema(description = "An expression, and a point of its graph")
public record TangentRequest(
        @Schema(description = "The expression", examples = "x^2") @NotNull
        String expression,

        @Schema(
                description =
                        "The order of coordinates in vectors; by default the free variables in alphabetical order",
                examples = "[\"x\"]")
        @Size(max = 1000)
        List<String> variables,

        @Schema(description = "Where the tangent touches", examples = "{\"x\": 1}") @NotNull
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
