package org.mlmath.calculus.derivative;

import java.util.List;
import java.util.Optional;
import org.mlmath.expression.Expression;
import org.mlmath.expression.evaluate.ExactEvaluation;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.exact.CharacteristicPolynomial;
import org.mlmath.numerics.exact.Inertia;
import org.mlmath.numerics.exact.Rational;
import org.mlmath.numerics.exact.RationalMatrix;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.Matrix;

/**
 * The eigenvalues of a Hessian at a point with their signs. Where all second derivatives are rational there, the signs are exact, by
 * Descartes' rule for the characteristic polynomial; elsewhere eigenvalues within 8·n·ε·‖H‖₂, what rounding of the entries may do,
 * count as zero.
 *
 * @param values ascending; those that count as zero by exact arithmetic are made so
 * @param tolerance null where the signs are exact
 */
record HessianSpectrum(double[] values, Inertia inertia, SignDecision decidedBy, Double tolerance) {
    /** Exact arithmetic up to this order takes milliseconds. */
    private static final int EXACT_UP_TO = 32;

    /** Units in the last place by which an entry of a usual formula may be off. */
    private static final int ROUNDING = 8;

    /**
     * @param hessian the values at the point, all finite
     * @param formulas the second derivatives by rows
     */
    static HessianSpectrum of(
            Matrix hessian, List<List<Expression>> formulas, List<String> names, double[] point, Deadline deadline) {
        int n = hessian.rows();
        double[] values =
                Kernels.current().symmetricEigen(hessian, false).values().clone();
        Optional<Inertia> exact = n > EXACT_UP_TO
                ? Optional.empty()
                : rational(formulas, names, point)
                        .flatMap(entries -> CharacteristicPolynomial.of(entries, deadline))
                        .map(Inertia::of);
        if (exact.isPresent()) {
            Inertia inertia = exact.get();
            for (int i = inertia.negative(); i < inertia.negative() + inertia.zero(); i++) {
                values[i] = 0;
            }
            return new HessianSpectrum(values, inertia, SignDecision.EXACT, null);
        }
        double tolerance = ROUNDING * n * Math.ulp(1.0) * Math.max(Math.abs(values[0]), Math.abs(values[n - 1]));
        int positive = 0;
        int negative = 0;
        for (double value : values) {
            positive += value > tolerance ? 1 : 0;
            negative += value < -tolerance ? 1 : 0;
        }
        return new HessianSpectrum(
                values, new Inertia(positive, negative, n - positive - negative), SignDecision.TOLERANCE, tolerance);
    }

    private static Optional<RationalMatrix> rational(
            List<List<Expression>> formulas, List<String> names, double[] point) {
        int n = formulas.size();
        String[] entries = new String[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                Optional<Rational> entry = ExactEvaluation.value(formulas.get(i).get(j), names, point);
                if (entry.isEmpty()) {
                    return Optional.empty();
                }
                entries[i * n + j] = entry.get().toString();
            }
        }
        return Optional.of(RationalMatrix.of(new Matrix(n, n, new double[n * n], entries)));
    }
}
