package org.mlmath.linalg.system;

import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.NotPositiveDefiniteException;
import org.mlmath.numerics.exact.ExactCost;
import org.mlmath.numerics.exact.ExactSystem;
import org.mlmath.numerics.exact.LeadingMinors;
import org.mlmath.numerics.exact.RationalMatrix;
import org.mlmath.numerics.linear.CholeskyFactors;
import org.mlmath.numerics.linear.Equilibration;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.numerics.linear.Residual;

/**
 * Systems with a symmetric positive definite matrix. Whether it is one is decided by its Cholesky factorisation, and where that is a
 * matter of rounding and the matrix small, by the signs of its leading minors, exactly.
 */
final class DefiniteSystem {
    private static final int STEPS_PER_UNKNOWN = 10;

    private final Matrix a;
    private final Matrix b;
    private final RationalMatrix exactA;
    private final RationalMatrix exactB;
    private final Deadline deadline;
    private final Equilibration scale;
    private final Matrix s;

    /** @param exactA null for a large system */
    DefiniteSystem(Matrix a, Matrix b, RationalMatrix exactA, RationalMatrix exactB, Deadline deadline) {
        this.a = a;
        this.b = b;
        this.exactA = exactA;
        this.exactB = exactB;
        this.deadline = deadline;
        this.scale = Equilibration.ofSymmetric(a);
        this.s = scale.scaled();
    }

    SolutionSet byCholesky() {
        CholeskyFactors factors = factor();
        SolutionSet found = factors == null
                ? null
                : SquareSystem.refined(scale, b, factors::solve, factors.rcond(), SolveMethod.CHOLESKY);
        return found != null
                ? found
                : ExactCost.of(a, b).bearable() ? eliminated() : RectangularSystem.ofRank(a, b, a.rows());
    }

    /** @return the factors, or null where the matrix is positive definite but rounding keeps it from being factored */
    private CholeskyFactors factor() {
        CholeskyFactors factors = null;
        NotPositiveDefiniteException failure = null;
        try {
            factors = Kernels.current().cholesky(s);
        } catch (NotPositiveDefiniteException e) {
            failure = e;
        }
        boolean certain = factors != null && factors.rcond() > 100 * a.rows() * Math.ulp(1.0);
        if (!certain && exactA != null && ExactCost.of(a, b).bearable()) {
            int order = LeadingMinors.firstNotPositive(exactA, deadline);
            if (order > 0) {
                throw new NotPositiveDefiniteException(
                                "The matrix is %s and symmetric but not positive definite: its leading minor of order %d is not positive. Use lu."
                                        .formatted(a.shape(), order))
                        .with("leadingMinor", order);
            }
        } else if (failure != null) {
            throw failure;
        }
        return factors;
    }

    private SolutionSet eliminated() {
        return SolutionSet.exact(ExactSystem.solve(exactA, exactB, deadline))
                .withReciprocalCondition(SquareSystem.reciprocalCondition(a));
    }

    /**
     * The method of Hestenes and Stiefel (1952) on the scaled matrix, column by column, from 0: at most n steps in exact arithmetic,
     * some more with rounding.
     */
    SolutionSet byConjugateGradients() {
        CholeskyFactors factors = factor(); // far cheaper than to iterate with a matrix that is not definite
        int n = a.rows();
        Equilibration.RightHandSide rhs = scale.rightHandSide(b);
        Matrix c = rhs.matrix();
        double[] y = new double[n * c.columns()];
        int most = 0;
        boolean converged = true;
        for (int k = 0; k < c.columns(); k++) {
            double[] x = new double[n];
            int steps = iterate(c.columnAt(k), x);
            converged &= steps <= STEPS_PER_UNKNOWN * n;
            most = Math.max(most, Math.min(steps, STEPS_PER_UNKNOWN * n));
            for (int i = 0; i < n; i++) {
                y[i * c.columns() + k] = x[i];
            }
        }
        Matrix solution = new Matrix(n, c.columns(), y);
        double backwardError = Residual.backwardError(s, solution, c, Residual.of(s, solution, c));
        return new SolutionSet(
                scale.solution(solution, rhs),
                null,
                backwardError,
                false,
                factors == null ? SquareSystem.reciprocalCondition(a) : factors.rcond(),
                null,
                SolveMethod.CONJUGATE_GRADIENT.wireName(),
                null,
                most,
                converged);
    }

    /** @return the steps taken, one more than the most allowed if those were not enough */
    private int iterate(double[] c, double[] x) {
        int n = c.length;
        double[] r = c.clone();
        double[] p = c.clone();
        double rr = dot(r, r);
        double norm = s.frobeniusNorm();
        double size = Math.sqrt(rr);
        for (int step = 0; step <= STEPS_PER_UNKNOWN * n; step++) {
            deadline.check();
            if (Math.sqrt(rr) <= Math.ulp(1.0) * (norm * Math.sqrt(dot(x, x)) + size)) {
                // The recurrence's residual can run ahead of the true one: start again from that until they agree.
                double[] actual =
                        Residual.of(s, Matrix.column(x), Matrix.column(c)).values();
                double square = dot(actual, actual);
                if (Math.sqrt(square) <= 4 * Math.ulp(1.0) * (norm * Math.sqrt(dot(x, x)) + size)) {
                    return step;
                }
                r = actual;
                p = actual.clone();
                rr = square;
            }
            double[] sp = Kernels.current().multiply(s, Matrix.column(p)).values();
            double curvature = dot(p, sp);
            if (!(curvature > 0)) { // by rounding, of a matrix that is known to be definite
                return STEPS_PER_UNKNOWN * n + 1;
            }
            double length = rr / curvature;
            for (int i = 0; i < n; i++) {
                x[i] += length * p[i];
                r[i] -= length * sp[i];
            }
            double next = dot(r, r);
            for (int i = 0; i < n; i++) {
                p[i] = r[i] + next / rr * p[i];
            }
            rr = next;
        }
        return STEPS_PER_UNKNOWN * n + 1;
    }

    private static double dot(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }
}
