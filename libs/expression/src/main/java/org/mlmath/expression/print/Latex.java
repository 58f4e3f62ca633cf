package org.mlmath.expression.print;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
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
import org.mlmath.expression.Greek;
import org.mlmath.expression.Relation;

/** LaTeX for mathematics mode, as a book would set it: fractions, roots, raised exponents, products without a sign where they can be. */
public final class Latex {
    private static final int LOOSE = 0;
    private static final int SUM = 1;
    private static final int TERM = 2;
    private static final int PRODUCT = 3;
    private static final int POWER = 4;
    private static final int ATOM = 5;

    private Latex() {}

    public static String of(Expression expression) {
        return print(expression);
    }

    /** @return a variable's name: Greek letters as such, longer names upright, digits behind a letter lowered */
    public static String variable(String name) {
        int underscore = name.indexOf('_');
        String letter = underscore < 0 ? name : name.substring(0, underscore);
        String subscript = underscore < 0 ? "" : name.substring(underscore + 1).replace('_', ',');
        String stem = withoutDigits(letter);
        if (stem.length() == 1 || Greek.isName(stem)) {
            subscript = letter.substring(stem.length())
                    + (stem.equals(letter) || subscript.isEmpty() ? "" : ",")
                    + subscript;
            letter = stem;
        }
        String body;
        if (Greek.hasLatex(letter)) {
            body = "\\" + letter;
        } else {
            body = letter.length() == 1 ? letter : "\\mathrm{" + letter + "}";
        }
        if (subscript.isEmpty()) {
            return body;
        }
        return body + "_{" + (subscript.matches("[\\d,]+|.") ? subscript : "\\mathrm{" + subscript + "}") + "}";
    }

    /** @return a name up to the digits at its end */
    private static String withoutDigits(String name) {
        int end = name.length();
        while (end > 0 && name.charAt(end - 1) >= '0' && name.charAt(end - 1) <= '9') {
            end--;
        }
        return name.substring(0, end);
    }

