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

    /** An estimate, not a measure: the deadline decides. */
    private static final double MOST_SECONDS = 5;

    @Override
    public Cost cost() {
        if (expression == null) {
            return Cost.SMALL;
        }
        // Of second derivatives most are short where there are many.
        long count = Math.min(Hessian.VARIABLES, countOfVariables());
        Cost cost = ExpressionCost.derivatives(expression, 4 + count * count / 8);
        return new Cost(Math.min(MOST_SECONDS, cost.seconds()), cost.bytes());
    }

    /** As many as are said, or as the text has room for. */
    private int countOfVariables() {
        return variables != null ? variables.size() : at != null ? at.size() : 2 + expression.length() / 8;
    }
}
