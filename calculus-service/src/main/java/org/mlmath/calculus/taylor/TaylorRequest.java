package org.mlmath.calculus.taylor;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.calculus.expression.ExpressionCost;
import org.mlmath.calculus.point.Point;
import org.mlmath.expression.taylor.TaylorExpansion;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;

@Schema(description = "An expression to expand about a point")
public record TaylorRequest(
        @Schema(description = "The expression", examples = "exp(x)") @NotNull
        String expression,

        @Schema(
                description =
                        "The order of a vector's coordinates and of powers; by default the free variables in alphabetical order",
                examples = "[\"x\"]")
        @Size(max = 60)
        List<String> variables,

        @Schema(
                description = "The point to expand about; of one variable a number or a constant expression will do",
                examples = "0")
        @NotNull
        Point about,

        @Schema(description = "The degree of the polynomial", examples = "3") @NotNull @Min(0) @Max(100)
        Integer order,

        @Schema(description = "Adds the working, coefficient by coefficient", defaultValue = "false")
        Boolean explain)
        implements Costed {

    /** An estimate, not a measure: the deadline decides. */
    private static final double MOST_SECONDS = 5;

    @Override
    public Cost cost() {
        if (expression == null || order == null) {
            return Cost.SMALL;
        }
        double terms = terms();
        double products = terms * terms;
        return ExpressionCost.derivatives(expression, 4)
                .plus(new Cost(Math.min(MOST_SECONDS, 3e-8 * expression.length() * products), (long)
                        (200 * expression.length() * terms)));
    }

    /** Of the polynomial, were each of the point's coordinates a variable. */
    private double terms() {
        int coordinates = about == null ? 1 : Math.max(1, about.size());
        double terms = 1;
        for (int i = 1; i <= coordinates && terms < TaylorExpansion.TERMS; i++) {
            terms = terms * (order + i) / i;
        }
        return Math.min(terms, TaylorExpansion.TERMS);
    }
}
