package org.mlmath.linalg.decomposition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.MathException;
import org.mlmath.numerics.linear.Certificate;
import org.mlmath.numerics.linear.Kernel;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.numerics.linear.Signs;
import org.mlmath.numerics.linear.SvdFactors;

/**
 * Singular value decomposition A = U·Σ·Vᵀ.
 *
 * <p>U and V have orthonormal columns, Σ is diagonal with σ₁ ≥ σ₂ ≥ … ≥ 0. Backward stable: the factors are those of a matrix within
 * a small multiple of ε·‖A‖, so singular values are right to that absolute error. Divide and conquer (LAPACK's gesdd), about
 * 20·m·n·min(m, n) operations with vectors. Source: Golub and Van Loan, <i>Matrix Computations</i>, 4th ed., §8.6.
 */
public final class Svd {
    private static final Map<String, String> CONVENTIONS = Map.of(
            "sign", "the first of the largest entries of a column of u is positive, the row of vt follows",
            "rank", "singular values above max(m, n)·2^-52 times the largest count, as in NumPy");

    private Svd() {}

    /**
     * @param a m×n, any shape
     * @param components how many of the largest singular values to keep, or null for all
     * @throws InvalidParameterException if there are not so many, or if the mode is full
     * @throws org.mlmath.numerics.DidNotConvergeException if the iteration fails, which nobody has seen on finite input
     * @throws org.mlmath.numerics.DomainException if a singular value is larger than any double
     */
    public static SvdResult decompose(Matrix a, SvdMode mode, Integer components, boolean explain) {
        Shapes.requireEntries(a);
        requireComponents(a, mode, components);
        SvdFactors all = factor(a, mode);
        double[] sigma = all.singularValues();
        int kept = components == null ? sigma.length : components;
        List<Warning> warnings = new ArrayList<>();
        Matrix u = null;
        Matrix vt = null;
        DecompositionDiagnostics diagnostics = DecompositionDiagnostics.of(null, null);
        if (mode != SvdMode.VALUES) {
            u = components == null ? all.u() : block(all.u(), a.rows(), kept);
            vt = components == null ? all.vt() : block(all.vt(), kept, a.columns());
            diagnostics = certify(a, u, sigma, vt, kept);
        }
        double[] shown = kept == sigma.length ? sigma : Arrays.copyOf(sigma, kept);
        SvdResult result = new SvdResult(
                u, shown, vt, rank(a, sigma), conditionNumber(sigma), diagnostics, CONVENTIONS, warnings, null);
        return explain ? SvdWorking.explain(result, a) : result;
    }

    private static void requireComponents(Matrix a, SvdMode mode, Integer components) {
        int most = Math.min(a.rows(), a.columns());
        if (components != null && components > most) {
            throw new InvalidParameterException("A %s matrix has %d singular values; %d were asked for."
                            .formatted(a.shape(), most, components))
                    .at("/components");
        }
        if (components != null && mode == SvdMode.FULL) {
            throw new InvalidParameterException(
                            "A full decomposition keeps all vectors. Leave out components, or use the mode thin.")
                    .at("/components");
        }
    }

    private static SvdFactors factor(Matrix a, SvdMode mode) {
        Kernel.Vectors vectors =
                switch (mode) {
                    case THIN -> Kernel.Vectors.THIN;
                    case FULL -> Kernel.Vectors.FULL;
                    case VALUES -> Kernel.Vectors.NONE;
                };
        try {
            SvdFactors factors = Kernels.current().svd(a, vectors);
            Shapes.requireFinite("Singular values", factors.singularValues());
            if (mode != SvdMode.VALUES) {
                Signs.fix(factors.u(), factors.vt());
            }
            return factors;
        } catch (MathException e) {
            throw e.at("/matrix");
        }
    }

    private static DecompositionDiagnostics certify(Matrix a, Matrix u, double[] sigma, Matrix vt, int kept) {
        // In mode full, the columns of U and the rows of Vᵀ without a singular value take no part in the product.
        Matrix left = block(u, a.rows(), kept);
        Matrix right = block(vt, kept, a.columns());
        double[] middle = kept == sigma.length ? sigma : Arrays.copyOf(sigma, kept);
        Certificate reconstruction = Certificate.ofProduct(a, left, middle, right);
        Certificate orthogonality = Certificate.ofOrthonormalColumns(u).or(Certificate.ofOrthonormalRows(vt));
        Double truncation = null;
        if (kept < sigma.length) {
            double all = Matrix.column(sigma).frobeniusNorm();
            double omitted =
                    Matrix.column(Arrays.copyOfRange(sigma, kept, sigma.length)).frobeniusNorm();
            truncation = all == 0 ? 0 : omitted / all;
        }
        return DecompositionDiagnostics.of(reconstruction, orthogonality, null, truncation);
    }

    private static int rank(Matrix a, double[] sigma) {
        double tolerance = Math.max(a.rows(), a.columns()) * Math.ulp(1.0) * sigma[0];
        int rank = 0;
        while (rank < sigma.length && sigma[rank] > tolerance) {
            rank++;
        }
        return rank;
    }

    private static double conditionNumber(double[] sigma) {
        double smallest = sigma[sigma.length - 1];
        return smallest == 0 ? Double.POSITIVE_INFINITY : sigma[0] / smallest;
    }

    /** @return the upper left block; the matrix itself when that is all of it */
    private static Matrix block(Matrix a, int rows, int columns) {
        if (rows == a.rows() && columns == a.columns()) {
            return a;
        }
        double[] block = new double[rows * columns];
        for (int i = 0; i < rows; i++) {
            System.arraycopy(a.values(), i * a.columns(), block, i * columns, columns);
        }
        return new Matrix(rows, columns, block);
    }
}
