package org.mlmath.expression.print;

import java.math.BigDecimal;
import java.util.List;
import org.mlmath.expression.Expression;
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
import org.mlmath.expression.Function;
import org.mlmath.expression.Relation;

/**
 * Canonical text: every operator written, parentheses only where the grammar needs them. Reading it gives an equal tree; SymPy and
 * NumPy users read it too, but for {@code ^}.
 */
public final class Text {
    /** How tightly a node holds together; a part looser than its place demands is put in parentheses. */
    private static final int LOGIC = 0;

    private static final int COMPARISON = 1;
    private static final int SUM = 2;
    /** A negated term, allowed as a term but not as a factor. */
    private static final int TERM = 3;

    private static final int PRODUCT = 4;
    private static final int POWER = 5;
    private static final int ATOM = 6;

    private final StringBuilder out = new StringBuilder();

    private Text() {}

    public static String of(Expression expression) {
        Text text = new Text();
        text.print(expression, LOGIC);
        return text.out.toString();
    }

    private static int tightness(Expression expression) {
        return switch (expression) {
            case Number _, Constant _, Variable _, Series _, Piecewise _ -> ATOM;
            case Call(Function function, List<Expression> _) ->
                function == Function.AND || function == Function.OR ? LOGIC : ATOM;
            case Comparison _ -> COMPARISON;
            case Sum _ -> SUM;
            case Negate _ -> TERM;
            case Product _, Quotient _ -> PRODUCT;
            case Power _ -> POWER;
        };
    }

    private void print(Expression expression, int least) {
        if (tightness(expression) < least) {
            out.append('(');
            print(expression);
            out.append(')');
        } else {
            print(expression);
        }
    }

    private void print(Expression expression) {
        switch (expression) {
            case Number(BigDecimal value) -> out.append(digits(value));
            case Constant constant -> out.append(constant.text());
            case Variable(String name) -> out.append(name);
            case Negate(Expression operand) -> {
                out.append('-');
                print(operand, operand instanceof Negate ? ATOM : PRODUCT);
            }
            case Sum(List<Expression> terms) -> sum(terms);
            case Product(List<Expression> factors) -> {
                for (int i = 0; i < factors.size(); i++) {
                    out.append(i == 0 ? "" : "*");
                    // A first factor that is itself a product would be taken into this one; a quotient would not.
                    Expression factor = factors.get(i);
                    print(factor, i == 0 && factor instanceof Quotient ? PRODUCT : POWER);
                }
            }
            case Quotient(Expression numerator, Expression denominator) -> {
                print(numerator, PRODUCT);
                out.append('/');
                print(denominator, POWER);
            }
            case Power(Expression base, Expression exponent) -> {
                print(base, ATOM);
                out.append('^');
                boolean sign = exponent instanceof Negate(Expression operand) && tightness(operand) == ATOM;
                print(exponent, sign ? TERM : POWER);
            }
            case Call(Function function, List<Expression> arguments) -> call(function, arguments);
            case Comparison(Expression left, Relation relation, Expression right) -> {
                print(left, SUM);
                out.append(' ').append(relation.text()).append(' ');
                print(right, SUM);
            }
            case Piecewise piecewise -> piecewise(piecewise);
            case Series(Series.Kind kind, String index, Expression from, Expression to, Expression body) -> {
                out.append(kind.text()).append('(').append(index).append(", ");
                print(from, LOGIC);
                out.append(", ");
                print(to, LOGIC);
                out.append(", ");
                print(body, LOGIC);
                out.append(')');
            }
        }
    }

    private void sum(List<Expression> terms) {
        for (int i = 0; i < terms.size(); i++) {
            if (i > 0 && terms.get(i) instanceof Negate(Expression operand)) {
                out.append(" - ");
                print(operand, operand instanceof Negate ? ATOM : PRODUCT);
            } else {
                out.append(i == 0 ? "" : " + ");
                print(terms.get(i), TERM);
            }
        }
    }

    private void call(Function function, List<Expression> arguments) {
        switch (function) {
            case AND, OR -> {
                for (int i = 0; i < arguments.size(); i++) {
                    out.append(i == 0 ? "" : " " + function.text() + " ");
                    print(arguments.get(i), COMPARISON);
                }
            }
            case FACTORIAL -> {
                // (x!)! and (x^2)!: a second mark or a power would be read differently
                print(arguments.getFirst(), ATOM + (postfixed(arguments.getFirst()) ? 1 : 0));
                out.append('!');
            }
            default -> {
                out.append(function.text()).append('(');
                for (int i = 0; i < arguments.size(); i++) {
                    out.append(i == 0 ? "" : ", ");
                    print(arguments.get(i), LOGIC);
                }
                out.append(')');
            }
        }
    }

    private static boolean postfixed(Expression expression) {
        return expression instanceof Call(Function function, List<Expression> _) && function == Function.FACTORIAL;
    }

    private void piecewise(Piecewise piecewise) {
        boolean single = piecewise.branches().size() == 1;
        out.append(single ? "if(" : "piecewise(");
        String comma = "";
        for (Branch branch : piecewise.branches()) {
            out.append(comma);
            print(branch.condition(), LOGIC);
            out.append(", ");
            print(branch.value(), LOGIC);
            comma = ", ";
        }
        if (piecewise.otherwise() != null) {
            out.append(", ");
            print(piecewise.otherwise(), LOGIC);
        }
        out.append(')');
    }

    /** Plain digits for ordinary sizes, an exponent beyond. */
    static String digits(BigDecimal value) {
        int magnitude = value.precision() - value.scale();
        if (magnitude > 21 || magnitude < -5) {
            return value.unscaledValue().toString() + (value.scale() == 0 ? "" : "e" + -value.scale());
        }
        return value.toPlainString();
    }
}
