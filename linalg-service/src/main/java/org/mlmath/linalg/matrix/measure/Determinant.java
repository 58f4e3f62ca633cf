package org.mlmath.linalg.matrix.measure;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mlmath.kit.answer.Warning;
import org.mlmath.linalg.matrix.Fractions;
import org.mlmath.linalg.matrix.Operands;
import org.mlmath.linalg.system.Arithmetic;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.exact.ExactCost;
import org.mlmath.numerics.exact.ExactDeterminant;
import org.mlmath.numerics.exact.Rational;
import org.mlmath.numerics.exact.RationalMatrix;
import org.mlmath.numerics.linear.Equilibration;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.LuTriangles;
import org.mlmath.numerics.linear.Matrix;

/**
 * The determinant of a square matrix.
 *
 * <p>Of a small matrix it is computed in fractions from the decimals as given, and rounded once; of a larger one it is ± the product
 * of the pivots of P·A = L·U, exact for a matrix within n·ε·‖A‖ of A. Up to order 64 a determinant of 0 is told from a small one
 * without rounding. The product runs over mantissas and exponents, so only the answer itself can be too large or too small.
 * Source: Higham, <i>Accuracy and Stability of Numerical Algorithms</i>, 2nd ed., §14.6.
 */
public final class Determinant {
    /** Where fractions take no longer than this, nothing else is tried. */
    private static final double FRACTIONS_SECONDS = 1e-3;

    private static final int FRACTIONS_UP_TO = 16;

    private static final double ROUNDED_ONCE = 0x1p-53;

    private static final double LN_2 = Math.log(2);

    private Determinant() {}

    /**
     * @param a n×n
     * @throws org.mlmath.numerics.DimensionMismatchException if a is not square
     * @throws org.mlmath.numerics.InvalidParameterException if an entry is text in floating point
     * @throws org.mlmath.numerics.LimitExceededException if the matrix is too large for exact arithmetic
     */
    public static DeterminantResult of(Matrix a, Arithmetic arithmetic, boolean explain, Deadline deadline) {
        Operands.requireSquare(a, "The determinant is");
        boolean exact = arithmetic == Arithmetic.EXACT;
        if (exact) {
            Fractions.requireBearable(a);
        } else {
            Arithmetic.requireNumbers("/matrix", a, false);
        }
        RationalMatrix fractions = Fractions.bearable(a) ? Fractions.of(a) : null;
        boolean quick = fractions != null
                && a.rows() <= FRACTIONS_UP_TO
                && ExactCost.of(a).eliminationSeconds() < FRACTIONS_SECONDS;
        DeterminantResult result = exact || quick
                ? inFractions(ExactDeterminant.of(fractions, deadline), exact)
                : inFloatingPoint(a, fractions, deadline);
        if (!explain) {
            return result;
        }
        if (fractions == null) {
            result.warnings().add(Warning.noSteps());
            return result;
        }
        return DeterminantWorking.explain(result, fractions, deadline);
    }

    private static DeterminantResult inFractions(Rational determinant, boolean shown) {
        double logAbsolute = logAbsolute(determinant.abs());
        return result(
                determinant.doubleValue(),
                determinant.signum(),
                logAbsolute,
                shown ? new DeterminantResult.ExactValue(determinant.toString()) : null,
                new DeterminantResult.Diagnostics("elimination", ROUNDED_ONCE));
    }

