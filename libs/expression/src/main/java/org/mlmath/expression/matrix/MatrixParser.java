package org.mlmath.expression.matrix;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.mlmath.expression.Function;
import org.mlmath.expression.matrix.MatrixExpression.Identity;
import org.mlmath.expression.matrix.MatrixExpression.Named;
import org.mlmath.expression.matrix.MatrixExpression.Ones;
import org.mlmath.expression.matrix.MatrixExpression.Reduction;
import org.mlmath.expression.matrix.MatrixExpression.Symbol;
import org.mlmath.expression.matrix.MatrixExpression.Zero;
import org.mlmath.expression.parse.ExpressionSyntaxException;
import org.mlmath.expression.parse.Limits;
import org.mlmath.expression.parse.Range;
import org.mlmath.expression.parse.UnknownNameException;
import org.mlmath.numerics.DimensionMismatchException;
import org.mlmath.numerics.LimitExceededException;
import org.mlmath.numerics.MathException;
import org.mlmath.numerics.NearestName;
import org.mlmath.numerics.exact.Rational;

/**
 * Reads formulas of matrices.
 *
 * <pre>
 * sum     = product {("+" | "-") product}
 * product = unary {["*" | "/" | ".*" | "./"] unary}
 * unary   = "-" unary | postfix
 * postfix = primary {"'" | "^T" | "^" exponent | ".^" exponent}
 * primary = number | symbol | function "(" sum {"," sum} ")" | "(" sum ")" | "||" sum "||"
 * </pre>
 *
 * Shapes are checked as it goes; where two do not fit, the failure names both and the place.
 */
public final class MatrixParser {
    private static final int LENGTH = 2_000;
    private static final int DEPTH = 100;
    private static final int LARGEST_EXPONENT = 20;
    private static final int LARGEST_SIZE = 1_000;

    private static final List<String> OWN_FUNCTIONS = List.of(
            "trace",
            "tr",
            "det",
            "logdet",
            "inv",
            "transpose",
            "norm",
            "sum",
            "dot",
            "diag",
            "logsumexp",
            "softmax",
            "eye",
            "ones",
            "zeros",
            "log");

    private final String text;
    private final Map<String, Symbol> symbols;
    private int at;
    private int depth;

    private MatrixParser(String text, Map<String, Symbol> symbols) {
        this.text = text;
        this.symbols = symbols;
    }

    /**
     * @throws ExpressionSyntaxException where the text is no formula
     * @throws UnknownNameException for a name that is neither a symbol nor a function
     * @throws DimensionMismatchException where shapes do not fit; facts {@code left}, {@code right}, {@code start}, {@code end}
     */
    public static MatrixExpression parse(String text, Map<String, Symbol> symbols) {
        if (text.length() > LENGTH) {
            throw new LimitExceededException(
                            "The expression has %,d characters; the limit is %,d.".formatted(text.length(), LENGTH))
                    .with("limit", LENGTH);
        }
        MatrixParser parser = new MatrixParser(text, symbols);
        MatrixExpression expression = parser.sum();
        parser.skip();
        if (parser.at < text.length()) {
            throw parser.unexpected("an operator or the end");
        }
        return expression;
    }

    private void skip() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private boolean take(String token) {
        skip();
        if (text.startsWith(token, at)) {
            at += token.length();
            return true;
        }
        return false;
    }

    private boolean ahead(String token) {
        skip();
        return text.startsWith(token, at);
    }

    private ExpressionSyntaxException unexpected(String expected) {
        skip();
        boolean end = at >= text.length();
        String found = end ? "the end" : "\"" + text.charAt(at) + "\"";
        return new ExpressionSyntaxException(
                "%s at character %d; expected %s."
                        .formatted(end ? "The end of the text" : "Found " + found, at + 1, expected),
                new Range(at, Math.min(text.length(), at + 1)),
                expected);
    }

    private MatrixExpression sum() {
        if (++depth > DEPTH) {
            throw new LimitExceededException("The expression is nested more than %d levels deep.".formatted(DEPTH))
                    .with("limit", DEPTH);
        }
        skip();
        int start = at;
        MatrixExpression sum = product();
        while (true) {
            skip();
            boolean plus = ahead("+");
            if (!plus && !ahead("-") && !ahead("−")) {
                break;
            }
            at++;
            MatrixExpression term = product();
            requireSame(sum, term, plus ? "add" : "subtract", start);
            sum = plus ? MatrixAlgebra.sum(sum, term) : MatrixAlgebra.subtract(sum, term);
        }
        depth--;
        return sum;
    }

