package org.mlmath.linalg.property;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mlmath.kit.answer.Warning;
import org.mlmath.linalg.system.Arithmetic;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DimensionMismatchException;
import org.mlmath.numerics.LimitExceededException;
import org.mlmath.numerics.MathException;
import org.mlmath.numerics.exact.CharacteristicPolynomial;
import org.mlmath.numerics.exact.ExactCost;
import org.mlmath.numerics.exact.Rational;
import org.mlmath.numerics.exact.RationalMatrix;
import org.mlmath.numerics.linear.ComplexVector;
import org.mlmath.numerics.linear.Kernel;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.Matrix;

/**
 * det(x·I − A) = xⁿ − trace(A)·xⁿ⁻¹ + … + (−1)ⁿ·det(A).
 *
 * <p>Up to order {@value #EXACT_UP_TO} of the decimals as given, without rounding ({@link CharacteristicPolynomial}), and in floating
 * point rounded once at the end. Above, the product of (x − λ) over the eigenvalues: as right as rounding leaves it, which for small
 * coefficients among large ones may be nothing.
 */
public final class Characteristic {
    private static final int EXACT_UP_TO = 64;

    private static final Map<String, String> CONVENTIONS =
            Map.of("polynomial", "det(x I - A), highest power first, which begins with 1");

    private Characteristic() {}

    /**
     * @param a n×n
     * @throws DimensionMismatchException if a is not square or has no entry
     * @throws org.mlmath.numerics.InvalidParameterException if an entry is text in floating point
     * @throws LimitExceededException if fractions are asked for of more than 64 rows, or of too long ones
     */
    public static CharacteristicPolynomialResult polynomial(
            Matrix a, Arithmetic arithmetic, boolean explain, Deadline deadline) {
        if (a.rows() == 0 || !a.isSquare()) {
            throw new DimensionMismatchException(
                            "The matrix is %s; a characteristic polynomial belongs to a square matrix with at least one entry."
                                    .formatted(a.shape()))
                    .at("/matrix");
        }
        boolean exact = arithmetic == Arithmetic.EXACT;
        if (!exact) {
            Arithmetic.requireNumbers("/matrix", a, false);
        }
        List<Warning> warnings = new ArrayList<>();
        Optional<Rational[]> found = inFractions(a, deadline);
        if (exact && found.isEmpty()) {
            throw new LimitExceededException(
                            "Exact arithmetic takes up to %d rows, and numbers that are not too long or too far apart; this matrix is %s."
                                    .formatted(EXACT_UP_TO, a.shape()))
                    .at("/matrix")
                    .with("limit", EXACT_UP_TO);
        }
        double[] coefficients;
        CharacteristicPolynomialResult.Diagnostics diagnostics;
        if (found.isPresent()) {
            coefficients =
                    Stream.of(found.get()).mapToDouble(Rational::doubleValue).toArray();
            diagnostics = new CharacteristicPolynomialResult.Diagnostics("modular", 0x1p-53, null);
        } else {
            ComplexVector values = eigenvalues(a);
            coefficients = fromEigenvalues(values);
            double[] bounds = errorBounds(a, values);
            diagnostics = new CharacteristicPolynomialResult.Diagnostics("eigenvalues", null, bounds);
            warnIfNothingIsLeft(coefficients, bounds, warnings);
        }
        mark(coefficients, warnings);
        CharacteristicPolynomialResult result = new CharacteristicPolynomialResult(
                coefficients,
                exact
                        ? new CharacteristicPolynomialResult.ExactValues(
                                Stream.of(found.get()).map(Rational::toString).toList())
                        : null,
                diagnostics,
                CONVENTIONS,
                warnings,
                null);
        return explain ? CharacteristicWorking.explain(result, a) : result;
    }

    private static Optional<Rational[]> inFractions(Matrix a, Deadline deadline) {
        if (a.rows() > EXACT_UP_TO || !ExactCost.of(a).bearable()) {
            return Optional.empty();
        }
        try {
            return CharacteristicPolynomial.of(RationalMatrix.of(a), deadline);
        } catch (MathException e) {
            throw e.at("/matrix");
        }
    }

    private static ComplexVector eigenvalues(Matrix a) {
        try {
            return Kernels.current().eigen(a, false).values();
        } catch (MathException e) {
            throw e.at("/matrix");
        }
    }

