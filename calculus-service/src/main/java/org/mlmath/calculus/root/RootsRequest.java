package org.mlmath.calculus.root;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.calculus.expression.ExpressionCost;
import org.mlmath.calculus.point.Bounds;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;

@Schema(description = "An expression whose roots are wanted, or an equation")
public record RootsRequest(
        @Schema(description = "The expression, or an equation `lhs = rhs`, in one variable", examples = "x^3 - 2x - 5")
        @NotNull
        String expression,

        @Schema(description = "The variable; may be left out where the expression has only one", examples = "x")
        String variable,

        @Schema(
                description =
                        "Where to look, both ends included. Without it: polynomials and quotients of polynomials everywhere, others "
                                + "between -100 and 100, and beyond as far as it can be proven that there is nothing",
                examples = "[0, \"2*pi\"]")
        Bounds interval,

        @Schema(
                description = "Also the complex roots, of polynomials and quotients of polynomials",
                defaultValue = "false")
        Boolean complex,

        @Schema(description = "Adds the working", defaultValue = "false")
        Boolean explain)
        implements Costed {

    @Override
    public Cost cost() {
        if (expression == null) {
            return Cost.SMALL;
        }
        // Thousands of boxes where roots are easy to tell apart, a hundred thousand where they are not.
        long length = expression.length();
        return ExpressionCost.derivatives(expression, 2)
                .plus(new Cost(0.02 + 2e-4 * length, 5_000_000 + 10_000 * length));
    }
}
