package org.mlmath.linalg.property;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mlmath.kit.answer.Warning;
import org.mlmath.linalg.decomposition.Eigen;
import org.mlmath.linalg.decomposition.EigenResult;
import org.mlmath.linalg.matrix.measure.Determinant;
import org.mlmath.linalg.matrix.measure.DeterminantResult;
import org.mlmath.linalg.system.Arithmetic;
import org.mlmath.linalg.system.RankDecision;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DimensionMismatchException;
import org.mlmath.numerics.MathException;
import org.mlmath.numerics.exact.ExactCost;
import org.mlmath.numerics.exact.ExactRank;
import org.mlmath.numerics.exact.RationalMatrix;
import org.mlmath.numerics.linear.Kernel;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.numerics.linear.Symmetry;

/**
 * What a matrix is. Up to order 64 rank, determinant, definiteness and diagonalizability are those of the decimals as given, computed
 * without rounding; above, the rank counts singular values over max(m, n)·ε·σ₁ as NumPy does, and the determinant is that of the
 * LU factors. Orthogonal and normal are equations between products, which hold within 8·max(m, n)·ε.
 */
public final class MatrixProperties {
    private static final int EXACT_UP_TO = 64;
    private static final double SLACK = 8;

    private static final Map<String, String> CONVENTIONS = Map.of(
            "conditionNumber", "in the 2-norm",
            "diagonalizable", "over the complex numbers",
            "rank", "of the decimals as given up to order 64, above as in NumPy");

    private MatrixProperties() {}

    /**
     * @param a m×n, any shape
     * @throws DimensionMismatchException if there is no entry
     */
    public static PropertiesResult of(Matrix a, boolean explain, Deadline deadline) {
        if (a.rows() == 0 || a.columns() == 0) {
            throw new DimensionMismatchException(
                            "The matrix is %s: it has no entries. Give at least one row with one number."
                                    .formatted(a.shape()))
                    .at("/matrix");
        }
        try {
            return describe(a, explain, deadline);
        } catch (MathException e) {
            throw e.pointer().isEmpty() ? e.at("/matrix") : e;
        }
    }

    private static PropertiesResult describe(Matrix a, boolean explain, Deadline deadline) {
        List<Warning> warnings = new ArrayList<>();
        if (explain) {
            warnings.add(Warning.noSteps());
        }
        int larger = Math.max(a.rows(), a.columns());
        boolean small = larger <= EXACT_UP_TO && ExactCost.of(a).bearable();
        RationalMatrix fractions = small ? RationalMatrix.of(a) : null;
        double[] sigma = Kernels.current().svd(a, Kernel.Vectors.NONE).singularValues();
        Optional<Integer> exactRank = small ? ExactRank.of(fractions, deadline) : Optional.empty();
        int rank = exactRank.orElseGet(() -> rank(sigma, larger));
        boolean full = rank == Math.min(a.rows(), a.columns());
        double tolerance = SLACK * larger * Math.ulp(1.0);
        boolean symmetric = Symmetry.holds(a);
        DeterminantResult determinant = null;
        EigenResult eigen = null;
        if (a.isSquare()) {
            deadline.check();
            eigen = Eigen.decompose(a, larger > EXACT_UP_TO, false, deadline);
            // Above order 64 a rank that is not full is one by tolerance: so is then the determinant's 0.
            Matrix judged = small || full ? a : new Matrix(1, 1, new double[1]);
            determinant = Determinant.of(judged, small ? Arithmetic.EXACT : Arithmetic.FLOAT, false, deadline);
            if (determinant.value() == null) {
                warnings.add(new Warning("overflow", "The determinant is beyond the largest double.", "/determinant"));
            }
        }
        return new PropertiesResult(
                a.rows(),
                a.columns(),
                a.isSquare(),
                rank,
                determinant == null ? null : determinant.value(),
                determinant == null ? null : determinant.sign(),
                determinant == null ? null : determinant.logAbsolute(),
                a.isSquare() ? trace(a, warnings) : null,
                zero(a, true) && zero(a, false),
                zero(a, true),
                zero(a, false),
                symmetric,
                a.isSquare() && skew(a),
                a.isSquare() && orthogonal(a, tolerance),
                a.isSquare() && (symmetric || normal(a, tolerance)),
                a.isSquare() && full,
                symmetric
                        ? DefinitenessClass.of(SignedEigenvalues.of(Symmetry.require(a), false, deadline)
                                .inertia())
                        : null,
                eigen == null ? null : eigen.diagonalizable(),
                eigen == null ? null : radius(eigen),
                full && sigma[sigma.length - 1] > 0 ? sigma[0] / sigma[sigma.length - 1] : Double.POSITIVE_INFINITY,
                new PropertiesResult.Diagnostics(
                        exactRank.isPresent() ? RankDecision.EXACT : RankDecision.TOLERANCE, tolerance),
                CONVENTIONS,
                warnings);
    }

    private static int rank(double[] sigma, int larger) {
        int rank = 0;
        while (rank < sigma.length && sigma[rank] > larger * Math.ulp(1.0) * sigma[0]) {
            rank++;
        }
        return rank;
    }

    private static Double trace(Matrix a, List<Warning> warnings) {
        double trace = 0;
        double error = 0;
        for (int i = 0; i < a.rows(); i++) {
            double entry = a.get(i, i);
            double next = trace + entry;
            error += Math.abs(trace) >= Math.abs(entry) ? (trace - next) + entry : (entry - next) + trace;
            trace = next;
        }
        if (Double.isFinite(trace + error)) {
            return trace + error;
        }
        warnings.add(new Warning("overflow", "The trace is beyond the largest double.", "/trace"));
        return null;
    }

    private static boolean zero(Matrix a, boolean below) {
        for (int i = 0; i < a.rows(); i++) {
            for (int j = 0; j < a.columns(); j++) {
                if ((below ? i > j : i < j) && a.get(i, j) != 0) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean skew(Matrix a) {
        for (int i = 0; i < a.rows(); i++) {
            for (int j = 0; j <= i; j++) {
                if (a.get(i, j) != -a.get(j, i)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean orthogonal(Matrix a, double tolerance) {
        if (!(a.maxAbs() < 2)) { // and the product cannot overflow
            return false;
        }
        Matrix gram = Kernels.current().multiply(a.transpose(), a);
        return close(gram, Matrix.identity(a.rows()), tolerance);
    }

    private static boolean normal(Matrix a, double tolerance) {
        int exponent = a.maxAbs() == 0 ? 0 : Math.getExponent(a.maxAbs());
        double[] values = new double[a.values().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.scalb(a.values()[i], -exponent);
        }
        Matrix near = new Matrix(a.rows(), a.columns(), values);
        Matrix transposed = near.transpose();
        double norm = near.frobeniusNorm();
        return close(
                Kernels.current().multiply(transposed, near),
                Kernels.current().multiply(near, transposed),
                tolerance * norm * norm);
    }

    private static boolean close(Matrix a, Matrix b, double tolerance) {
        for (int i = 0; i < a.values().length; i++) {
            if (!(Math.abs(a.values()[i] - b.values()[i]) <= tolerance)) {
                return false;
            }
        }
        return true;
    }

    private static double radius(EigenResult eigen) {
        double largest = 0;
        for (int i = 0; i < eigen.values().re().length; i++) {
            double im = eigen.values().isComplex() ? eigen.values().im()[i] : 0;
            largest = Math.max(largest, Math.hypot(eigen.values().re()[i], im));
        }
        return largest;
    }
}
