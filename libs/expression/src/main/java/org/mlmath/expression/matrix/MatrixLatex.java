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
import org.mlmath.expression.print.Latex;
import org.mlmath.numerics.exact.Rational;

/** Formulas of matrices as LaTeX. */
public final class MatrixLatex {
    private MatrixLatex() {}

    public static String of(MatrixExpression a) {
        return switch (a) {
            case Symbol symbol -> Latex.variable(symbol.name());
            case Named named -> named.latex();
            case Identity _ -> "I";
            case Ones _ -> "\\mathbf{1}";
            case Zero _ -> "0";
            case Transpose(MatrixExpression of) -> atom(of) + "^{\\top}";
            case Sum(List<MatrixExpression> terms) -> {
                StringBuilder latex = new StringBuilder(of(terms.getFirst()));
                for (MatrixExpression term : terms.subList(1, terms.size())) {
                    boolean negative = MatrixAlgebra.isNegative(term);
                    MatrixExpression shown = negative ? MatrixAlgebra.negate(term) : term;
                    latex.append(negative ? " - " : " + ")
                            .append(shown instanceof Sum ? enclosed(of(shown)) : of(shown));
                }
                yield latex.toString();
            }
            case Product product -> product(product);
            case Hadamard(List<Factor> factors) ->
                factors.stream().map(MatrixLatex::entryPower).collect(Collectors.joining(" \\odot "));
            case Entrywise(Function function, MatrixExpression of)
            when function == Function.ABS && of.shape().isScalar() -> "\\left|" + of(of) + "\\right|";
            case Entrywise(Function function, MatrixExpression of)
            when function == Function.SQRT && of.shape().isScalar() -> "\\sqrt{" + of(of) + "}";
            case Entrywise(Function function, MatrixExpression of) -> function.latex() + enclosed(of(of));
            case Inverse(Transpose(MatrixExpression of)) -> atom(of) + "^{-\\top}";
            case Inverse(MatrixExpression of) -> atom(of) + "^{-1}";
            case Diagonal(MatrixExpression of) -> "\\operatorname{diag}" + enclosed(of(of));
            case Softmax(MatrixExpression of) -> "\\operatorname{softmax}" + enclosed(of(of));
            case Reduction(Reduction.Kind kind, MatrixExpression of)
            when kind == Reduction.Kind.NORM -> "\\left\\lVert " + of(of) + " \\right\\rVert";
            case Reduction(Reduction.Kind kind, MatrixExpression of) -> kind.latex + enclosed(of(of));
        };
    }

    private static String enclosed(String latex) {
        return "\\left(" + latex + "\\right)";
    }

    private static boolean isAtom(MatrixExpression a) {
        return switch (a) {
            case Sum _, Product _, Hadamard _, Transpose _, Inverse _ -> false;
            default -> true;
        };
    }

    private static String atom(MatrixExpression a) {
        return isAtom(a) ? of(a) : enclosed(of(a));
    }

    private static String product(Product product) {
        Rational size = product.coefficient().abs();
        List<String> above = new ArrayList<>();
        List<String> below = new ArrayList<>();
        List<String> matrices = new ArrayList<>();
        if (!size.numerator().equals(BigInteger.ONE)) {
            above.add(size.numerator().toString());
        }
        if (!size.isInteger()) {
            below.add(size.denominator().toString());
        }
        for (Factor scalar : product.scalars()) {
            Rational exponent = scalar.exponent().abs();
            String base = scalar.base() instanceof Sum ? enclosed(of(scalar.base())) : of(scalar.base());
            String power = exponent.equals(Rational.ONE)
                    ? base
                    : (isAtom(scalar.base()) ? base : enclosed(of(scalar.base()))) + "^{" + exponent + "}";
            (scalar.exponent().signum() > 0 ? above : below).add(power);
        }
        for (MatrixExpression matrix : product.chain()) {
            matrices.add(matrix instanceof Sum || matrix instanceof Hadamard ? enclosed(of(matrix)) : of(matrix));
        }
        String front = below.isEmpty()
                ? String.join(" ", above)
                : "\\frac{" + (above.isEmpty() ? "1" : String.join(" ", above)) + "}{" + String.join(" ", below) + "}";
        if (!front.isEmpty()) {
            matrices.addFirst(front);
        }
        String latex = matrices.isEmpty() ? "1" : String.join(" ", matrices);
        return product.coefficient().signum() < 0 ? "-" + latex : latex;
    }

    private static String entryPower(Factor factor) {
        return factor.exponent().equals(Rational.ONE)
                ? atom(factor.base())
                : atom(factor.base()) + "^{\\odot " + factor.exponent() + "}";
    }
}