    private void requireSame(MatrixExpression a, MatrixExpression b, String what, int start) {
        if (!a.shape().isScalar() && !b.shape().isScalar() && !a.shape().equals(b.shape())) {
            throw mismatch("Cannot %s %s and %s".formatted(what, a.shape(), b.shape()), a.shape(), b.shape(), start);
        }
    }

    private MathException mismatch(String what, Shape left, Shape right, int start) {
        String part = text.substring(start, at).strip();
        return new DimensionMismatchException(
                        "%s, in \"%s\" at characters %d to %d.".formatted(what, part, start + 1, at))
                .with("left", List.of(left.rows(), left.columns()))
                .with("right", List.of(right.rows(), right.columns()))
                .with("start", start)
                .with("end", at);
    }

    private MatrixExpression product() {
        skip();
        int start = at;
        MatrixExpression product = unary();
        while (true) {
            skip();
            if (take(".*") || take("⊙") || take("∘")) {
                MatrixExpression right = unary();
                requireSame(product, right, "multiply entry by entry", start);
                product = MatrixAlgebra.hadamard(product, right);
            } else if (take("./")) {
                MatrixExpression right = unary();
                requireSame(product, right, "divide entry by entry", start);
                product = MatrixAlgebra.hadamard(
                        spread(product, right), MatrixAlgebra.entryPower(right, Rational.of(-1)));
            } else if (take("/")) {
                int from = at;
                MatrixExpression right = unary();
                if (!right.shape().isScalar()) {
                    throw mismatch(
                            "Cannot divide by %s; use ./ entry by entry, or inv()".formatted(right.shape()),
                            product.shape(),
                            right.shape(),
                            from);
                }
                product = MatrixAlgebra.product(product, MatrixAlgebra.power(right, Rational.of(-1)));
            } else if (take("*") || take("·") || take("@") || startsOperand()) {
                MatrixExpression right = unary();
                boolean fits = product.shape().isScalar()
                        || right.shape().isScalar()
                        || product.shape().columns() == right.shape().rows();
                if (!fits) {
                    throw mismatch(
                            "Cannot multiply %s by %s".formatted(product.shape(), right.shape()),
                            product.shape(),
                            right.shape(),
                            start);
                }
                product = MatrixAlgebra.product(product, right);
            } else {
                return product;
            }
        }
    }

    private static MatrixExpression spread(MatrixExpression a, MatrixExpression beside) {
        return a.shape().isScalar() && !beside.shape().isScalar()
                ? MatrixAlgebra.product(a, new Ones(beside.shape()))
                : a;
    }

