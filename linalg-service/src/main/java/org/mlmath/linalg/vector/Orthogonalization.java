package org.mlmath.linalg.vector;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mlmath.kit.answer.Warning;
import org.mlmath.linalg.system.RankDecision;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.linear.Certificate;
import org.mlmath.numerics.linear.Matrix;

/**
 * The process of Gram and Schmidt: uᵢ = vᵢ − Σ (vᵢ·uⱼ)/(uⱼ·uⱼ)·uⱼ over the u before it, normalised or not.
 *
 * <p>Few vectors in fractions ({@link FractionOrthogonalization}): dependent ones vanish, and every number is right to the last digit.
 * Many in floating point, each projected twice, which makes the basis orthogonal to rounding ("twice is enough"); a vector of which no
 * more than max(k, n)·ε is left counts as dependent. Cost 4·k²·n operations. Source: Giraud, Langou, Rozložník and van den Eshof,
 * <i>Rounding error analysis of the classical Gram–Schmidt orthogonalization process</i>, Numer. Math. 101 (2005).
 */
public final class Orthogonalization {
    private static final Map<String, String> CONVENTIONS = Map.of(
            "coefficients", "a row per vector, a column per vector of the basis",
            "sign", "a vector of the basis points to the side of the vector it comes from");

    private Orthogonalization() {}

    /**
     * @param vectors k×n, in rows
     * @throws org.mlmath.numerics.DimensionMismatchException if there is no vector, or no entry
     */
    public static GramSchmidtResult of(Matrix vectors, boolean normalize, boolean explain, Deadline deadline) {
        VectorShapes.requireEntries(vectors, "/vectors");
        if (Fractions.fit(vectors)) {
            return FractionOrthogonalization.of(Fractions.of(vectors, "/vectors"), normalize, explain);
        }
        List<Warning> warnings = new ArrayList<>();
        if (explain) {
            warnings.add(Warning.noSteps());
        }
        return inFloatingPoint(vectors, normalize, warnings, deadline);
    }

    private static GramSchmidtResult inFloatingPoint(
            Matrix vectors, boolean normalize, List<Warning> warnings, Deadline deadline) {
        int k = vectors.rows();
        int n = vectors.columns();
        double tolerance = Math.max(k, n) * Math.ulp(1.0);
        List<double[]> directions = new ArrayList<>();
        List<Double> lengths = new ArrayList<>();
        List<double[]> shares = new ArrayList<>();
        List<Integer> dependent = new ArrayList<>();
        for (int i = 0; i < k; i++) {
            double[] vector = vectors.row(i);
            int scale = InnerProduct.exponent(vector);
            double[] rest = InnerProduct.scaled(vector, -scale);
            double size = InnerProduct.norm(rest);
            double[] row = new double[directions.size() + 1];
            for (int pass = 0; pass < 2; pass++) {
                for (int j = 0; j < directions.size(); j++) {
                    deadline.check();
                    double share = InnerProduct.of(directions.get(j), rest).value();
                    row[j] += share;
                    for (int l = 0; l < n; l++) {
                        rest[l] -= share * directions.get(j)[l];
                    }
                }
            }
            double left = InnerProduct.norm(rest);
            if (left <= tolerance * size) {
                dependent.add(i);
            } else {
                row[directions.size()] = left;
                directions.add(InnerProduct.direction(rest));
                lengths.add(Math.scalb(left, scale));
            }
            shares.add(InnerProduct.scaled(row, scale));
        }
        int r = directions.size();
        double[] coefficients = new double[k * r];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < Math.min(r, shares.get(i).length); j++) {
                double share = shares.get(i)[j];
                coefficients[i * r + j] = normalize ? share : share / lengths.get(j);
            }
        }
        Matrix orthonormal = matrix(directions, n);
        double[] basis = orthonormal.values().clone();
        for (int at = 0; at < basis.length && !normalize; at++) {
            basis[at] *= lengths.get(at / n);
        }
        return result(
                orthonormal,
                normalize ? orthonormal : new Matrix(r, n, basis),
                new Matrix(k, r, coefficients),
                dependent,
                RankDecision.TOLERANCE,
                tolerance,
                warnings);
    }

    static Matrix matrix(List<double[]> rows, int columns) {
        return rows.isEmpty() ? new Matrix(0, columns, new double[0]) : Matrix.of(rows.toArray(double[][]::new));
    }

    static GramSchmidtResult result(
            Matrix orthonormal,
            Matrix basis,
            Matrix coefficients,
            List<Integer> dependent,
            RankDecision decision,
            Double tolerance,
            List<Warning> warnings) {
        double orthogonality = orthonormal.rows() == 0
                ? 0
                : Certificate.ofOrthonormalRows(orthonormal).value();
        return new GramSchmidtResult(
                basis,
                coefficients,
                dependent.stream().mapToInt(Integer::intValue).toArray(),
                new GramSchmidtResult.Diagnostics(orthogonality, decision, tolerance),
                CONVENTIONS,
                warnings,
                null);
    }
}
