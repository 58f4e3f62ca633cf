package org.mlmath.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.assertj.core.data.Offset;
import org.mlmath.expression.compile.ExpressionFunction;
import org.mlmath.expression.differentiate.Substitution;
import org.mlmath.numerics.LimitExceededException;

@Domain(RandomExpressions.class)
@Domain(DomainContext.Global.class)
class ChainRuleTest {
    private static final List<String> VARIABLES = RandomExpressions.VARIABLES;

    /** ∇(f∘g) = Jᵀ·∇f for g(u, v) = (uv, u − v, sin u): the composition differentiated at once, and in two steps. */
    @Property(tries = 300, seed = "20261121") // fixed: rounding may always be worse somewhere
    void theGradientOfACompositionIsTheProductWithTheJacobianMatrix(
            @ForAll Expression outer,
            @ForAll @DoubleRange(min = 0.4, max = 1.4) double u,
            @ForAll @DoubleRange(min = 0.1, max = 0.3) double v) {
        Expression composed = Substitution.of(outer, "theta", Expressions.parse("u*v"));
        composed = Substitution.of(composed, "x", Expressions.parse("u - v"));
        composed = Substitution.of(composed, "y", Expressions.parse("sin(u)"));
        double[] inner = new double[3];
        double[] direct = new double[2];
        try {
            ExpressionFunction.of(outer, VARIABLES).valueAndGradient(new double[] {u * v, u - v, Math.sin(u)}, inner);
            ExpressionFunction.of(composed, List.of("u", "v")).valueAndGradient(new double[] {u, v}, direct);
        } catch (LimitExceededException e) {
            return;
        }
        double[] expected = {inner[0] * v + inner[1] + inner[2] * Math.cos(u), inner[0] * u - inner[1]};
        double size = Math.abs(inner[0]) + Math.abs(inner[1]) + Math.abs(inner[2]);
        Assume.that(Double.isFinite(size) && size < 1e8 && Double.isFinite(direct[0]) && Double.isFinite(direct[1]));
        for (int i = 0; i < 2; i++) {
            assertThat(direct[i])
                    .as(Expressions.text(outer))
                    .isCloseTo(expected[i], Offset.offset(1e-9 * Math.max(1, size)));
        }
    }
}
