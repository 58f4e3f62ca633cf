package org.mlmath.expression.matrix;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.mlmath.expression.Function;
import org.mlmath.expression.matrix.MatrixExpression.Diagonal;
import org.mlmath.expression.matrix.MatrixExpression.Entrywise;
import org.mlmath.expression.matrix.MatrixExpression.Factor;
import org.mlmath.expression.matrix.MatrixExpression.Hadamard;
import org.mlmath.expression.matrix.MatrixExpression.Identity;
import org.mlmath.expression.matrix.MatrixExpression.Inverse;
import org.mlmath.expression.matrix.MatrixExpression.Named;
import org.mlmath.expression.matrix.MatrixExpression.Ones;
import org.mlmath.expression.matrix.MatrixExpression.Product;
import org.mlmath.expression.matrix.MatrixExpression.Reduction;
import org.mlmath.expression.matrix.MatrixExpression.Softmax;
import org.mlmath.expression.matrix.MatrixExpression.Sum;
import org.mlmath.expression.matrix.MatrixExpression.Symbol;
import org.mlmath.expression.matrix.MatrixExpression.Transpose;
import org.mlmath.expression.matrix.MatrixExpression.Zero;
import org.mlmath.numerics.exact.Rational;

/** Formulas of matrices as text that reads back. */
public final class MatrixText {
    private static final int SUM = 0;
    private static final int PRODUCT = 1;
    private static final int ATOM = 2;

    private MatrixText() {}

    public static String of(MatrixExpression a) {
        return at(a, SUM);
    }

    private static int tightness(MatrixExpression a) {
        return switch (a) {
            case Sum _ -> SUM;
            case Product _ -> MatrixAlgebra.isNegative(a) ? SUM : PRODUCT;
            case Hadamard(List<Factor> factors) -> factors.size() > 1 ? PRODUCT : ATOM;
            default -> ATOM;
        };
    }

    private static String at(MatrixExpression a, int needed) {
        String text = text(a);
        return tightness(a) < needed ? "(" + text + ")" : text;
    }

    private static String text(MatrixExpression a) {
        return switch (a) {
            case Symbol symbol -> symbol.name();
            case Named named -> named.text();
            case Identity(int size) -> "eye(" + size + ")";
            case Ones(Shape shape) -> "ones(" + sizes(shape) + ")";
            case Zero(Shape shape) -> shape.isScalar() ? "0" : "zeros(" + sizes(shape) + ")";
            case Transpose(MatrixExpression of) -> at(of, ATOM) + "'";
            case Sum(List<MatrixExpression> terms) -> {
                StringBuilder text = new StringBuilder(at(terms.getFirst(), SUM));
                for (MatrixExpression term : terms.subList(1, terms.size())) {
                    boolean negative = MatrixAlgebra.isNegative(term);
                    text.append(negative ? " - " : " + ")
                            .append(at(negative ? MatrixAlgebra.negate(term) : term, PRODUCT));
                }
                yield text.toString();
            }
            case Product product -> product(product);
            case Hadamard(List<Factor> factors) -> hadamard(factors);
            case Entrywise(Function function, MatrixExpression of) -> function.text() + "(" + of(of) + ")";
            case Inverse(MatrixExpression of) -> "inv(" + of(of) + ")";
            case Diagonal(MatrixExpression of) -> "diag(" + of(of) + ")";
            case Softmax(MatrixExpression of) -> "softmax(" + of(of) + ")";
            case Reduction(Reduction.Kind kind, MatrixExpression of) -> kind.text + "(" + of(of) + ")";
        };
    }

    private static String sizes(Shape shape) {
        return shape.isColumn() ? String.valueOf(shape.rows()) : shape.rows() + ", " + shape.columns();
    }

    private static String product(Product product) {
        Rational size = product.coefficient().abs();
        List<String> above = new ArrayList<>();
        List<String> below = new ArrayList<>();
        if (!size.numerator().equals(BigInteger.ONE)) {
            above.add(size.numerator().toString());
        }
        if (!size.isInteger()) {
            below.add(size.denominator().toString());
        }
        for (Factor scalar : product.scalars()) {
            (scalar.exponent().signum() > 0 ? above : below).add(power(scalar));
        }
        product.chain()
                .forEach(matrix -> above.add(
                        at(matrix, matrix instanceof Hadamard h && h.factors().size() > 1 ? ATOM : PRODUCT)));
        String numerator = above.isEmpty() ? "1" : String.join("*", above);
        String text = below.isEmpty()
                ? numerator
                : numerator + "/" + (below.size() == 1 ? below.getFirst() : "(" + String.join("*", below) + ")");
        return product.coefficient().signum() < 0 ? "-" + text : text;
    }

    private static String power(Factor factor) {
        Rational exponent = factor.exponent().abs();
        boolean one = exponent.equals(Rational.ONE);
        boolean atom = tightness(factor.base()) == ATOM;
        String base = atom
                        || one
                                && tightness(factor.base()) == PRODUCT
                                && factor.exponent().signum() > 0
                ? text(factor.base())
                : "(" + text(factor.base()) + ")";
        return one ? base : base + "^" + exponent(exponent);
    }

    private static String exponent(Rational exponent) {
        return exponent.isInteger() ? exponent.toString() : "(" + exponent + ")";
    }

    private static String hadamard(List<Factor> factors) {
        String above = factors.stream()
                .filter(factor -> factor.exponent().signum() > 0 || factors.size() == 1)
                .map(MatrixText::entryPower)
                .collect(Collectors.joining(".*"));
        List<String> below = factors.size() == 1
                ? List.of()
                : factors.stream()
                        .filter(factor -> factor.exponent().signum() < 0)
                        .map(factor -> entryPower(
                                new Factor(factor.base(), factor.exponent().negate())))
                        .toList();
        String start =
                above.isEmpty() ? "ones(" + sizes(factors.getFirst().base().shape()) + ")" : above;
        return start + below.stream().map(part -> "./" + part).collect(Collectors.joining());
    }

    private static String entryPower(Factor factor) {
        String base = at(factor.base(), ATOM);
        Rational exponent = factor.exponent();
        if (exponent.equals(Rational.ONE)) {
            return base;
        }
        return base + ".^" + (exponent.isInteger() && exponent.signum() > 0 ? exponent : "(" + exponent + ")");
    }
}
