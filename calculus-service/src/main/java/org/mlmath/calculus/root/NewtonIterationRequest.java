package org.mlmath.calculus.root;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.calculus.expression.ExpressionCost;
import org.mlmath.calculus.point.Point;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;

@Schema(description = "An expression or an equation, and where Newton's method is to start")
public record NewtonIterationRequest(
        @Schema(description = "The expression, or an equation `lhs = rhs`, in one variable", examples = "x^2 - 2")
        @NotNull
        String expression,

        @Schema(description = "The variable; may be left out where the expression has only one", examples = "x")
        String variable,

        @Schema(description = "The first iterate", examples = "1") @NotNull
        Point start,

        @Schema(description = "How many steps at most", defaultValue = "50", examples = "20") @Min(1) @Max(10_000)
        Integer maxIterations,

        @Schema(
                description =
                        "The multiplicity that is assumed of the root: steps are so many times as long, which makes convergence quadratic again",
                defaultValue = "1",
                examples = "2")
        @Min(1)
        @Max(100)
        Integer multiplicity,

        @Schema(description = "Adds the working, step by step", defaultValue = "false")
        Boolean explain)
        implements Costed {

    public NewtonIterationRequest {
        maxIterations = maxIterations == null ? 50 : maxIterations;
        multiplicity = multiplicity == null ? 1 : multiplicity;
    }

    @Override
    public Cost cost() {
        return expression == null
                ? Cost.SMALL
                : ExpressionCost.derivatives(expression, 1).plus(ExpressionCost.values(expression, 4L * maxIterations));
    }
}
