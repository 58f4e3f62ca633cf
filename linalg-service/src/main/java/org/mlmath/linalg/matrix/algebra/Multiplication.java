package org.mlmath.linalg.matrix.algebra;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.linalg.explanation.Latex;
import org.mlmath.linalg.explanation.Working;
import org.mlmath.linalg.matrix.MatrixDiagnostics;
import org.mlmath.linalg.matrix.MatrixResult;
import org.mlmath.linalg.matrix.Operands;
import org.mlmath.linalg.matrix.Overflow;
import org.mlmath.numerics.DimensionMismatchException;
import org.mlmath.numerics.linear.Matrix;

/**
 * The product of two matrices, with a bound on its error; see {@link Product}. Kinds of steps: dot-product, product.
 */
public final class Multiplication {
    /** A sum of more terms is no longer read. */
    private static final int MOST_TERMS = 20;

    private Multiplication() {}

    /**
     * @param a m×k
     * @param b k×n
     * @return a·b, m×n
     * @throws DimensionMismatchException if b has not as many rows as a has columns
     * @throws org.mlmath.numerics.LimitExceededException if the product has too many entries for an array
     */
    public static MatrixResult multiply(Matrix a, Matrix b, boolean explain) {
        Operands.requireEntries(a, "/a");
        Operands.requireEntries(b, "/b");
        if (a.columns() != b.rows()) {
            throw new DimensionMismatchException(
                            "a is %s and b is %s: for the product b needs as many rows as a has columns, %d."
                                    .formatted(a.shape(), b.shape(), a.columns()))
                    .at("/b");
        }
        Operands.requireRoom(a.rows(), b.columns());
        List<Warning> warnings = new ArrayList<>();
        Matrix product = Product.of(a, b);
        Matrix marked = Overflow.marked(product, warnings);
        double error = warnings.isEmpty() ? Product.relativeError(a, b, product) : Double.NaN;
        MatrixResult result = new MatrixResult(marked, MatrixDiagnostics.of(error), warnings, null);
        return explain ? explained(result, a, b) : result;
    }

    private static MatrixResult explained(MatrixResult result, Matrix a, Matrix b) {
        if (a.columns() > MOST_TERMS || !Latex.readable(a) || !Latex.readable(b)) {
            result.warnings().add(Warning.noSteps());
            return result;
        }
        Working working = new Working();
        Matrix product = result.matrix();
        for (int i = 0; i < a.rows() && !working.full(); i++) {
            for (int j = 0; j < b.columns() && !working.full(); j++) {
                working.add(dotProduct(a, b, product, i, j), a.columns());
            }
        }
        if (working.full()) {
            result.warnings().add(working.truncated());
        }
        Step last = new Step(
                "product",
                "Put the entries together",
                "The product has the rows of the first matrix and the columns of the second.",
                "AB = " + Latex.matrix(product),
                product);
        return result.withSteps(working.endingIn(last));
    }

    private static Step dotProduct(Matrix a, Matrix b, Matrix product, int i, int j) {
        String sum = IntStream.range(0, a.columns())
                .mapToObj(k -> Latex.factor(a.get(i, k)) + " \\cdot " + Latex.factor(b.get(k, j)))
                .collect(Collectors.joining(" + "));
        return new Step(
                "dot-product",
                "Row %d times column %d".formatted(i + 1, j + 1),
                "Multiply the entries of row %d of the first matrix by those of column %d of the second, and add."
                        .formatted(i + 1, j + 1),
                "c_{%d,%d} = %s = %s".formatted(i + 1, j + 1, sum, Latex.number(product.get(i, j))),
                product.get(i, j));
    }
}
