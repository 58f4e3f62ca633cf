package org.mlmath.linalg.vector;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mlmath.kit.answer.Warning;
import org.mlmath.kit.array.VectorOrMatrix;
import org.mlmath.linalg.system.RankDecision;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DimensionMismatchException;
import org.mlmath.numerics.DomainException;
import org.mlmath.numerics.exact.ExactSystem;
import org.mlmath.numerics.exact.Rational;
import org.mlmath.numerics.exact.RationalMatrix;
import org.mlmath.numerics.linear.Matrix;

/**
 * The orthogonal projection of v onto the span of b₁ … bₖ: p = Σcᵢ·bᵢ with (v − p)·bᵢ = 0 for all i.
 *
 * <p>Few vectors: the normal equations G·c = (bᵢ·v), G = (bᵢ·bⱼ), in fractions, so that every number is right to the last digit and
 * dependent vectors are found as such. Many: by QR factorisation with pivoting ({@link LargeProjection}). A vector that depends on the
 * others gets the coefficient 0.
 */
public final class Projection {
    private static final Map<String, String> CONVENTIONS =
            Map.of("coefficients", "0 for vectors that depend on the others");

    private Projection() {}

    /**
     * @param v n entries
     * @param onto a vector of n entries, or k×n, a vector per row
     * @throws DimensionMismatchException if the lengths differ or are 0
     * @throws DomainException if all vectors are zero, or a coefficient is beyond the largest double
     */
    public static ProjectionResult of(double[] v, VectorOrMatrix onto, boolean explain, Deadline deadline) {
        Matrix b = rows(onto);
        VectorShapes.requireEntries(v, "/vector");
        VectorShapes.requireEntries(b, "/onto");
        if (b.columns() != v.length) {
            throw new DimensionMismatchException(
                            "The vector has %d entries, but %s has %d; they must have the same number."
                                    .formatted(
                                            v.length,
                                            onto.vector() ? "that projected onto" : "each of those projected onto",
                                            b.columns()))
                    .at("/onto");
        }
        if (InnerProduct.isZero(b.values())) {
            throw new DomainException("Zero has no direction to project onto. Give a vector that is not zero.")
                    .at("/onto");
        }
        List<Warning> warnings = new ArrayList<>();
        ProjectionResult result = Fractions.fit(beside(b, v))
                ? inFractions(v, b, explain, warnings, deadline)
                : LargeProjection.of(v, b, explain, warnings);
        if (result.diagnostics().rank() < b.rows()) {
            warnings.add(new Warning(
                    "dependent",
                    "The vectors projected onto depend on each other: other coefficients give the same projection.",
                    "/onto"));
        }
        VectorShapes.requireFinite(result.projection(), "An entry of the projection", "/vector");
        VectorShapes.requireFinite(result.coefficients(), "A coefficient of the projection", "/onto");
        return result;
    }

    static Map<String, String> conventions() {
        return CONVENTIONS;
    }

    /** @return the vectors in rows, of which there is one where a single vector was given */
    static Matrix rows(VectorOrMatrix onto) {
        return onto.vector() ? onto.matrix().transpose() : onto.matrix();
    }

    private static Matrix beside(Matrix b, double[] v) {
        double[] all = new double[b.values().length + v.length];
        System.arraycopy(b.values(), 0, all, 0, b.values().length);
        System.arraycopy(v, 0, all, b.values().length, v.length);
        return new Matrix(b.rows() + 1, b.columns(), all);
    }

    private static ProjectionResult inFractions(
            double[] v, Matrix rows, boolean explain, List<Warning> warnings, Deadline deadline) {
        RationalMatrix b = Fractions.of(rows, "/onto");
        RationalMatrix column = Fractions.of(Matrix.column(v), "/vector");
        RationalMatrix gram = b.multiply(b.transpose());
        RationalMatrix shares = b.multiply(column);
        ExactSystem system = ExactSystem.solve(gram, shares, deadline);
        Rational[] c = Fractions.row(system.solution().transpose(), 0);
        Rational[] p = Fractions.row(system.solution().transpose().multiply(b), 0);
        Rational[] residual = Fractions.plus(Fractions.row(column.transpose(), 0), Rational.of(-1), p);
        ProjectionResult result = new ProjectionResult(
                Fractions.doubles(p),
                Fractions.doubles(residual),
                Fractions.doubles(c),
                Fractions.dot(residual, residual).sqrt(),
                new ProjectionResult.Diagnostics(system.rank(), RankDecision.EXACT, null, 0),
                CONVENTIONS,
                warnings,
                null);
        return explain ? ProjectionWorking.explain(result, gram, shares, c, p, residual) : result;
    }
}