    /**
     * To first order. The eigenvalues are those of a matrix within n·ε·‖A‖_F of A, which changes the coefficient of xⁿ⁻ᵏ by at most
     * (n − k + 1)·sₖ₋₁(σ) times that distance, s the elementary symmetric functions and σ the singular values; multiplying out n factors
     * rounds it by at most 8n·u·sₖ(|λ|). Source: Ipsen and Rehman, <i>Perturbation bounds for determinants and characteristic
     * polynomials</i>, SIAM J. Matrix Anal. Appl. 30 (2008).
     */
    private static double[] errorBounds(Matrix a, ComplexVector values) {
        int n = a.rows();
        double[] moduli = values.re().clone();
        for (int i = 0; i < n; i++) {
            moduli[i] = Math.hypot(moduli[i], values.isComplex() ? values.im()[i] : 0);
        }
        double[] ofSingularValues =
                symmetric(Kernels.current().svd(a, Kernel.Vectors.NONE).singularValues());
        double[] ofModuli = symmetric(moduli);
        double distance = n * Math.ulp(1.0) * a.frobeniusNorm();
        double[] bounds = new double[n + 1];
        for (int k = 1; k <= n; k++) {
            double bound = (n - k + 1) * ofSingularValues[k - 1] * distance + 4 * n * Math.ulp(1.0) * ofModuli[k];
            bounds[k] = Double.isNaN(bound) ? Double.POSITIVE_INFINITY : bound;
        }
        return bounds;
    }

    /** @return the elementary symmetric functions, from order 0 on */
    private static double[] symmetric(double[] values) {
        double[] sums = new double[values.length + 1];
        sums[0] = 1;
        for (int i = 0; i < values.length; i++) {
            for (int k = i + 1; k > 0; k--) {
                sums[k] += values[i] == 0 ? 0 : values[i] * sums[k - 1];
            }
        }
        return sums;
    }

    private static void warnIfNothingIsLeft(double[] coefficients, double[] bounds, List<Warning> warnings) {
        int lost = 0;
        for (int k = 0; k < bounds.length; k++) {
            lost += coefficients[k] != 0 && bounds[k] >= Math.abs(coefficients[k]) ? 1 : 0;
        }
        if (lost > 0) {
            warnings.add(new Warning(
                    "ill-conditioned",
                    "%d of the %d coefficients may have no right digit: see errorBounds. Up to order %d they are found without rounding."
                            .formatted(lost, coefficients.length, EXACT_UP_TO),
                    "/coefficients"));
        }
    }

    private static double[] fromEigenvalues(ComplexVector values) {
        int n = values.re().length;
        double[] re = new double[n + 1];
        double[] im = new double[n + 1];
        re[0] = 1;
        int[] order = spread(values);
        for (int k = 0; k < n; k++) {
            double x = values.re()[order[k]];
            double y = values.isComplex() ? values.im()[order[k]] : 0;
            for (int i = k + 1; i > 0; i--) { // times (x − λ)
                double real = re[i] - (x * re[i - 1] - y * im[i - 1]);
                im[i] = im[i] - (x * im[i - 1] + y * re[i - 1]);
                re[i] = real;
            }
        }
        return re;
    }

    /**
     * Leja's order, each next root the one farthest from those before it, in which the partial products stay of a size. Source: Calvetti
     * and Reichel, <i>On the evaluation of polynomial coefficients</i>, Numer. Algorithms 33 (2003).
     */
    private static int[] spread(ComplexVector values) {
        int n = values.re().length;
        double[] im = values.isComplex() ? values.im() : new double[n];
        double[] distances = new double[n]; // sums of logarithms
        int[] order = new int[n];
        boolean[] taken = new boolean[n];
        for (int k = 0; k < n; k++) {
            int best = -1;
            for (int i = 0; i < n; i++) {
                double size = k == 0 ? Math.hypot(values.re()[i], im[i]) : distances[i];
                double most = best < 0 ? 0 : k == 0 ? Math.hypot(values.re()[best], im[best]) : distances[best];
                if (!taken[i] && (best < 0 || size > most)) {
                    best = i;
                }
            }
            order[k] = best;
            taken[best] = true;
            for (int i = 0; i < n; i++) {
                distances[i] += Math.log(Math.hypot(values.re()[i] - values.re()[best], im[i] - im[best]));
            }
        }
        return order;
    }

    private static void mark(double[] coefficients, List<Warning> warnings) {
        int count = 0;
        for (int i = 0; i < coefficients.length; i++) {
            if (!Double.isFinite(coefficients[i])) {
                coefficients[i] = Double.NaN;
                count++;
            }
        }
        if (count > 0) {
            warnings.add(new Warning(
                    "overflow",
                    "%d of the %d coefficients %s beyond the largest double, about 1.8e308, and null."
                            .formatted(count, coefficients.length, count == 1 ? "is" : "are"),
                    "/coefficients"));
        }
    }
}
