package org.mlmath.numerics.distribution;

import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.mlmath.numerics.DimensionMismatchException;
import org.mlmath.numerics.LimitExceededException;
import org.mlmath.numerics.NotPositiveDefiniteException;
import org.mlmath.numerics.NotSymmetricException;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.numerics.linear.Symmetry;

/** The multivariate normal distribution, by the Cholesky factor Σ = LLᵀ of its covariance matrix. */
public final class MultivariateNormal implements JointDistribution {
    public static final JointFamily FAMILY = new JointFamily(
            "multivariate-normal",
            "Multivariate normal distribution",
            List.of(
                    new JointFamily.JointParameter(
                            "mean",
                            "mean vector μ",
                            "\\mu",
                            JointFamily.Shape.LIST,
                            Parameter.Domain.REAL.description()),
                    new JointFamily.JointParameter(
                            "covariance",
                            "covariance matrix Σ, symmetric and positive definite",
                            "\\Sigma",
                            JointFamily.Shape.MATRIX,
                            Parameter.Domain.REAL.description())),
            false,
            "x \\in \\mathbb{R}^d",
            "\\frac{1}{\\sqrt{(2\\pi)^d\\det\\Sigma}}\\,e^{-\\frac12(x-\\mu)^\\top\\Sigma^{-1}(x-\\mu)}",
            Map.of(
                    "mean",
                    "\\mu",
                    "covariance",
                    "\\Sigma",
                    "entropy",
                    "\\tfrac12\\ln\\left[(2\\pi e)^d\\det\\Sigma\\right]",
                    "mode",
                    "\\mu"),
            p -> new MultivariateNormal(p.get("mean").values(), p.get("covariance")));

    private static final int LARGEST = 500;

    private final double[] mean;
    private final Matrix covariance;
    private final double[][] factor;
    private final double logRootDeterminant;

    /**
     * @throws DimensionMismatchException at {@code /covariance} unless it is square and as large as the mean
     * @throws NotSymmetricException at {@code /covariance}
     * @throws NotPositiveDefiniteException at {@code /covariance}
     */
    public MultivariateNormal(double[] mean, Matrix covariance) {
        int n = mean.length;
        if (covariance.rows() != n || covariance.columns() != n || n == 0) {
            throw new DimensionMismatchException(
                            "The mean has %d entries, so that the covariance must be %d×%d, but it is %d×%d."
                                    .formatted(n, n, n, covariance.rows(), covariance.columns()))
                    .at("/covariance");
        }
        if (n > LARGEST) {
            throw new LimitExceededException("At most %d dimensions are served, not %d.".formatted(LARGEST, n))
                    .at("/mean");
        }
        try {
            Symmetry.require(covariance);
        } catch (NotSymmetricException e) {
            throw e.at("/covariance");
        }
        this.mean = mean;
        this.covariance = covariance;
        this.factor = factor(covariance);
        double log = 0;
        for (int i = 0; i < n; i++) {
            log += Math.log(factor[i][i]);
        }
        this.logRootDeterminant = log;
    }

    private static double[][] factor(Matrix a) {
        int n = a.rows();
        double[][] l = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = a.get(i, j);
                for (int k = 0; k < j; k++) {
                    sum -= l[i][k] * l[j][k];
                }
                if (i != j) {
                    l[i][j] = sum / l[j][j];
                } else if (sum > n * Math.ulp(a.get(i, i))) {
                    l[i][i] = Math.sqrt(sum);
                } else {
                    throw new NotPositiveDefiniteException(
                                    "covariance is symmetric but not positive definite: check for a component that is a combination of others.")
                            .at("/covariance");
                }
            }
        }
        return l;
    }

    @Override
    public int dimension() {
        return mean.length;
    }

    @Override
    public double logDensity(double[] x) {
        int n = mean.length;
        double[] z = new double[n];
        double square = 0;
        for (int i = 0; i < n; i++) {
            double sum = x[i] - mean[i];
            for (int k = 0; k < i; k++) {
                sum -= factor[i][k] * z[k];
            }
            z[i] = sum / factor[i][i];
            square += z[i] * z[i];
        }
        return -0.5 * square - n * Normal.HALF_LOG_TWO_PI - logRootDeterminant;
    }

    @Override
    public double[] sample(RandomGenerator random) {
        int n = mean.length;
        double[] z = new double[n];
        double[] x = mean.clone();
        for (int i = 0; i < n; i++) {
            z[i] = random.nextGaussian();
            for (int k = 0; k <= i; k++) {
                x[i] += factor[i][k] * z[k];
            }
        }
        return x;
    }

    @Override
    public double[] mean() {
        return mean.clone();
    }

    @Override
    public Matrix covariance() {
        return covariance;
    }

    @Override
    public double entropy() {
        return mean.length * (0.5 + Normal.HALF_LOG_TWO_PI) + logRootDeterminant;
    }

    @Override
    public double[] mode() {
        return mean.clone();
    }
}
