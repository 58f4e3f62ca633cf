package org.mlmath.calculus.comparison;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.calculus.expression.ExpressionCost;
import org.mlmath.calculus.point.Point;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;

@Schema(description = "An expression to differentiate in several ways")
public record DifferentiationCompareRequest(
        @Schema(description = "The expression", examples = "exp(x)*sin(x)") @NotNull
        String expression,

        @Schema(
                description =
                        "By which variable; may be left out where the expression has at most one (x where it has none)",
                examples = "x")
        String variable,

        @Schema(description = "The point", examples = "{\"x\": 1}") @NotNull
        Point at,

        @Schema(
                description = "The steps h of the difference quotients; by default 0.1, 0.01, … down to 1e-16",
                examples = "[0.1, 1e-5, 1e-8]")
        @Size(min = 1, max = 200)
        List<@NotNull @Positive Double> stepSizes,

        @Schema(description = "Adds the working: each method, and its best step", defaultValue = "false")
        Boolean explain)
        implements Costed {

    @Override
    public Cost cost() {
        return expression == null
                ? Cost.SMALL
                : ExpressionCost.derivatives(expression, 4).plus(new Cost(1e-3 + 2e-5 * expression.length(), 0));
    }
}
