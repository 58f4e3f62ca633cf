package org.mlmath.linalg.matrix.measure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.linalg.explanation.Latex;
import org.mlmath.linalg.matrix.Operands;
import org.mlmath.numerics.DomainException;
import org.mlmath.numerics.linear.Matrix;

/** The trace Σ aᵢᵢ, summed without rounding and rounded once. Kinds of steps: trace. */
public final class Trace {
    private static final double ROUNDED_ONCE = 0x1p-53;

    /** A longer sum is no longer read. */
    private static final int MOST_TERMS = 50;

    private Trace() {}

    /**
     * @param a n×n
     * @throws org.mlmath.numerics.DimensionMismatchException if a is not square
     * @throws DomainException if the sum is beyond the largest double
     */
    public static TraceResult of(Matrix a, boolean explain) {
        Operands.requireSquare(a, "The trace is");
        BigDecimal sum = BigDecimal.ZERO;
        List<String> terms = new ArrayList<>();
        for (int i = 0; i < a.rows(); i++) {
            sum = sum.add(new BigDecimal(a.get(i, i)));
            terms.add(Latex.number(a.get(i, i)));
        }
        double value = sum.doubleValue();
        if (Double.isInfinite(value)) {
            throw new DomainException("The trace is beyond the largest double, about 1.8e308.").at("/matrix");
        }
        List<Warning> warnings = new ArrayList<>();
        List<Step> steps = null;
        if (explain && terms.size() <= MOST_TERMS) {
            steps = List.of(new Step(
                    "trace",
                    "Add the diagonal",
                    "The trace is the sum of the entries in the same row as column.",
                    "\\operatorname{tr}(A) = %s = %s".formatted(Latex.sum(terms), Latex.number(value)),
                    value));
        } else if (explain) {
            warnings.add(Warning.noSteps());
        }
        return new TraceResult(value, new TraceResult.Diagnostics(ROUNDED_ONCE), warnings, steps);
    }
}