    /** Side by side is a product: 2x, x'A x. */
    private boolean startsOperand() {
        return at < text.length()
                && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '(' || text.charAt(at) == '‖');
    }

    private MatrixExpression unary() {
        if (take("-") || take("−")) {
            if (++depth > DEPTH) {
                throw new LimitExceededException("The expression is nested more than %d levels deep.".formatted(DEPTH));
            }
            MatrixExpression negated = MatrixAlgebra.negate(unary());
            depth--;
            return negated;
        }
        return postfix();
    }

    private MatrixExpression postfix() {
        skip();
        int start = at;
        MatrixExpression base = primary();
        while (true) {
            if (at < text.length() && (text.charAt(at) == '\'' || text.charAt(at) == '’' || text.charAt(at) == 'ᵀ')) {
                at++;
                base = MatrixAlgebra.transpose(base);
            } else if (take(".^")) {
                base = MatrixAlgebra.entryPower(base, exponent());
            } else if (take("^") || take("**")) {
                if (take("T") || take("⊤") || take("\\top")) {
                    base = MatrixAlgebra.transpose(base);
                } else {
                    base = power(base, exponent(), start);
                }
            } else if (take("²")) {
                base = power(base, Rational.of(2), start);
            } else {
                return base;
            }
        }
    }

    private MatrixExpression power(MatrixExpression base, Rational exponent, int start) {
        if (base.shape().isScalar()) {
            return MatrixAlgebra.power(base, exponent);
        }
        if (!base.shape().isSquare()) {
            throw mismatch(
                    "Cannot raise %s to a power; use .^ entry by entry, or norm(…)^2".formatted(base.shape()),
                    base.shape(),
                    base.shape(),
                    start);
        }
        if (!exponent.isInteger() || exponent.abs().compareTo(Rational.of(LARGEST_EXPONENT)) > 0) {
            throw new ExpressionSyntaxException(
                    "The power of a matrix must be an integer of at most %d, at character %d."
                            .formatted(LARGEST_EXPONENT, start + 1),
                    new Range(start, at),
                    "an integer");
        }
        int n = exponent.numerator().intValue();
        MatrixExpression factor = n < 0 ? MatrixAlgebra.inverse(base) : base;
        MatrixExpression power = new Identity(base.shape().rows());
        for (int i = 0; i < Math.abs(n); i++) {
            power = MatrixAlgebra.product(power, factor);
        }
        return power;
    }

    private Rational exponent() {
        skip();
        boolean enclosed = take("(") || take("{");
        boolean negative = take("-") || take("−");
        Rational value = digits();
        if (enclosed) {
            if (take("/")) {
                Rational below = digits();
                if (below.signum() == 0) {
                    throw unexpected("a number other than 0");
                }
                value = value.divide(below);
            }
            if (!take(")") && !take("}")) {
                throw unexpected("\")\"");
            }
        }
        return negative ? value.negate() : value;
    }

    private Rational digits() {
        skip();
        int start = at;
        while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
            if (text.charAt(at) == '.' && at + 1 < text.length() && "*/^".indexOf(text.charAt(at + 1)) >= 0) {
                break; // 2.*x
            }
            at++;
        }
        String number = text.substring(start, at);
        if (number.isEmpty() || number.equals(".") || number.indexOf('.') != number.lastIndexOf('.')) {
            at = start;
            throw unexpected("a number");
        }
        if (number.length() > Limits.DIGITS) {
            throw new LimitExceededException(
                    "A number has %d digits; the limit is %d.".formatted(number.length(), Limits.DIGITS));
        }
        int exponentAt = at;
        if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            int end = at + 1;
            if (end < text.length() && "+-".indexOf(text.charAt(end)) >= 0) {
                end++;
            }
            int from = end;
            while (end < text.length() && Character.isDigit(text.charAt(end)) && end - from < 4) {
                end++;
            }
            boolean whole = end > from && (end == text.length() || !Character.isLetter(text.charAt(end)));
            exponentAt = whole ? end : at;
        }
        String scaled = number + text.substring(at, exponentAt);
        at = exponentAt;
        if (Math.abs(new BigDecimal(scaled).scale()) > Limits.EXPONENT) {
            throw new LimitExceededException("The exponent of %s is beyond %d.".formatted(scaled, Limits.EXPONENT));
        }
        return Rational.parse(scaled);
    }

    private MatrixExpression primary() {
        skip();
        if (at >= text.length()) {
            throw unexpected("a symbol, a number or \"(\"");
        }
        char next = text.charAt(at);
        if (Character.isDigit(next) || next == '.') {
            return MatrixAlgebra.number(digits());
        }
        if (take("(")) {
            MatrixExpression inner = sum();
            close(")");
            return inner;
        }
        if (take("||")) {
            MatrixExpression inner = sum();
            close("||");
            return MatrixAlgebra.reduction(Reduction.Kind.NORM, inner);
        }
        if (take("‖")) {
            MatrixExpression inner = sum();
            close("‖");
            return MatrixAlgebra.reduction(Reduction.Kind.NORM, inner);
        }
        if (Character.isLetter(next)) {
            return named();
        }
        throw unexpected("a symbol, a number or \"(\"");
    }

    private void close(String bracket) {
        if (!take(bracket)) {
            throw unexpected("\"" + bracket + "\"");
        }
    }

    private MatrixExpression named() {
        int start = at;
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
            if (text.charAt(at) == 'ᵀ') {
                break;
            }
            at++;
        }
        String name = text.substring(start, at);
        Symbol symbol = symbols.get(name);
        if (symbol != null) {
            return symbol;
        }
        skip();
        if (ahead("(") && (OWN_FUNCTIONS.contains(name) || entrywise(name) != null)) {
            at++;
            return call(name, start);
        }
        if (name.equals("pi") || name.equals("π")) {
            return new Named("pi", "\\pi", Math.PI);
        }
        if (name.equals("e")) {
            return new Named("e", "e", Math.E);
        }
        MatrixExpression split = split(name, start);
        if (split != null) {
            return split;
        }
        TreeSet<String> known = new TreeSet<>(symbols.keySet());
        known.addAll(OWN_FUNCTIONS);
        EntrywiseDerivative.FUNCTIONS.forEach(function -> known.add(function.text()));
        throw new UnknownNameException(
                "\"%s\" is neither among the symbols nor a function".formatted(name),
                name,
                new Range(start, start + name.length()),
                NearestName.of(name, known).orElse(null));
    }

    /** Symbols of one letter written together: Ax is A*x. */
    private MatrixExpression split(String name, int start) {
        List<MatrixExpression> letters = new ArrayList<>();
        for (char letter : name.toCharArray()) {
            Symbol symbol = symbols.get(String.valueOf(letter));
            if (symbol == null) {
                return null;
            }
            letters.add(symbol);
        }
        at = start + 1; // the rest follows side by side
        return letters.getFirst();
    }

    private static Function entrywise(String name) {
        Function function = name.equals("log") ? Function.LN : Function.named(name.toLowerCase(Locale.ROOT));
        return function != null && EntrywiseDerivative.FUNCTIONS.contains(function) ? function : null;
    }

    private MatrixExpression call(String name, int start) {
        if (name.equals("eye") || name.equals("ones") || name.equals("zeros")) {
            return constant(name);
        }
        List<MatrixExpression> arguments = new ArrayList<>();
        do {
            arguments.add(sum());
        } while (take(","));
        close(")");
        int expected = name.equals("dot") ? 2 : 1;
        if (arguments.size() != expected) {
            throw new ExpressionSyntaxException(
                    "%s takes %s, not %d, at character %d."
                            .formatted(
                                    name,
                                    expected == 1 ? "one argument" : "two arguments",
                                    arguments.size(),
                                    start + 1),
                    new Range(start, at),
                    null);
        }
        MatrixExpression a = arguments.getFirst();
        Function function = entrywise(name);
        if (function != null) {
            return MatrixAlgebra.entrywise(function, a);
        }
        return switch (name) {
            case "trace", "tr" -> MatrixAlgebra.reduction(Reduction.Kind.TRACE, square(name, a, start));
            case "det" -> MatrixAlgebra.reduction(Reduction.Kind.DETERMINANT, square(name, a, start));
            case "logdet" ->
                MatrixAlgebra.entrywise(
                        Function.LN, MatrixAlgebra.reduction(Reduction.Kind.DETERMINANT, square(name, a, start)));
            case "inv" -> MatrixAlgebra.inverse(square(name, a, start));
            case "transpose" -> MatrixAlgebra.transpose(a);
            case "norm" -> MatrixAlgebra.reduction(Reduction.Kind.NORM, a);
            case "sum" -> MatrixAlgebra.reduction(Reduction.Kind.SUM, a);
            case "logsumexp" -> MatrixAlgebra.reduction(Reduction.Kind.LOG_SUM_EXP, column(name, a, start));
            case "softmax" -> MatrixAlgebra.softmax(column(name, a, start));
            case "diag" -> MatrixAlgebra.diagonal(column(name, a, start));
            case "dot" -> {
                requireSame(
                        column(name, a, start),
                        column(name, arguments.get(1), start),
                        "take the dot product of",
                        start);
                yield MatrixAlgebra.product(MatrixAlgebra.transpose(a), arguments.get(1));
            }
            default -> throw new IllegalStateException(name);
        };
    }

    private MatrixExpression constant(String name) {
        int from = at;
        Rational rows = digits();
        Rational columns = take(",") ? digits() : name.equals("eye") ? rows : Rational.ONE;
        close(")");
        Rational most = Rational.of(LARGEST_SIZE);
        boolean fits = rows.isInteger()
                && columns.isInteger()
                && rows.signum() > 0
                && columns.signum() > 0
                && rows.compareTo(most) <= 0
                && columns.compareTo(most) <= 0
                && (!name.equals("eye") || rows.equals(columns));
        if (!fits) {
            throw new ExpressionSyntaxException(
                    "%s takes sizes from 1 to %d, at character %d.".formatted(name, LARGEST_SIZE, from + 1),
                    new Range(from, at),
                    "an integer");
        }
        Shape shape = new Shape(rows.numerator().intValue(), columns.numerator().intValue());
        return switch (name) {
            case "eye" -> shape.isScalar() ? MatrixAlgebra.number(1) : new Identity(shape.rows());
            case "ones" -> shape.isScalar() ? MatrixAlgebra.number(1) : new Ones(shape);
            default -> new Zero(shape);
        };
    }

    private MatrixExpression square(String name, MatrixExpression a, int start) {
        if (!a.shape().isSquare()) {
            throw mismatch("%s takes a square matrix, not %s".formatted(name, a.shape()), a.shape(), a.shape(), start);
        }
        return a;
    }

    private MatrixExpression column(String name, MatrixExpression a, int start) {
        if (!a.shape().isColumn()) {
            throw mismatch("%s takes a vector, not %s".formatted(name, a.shape()), a.shape(), a.shape(), start);
        }
        return a;
    }
}
