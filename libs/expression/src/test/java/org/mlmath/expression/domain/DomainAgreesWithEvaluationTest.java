package org.mlmath.expression.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.RandomExpressions;
import org.mlmath.expression.compile.ExpressionFunction;
import org.mlmath.expression.differentiate.Substitution;
import org.mlmath.numerics.LimitExceededException;

@Domain(RandomExpressions.class)
@Domain(DomainContext.Global.class)
class DomainAgreesWithEvaluationTest {
    private static final List<String> VARIABLES = RandomExpressions.VARIABLES;

    private static NaturalDomain domain(Expression expression) {
        try {
            return NaturalDomain.of(expression);
        } catch (LimitExceededException e) {
            Assume.that(false);
            return null;
        }
    }

    @Property(tries = 500)
    void whereThereIsAValueTheConditionsHold(
            @ForAll Expression expression,
            @ForAll @DoubleRange(min = -3, max = 3) double x,
            @ForAll @DoubleRange(min = -3, max = 3) double y) {
        NaturalDomain domain = domain(expression);
        double[] point = point(domain, x, y);
        Assume.that(Double.isFinite(
                ExpressionFunction.of(expression, domain.variables()).value(point)));
        assertThat(domain.contains(point))
                .as("%s at %s in %s", Expressions.text(expression), List.of(x, y), domain.text())
                .isTrue();
    }

    @Property(tries = 500)
    void outsideTheConditionsThereIsNoValueAndInsideIsOneButForOverflow(
            @ForAll Expression expression,
            @ForAll @DoubleRange(min = -3, max = 3) double x,
            @ForAll @DoubleRange(min = -3, max = 3) double y) {
        NaturalDomain domain = domain(expression);
        double[] point = point(domain, x, y);
        double value = ExpressionFunction.of(expression, domain.variables()).value(point);
        boolean large = Overflow.at(expression, domain.variables(), point);
        Assume.that(!large);
        assertThat(domain.contains(point))
                .as("%s = %s at %s in %s", Expressions.text(expression), value, List.of(x, y), domain.text())
                .isEqualTo(Double.isFinite(value));
    }

    @Property(tries = 500)
    void solvedSetsAreWhereTheConditionsHold(
            @ForAll Expression expression, @ForAll @DoubleRange(min = -8, max = 8) double x) {
        Expression inOne = Substitution.of(
                Substitution.of(expression, "theta", Expressions.parse("x/2 + 1/3")),
                "y",
                Expressions.parse("x^2 - 2"));
        NaturalDomain domain = domain(inOne);
        Assume.that(
                domain.variables().equals(List.of("x")) && domain.intervals().isPresent());
        Assume.that(!Overflow.at(inOne, domain.variables(), new double[] {x}));
        boolean inside = domain.intervals().orElseThrow().stream().anyMatch(interval -> interval.contains(x))
                && domain.exclusions().stream().noneMatch(points -> points.within(x, x).intervals().stream()
                        .anyMatch(point -> point.contains(x)));
        assertThat(domain.contains(new double[] {x}))
                .as("%s: %s at %s", Expressions.text(inOne), domain.text(), x)
                .isEqualTo(inside);
    }

    private static double[] point(NaturalDomain domain, double x, double y) {
        return domain.variables().stream()
                .mapToDouble(name -> name.equals("x") ? x : name.equals("y") ? y : 0.7)
                .toArray();
    }
}
