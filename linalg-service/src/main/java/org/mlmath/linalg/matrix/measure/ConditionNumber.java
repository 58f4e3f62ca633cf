package org.mlmath.linalg.matrix.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mlmath.kit.answer.Warning;
import org.mlmath.linalg.matrix.Fractions;
import org.mlmath.linalg.matrix.Operands;
import org.mlmath.linalg.matrix.Overflow;
import org.mlmath.linalg.matrix.inverse.Inverse;
import org.mlmath.linalg.matrix.inverse.InverseResult;
import org.mlmath.linalg.system.Arithmetic;
import org.mlmath.linalg.system.RankDecision;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.SingularMatrixException;
import org.mlmath.numerics.linear.Matrix;

/**
 * κ(A) = ‖A‖·‖A⁻¹‖, in the 2-norm σ₁/σₖ of a matrix of any shape, k = min(m, n).
 *
 * <p>A smallest singular value is right to an absolute error of about ε·σ₁, so beyond κ = {@value #INVERSE_BEYOND} the norm of the
 * refined inverse takes its place, which is right to its own last digits. Up to order 64 it is decided without rounding whether the
 * rank is full. Source: Higham, <i>Accuracy and Stability of Numerical Algorithms</i>, 2nd ed., ch. 15.
 */
public final class ConditionNumber {
    private static final double INVERSE_BEYOND = 1e4;

    private final Matrix original;
    private final Matrix a;
    private final NormKind norm;
    private final Deadline deadline;
    private final boolean exact;

    private ConditionNumber(Matrix a, NormKind norm, Deadline deadline) {
        this.a = CommonScale.of(
                a); // by which the condition number does not change, but what it is made of stays in range
        this.original = a;
        this.norm = norm;
        this.deadline = deadline;
        this.exact = Fractions.bearable(a);
    }

    /** log₁₀ of it, and its relative error. */
    private record Estimate(double log10, double value, double error) {}

    /**
     * @param a m×n, square unless the norm is the 2-norm
     * @throws org.mlmath.numerics.DimensionMismatchException if it is not
     */
    public static ConditionNumberResult of(Matrix a, ConditionNorm norm, boolean explain, Deadline deadline) {
        if (norm == ConditionNorm.TWO) {
            Operands.requireEntries(a, "/matrix");
        } else {
            Operands.requireSquare(a, "In this norm the condition number is");
        }
        ConditionNumber condition = new ConditionNumber(a, norm.kind(), deadline);
        Estimate estimate = condition.estimate();
        List<Warning> warnings = new ArrayList<>();
        boolean overflows = Double.isInfinite(estimate.value) && Double.isFinite(estimate.log10);
        if (overflows) {
            warnings.add(new Warning(
                    "overflow",
                    "The condition number is finite but beyond the largest double; digitsLost is its decimal logarithm.",
                    "/value"));
        }
        ConditionNumberResult result = new ConditionNumberResult(
                overflows ? null : estimate.value,
                estimate.log10,
                new ConditionNumberResult.Diagnostics(
                        condition.exact ? RankDecision.EXACT : RankDecision.TOLERANCE, estimate.error),
                Map.of("norm", norm.kind().formula(), "singular", "as given up to order 64, where it is infinite"),
                warnings,
                null);
        return explain ? ConditionWorking.explain(result, a, norm.kind(), deadline) : result;
    }

    private Estimate estimate() {
        if (norm == NormKind.TWO) {
            double[] sigma = MatrixNorm.singularValues(a);
            double ratio = sigma[0] / sigma[sigma.length - 1];
            if (ratio <= INVERSE_BEYOND) {
                return finite(sigma[0], 1 / sigma[sigma.length - 1], ratio * rounding());
            }
            if (exact && Fractions.rank(Fractions.of(original), deadline) < sigma.length) {
                return infinite();
            }
            if (!a.isSquare() || !exact) {
                return sigma[sigma.length - 1] == 0
                        ? infinite()
                        : new Estimate(
                                Math.log10(sigma[0]) - Math.log10(sigma[sigma.length - 1]),
                                ratio,
                                Math.min(1, ratio * rounding()));
            }
        }
        return byInverse();
    }

    private Estimate byInverse() {
        // The decimals of a multiple by a power of two are others.
        if (a != original && exact && Fractions.rank(Fractions.of(original), deadline) < a.rows()) {
            return infinite();
        }
        InverseResult found;
        try {
            found = Inverse.of(a, Arithmetic.FLOAT, false, deadline);
        } catch (SingularMatrixException e) {
            return infinite();
        }
        Matrix inverse = found.matrix();
        if (Overflow.count(inverse.values()) > 0) {
            return new Estimate(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, 1);
        }
        double digits = found.diagnostics().digitsLost();
        double error = exact || found.diagnostics().refined() ? rounding() : rounding() * Math.pow(10, digits);
        return finite(MatrixNorm.value(a, norm), MatrixNorm.value(inverse, norm), error);
    }

    /** @return what rounding leaves of a norm */
    private double rounding() {
        return Math.max(a.rows(), a.columns()) * Math.ulp(1.0);
    }

    private static Estimate finite(double norm, double inverseNorm, double error) {
        double value = Math.max(1, norm * inverseNorm);
        return new Estimate(
                Double.isInfinite(value) ? Math.log10(norm) + Math.log10(inverseNorm) : Math.log10(value),
                value,
                Math.min(1, error));
    }

    private static Estimate infinite() {
        return new Estimate(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, 0);
    }
}
