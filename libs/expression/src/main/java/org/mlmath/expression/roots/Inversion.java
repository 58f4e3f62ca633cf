package org.mlmath.expression.roots;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Call;
import org.mlmath.expression.Expression.Constant;
import org.mlmath.expression.Expression.Negate;
import org.mlmath.expression.Expression.Number;
import org.mlmath.expression.Expression.Power;
import org.mlmath.expression.Expression.Product;
import org.mlmath.expression.Expression.Quotient;
import org.mlmath.expression.Expression.Sum;
import org.mlmath.expression.Expression.Variable;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.Function;
import org.mlmath.expression.simplify.Simplifier;
import org.mlmath.numerics.Deadline;

/**
 * Solutions written down, of equations in which the variable occurs once: what is done to it is undone from the outside inwards.
 * Where several numbers have the same value (a square, a cosine), some of them; whether they are in the domain is not asked.
 */
final class Inversion {
    /** Undoing even powers doubles the solutions. */
    private static final int MOST = 16;

    private final String variable;
    private final Simplifier simplifier;
    private final List<Expression> solutions = new ArrayList<>();

    private Inversion(String variable, Deadline deadline) {
        this.variable = variable;
        this.simplifier = new Simplifier(deadline);
    }

    /** @return numbers at which the function is zero, if their parts are defined; empty where the variable occurs more than once */
    static List<Expression> zeros(Expression function, String variable, Deadline deadline) {
        if (occurrences(function, variable) != 1) {
            return List.of();
        }
        Inversion inversion = new Inversion(variable, deadline);
        inversion.undo(function, Expressions.number(0));
        return inversion.solutions;
    }

    private static int occurrences(Expression expression, String variable) {
        if (expression instanceof Variable(String name)) {
            return name.equals(variable) ? 1 : 0;
        }
        if (expression instanceof Expression.Series) {
            return expression.variables().contains(variable) ? 2 : 0;
        }
        return Expressions.children(expression).stream()
                .mapToInt(child -> occurrences(child, variable))
                .sum();
    }

    private boolean free(Expression expression) {
        return !expression.variables().contains(variable);
    }

    /** Solves expression = value. */
    private void undo(Expression expression, Expression value) {
        switch (expression) {
            case Variable _ -> {
                if (solutions.size() < MOST) {
                    solutions.add(simplifier.simplify(value));
                }
            }
            case Negate(Expression operand) -> undo(operand, simplifier.negate(value));
            case Sum(List<Expression> terms) -> {
                Expression rest = value;
                Expression inner = null;
                for (Expression term : terms) {
                    if (free(term)) {
                        rest = simplifier.subtract(rest, term);
                    } else {
                        inner = term;
                    }
                }
                undo(inner, rest);
            }
            case Product(List<Expression> factors) -> {
                Expression rest = value;
                Expression inner = null;
                for (Expression factor : factors) {
                    if (free(factor)) {
                        rest = simplifier.divide(rest, factor);
                    } else {
                        inner = factor;
                    }
                }
                undo(inner, rest);
            }
            case Quotient(Expression numerator, Expression denominator) -> {
                if (free(denominator)) {
                    undo(numerator, simplifier.multiply(value, denominator));
                } else {
                    undo(denominator, simplifier.divide(numerator, value));
                }
            }
            case Power(Expression base, Expression exponent) -> power(base, exponent, value);
            case Call(Function function, List<Expression> arguments)
            when arguments.size() == 1 -> call(function, arguments.getFirst(), value);
            default -> {}
        }
    }

    private void power(Expression base, Expression exponent, Expression value) {
        if (free(base)) {
            Expression logarithm = call(Function.LN, value);
            undo(exponent, base == Constant.E ? logarithm : simplifier.divide(logarithm, call(Function.LN, base)));
            return;
        }
        if (exponent instanceof Number(BigDecimal size) && size.compareTo(BigDecimal.TWO) == 0) {
            Expression root = call(Function.SQRT, value);
            undo(base, root);
            undo(base, simplifier.negate(root));
        }
    }

    private void call(Function function, Expression argument, Expression value) {
        Function inverse =
                switch (function) {
                    case EXP -> Function.LN;
                    case LN -> Function.EXP;
                    case SINH -> Function.ASINH;
                    case ASINH -> Function.SINH;
                    case TANH -> Function.ATANH;
                    case ATANH -> Function.TANH;
                    case SIN -> Function.ASIN;
                    case ASIN -> Function.SIN;
                    case COS -> Function.ACOS;
                    case ACOS -> Function.COS;
                    case TAN -> Function.ATAN;
                    case ATAN -> Function.TAN;
                    case COSH -> Function.ACOSH;
                    case SIGMOID -> Function.LOGIT;
                    case LOGIT -> Function.SIGMOID;
                    default -> null;
                };
        if (inverse != null) {
            Expression inner = inverse == Function.EXP ? new Power(Constant.E, value) : call(inverse, value);
            undo(argument, inner);
            if (function == Function.COS || function == Function.COSH) {
                undo(argument, simplifier.negate(inner));
            } else if (function == Function.SIN) {
                undo(argument, simplifier.subtract(Constant.PI, inner));
            }
        } else if (function == Function.SQRT) {
            undo(argument, new Power(value, Expressions.number(2)));
        } else if (function == Function.CBRT) {
            undo(argument, new Power(value, Expressions.number(3)));
        } else if (function == Function.ABS) {
            undo(argument, value);
            undo(argument, simplifier.negate(value));
        }
    }

    private Expression call(Function function, Expression argument) {
        return simplifier.simplify(Call.of(function, argument));
    }
}
