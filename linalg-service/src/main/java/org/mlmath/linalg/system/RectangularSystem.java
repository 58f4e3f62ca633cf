package org.mlmath.linalg.system;

import java.util.Arrays;
import org.mlmath.numerics.linear.Equilibration;
import org.mlmath.numerics.linear.Kernel;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.LuFactors;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.numerics.linear.QrFactors;
import org.mlmath.numerics.linear.Residual;
import org.mlmath.numerics.linear.Signs;
import org.mlmath.numerics.linear.SvdFactors;

/** Systems that are known to have a solution, with a matrix of any shape and known rank, in floating point. */
final class RectangularSystem {
    private RectangularSystem() {}

    /** @return the one solution of a tall system of full column rank, or null where rounding leaves nothing of it */
    static SolutionSet unique(Matrix a, Matrix b, SolveMethod method) {
        Equilibration scale = Equilibration.of(a);
        Matrix s = scale.scaled();
        QrFactors qr = Kernels.current().qr(s, false, false);
        LuFactors triangle = Kernels.current().lu(qr.r()); // the condition of R is that of S
        if (triangle.singular() || triangle.rcond() == 0) {
            return null;
        }
        if (method == SolveMethod.SVD) {
            SvdFactors svd = Kernels.current().svd(s, Kernel.Vectors.THIN);
            return SquareSystem.refined(
                    scale, b, c -> PseudoInverse.times(svd, s.columns(), c), triangle.rcond(), SolveMethod.SVD);
        }
        return SquareSystem.refined(scale, b, SquareSystem.byQr(s), triangle.rcond(), SolveMethod.QR);
    }

    /** @return the solution of least norm and an orthonormal basis of the null space, by singular values */
    static SolutionSet ofRank(Matrix a, Matrix b, int rank) {
        // V must be square for the null space; it is for a tall matrix already.
        SvdFactors svd = Kernels.current().svd(a, a.rows() >= a.columns() ? Kernel.Vectors.THIN : Kernel.Vectors.FULL);
        Signs.fix(svd.u(), svd.vt());
        Matrix x = PseudoInverse.times(svd, rank, b);
        double backwardError = Residual.backwardError(a, x, b, Residual.of(a, x, b));
        return rank == a.columns()
                ? SolutionSet.direct(
                        x, backwardError, svd.singularValues()[rank - 1] / svd.singularValues()[0], SolveMethod.SVD)
                : SolutionSet.many(x, PseudoInverse.nullSpace(svd, rank), backwardError, SolveMethod.SVD);
    }

    /** @return the solution whose free unknowns are 0, and a basis with one of them 1 in each vector, by pivoted QR */
    static SolutionSet basic(Matrix a, Matrix b, int rank) {
        int n = a.columns();
        QrFactors qr = Kernels.current().qr(a, false, true);
        int[] order = qr.permutation();
        Matrix c = Kernels.current().multiply(qr.q().transpose(), b);
        Matrix determined = Triangle.solveUpper(qr.r(), c, rank);
        double[] x = new double[n * b.columns()];
        for (int i = 0; i < rank; i++) {
            System.arraycopy(determined.values(), i * b.columns(), x, order[i] * b.columns(), b.columns());
        }
        double[] free = new double[rank * (n - rank)];
        for (int i = 0; i < rank; i++) {
            for (int j = rank; j < n; j++) {
                free[i * (n - rank) + j - rank] = -qr.r().get(i, j);
            }
        }
        Matrix shares = Triangle.solveUpper(qr.r(), new Matrix(rank, n - rank, free), rank);
        // One row for each free unknown, in their order in A.
        int[] freeColumns = Arrays.copyOfRange(order, rank, n);
        int[] sorted = freeColumns.clone();
        Arrays.sort(sorted);
        double[] basis = new double[(n - rank) * n];
        for (int j = 0; j < n - rank; j++) {
            int row = Arrays.binarySearch(sorted, freeColumns[j]);
            basis[row * n + freeColumns[j]] = 1;
            for (int i = 0; i < rank; i++) {
                basis[row * n + order[i]] = shares.get(i, j);
            }
        }
        Matrix solution = new Matrix(n, b.columns(), x);
        double backwardError = Residual.backwardError(a, solution, b, Residual.of(a, solution, b));
        return SolutionSet.many(solution, new Matrix(n - rank, n, basis), backwardError, SolveMethod.QR);
    }
}