    private static DeterminantResult inFloatingPoint(Matrix a, RationalMatrix fractions, Deadline deadline) {
        int n = a.rows();
        Equilibration scale = Equilibration.of(a);
        LuTriangles lu = Kernels.current().luTriangles(scale.scaled());
        double rcond = lu.rcond();
        boolean doubtful = rcond < n * n * Math.ulp(1.0);
        if (doubtful && fractions != null && Fractions.rank(fractions, deadline) < n) {
            return result(0, 0, Double.NEGATIVE_INFINITY, null, new DeterminantResult.Diagnostics("rank", 0));
        }
        if (doubtful && fractions != null) { // in floating point not even the sign may be right
            return inFractions(ExactDeterminant.of(fractions, deadline), false);
        }
        double mantissa = sign(lu.permutation());
        long exponent = 0;
        for (int i = 0; i < n; i++) {
            mantissa *= lu.u().get(i, i);
            int shift = mantissa == 0 ? 0 : exponent(mantissa);
            mantissa = Math.scalb(mantissa, -shift);
            exponent += (long) shift - scale.rows()[i] - scale.columns()[i];
        }
        double value = Math.scalb(mantissa, Math.clamp(exponent, -5000, 5000));
        double error = rcond == 0 ? 1 : Math.min(1, n * Math.ulp(1.0) / rcond);
        return result(
                value,
                (int) Math.signum(mantissa),
                mantissa == 0 ? Double.NEGATIVE_INFINITY : Math.log(Math.abs(mantissa)) + exponent * LN_2,
                null,
                new DeterminantResult.Diagnostics("lu", error));
    }

    /** @return 1 for an even permutation, −1 for an odd one: each cycle of even length changes the sign */
    private static int sign(int[] permutation) {
        boolean[] seen = new boolean[permutation.length];
        int sign = 1;
        for (int start = 0; start < permutation.length; start++) {
            int length = 0;
            for (int at = start; !seen[at]; at = permutation[at]) {
                seen[at] = true;
                length++;
            }
            sign = length > 0 && length % 2 == 0 ? -sign : sign;
        }
        return sign;
    }

    private static int exponent(double value) {
        return Math.abs(value) < Double.MIN_NORMAL ? Math.getExponent(value * 0x1p60) - 60 : Math.getExponent(value);
    }

    private static DeterminantResult result(
            double value,
            int sign,
            double logAbsolute,
            DeterminantResult.ExactValue exact,
            DeterminantResult.Diagnostics diagnostics) {
        List<Warning> warnings = new ArrayList<>();
        if (Double.isInfinite(value)) {
            warnings.add(new Warning(
                    "overflow",
                    String.format(
                            Locale.ROOT,
                            "The determinant, about %s10^%.1f, is beyond the largest double; sign and logAbsolute say it.",
                            sign < 0 ? "-" : "",
                            logAbsolute / Math.log(10)),
                    "/value"));
        } else if (sign != 0 && Math.abs(value) < Double.MIN_NORMAL) {
            warnings.add(new Warning(
                    "underflow",
                    "The determinant is not 0 but too small for a double of full precision; sign and logAbsolute say it.",
                    "/value"));
        } else if (diagnostics.relativeErrorEstimate() > 1e-8) {
            warnings.add(new Warning(
                    "ill-conditioned",
                    String.format(
                            Locale.ROOT,
                            "The matrix is nearly singular: the relative error of the determinant may be %.0e.",
                            diagnostics.relativeErrorEstimate()),
                    "/matrix"));
        }
        return new DeterminantResult(
                Double.isInfinite(value) ? null : value, sign, logAbsolute, exact, diagnostics, warnings, null);
    }

    /** @return log of a number that is not negative, also where it is too long for a double, or near 1 */
    private static double logAbsolute(Rational value) {
        double rounded = value.doubleValue();
        if (rounded > 0.5 && rounded < 2) {
            return Math.log1p(value.subtract(Rational.ONE).doubleValue());
        }
        if (value.signum() == 0 || (rounded >= Double.MIN_NORMAL && Double.isFinite(rounded))) {
            return Math.log(rounded);
        }
        return log(value.numerator()) - log(value.denominator());
    }

    private static double log(BigInteger positive) {
        int shift = Math.max(0, positive.bitLength() - 1000);
        return Math.log(positive.shiftRight(shift).doubleValue()) + shift * LN_2;
    }
}
