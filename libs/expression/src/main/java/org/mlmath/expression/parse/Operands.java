package org.mlmath.expression.parse;

import java.math.BigDecimal;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Call;
import org.mlmath.expression.Expression.Negate;
import org.mlmath.expression.Expression.Number;
import org.mlmath.expression.Expression.Quotient;
import org.mlmath.expression.Expression.Variable;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.Function;
import org.mlmath.expression.Greek;

/** What operators stand between: numbers, names, brackets, roots and fractions. */
final class Operands {
    private final Reading in;
    private final Operators operators;
    private final Calls calls;
    private final Prefixes prefixes;

    Operands(Reading in, Operators operators) {
        this.in = in;
        this.operators = operators;
        this.calls = new Calls(in, operators);
        this.prefixes = new Prefixes(in, operators, this);
    }

    Expression primary() {
        Token token = in.peek();
        return switch (token.kind()) {
            case NUMBER -> number(in.take());
            case NAME -> name(in.take());
            case SYMBOL -> {
                if (token.is("(") || token.is("{")) {
                    yield parenthesised();
                }
                if (token.is("|")) {
                    yield absolute();
                }
                if (token.is("⌊") || token.is("⌈")) {
                    in.take();
                    Expression inside = in.inside(token, operators::disjunction);
                    Function function = token.is("⌊") ? Function.FLOOR : Function.CEIL;
                    yield in.at(token.start(), Call.of(function, inside));
                }
                if (token.is("\\begin{cases}")) {
                    yield calls.cases();
                }
                if (token.is("[") || token.is("\\begin{matrix}")) {
                    throw ArrayLiteral.misplaced(in, token);
                }
                throw in.unexpected("a number, a name or an opening parenthesis");
            }
            case SUPERSCRIPT, END -> throw in.unexpected("a number, a name or an opening parenthesis");
        };
    }

    private Expression number(Token token) {
        return in.at(token.start(), new Number(new BigDecimal(token.text())));
    }

    Expression parenthesised() {
        return in.inside(in.take(), operators::disjunction);
    }

    private Expression absolute() {
        Token open = in.take();
        in.openBars++;
        Expression inside = operators.disjunction();
        in.openBars--;
        if (!in.accept("|")) {
            throw in.missing("|", open);
        }
        return in.at(open.start(), Call.of(Function.ABS, inside));
    }

    private Expression name(Token token) {
        String name = token.text();
        switch (name) {
            case "√" -> {
                return radical(token, Function.SQRT);
            }
            case "∛" -> {
                return radical(token, Function.CBRT);
            }
            case "\\sqrt" -> {
                return latexRoot(token);
            }
            case "\\frac" -> {
                Expression numerator = braced();
                return in.at(token.start(), new Quotient(numerator, braced()));
            }
            case "\\binom" -> {
                Expression above = braced();
                return in.at(token.start(), Call.of(Function.BINOMIAL, above, braced()));
            }
            case "\\sum", "\\prod" -> {
                return calls.latexSeries(token);
            }
            default -> {}
        }
        boolean listed = in.scope.known(name);
        boolean called =
                in.peek().is("(") || (in.peek().is("{") && token.text().length() > 1 && Vocabulary.knows(name));
        if (listed && !called) {
            return variable(token);
        }
        if (Vocabulary.constant(name) != null && !listed) {
            if (in.peek().is("(") && in.peek(1).is(")")) { // PI() in spreadsheets
                in.take();
                in.take();
            }
            return Vocabulary.constant(name);
        }
        if (!listed && (name.equals("True") || name.equals("False"))) {
            return in.at(token.start(), Expressions.number(name.equals("True") ? 1 : 0));
        }
        if (called && Vocabulary.form(name) != null) {
            return calls.form(token);
        }
        Function function = Vocabulary.function(name);
        if (function != null && called && !(listed && name.length() == 1)) {
            return calls.call(token, function, calls.arguments());
        }
        if (name.startsWith("log_") && !listed) {
            return prefixes.logarithmToBase(token);
        }
        if (Vocabulary.prefix(name) && !listed) {
            return prefixes.prefixed(token);
        }
        if (called
                && !listed
                && name.length() > 1
                && name.chars().allMatch(Character::isLetter)
                && !Greek.isName(name)) {
            if (in.peek(1).is("[")) {
                throw ArrayLiteral.misplaced(in, in.peek(1));
            }
            throw new UnknownNameException(
                    "\"%s\" at position %d is not a function".formatted(name, token.start()),
                    name,
                    token.range(),
                    Vocabulary.nearest(name));
        }
        if (function != null && !called && !Greek.isName(name) && in.scope.variables == null) {
            throw new ExpressionSyntaxException(
                    "\"%s\" is a function of %s and needs them in parentheses.".formatted(name, function.arity()),
                    token.range(),
                    "( after " + name);
        }
        return variable(token);
    }

    Expression variable(Token token) {
        String name = token.text();
        boolean listed = in.scope.known(name);
        in.scope.require(token);
        String meant = listed ? null : Vocabulary.runTogether(name);
        if (meant != null) {
            throw new UnknownNameException(
                    "\"%s\" at position %d reads as one name".formatted(name, token.start()),
                    name,
                    token.range(),
                    meant);
        }
        if (!listed
                && name.length() > 1
                && name.length() < 4
                && name.chars().allMatch(Character::isLetter)
                && !Greek.isName(name)) {
            in.conventions.name(token);
        }
        return in.at(token.start(), new Variable(name));
    }

    private Expression radical(Token token, Function function) {
        in.enter();
        Expression operand = startsSigned() ? signedPrimary() : primary();
        in.leave();
        return in.at(token.start(), Call.of(function, operand));
    }

    private boolean startsSigned() {
        return in.peek().is("-");
    }

    private Expression signedPrimary() {
        int start = in.take().start();
        return in.at(start, new Negate(primary()));
    }

    private Expression latexRoot(Token token) {
        if (in.peek().is("[")) {
            Expression order = in.inside(in.take(), operators::disjunction);
            return in.at(token.start(), Call.of(Function.ROOT, braced(), order));
        }
        return in.at(token.start(), Call.of(Function.SQRT, braced()));
    }

    /** One argument of a LaTeX command: {…}, or a single symbol. */
    private Expression braced() {
        in.enter();
        Expression argument = primary();
        in.leave();
        return argument;
    }
}
