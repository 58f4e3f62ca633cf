package org.mlmath.linalg.system;

import java.util.function.UnaryOperator;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.NotPositiveDefiniteException;
import org.mlmath.numerics.linear.CholeskyFactors;
import org.mlmath.numerics.linear.Equilibration;
import org.mlmath.numerics.linear.Kernel;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.LuFactors;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.numerics.linear.QrFactors;
import org.mlmath.numerics.linear.SvdFactors;
import org.mlmath.numerics.linear.Symmetry;

/** Square systems of full rank, in floating point: scaled, factored, refined. */
final class SquareSystem {
    private SquareSystem() {}

    /**
     * @param method not conjugate-gradient
     * @return the solution, or null where rounding leaves nothing of it: a pivot of zero, or corrections that do not shrink
     */
    static SolutionSet solve(Matrix a, Matrix b, SolveMethod method, Deadline deadline) {
        if (method == SolveMethod.AUTO && mayBeDefinite(a)) {
            SolutionSet found = byCholesky(a, b);
            if (found != null) {
                return found;
            }
            deadline.check();
        }
        Equilibration scale = Equilibration.of(a);
        Matrix s = scale.scaled();
        LuFactors lu = Kernels.current().lu(s);
        if (lu.singular() || lu.rcond() == 0) {
            return null;
        }
        UnaryOperator<Matrix> solver =
                switch (method) {
                    case QR -> byQr(s);
                    case SVD -> bySvd(s);
                    default -> lu::solve;
                };
        SolveMethod used = method == SolveMethod.AUTO ? SolveMethod.LU : method;
        return refined(scale, b, solver, lu.rcond(), used);
    }

    /** @return that of the scaled matrix, of full column rank; not 0, which would be that of a singular one */
    static double reciprocalCondition(Matrix a) {
        Matrix s = Equilibration.of(a).scaled();
        Matrix square = a.isSquare() ? s : Kernels.current().qr(s, false, false).r();
        return Math.max(Kernels.current().lu(square).rcond(), Double.MIN_NORMAL);
    }

    static SolutionSet refined(
            Equilibration scale, Matrix b, UnaryOperator<Matrix> solver, double rcond, SolveMethod method) {
        Matrix s = scale.scaled();
        Equilibration.RightHandSide rhs = scale.rightHandSide(b);
        Matrix c = rhs.matrix();
        Refinement refinement = Refinement.of(s, c, solver, rcond);
        boolean hopeless = rcond < s.rows() * Math.ulp(1.0);
        if (!refinement.settled() && hopeless && s.rows() <= LinearSystem.EXACT_UP_TO) {
            return null;
        }
        Matrix x = scale.solution(refinement.solution(), rhs);
        if (!Double.isFinite(x.maxAbs()) && s.rows() <= LinearSystem.EXACT_UP_TO) {
            return null; // beside an unknown that overflows, small ones have vanished
        }
        return new SolutionSet(
                x,
                null,
                refinement.backwardError(),
                refinement.estimated(),
                rcond,
                !scale.trivial(),
                method.wireName(),
                null,
                null,
                null);
    }

    private static SolutionSet byCholesky(Matrix a, Matrix b) {
        Equilibration scale = Equilibration.ofSymmetric(a);
        CholeskyFactors factors;
        try {
            factors = Kernels.current().cholesky(scale.scaled());
        } catch (NotPositiveDefiniteException e) { // it was worth a try: LU takes every matrix
            return null;
        }
        return refined(scale, b, factors::solve, factors.rcond(), SolveMethod.CHOLESKY);
    }

    /** Exactly symmetric, with a positive diagonal. */
    private static boolean mayBeDefinite(Matrix a) {
        for (int i = 0; i < a.rows(); i++) {
            if (!(a.get(i, i) > 0)) {
                return false;
            }
        }
        return Symmetry.isExact(a);
    }

    static UnaryOperator<Matrix> byQr(Matrix s) {
        QrFactors qr = Kernels.current().qr(s, false, false);
        Matrix transposed = qr.q().transpose();
        return c -> Triangle.solveUpper(qr.r(), Kernels.current().multiply(transposed, c), s.columns());
    }

    private static UnaryOperator<Matrix> bySvd(Matrix s) {
        SvdFactors svd = Kernels.current().svd(s, Kernel.Vectors.THIN);
        return c -> PseudoInverse.times(svd, svd.singularValues().length, c);
    }
}
