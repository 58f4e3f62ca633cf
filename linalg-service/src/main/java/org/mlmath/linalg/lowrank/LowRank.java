package org.mlmath.linalg.lowrank;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.DimensionMismatchException;
import org.mlmath.numerics.MathException;
import org.mlmath.numerics.linear.Certificate;
import org.mlmath.numerics.linear.Kernel;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.numerics.linear.Signs;
import org.mlmath.numerics.linear.SvdFactors;

/**
 * The matrix of rank r nearest to A, in the Frobenius norm and in every other that rotations leave alone:
 * Aᵣ = σ₁u₁v₁ᵀ + … + σᵣuᵣvᵣᵀ.
 *
 * <p>It is the only one where σᵣ > σᵣ₊₁. Right to a small multiple of ε·‖A‖. Cost: the singular value decomposition. Source: C. Eckart,
 * G. Young, <i>The approximation of one matrix by another of lower rank</i>, Psychometrika 1(3), 1936.
 */
public final class LowRank {
    /** Singular values this near, relative to the largest, are equal but for rounding. */
    private static final double TIE = 1e-12;

    private static final Map<String, String> CONVENTIONS = Map.of(
            "error", "Frobenius norm; relativeError is over that of the matrix",
            "energy", "share of the sum of the squared singular values");

    private LowRank() {}

    /**
     * @param rank or null, and then the energy decides
     * @param energy in (0, 1], or null
     * @throws org.mlmath.numerics.InvalidParameterException if both or neither are given, or the rank is more than A has
     */
    public static LowRankResult approximate(Matrix a, Integer rank, Double energy, boolean explain) {
        if (a.rows() == 0 || a.columns() == 0) {
            throw new DimensionMismatchException(
                            "The matrix is %s: it has no entries. Give at least one row with one number."
                                    .formatted(a.shape()))
                    .at("/matrix");
        }
        Truncation.requireOne(rank, energy);
        SvdFactors svd = factor(a);
        double[] sigma = svd.singularValues();
        Truncation kept = Truncation.of(sigma, rank, energy);
        Matrix u = firstColumns(svd.u(), kept.rank());
        Matrix vt = firstColumns(svd.vt().transpose(), kept.rank()).transpose();
        Matrix approximation = Kernels.current().multiply(timesDiagonal(u, sigma), vt);
        LowRankResult result = new LowRankResult(
                approximation,
                kept.rank(),
                kept.error(),
                kept.relativeError(),
                kept.rank() < sigma.length ? sigma[kept.rank()] : 0,
                kept.energy(),
                sigma,
                kept.compressionRatio(a.rows(), a.columns()),
                certify(a, approximation, kept, u, vt),
                CONVENTIONS,
                warnings(sigma, kept.rank()),
                null);
        return explain ? LowRankWorking.explain(result, a, u, vt) : result;
    }

    private static SvdFactors factor(Matrix a) {
        try {
            SvdFactors svd = Kernels.current().svd(a, Kernel.Vectors.THIN);
            Signs.fix(svd.u(), svd.vt());
            return svd;
        } catch (MathException e) {
            throw e.at("/matrix");
        }
    }

    private static LowRankDiagnostics certify(Matrix a, Matrix approximation, Truncation kept, Matrix u, Matrix vt) {
        double[] difference = new double[a.values().length];
        for (int at = 0; at < difference.length; at++) {
            difference[at] = a.values()[at] - approximation.values()[at];
        }
        double norm = a.frobeniusNorm();
        double measured = Matrix.column(difference).frobeniusNorm();
        Certificate orthogonality = Certificate.ofOrthonormalColumns(u).or(Certificate.ofOrthonormalRows(vt));
        return new LowRankDiagnostics(
                norm == 0 ? 0 : Math.abs(measured - kept.error()) / norm,
                orthogonality.value(),
                orthogonality.estimated());
    }

    private static List<Warning> warnings(double[] sigma, int rank) {
        List<Warning> warnings = new ArrayList<>();
        if (rank < sigma.length && sigma[rank] > 0 && sigma[rank - 1] - sigma[rank] <= TIE * sigma[0]) {
            warnings.add(new Warning(
                    "not-unique",
                    "Singular values %d and %d are equal but for rounding: other matrices of rank %d are as near."
                            .formatted(rank - 1, rank, rank),
                    "/matrix"));
        }
        return warnings;
    }

    private static Matrix timesDiagonal(Matrix u, double[] sigma) {
        double[] values = new double[u.values().length];
        for (int at = 0; at < values.length; at++) {
            values[at] = u.values()[at] * sigma[at % u.columns()];
        }
        return new Matrix(u.rows(), u.columns(), values);
    }

    private static Matrix firstColumns(Matrix a, int columns) {
        if (columns == a.columns()) {
            return a;
        }
        double[] values = new double[a.rows() * columns];
        for (int i = 0; i < a.rows(); i++) {
            System.arraycopy(a.values(), i * a.columns(), values, i * columns, columns);
        }
        return new Matrix(a.rows(), columns, values);
    }
}
