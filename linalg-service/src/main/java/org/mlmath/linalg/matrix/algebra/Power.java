package org.mlmath.linalg.matrix.algebra;

import java.util.ArrayList;
import java.util.List;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.linalg.explanation.Latex;
import org.mlmath.linalg.explanation.Working;
import org.mlmath.linalg.matrix.MatrixDiagnostics;
import org.mlmath.linalg.matrix.MatrixResult;
import org.mlmath.linalg.matrix.Operands;
import org.mlmath.linalg.matrix.Overflow;
import org.mlmath.linalg.matrix.inverse.Inverse;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DomainException;
import org.mlmath.numerics.linear.Matrix;

/**
 * Aᵖ for an integer p, by repeated squaring from the highest bit of p: at most 2·log₂|p| products. A⁰ = I, also of a singular matrix;
 * A⁻ᵖ = (A⁻¹)ᵖ. Between products a power of two is kept aside, so only what is itself too large overflows.
 *
 * <p>The bound on the error doubles with each squaring and grows where products cancel. Source: Higham, <i>Functions of Matrices</i>,
 * ch. 4.1; Knuth, <i>The Art of Computer Programming</i>, vol. 2, §4.6.3. Kinds of steps: inverse, square, multiply, power.
 */
public final class Power {
    /** Larger matrices are no longer read. */
    private static final int SHOWN_UP_TO = 8;

    /** What refinement leaves of an inverse: the last digits. */
    private static final double INVERTED = 0x1p-52;

    private final Working working = new Working();
    private final boolean shown;
    private final Deadline deadline;

    private Power(boolean shown, Deadline deadline) {
        this.shown = shown;
        this.deadline = deadline;
    }

    /**
     * @param a n×n
     * @param exponent of at most 2³¹ in modulus
     * @throws org.mlmath.numerics.DimensionMismatchException if a is not square
     * @throws org.mlmath.numerics.SingularMatrixException if the exponent is negative and a has no inverse
     * @throws DomainException if an entry of the inverse overflows
     */
    public static MatrixResult of(Matrix a, long exponent, boolean explain, Deadline deadline) {
        Operands.requireSquare(a, "A power is");
        List<Warning> warnings = new ArrayList<>();
        boolean shown = explain && a.rows() <= SHOWN_UP_TO && Latex.readable(a);
        Power power = new Power(shown, deadline);
        ScaledMatrix raised = power.raise(a, exponent);
        Matrix matrix = Overflow.marked(raised.value(), warnings);
        MatrixResult result = new MatrixResult(
                matrix, MatrixDiagnostics.of(warnings.isEmpty() ? raised.error() : Double.NaN), warnings, null);
        if (!explain) {
            return result;
        }
        if (!shown || !warnings.isEmpty()) {
            warnings.add(Warning.noSteps());
            return result;
        }
        if (power.working.full()) {
            warnings.add(power.working.truncated());
        }
        Step last = new Step(
                "power",
                "The power",
                exponent == 0
                        ? "The power 0 is the identity, as the number 1 is for numbers."
                        : "Each bit of the exponent took a squaring, and each 1 among them a multiplication.",
                "A^{%d} = %s".formatted(exponent, Latex.matrix(matrix)),
                matrix);
        return result.withSteps(power.working.endingIn(last));
    }

    private ScaledMatrix raise(Matrix a, long exponent) {
        if (exponent == 0) {
            return ScaledMatrix.of(Matrix.identity(a.rows()), 0);
        }
        int sign = exponent < 0 ? -1 : 1;
        ScaledMatrix base = exponent < 0 ? inverted(a) : ScaledMatrix.of(a, 0);
        ScaledMatrix power = base;
        long size = Math.abs(exponent);
        long reached = 1;
        for (int bit = 62 - Long.numberOfLeadingZeros(size); bit >= 0; bit--) {
            deadline.check();
            power = power.multiply(power);
            reached *= 2;
            show(
                    "square",
                    "Square",
                    sign * reached,
                    "A^{%d} \\cdot A^{%d}".formatted(sign * reached / 2, sign * reached / 2),
                    power);
            if ((size >> bit & 1) == 1) {
                deadline.check();
                power = power.multiply(base);
                reached++;
                show(
                        "multiply",
                        "Multiply by the base once more",
                        sign * reached,
                        "A^{%d} \\cdot A^{%d}".formatted(sign * (reached - 1), sign),
                        power);
            }
        }
        return power;
    }

    private ScaledMatrix inverted(Matrix a) {
        Matrix inverse = Inverse.matrix(a, deadline);
        ScaledMatrix scaled;
        if (Overflow.count(inverse.values()) == 0) {
            scaled = ScaledMatrix.of(inverse, INVERTED);
        } else {
            ScaledMatrix near = ScaledMatrix.of(a, 0);
            Matrix ofNear = Inverse.matrix(near.matrix(), deadline);
            if (Overflow.count(ofNear.values()) > 0) {
                throw new DomainException("Entries of the inverse are beyond the largest double, about 1.8e308.")
                        .at("/matrix");
            }
            ScaledMatrix found = ScaledMatrix.of(ofNear, INVERTED);
            scaled = new ScaledMatrix(found.matrix(), found.exponent() - near.exponent(), INVERTED);
        }
        show("inverse", "Invert the matrix", -1, "A^{-1}", scaled);
        return scaled;
    }

    private void show(String kind, String title, long exponent, String formula, ScaledMatrix power) {
        if (!shown || working.full()) {
            return;
        }
        Matrix value = power.value();
        if (Overflow.count(value.values()) > 0) {
            return;
        }
        String name = "A^{" + exponent + "}";
        String product = formula.equals(name) ? name : name + " = " + formula;
        working.add(
                new Step(
                        kind,
                        title,
                        "That gives the power " + exponent + ".",
                        product + " = " + Latex.matrix(value),
                        value),
                value.values().length);
    }
}
