package org.mlmath.calculus.derivative;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.calculus.expression.ExpressionCost;
import org.mlmath.calculus.point.Point;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;

@Schema(description = "A map from vectors to vectors whose partial derivatives are wanted")
public record JacobianRequest(
        @Schema(description = "The outputs, at most 100 expressions", examples = "[\"r*cos(t)\", \"r*sin(t)\"]")
        @NotNull
        @NotEmpty
        @Size(max = Jacobian.SIZE)
        List<@NotNull String> expressions,

        @Schema(
                description =
                        "By which variables, in which order, at most 100; by default the free ones of all expressions in alphabetical order",
                examples = "[\"r\", \"t\"]")
        @Size(max = Jacobian.SIZE)
        List<String> variables,

        @Schema(
                description = "A point at which the values and the determinant are wanted as well",
                examples = "{\"r\": 2, \"t\": \"pi/3\"}")
        Point at,

        @Schema(description = "Adds the working, rule by rule", defaultValue = "false")
        Boolean explain)
        implements Costed {

    @Override
    public Cost cost() {
        Cost cost = Cost.SMALL;
        if (expressions != null) {
            for (String expression :
                    expressions.stream().filter(Objects::nonNull).toList()) {
                cost = cost.plus(ExpressionCost.derivatives(expression, variables == null ? 4 : variables.size()));
            }
        }
        return cost;
    }
}
