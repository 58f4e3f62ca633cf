package org.mlmath.calculus.constrained;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.calculus.expression.ExpressionCost;
import org.mlmath.calculus.point.Point;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;

@Schema(description = "What to minimise, and under which constraints")
public record ConstrainedRequest(
        @Schema(description = "What is minimised") @NotNull @Valid
        ConstrainedObjective objective,

        @Schema(
                description = "Equations `lhs = rhs`; an expression alone means that it is 0",
                examples = "[\"x + y = 1\"]",
                nullable = true)
        @Size(max = 200)
        List<@NotNull String> equalities,

        @Schema(
                description =
                        "Inequalities `lhs <= rhs` or `lhs >= rhs`; an expression alone means that it is at most 0",
                examples = "[\"x >= 0\", \"x^2 + y^2 <= 4\"]",
                nullable = true)
        @Size(max = 200)
        List<@NotNull String> inequalities,

        @Schema(description = "Where the search starts, feasible or not", examples = "{\"x\": 1, \"y\": 1}") @NotNull
        Point start,

        @Schema(
                description = "How many steps at most",
                defaultValue = "" + ConstrainedRequest.STEPS,
                examples = "50",
                nullable = true)
        @Min(1)
        @Max(10_000)
        Integer maxIterations,

        @Schema(description = "Adds the working, step by step", defaultValue = "false", nullable = true)
        Boolean explain)
        implements Costed {

    static final int STEPS = 200;

    @Schema(description = "An expression to minimise")
    public record ConstrainedObjective(
            @Schema(description = "The expression", examples = "x^2 + y^2") @NotNull
            String expression,

            @Schema(
                    description =
                            "The order of the variables; by default those of the expression and of the constraints, in alphabetical order",
                    examples = "[\"x\", \"y\"]",
                    nullable = true)
            @Size(max = 200)
            List<String> variables) {}

    @Override
    public Cost cost() {
        if (objective == null || objective.expression() == null || start == null) {
            return Cost.SMALL;
        }
        long n = start.size();
        Cost cost = ExpressionCost.derivatives(objective.expression(), n);
        long constraints = 0;
        for (List<String> list : Arrays.asList(equalities, inequalities)) {
            for (String text : list == null ? List.<String>of() : list) {
                cost = text == null ? cost : cost.plus(ExpressionCost.derivatives(text, n));
                constraints++;
            }
        }
        // Some 20 steps, each with a quadratic program in n and the violations.
        double size = n + 2.0 * constraints;
        return cost.plus(new Cost(20 * (1e-4 + 2e-8 * size * size * size), (long) (200 * size * size)));
    }
}
