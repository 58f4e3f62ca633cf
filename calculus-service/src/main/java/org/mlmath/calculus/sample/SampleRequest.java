package org.mlmath.calculus.sample;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.calculus.expression.ExpressionCost;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;

@Schema(description = "An expression and the grid over which its values are wanted")
public record SampleRequest(
        @Schema(description = "The expression", examples = "sin(x)/x") @NotNull
        String expression,

        @Schema(
                description =
                        "The variables, one per axis, up to four; by default the free ones in alphabetical order, of an expression without any those that `ranges` names",
                examples = "[\"x\"]")
        @Size(min = 1, max = 4)
        List<String> variables,

        @Schema(
                description = "An interval per variable, from the outermost axis inwards, or by name",
                examples = "[[-10, 10]]")
        @NotNull
        SampleRanges ranges,

        @Schema(
                description =
                        "How many points per variable, or one number for all; a million in all at most. By default 201 for a curve, 51 for two variables, 15 for more",
                examples = "[201]")
        SampleCounts counts,

        @Schema(
                description = "How points lie between the ends: equal steps or, for positive ranges, equal ratios",
                defaultValue = "linear")
        Spacing spacing,

        @Schema(
                description =
                        "For one variable: starts from `counts` points, adds more where the curve bends, and breaks the curve with null where it has a pole or jumps",
                defaultValue = "false")
        Boolean adaptive,

        @Schema(
                description = "Asks for the working; there is none for a grid, which a warning says",
                defaultValue = "false")
        Boolean explain)
        implements Costed {

    public enum Spacing {
        @JsonProperty("linear")
        LINEAR,
        @JsonProperty("log")
        LOG
    }

    public SampleRequest {
        spacing = spacing == null ? Spacing.LINEAR : spacing;
        adaptive = adaptive != null && adaptive;
    }

    @Override
    public Cost cost() {
        if (expression == null) {
            return Cost.SMALL;
        }
        long points = (long) Math.min(Grid.POINTS, counts == null ? 4_000 : counts.product());
        long evaluations = adaptive ? Math.min(Grid.POINTS, Curve.evaluations(points)) : points;
        return ExpressionCost.values(expression, evaluations).plus(new Cost(1e-7 * evaluations, 40 * evaluations));
    }
}
