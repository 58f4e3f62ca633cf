package org.mlmath.expression.parse;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Call;
import org.mlmath.expression.Expression.Comparison;
import org.mlmath.expression.Expression.Negate;
import org.mlmath.expression.Expression.Power;
import org.mlmath.expression.Expression.Product;
import org.mlmath.expression.Expression.Quotient;
import org.mlmath.expression.Expression.Sum;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.Function;
import org.mlmath.expression.Relation;
import org.mlmath.expression.parse.Token.Kind;

/**
 * Operators, by precedence climbing. From loose to tight:
 *
 * <pre>
 * disjunction = conjunction { "or" conjunction }
 * conjunction = negation { "and" negation }
 * negation    = "not" negation | comparison
 * comparison  = sum { relation sum }                       a &lt; b &lt; c means a &lt; b and b &lt; c
 * sum         = term { ("+" | "-") term }
 * term        = ("+" | "-") term | power { ("*" | "/" | "mod") signed | power }     the last: implicit multiplication
 * signed      = ("+" | "-") signed | power
 * power       = postfix [ "^" signed ]                     from the right
 * postfix     = primary { "!" | superscript }
 * </pre>
 */
final class Operators {
    private static final Map<String, Relation> RELATIONS = Map.of(
            "<", Relation.LESS,
            "<=", Relation.LESS_OR_EQUAL,
            ">", Relation.GREATER,
            ">=", Relation.GREATER_OR_EQUAL,
            "=", Relation.EQUAL,
            "!=", Relation.NOT_EQUAL);

    private final Reading in;
    private final Operands operands;

    Operators(Reading in) {
        this.in = in;
        this.operands = new Operands(in, this);
    }

    Expression disjunction() {
        in.enter();
        int start = in.peek().start();
        List<Expression> operands = new ArrayList<>(List.of(conjunction()));
        while (in.acceptName("or")) {
            operands.add(conjunction());
        }
        in.leave();
        return operands.size() == 1 ? operands.getFirst() : in.at(start, new Call(Function.OR, operands));
    }

    private Expression conjunction() {
        int start = in.peek().start();
        List<Expression> operands = new ArrayList<>(List.of(negation()));
        while (in.acceptName("and")) {
            operands.add(negation());
        }
        return operands.size() == 1 ? operands.getFirst() : in.at(start, new Call(Function.AND, operands));
    }

    private Expression negation() {
        int start = in.peek().start();
        if (in.isName("not") && !in.peek(1).is("(")) {
            in.take();
            in.enter();
            Expression operand = negation();
            in.leave();
            return in.at(start, Call.of(Function.NOT, operand));
        }
        return comparison();
    }

    private Expression comparison() {
        int start = in.peek().start();
        Expression left = sum();
        List<Expression> chain = new ArrayList<>();
        while (in.peek().kind() == Kind.SYMBOL
                && RELATIONS.containsKey(in.peek().text())) {
            Relation relation = RELATIONS.get(in.take().text());
            Expression right = sum();
            chain.add(in.at(start, new Comparison(left, relation, right)));
            left = right;
        }
        return switch (chain.size()) {
            case 0 -> left;
            case 1 -> chain.getFirst();
            default -> in.at(start, new Call(Function.AND, chain));
        };
    }

    private Expression sum() {
        int start = in.peek().start();
        List<Expression> terms = new ArrayList<>(List.of(term()));
        while (in.peek().is("+") || in.peek().is("-")) {
            int sign = in.peek().start();
            boolean minus = in.take().is("-");
            Expression term = term();
            terms.add(minus ? in.at(sign, new Negate(term)) : term);
        }
        return terms.size() == 1 ? terms.getFirst() : in.at(start, new Sum(terms));
    }

    /** A sign before a term is the sign of the whole term: −a·b is −(a·b). */
    Expression term() {
        int start = in.peek().start();
        if (in.peek().is("-") || in.peek().is("+")) {
            boolean minus = in.take().is("-");
            int operand = in.peek().start();
            in.enter();
            Expression term = term();
            in.leave();
            return minus ? negated(start, operand, term) : term;
        }
        List<Expression> factors = new ArrayList<>(List.of(power()));
        List<Expression> together = new ArrayList<>();
        while (true) {
            int position = in.position();
            Conventions.OpenCall open = in.conventions.open(position);
            if (in.startsFactor()) {
                Expression factor = power();
                in.conventions.together(factors.getLast(), factor, position, open);
                factors.add(factor);
                together.add(factor);
                continue;
            }
            in.conventions.divided(start, factors.getFirst(), together);
            together.clear();
            if (in.accept("*")) {
                Expression factor = signed();
                in.conventions.reaches(open, factor, false);
                factors.add(factor);
            } else if (in.accept("/")) {
                Expression denominator = signed();
                in.conventions.reaches(open, denominator, true);
                Expression quotient = in.at(start, new Quotient(product(start, factors), denominator));
                factors = new ArrayList<>(List.of(quotient));
            } else if (in.startsModulus()) {
                in.take();
                Expression divisor = signed();
                factors =
                        new ArrayList<>(List.of(in.at(start, Call.of(Function.MOD, product(start, factors), divisor))));
            } else {
                return product(start, factors);
            }
        }
    }

    private Expression negated(int start, int operandStart, Expression operand) {
        in.conventions.negated(start, operandStart, operand);
        return in.at(start, new Negate(operand));
    }

    Expression product(int start, List<Expression> factors) {
        return factors.size() == 1 ? factors.getFirst() : in.at(start, new Product(factors));
    }

    private Expression signed() {
        int start = in.peek().start();
        if (in.peek().is("-") || in.peek().is("+")) {
            boolean minus = in.take().is("-");
            int operandStart = in.peek().start();
            in.enter();
            Expression operand = signed();
            in.leave();
            return minus ? negated(start, operandStart, operand) : operand;
        }
        return power();
    }

    Expression power() {
        int start = in.peek().start();
        Expression base = postfix();
        if (!in.accept("^")) {
            return base;
        }
        in.enter();
        int exponentStart = in.peek().start();
        Expression exponent = signed();
        in.leave();
        in.conventions.tower(start, base, exponent, exponentStart);
        return in.at(start, new Power(base, exponent));
    }

    /** What LaTeX raises above a sign: braces, or a single symbol. */
    Expression bound() {
        return operands.primary();
    }

    private Expression postfix() {
        int start = in.peek().start();
        Expression operand = operands.primary();
        boolean factorial = false;
        while (true) {
            if (in.peek().is("!")) {
                if (factorial) {
                    throw new ExpressionSyntaxException(
                            "The double factorial is not part of the language; write (n!)! for the factorial of a factorial.",
                            in.peek().range(),
                            "an operator");
                }
                in.take();
                factorial = true;
                operand = in.at(start, Call.of(Function.FACTORIAL, operand));
            } else if (in.peek().kind() == Kind.SUPERSCRIPT) {
                factorial = false;
                operand = in.at(start, new Power(operand, superscript()));
            } else {
                return operand;
            }
        }
    }

    Expression superscript() {
        Token token = in.take();
        return in.at(token.start(), Expressions.number(new BigDecimal(token.text())));
    }
}
