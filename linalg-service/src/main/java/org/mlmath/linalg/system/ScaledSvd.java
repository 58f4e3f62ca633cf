package org.mlmath.linalg.system;

import org.mlmath.numerics.linear.Equilibration;
import org.mlmath.numerics.linear.Kernel;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.numerics.linear.QrFactors;
import org.mlmath.numerics.linear.Residual;
import org.mlmath.numerics.linear.Signs;
import org.mlmath.numerics.linear.SvdFactors;

/**
 * A system whose ranks are decided by a tolerance: the singular values of the scaled matrix S = R·A·C above max(m, n)·ε·σ₁ count, and
 * a right-hand side is consistent if what they leave of it is no more than rounding.
 */
final class ScaledSvd {
    /** Rounding of the product and the sum of a residual, in units of the tolerance. */
    private static final double SLACK = 10;

    private final Matrix a;
    private final Matrix b;
    private final Equilibration scale;
    private final Equilibration.RightHandSide rhs;
    private final Matrix c;
    private final SvdFactors svd;
    private final int rank;
    private final Matrix y;
    private final Matrix residual;

    private ScaledSvd(Matrix a, Matrix b) {
        this.a = a;
        this.b = b;
        this.scale = Equilibration.of(a);
        Matrix s = scale.scaled();
        this.rhs = scale.rightHandSide(b);
        this.c = rhs.matrix();
        this.svd = Kernels.current().svd(s, a.rows() >= a.columns() ? Kernel.Vectors.THIN : Kernel.Vectors.FULL);
        Signs.fix(svd.u(), svd.vt());
        double[] sigma = svd.singularValues();
        int count = 0;
        while (count < sigma.length && sigma[count] > tolerance(a) * sigma[0]) {
            count++;
        }
        this.rank = count;
        this.y = PseudoInverse.times(svd, rank, c);
        this.residual = Residual.of(s, y, c);
    }

    static ScaledSvd of(Matrix a, Matrix b) {
        return new ScaledSvd(a, b);
    }

    /** @return relative to the largest singular value */
    static double tolerance(Matrix a) {
        return Math.max(a.rows(), a.columns()) * Math.ulp(1.0);
    }

    int rank() {
        return rank;
    }

    /** The rank of what A leaves of the right-hand sides comes on top. */
    int augmentedRank() {
        double norm = svd.singularValues()[0];
        Matrix s = scale.scaled();
        double[] left = new double[residual.values().length];
        int columns = c.columns();
        boolean any = false;
        for (int k = 0; k < columns; k++) {
            Matrix r = Matrix.column(residual.columnAt(k));
            double size = Matrix.column(c.columnAt(k)).frobeniusNorm()
                    + norm * Matrix.column(y.columnAt(k)).frobeniusNorm();
            if (r.frobeniusNorm() > SLACK * tolerance(a) * size) {
                any = true;
                for (int i = 0; i < s.rows(); i++) {
                    left[i * columns + k] = r.get(i, 0) / size;
                }
            }
        }
        if (!any) {
            return rank;
        }
        double[] sizes = Kernels.current()
                .svd(new Matrix(s.rows(), columns, left), Kernel.Vectors.NONE)
                .singularValues();
        int more = 0;
        while (more < sizes.length && sizes[more] > SLACK * tolerance(a)) {
            more++;
        }
        return rank + Math.max(1, more);
    }

    SolutionSet unique() {
        double[] sigma = svd.singularValues();
        return SquareSystem.refined(
                scale, b, right -> PseudoInverse.times(svd, rank, right), sigma[rank - 1] / sigma[0], SolveMethod.SVD);
    }

    /** The solution of least norm, and an orthonormal basis of the null space. */
    SolutionSet many() {
        double backwardError = Residual.backwardError(scale.scaled(), y, c, residual);
        Matrix particular = scale.solution(y, rhs);
        Matrix basis = scale.solution(PseudoInverse.nullSpace(svd, rank).transpose()); // columns
        if (!scale.trivial()) {
            // Scaling has bent the right angles: make the basis orthonormal again, and take its part out of the
            // solution.
            QrFactors qr = Kernels.current().qr(basis, false, false);
            basis = qr.q();
            Matrix part = Kernels.current().multiply(basis, Kernels.current().multiply(basis.transpose(), particular));
            double[] rest = particular.values().clone();
            for (int i = 0; i < rest.length; i++) {
                rest[i] -= part.values()[i];
            }
            particular = new Matrix(particular.rows(), particular.columns(), rest);
        }
        return SolutionSet.many(particular, basis.transpose(), backwardError, SolveMethod.SVD);
    }
}
