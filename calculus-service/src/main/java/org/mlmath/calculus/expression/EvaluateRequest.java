package org.mlmath.calculus.expression;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.calculus.point.Point;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;

@Schema(description = "An expression and the point, or points, at which its value is wanted; one of `at` and `points`")
public record EvaluateRequest(
        @Schema(description = "The expression", examples = "sin(x)/x") @NotNull
        String expression,

        @Schema(
                description =
                        "The order of a vector's coordinates; by default the free variables in alphabetical order",
                examples = "[\"x\"]")
        @Size(max = 5000)
        List<String> variables,

        @Schema(
                description = "One point; not needed for an expression without variables",
                examples = "{\"x\": \"pi/2\"}")
        Point at,

        @Schema(description = "Several points", examples = "[{\"x\": 1}, {\"x\": 2}]")
        List<Point> points,

        @Schema(
                description = "Asks for the working; there is none for a value, which a warning says",
                defaultValue = "false")
        Boolean explain)
        implements Costed {

    @Override
    public Cost cost() {
        return expression == null ? Cost.SMALL : ExpressionCost.values(expression, points == null ? 1 : points.size());
    }
}
