package org.mlmath.expression;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;
import org.mlmath.expression.Expression.Branch;
import org.mlmath.expression.Expression.Call;
import org.mlmath.expression.Expression.Comparison;
import org.mlmath.expression.Expression.Constant;
import org.mlmath.expression.Expression.Negate;
import org.mlmath.expression.Expression.Number;
import org.mlmath.expression.Expression.Piecewise;
import org.mlmath.expression.Expression.Power;
import org.mlmath.expression.Expression.Product;
import org.mlmath.expression.Expression.Quotient;
import org.mlmath.expression.Expression.Series;
import org.mlmath.expression.Expression.Sum;
import org.mlmath.expression.Expression.Variable;

/** Trees of every kind of node, in x, y and theta. */
public class RandomExpressions extends DomainContextBase {
    public static final List<String> VARIABLES = List.of("theta", "x", "y");

    @Provide
    public Arbitrary<Expression> expressions() {
        return trees(4);
    }

    private static Arbitrary<Expression> leaves() {
        Arbitrary<Expression> numbers = Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, BigDecimal.valueOf(20))
                .ofScale(2)
                .map(Number::new);
        Arbitrary<Expression> integers = Arbitraries.integers().between(0, 5).map(Expressions::number);
        Arbitrary<Expression> variables = Arbitraries.of(VARIABLES).map(Variable::new);
        Arbitrary<Expression> constants =
                Arbitraries.of(Constant.PI, Constant.E).map(c -> c);
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(6, variables),
                net.jqwik.api.Tuple.of(3, integers),
                net.jqwik.api.Tuple.of(1, numbers),
                net.jqwik.api.Tuple.of(1, constants));
    }

    private static Arbitrary<Expression> trees(int depth) {
        if (depth == 0) {
            return leaves();
        }
        Arbitrary<Expression> inner = Arbitraries.lazy(() -> trees(depth - 1));
        Arbitrary<Expression> calls = Combinators.combine(
                        Arbitraries.of(Function.class),
                        inner.list().ofMinSize(1).ofMaxSize(3))
                .as(RandomExpressions::call);
        Arbitrary<Expression> sums = inner.list().ofMinSize(2).ofMaxSize(3).map(Sum::new);
        Arbitrary<Expression> products = inner.list().ofMinSize(2).ofMaxSize(3).map(Product::new);
        Arbitrary<Expression> negations = inner.map(Negate::new);
        Arbitrary<Expression> quotients = Combinators.combine(inner, inner).as(Quotient::new);
        Arbitrary<Expression> powers = Combinators.combine(inner, inner).as(Power::new);
        Arbitrary<Expression> comparisons = Combinators.combine(inner, Arbitraries.of(Relation.class), inner)
                .as(Comparison::new);
        Arbitrary<Expression> branches = Combinators.combine(inner, inner, inner, inner)
                .as((a, b, c, d) -> new Piecewise(List.of(new Branch(a, b)), c));
        Arbitrary<Expression> series = Combinators.combine(
                        Arbitraries.of(Series.Kind.class),
                        inner,
                        Arbitraries.integers().between(0, 3))
                .as((kind, body, to) -> new Series(kind, "k", Expressions.number(1), Expressions.number(to), body));
        return Arbitraries.oneOf(
                leaves(),
                calls,
                calls,
                sums,
                sums,
                products,
                products,
                negations,
                quotients,
                powers,
                comparisons,
                branches,
                series);
    }

    private static Expression call(Function function, List<Expression> given) {
        List<Expression> arguments = new ArrayList<>(given);
        while (!function.accepts(arguments.size())) {
            if (function.accepts(1)) {
                arguments.removeLast();
            } else if (arguments.size() < 2) {
                arguments.add(new Variable("x"));
            } else {
                arguments.removeLast();
            }
        }
        return new Call(function, arguments);
    }
}
