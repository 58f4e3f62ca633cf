package org.mlmath.expression.parse;

import java.util.ArrayList;
import java.util.List;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Branch;
import org.mlmath.expression.Expression.Call;
import org.mlmath.expression.Expression.Negate;
import org.mlmath.expression.Expression.Piecewise;
import org.mlmath.expression.Expression.Power;
import org.mlmath.expression.Expression.Quotient;
import org.mlmath.expression.Expression.Series;
import org.mlmath.expression.Expression.Sum;
import org.mlmath.expression.Function;
import org.mlmath.expression.parse.Token.Kind;

/** Functions with their argument lists, and what is written like one: branches, sums over ranges. */
final class Calls {
    private final Reading in;
    private final Operators operators;

    Calls(Reading in, Operators operators) {
        this.in = in;
        this.operators = operators;
    }

    List<Expression> arguments() {
        Token open = in.take();
        int bars = in.openBars;
        in.openBars = 0;
        List<Expression> arguments = new ArrayList<>();
        if (!in.peek().is(")")) {
            do {
                arguments.add(operators.disjunction());
            } while (in.accept(",") || in.accept(";"));
        }
        in.close(open);
        in.openBars = bars;
        return arguments;
    }

    Expression call(Token token, Function function, List<Expression> arguments) {
        boolean scaled = (function == Function.NORMALPDF || function == Function.NORMALCDF) && arguments.size() == 3;
        if (scaled) {
            return normal(token, function, arguments);
        }
        if (!function.accepts(arguments.size())) {
            throw in.wrongNumber(token, function.arity(), arguments.size());
        }
        return in.at(token.start(), new Call(function, arguments));
    }

    /** The density and probability of a normal distribution by those of the standard one. */
    private Expression normal(Token token, Function function, List<Expression> arguments) {
        Expression deviation = arguments.get(2);
        Expression centred = new Sum(List.of(arguments.get(0), new Negate(arguments.get(1))));
        Expression standard = in.at(token.start(), Call.of(function, new Quotient(centred, deviation)));
        return function == Function.NORMALPDF ? in.at(token.start(), new Quotient(standard, deviation)) : standard;
    }

    Expression form(Token token) {
        String form = Vocabulary.form(token.text());
        if (form.equals("sum") || form.equals("prod") || form.equals("product")) {
            return series(token, form.equals("sum") ? Series.Kind.SUM : Series.Kind.PRODUCT);
        }
        List<Expression> arguments = arguments();
        int size = arguments.size();
        return in.at(
                token.start(),
                switch (form) {
                    case "pow" -> {
                        in.require(token, size == 2, "two arguments", size);
                        yield new Power(arguments.get(0), arguments.get(1));
                    }
                    case "lg" -> {
                        in.require(token, size == 1, "one argument", size);
                        yield new Call(Function.LOG10, arguments);
                    }
                    case "log" -> {
                        in.require(token, size == 1 || size == 2, "one or two arguments", size);
                        yield new Call(size == 1 ? Function.LN : Function.LOG, arguments);
                    }
                    case "piecewise" -> {
                        in.require(token, size >= 2, "conditions and values in turn, and what holds otherwise", size);
                        yield piecewise(arguments);
                    }
                    default -> {
                        in.require(
                                token, size == 2 || size == 3, "a condition, a value and what holds otherwise", size);
                        yield piecewise(arguments);
                    }
                });
    }

    private static Piecewise piecewise(List<Expression> arguments) {
        List<Branch> branches = new ArrayList<>();
        for (int i = 0; i + 1 < arguments.size(); i += 2) {
            branches.add(new Branch(arguments.get(i), arguments.get(i + 1)));
        }
        return new Piecewise(branches, arguments.size() % 2 == 1 ? arguments.getLast() : null);
    }

    private Expression series(Token token, Series.Kind kind) {
        Token open = in.take();
        int bars = in.openBars;
        in.openBars = 0;
        Token index = in.peek();
        boolean name = index.kind() == Kind.NAME
                && Vocabulary.constant(index.text()) == null
                && in.peek(1).is(",");
        if (!name) {
            throw new ExpressionSyntaxException(
                    "%s needs an index, its bounds and the term, as in %s(i, 1, n, i^2)."
                            .formatted(token.text(), token.text()),
                    index.range(),
                    "an index and a comma");
        }
        in.take();
        in.expect(",");
        Expression from = operators.disjunction();
        in.expect(",");
        Expression to = operators.disjunction();
        in.expect(",");
        for (Expression bound : List.of(from, to)) {
            if (bound.variables().contains(index.text())) {
                throw new ExpressionSyntaxException(
                        "The bounds of a %s cannot contain its own index %s.".formatted(kind.text(), index.text()),
                        in.ranges.getOrDefault(bound, index.range()),
                        "bounds without " + index.text());
            }
        }
        in.scope.indices.push(index.text());
        Expression body = operators.disjunction();
        in.scope.indices.pop();
        in.close(open);
        in.openBars = bars;
        return in.at(token.start(), new Series(kind, index.text(), from, to, body));
    }
}
