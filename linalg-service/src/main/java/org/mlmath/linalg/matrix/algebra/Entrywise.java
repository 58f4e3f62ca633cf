package org.mlmath.linalg.matrix.algebra;

import java.util.ArrayList;
import java.util.List;
import org.mlmath.kit.answer.Warning;
import org.mlmath.linalg.matrix.MatrixDiagnostics;
import org.mlmath.linalg.matrix.MatrixResult;
import org.mlmath.linalg.matrix.Operands;
import org.mlmath.linalg.matrix.Overflow;
import org.mlmath.numerics.linear.Matrix;

/** Operations between the entries of two matrices: each entry of the result is rounded once. Cost m·n. */
public final class Entrywise {
    private Entrywise() {}

    /**
     * @param a m×n
     * @param b m×n
     * @return cᵢⱼ = aᵢⱼ ∘ bᵢⱼ
     * @throws org.mlmath.numerics.DimensionMismatchException if the shapes differ
     */
    public static MatrixResult combine(Matrix a, Matrix b, EntrywiseOperation operation, boolean explain) {
        Operands.requireSameShape(a, b);
        double[] values = new double[a.values().length];
        for (int i = 0; i < values.length; i++) {
            // −0 is an accident of signs that nobody asked about.
            values[i] = operation.of(a.values()[i], b.values()[i]) + 0.0;
        }
        MatrixResult result = answer(new Matrix(a.rows(), a.columns(), values), MatrixDiagnostics.roundedOnce());
        return explain ? EntrywiseWorking.combination(result, a, b, operation) : result;
    }

    /**
     * The Kronecker product A⊗B: the block matrix of aᵢⱼ·B.
     *
     * @param a m×n
     * @param b p×q
     * @return mp×nq
     * @throws org.mlmath.numerics.LimitExceededException if it has too many entries for an array
     */
    public static MatrixResult kronecker(Matrix a, Matrix b, boolean explain) {
        Operands.requireEntries(a, "/a");
        Operands.requireEntries(b, "/b");
        long rows = (long) a.rows() * b.rows();
        long columns = (long) a.columns() * b.columns();
        Operands.requireRoom(rows, columns);
        double[] values = new double[(int) (rows * columns)];
        int at = 0;
        for (int i = 0; i < a.rows(); i++) {
            for (int k = 0; k < b.rows(); k++) {
                for (int j = 0; j < a.columns(); j++) {
                    for (int l = 0; l < b.columns(); l++) {
                        values[at++] = a.get(i, j) * b.get(k, l) + 0.0;
                    }
                }
            }
        }
        MatrixResult result = answer(new Matrix((int) rows, (int) columns, values), MatrixDiagnostics.roundedOnce());
        return explain ? EntrywiseWorking.kronecker(result, a, b) : result;
    }

    /** @return Aᵀ */
    public static MatrixResult transpose(Matrix a, boolean explain) {
        Operands.requireEntries(a, "/matrix");
        MatrixResult result = answer(a.transpose(), MatrixDiagnostics.exact());
        return explain ? EntrywiseWorking.transpose(result, a) : result;
    }

    private static MatrixResult answer(Matrix matrix, MatrixDiagnostics diagnostics) {
        List<Warning> warnings = new ArrayList<>();
        Matrix marked = Overflow.marked(matrix, warnings);
        return new MatrixResult(marked, diagnostics, warnings, null);
    }
}