    /** @return a double by its shortest digits */
    public static String number(double value) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "\\text{undefined}" : value > 0 ? "\\infty" : "-\\infty";
        }
        BigDecimal digits = new BigDecimal(Double.toString(Math.abs(value)));
        return (value < 0 ? "-" : "") + number(digits.signum() == 0 ? BigDecimal.ZERO : digits.stripTrailingZeros());
    }

    private static int tightness(Expression expression) {
        return switch (expression) {
            case Constant _, Variable _ -> ATOM;
            case Number(BigDecimal value) -> Text.digits(value).contains("e") ? PRODUCT : ATOM;
            case Comparison _ -> LOOSE;
            case Piecewise _ -> ATOM;
            case Series _, Sum _ -> SUM;
            case Negate _ -> TERM;
            case Product _ -> PRODUCT;
            case Quotient _ -> POWER;
            case Power _ -> POWER;
            case Call(Function function, List<Expression> _) ->
                switch (function) {
                    case AND, OR, NOT -> LOOSE;
                    case SQRT, CBRT, ROOT, FACTORIAL -> POWER;
                    case EXP -> POWER;
                    default -> ATOM;
                };
        };
    }

    private static String print(Expression expression, int least) {
        return tightness(expression) < least ? parentheses(print(expression)) : print(expression);
    }

    private static String parentheses(String inside) {
        return "\\left(" + inside + "\\right)";
    }

    private static String print(Expression expression) {
        return switch (expression) {
            case Number(BigDecimal value) -> number(value);
            case Constant constant -> constant.latex();
            case Variable(String name) -> variable(name);
            case Negate(Expression operand) -> "-" + print(operand, PRODUCT);
            case Sum(List<Expression> terms) -> sum(terms);
            case Product(List<Expression> factors) -> product(factors);
            case Quotient(Expression numerator, Expression denominator) ->
                "\\frac{" + print(numerator) + "}{" + print(denominator) + "}";
            case Power(Expression base, Expression exponent) -> power(base, exponent);
            case Call(Function function, List<Expression> arguments) -> call(function, arguments);
            case Comparison(Expression left, Relation relation, Expression right) ->
                print(left, SUM) + " " + relation.latex() + " " + print(right, SUM);
            case Piecewise piecewise -> piecewise(piecewise);
            case Series(Series.Kind kind, String index, Expression from, Expression to, Expression body) ->
                kind.latex() + "_{" + variable(index) + "=" + print(from) + "}^{" + print(to) + "} "
                        + print(body, PRODUCT);
        };
    }

    private static String number(BigDecimal value) {
        String digits = Text.digits(value);
        int e = digits.indexOf('e');
        return e < 0 ? digits : digits.substring(0, e) + " \\cdot 10^{" + digits.substring(e + 1) + "}";
    }

    private static String sum(List<Expression> terms) {
        StringBuilder out = new StringBuilder(print(terms.getFirst(), TERM));
        for (Expression term : terms.subList(1, terms.size())) {
            if (term instanceof Negate(Expression operand)) {
                out.append(" - ").append(print(operand, PRODUCT));
            } else {
                out.append(" + ").append(print(term, TERM));
            }
        }
        return out.toString();
    }

    private static String product(List<Expression> factors) {
        StringBuilder out =
                new StringBuilder(print(factors.getFirst(), PRODUCT + (factors.getFirst() instanceof Product ? 1 : 0)));
        for (Expression factor : factors.subList(1, factors.size())) {
            String next = print(factor, POWER);
            // Two numbers side by side would read as one.
            out.append(Character.isDigit(next.charAt(0)) || next.startsWith("\\frac") ? " \\cdot " : " ")
                    .append(next);
        }
        return out.toString();
    }

    private static String power(Expression base, Expression exponent) {
        if (base instanceof Call(Function function, List<Expression> arguments)
                && function.unary()
                && !(exponent instanceof Negate)
                && named(function)) {
            return function.latex() + "^{" + print(exponent) + "}" + parentheses(print(arguments.getFirst()));
        }
        return print(base, ATOM) + "^{" + print(exponent) + "}";
    }

    private static boolean named(Function function) {
        return switch (function) {
            case ABS, SQRT, CBRT, FACTORIAL, FLOOR, CEIL, EXP, LOG10, LOG2, NOT -> false;
            default -> true;
        };
    }

    /** Every argument is printed once: twice at each level would take forever on a deep formula. */
    private static String call(Function function, List<Expression> arguments) {
        switch (function) {
            case FACTORIAL -> {
                return print(arguments.getFirst(), ATOM) + "!";
            }
            case MOD -> {
                return print(arguments.get(0), POWER) + " \\bmod " + print(arguments.get(1), POWER);
            }
            case AND -> {
                return infix(arguments, " \\land ");
            }
            case OR -> {
                return infix(arguments, " \\lor ");
            }
            case NOT -> {
                return "\\lnot " + print(arguments.getFirst(), SUM);
            }
            default -> {}
        }
        List<String> printed = arguments.stream().map(Latex::print).toList();
        String first = printed.getFirst();
        return switch (function) {
            case ABS -> "\\left|" + first + "\\right|";
            case FLOOR -> "\\left\\lfloor " + first + " \\right\\rfloor";
            case CEIL -> "\\left\\lceil " + first + " \\right\\rceil";
            case SQRT -> "\\sqrt{" + first + "}";
            case CBRT -> "\\sqrt[3]{" + first + "}";
            case ROOT -> "\\sqrt[" + printed.get(1) + "]{" + first + "}";
            case EXP -> "e^{" + first + "}";
            case LOG -> "\\log_{" + printed.get(1) + "}" + parentheses(first);
            case LOG10 -> "\\log_{10}" + parentheses(first);
            case LOG2 -> "\\log_{2}" + parentheses(first);
            case BINOMIAL -> "\\binom{" + first + "}{" + printed.get(1) + "}";
            case POLYGAMMA -> "\\psi^{(" + first + ")}" + parentheses(printed.get(1));
            case BETA -> "\\mathrm{B}" + parentheses(first + ", " + printed.get(1));
            case NORMALPDF -> "\\varphi" + parentheses(first);
            case NORMALCDF -> "\\Phi" + parentheses(first);
            default -> function.latex() + parentheses(String.join(", ", printed));
        };
    }

    private static String infix(List<Expression> operands, String operator) {
        return operands.stream()
                .map(operand ->
                        operand instanceof Call(Function _, List<Expression> _) ? print(operand, SUM) : print(operand))
                .collect(Collectors.joining(operator));
    }

    private static String piecewise(Piecewise piecewise) {
        StringBuilder out = new StringBuilder("\\begin{cases} ");
        for (Branch branch : piecewise.branches()) {
            out.append(print(branch.value()))
                    .append(" & \\text{if } ")
                    .append(print(branch.condition()))
                    .append(" \\\\ ");
        }
        if (piecewise.otherwise() != null) {
            out.append(print(piecewise.otherwise())).append(" & \\text{otherwise} ");
        }
        return out.append("\\end{cases}").toString();
    }
}
