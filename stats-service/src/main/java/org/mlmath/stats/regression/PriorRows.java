package org.mlmath.stats.regression;

import java.util.Arrays;
import org.mlmath.numerics.DimensionMismatchException;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.MathException;
import org.mlmath.numerics.NotPositiveDefiniteException;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.numerics.linear.SymmetricEigenFactors;

/**
 * A prior precision as rows D with DᵀD = Λ₀: observations of the coefficients that were made before.
 *
 * @param below D, a row for each direction of which something is believed
 * @param logDeterminant log det Λ₀, where that is all of them
 */
record PriorRows(Matrix below, double logDeterminant) {
    /** By how much, relative to its largest entry, a matrix may miss symmetry. */
    private static final double SYMMETRIC = 1e-10;

    /** The number of directions of which something is believed. */
    int rank() {
        return below.rows();
    }

    /** @throws MathException at the prior's precision or covariance */
    static PriorRows of(CoefficientPrior prior, int p) {
        if (prior.precision() != null && prior.covariance() != null) {
            requireInverse(prior, p);
        }
        try {
            if (prior.precision() != null) {
                return ofPrecision(symmetric(prior.precision().matrix(p)));
            }
        } catch (NotPositiveDefiniteException | InvalidParameterException | DimensionMismatchException e) {
            throw e.at("/prior/precision");
        }
        try {
            return prior.covariance() != null
                    ? ofCovariance(symmetric(prior.covariance().matrix(p)))
                    : new PriorRows(new Matrix(0, p, new double[0]), Double.NEGATIVE_INFINITY);
        } catch (NotPositiveDefiniteException | InvalidParameterException | DimensionMismatchException e) {
            throw e.at("/prior/covariance");
        }
    }

    /** A posterior that is given back as a prior has both. */
    private static void requireInverse(CoefficientPrior prior, int p) {
        Matrix precision;
        Matrix covariance;
        try {
            precision = prior.precision().matrix(p);
            covariance = prior.covariance().matrix(p);
        } catch (DimensionMismatchException e) {
            throw e.at("/prior/covariance");
        }
        Matrix product = Kernels.current().multiply(precision, covariance);
        double size = precision.maxAbs() * covariance.maxAbs() * p;
        for (int i = 0; i < p; i++) {
            for (int j = 0; j < p; j++) {
                // The inverse of an ill-conditioned matrix is no nearer than this.
                if (Math.abs(product.get(i, j) - (i == j ? 1 : 0)) > 1e-6 + 1e-12 * size) {
                    throw new InvalidParameterException(
                                    "Precision and covariance are not each other's inverses; give one of them.")
                            .at("/prior/covariance");
                }
            }
        }
    }

    private static Matrix symmetric(Matrix a) {
        double largest = a.maxAbs();
        for (int i = 0; i < a.rows(); i++) {
            for (int j = 0; j < i; j++) {
                if (Math.abs(a.get(i, j) - a.get(j, i)) > SYMMETRIC * largest) {
                    throw new InvalidParameterException(
                            "The matrix is not symmetric: entry (%d, %d) is %s, entry (%d, %d) is %s."
                                    .formatted(i, j, a.get(i, j), j, i, a.get(j, i)));
                }
            }
        }
        return a;
    }

    /** Rows of Lᵀ of Λ₀ = L·Lᵀ; of the root of its positive part where some directions are flat. */
    private static PriorRows ofPrecision(Matrix precision) {
        int p = precision.rows();
        if (precision.maxAbs() == 0) {
            return new PriorRows(new Matrix(0, p, new double[0]), Double.NEGATIVE_INFINITY);
        }
        if (diagonal(precision)) {
            return ofDiagonal(precision);
        }
        try {
            Matrix l = Kernels.current().cholesky(precision).l();
            return new PriorRows(l.transpose(), 2 * logDiagonal(l));
        } catch (NotPositiveDefiniteException e) {
            return ofSemidefinite(precision);
        }
    }

    private static boolean diagonal(Matrix a) {
        for (int i = 0; i < a.rows(); i++) {
            for (int j = 0; j < a.columns(); j++) {
                if (i != j && a.get(i, j) != 0) {
                    return false;
                }
            }
        }
        return true;
    }

    private static PriorRows ofDiagonal(Matrix precision) {
        int p = precision.rows();
        double[] rows = new double[p * p];
        int rank = 0;
        double log = 0;
        for (int j = 0; j < p; j++) {
            double value = precision.get(j, j);
            if (value < 0) {
                throw new InvalidParameterException("A precision is %s; it is at least 0.".formatted(value));
            }
            if (value > 0) {
                rows[rank++ * p + j] = Math.sqrt(value);
            }
            log += Math.log(value);
        }
        return new PriorRows(new Matrix(rank, p, Arrays.copyOf(rows, rank * p)), log);
    }

    private static PriorRows ofSemidefinite(Matrix precision) {
        int p = precision.rows();
        SymmetricEigenFactors eigen = Kernels.current().symmetricEigen(precision, true);
        double[] values = eigen.values();
        double negligible = p * Math.ulp(precision.maxAbs());
        double[] rows = new double[p * p];
        int rank = 0;
        for (int k = 0; k < p; k++) {
            if (values[k] < -negligible) {
                throw new NotPositiveDefiniteException(
                        "The precision has the negative eigenvalue %s.".formatted(values[k]));
            }
            if (values[k] > negligible) {
                for (int j = 0; j < p; j++) {
                    rows[rank * p + j] = Math.sqrt(values[k]) * eigen.vectors().get(j, k);
                }
                rank++;
            }
        }
        return new PriorRows(new Matrix(rank, p, Arrays.copyOf(rows, rank * p)), Double.NEGATIVE_INFINITY);
    }

    /** Rows of L⁻¹ of V₀ = L·Lᵀ. */
    private static PriorRows ofCovariance(Matrix covariance) {
        int p = covariance.rows();
        Matrix l = Kernels.current().cholesky(covariance).l();
        double[] inverse = new double[p * p];
        for (int j = 0; j < p; j++) {
            inverse[j * p + j] = 1 / l.get(j, j);
            for (int i = j + 1; i < p; i++) {
                double sum = 0;
                for (int k = j; k < i; k++) {
                    sum -= l.get(i, k) * inverse[k * p + j];
                }
                inverse[i * p + j] = sum / l.get(i, i);
            }
        }
        return new PriorRows(new Matrix(p, p, inverse), -2 * logDiagonal(l));
    }

    private static double logDiagonal(Matrix l) {
        double sum = 0;
        for (int j = 0; j < l.rows(); j++) {
            sum += Math.log(l.get(j, j));
        }
        return sum;
    }
}
