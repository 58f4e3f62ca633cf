package org.mlmath.calculus.graph;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.calculus.expression.ExpressionCost;
import org.mlmath.calculus.point.Point;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;

@Schema(description = "An expression to take apart, and the point at which its operations are carried out")
public record ComputationGraphRequest(
        @Schema(description = "The expression", examples = "x*y + sin(x)") @NotNull
        String expression,

        @Schema(
                description =
                        "The order of coordinates in vectors; by default the free variables in alphabetical order",
                examples = "[\"x\", \"y\"]")
        @Size(max = 5000)
        List<String> variables,

        @Schema(description = "The point", examples = "{\"x\": 2, \"y\": 3}") @NotNull
        Point at,

        @Schema(description = "Adds the working: the forward pass, then the backward pass", defaultValue = "false")
        Boolean explain)
        implements Costed {

    @Override
    public Cost cost() {
        return expression == null ? Cost.SMALL : ExpressionCost.derivatives(expression, 10);
    }
}
