package org.mlmath.expression.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Branch;
import org.mlmath.expression.Expression.Call;
import org.mlmath.expression.Expression.Negate;
import org.mlmath.expression.Expression.Piecewise;
import org.mlmath.expression.Expression.Power;
import org.mlmath.expression.Expression.Quotient;
import org.mlmath.expression.Expression.Series;
import org.mlmath.expression.Expression.Sum;
import org.mlmath.expression.Expressions;
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
        return in.inside(in.take(), () -> {
            List<Expression> arguments = new ArrayList<>();
            if (!in.peek().is(")")) {
                do {
                    arguments.add(operators.disjunction());
                } while (in.accept(",") || in.accept(";"));
            }
            return arguments;
        });
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
        if (token.text().equals("Piecewise") && in.peek(1).is("(")) {
            return pairs(token);
        }
        List<Expression> arguments = arguments();
        int size = arguments.size();
        return in.at(
                token.start(),
                switch (form) {
                    case "rational" -> {
                        in.require(token, size == 2, "two arguments", size);
                        yield new Quotient(arguments.get(0), arguments.get(1));
                    }
                    case "square", "exp2" -> {
                        in.require(token, size == 1, "one argument", size);
                        Expression two = Expressions.number(2);
                        yield form.equals("square")
                                ? new Power(arguments.getFirst(), two)
                                : new Power(two, arguments.getFirst());
                    }
                    case "clip", "clamp" -> {
                        in.require(token, size == 3, "a number and two bounds", size);
                        yield Call.of(
                                Function.MIN,
                                Call.of(Function.MAX, arguments.get(0), arguments.get(1)),
                                arguments.get(2));
                    }
                    case "pow", "power" -> {
                        in.require(token, size == 2, "two arguments", size);
                        yield new Power(arguments.get(0), arguments.get(1));
                    }
                    case "lg" -> {
                        in.require(token, size == 1, "one argument", size);
                        yield new Call(Function.LOG10, arguments);
                    }
                    case "log" -> {
                        in.require(token, size == 1 || size == 2, "one or two arguments", size);
                        if (size == 1) {
                            in.conventions.logarithm(token);
                        }
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

    /** As SymPy writes it: the value, then the condition, each pair in parentheses. */
    private Expression pairs(Token token) {
        return in.inside(in.take(), () -> {
            List<Branch> branches = new ArrayList<>();
            Expression otherwise = null;
            do {
                Token open = in.peek();
                in.expect("(");
                Branch branch = in.inside(open, () -> {
                    Expression value = operators.disjunction();
                    in.expect(",");
                    return new Branch(operators.disjunction(), value);
                });
                if (otherwise == null && branch.condition().equals(Expressions.number(1)) && !branches.isEmpty()) {
                    otherwise = branch.value();
                } else if (otherwise == null) {
                    branches.add(branch);
                }
            } while (in.accept(","));
            return in.at(token.start(), new Piecewise(branches, otherwise));
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
        return in.inside(open, () -> {
            Token index = index(token);
            in.expect(",");
            Expression from = operators.disjunction();
            in.expect(",");
            Expression to = operators.disjunction();
            in.expect(",");
            return series(token, kind, index, from, to, operators::disjunction);
        });
    }

    private Token index(Token token) {
        Token index = in.peek();
        boolean separated = in.peek(1).is(",") || in.peek(1).is("=");
        if (index.kind() != Kind.NAME || Vocabulary.constant(index.text()) != null || !separated) {
            throw new ExpressionSyntaxException(
                    "%s needs an index, its bounds and the term, as in %s(i, 1, n, i^2)."
                            .formatted(token.text(), token.text()),
                    index.range(),
                    "an index and a comma");
        }
        if (Vocabulary.taken(index.text())) {
            throw new ExpressionSyntaxException(
                    "\"%s\" is a function; an index needs another name.".formatted(index.text()),
                    index.range(),
                    "the name of a variable");
        }
        return in.take();
    }

    /** {@code \\sum_{i=1}^{n} i^2}: as far as a term reaches. */
    Expression latexSeries(Token token) {
        Series.Kind kind = token.text().equals("\\sum") ? Series.Kind.SUM : Series.Kind.PRODUCT;
        in.enter();
        in.expect("_");
        Token open = in.peek();
        in.expect("{");
        Token index = index(token);
        in.expect("=");
        Expression from = operators.disjunction();
        in.close(open);
        in.expect("^");
        Expression to = operators.bound();
        Expression series = series(token, kind, index, from, to, operators::term);
        in.leave();
        return series;
    }

    private Expression series(
            Token token, Series.Kind kind, Token index, Expression from, Expression to, Supplier<Expression> term) {
        String name = index.text();
        for (Expression bound : List.of(from, to)) {
            if (bound.variables().contains(name)) {
                throw new ExpressionSyntaxException(
                        "The bounds of a %s cannot contain its own index %s.".formatted(kind.text(), name),
                        in.ranges.getOrDefault(bound, index.range()),
                        "bounds without " + name);
            }
        }
        in.scope.indices.push(name);
        Expression body = term.get();
        in.scope.indices.pop();
        return in.at(token.start(), new Series(kind, name, from, to, body));
    }

    /** The value, then the condition, row by row; the last row may hold otherwise. */
    Expression cases() {
        Token open = in.take();
        int bars = in.openBars;
        in.openBars = 0;
        List<Branch> branches = new ArrayList<>();
        Expression otherwise = null;
        while (otherwise == null && !in.peek().is("\\end{cases}")) {
            Expression value = operators.disjunction();
            in.accept(",");
            in.expect("&");
            boolean named = in.acceptName("if") || in.acceptName("for") || in.acceptName("when");
            if (!named && (in.acceptName("otherwise") || in.acceptName("else"))) {
                otherwise = value;
            } else {
                branches.add(new Branch(operators.disjunction(), value));
            }
            if (!in.accept("\\\\") && !in.peek().is("\\end{cases}")) {
                throw in.unexpected("the end of the row");
            }
        }
        in.expect("\\end{cases}");
        in.openBars = bars;
        if (branches.isEmpty()) {
            throw new ExpressionSyntaxException("The cases hold no condition.", open.range(), "a value & a condition");
        }
        return in.at(open.start(), new Piecewise(branches, otherwise));
    }
}
