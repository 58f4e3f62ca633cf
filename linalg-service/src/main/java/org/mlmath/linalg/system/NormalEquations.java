package org.mlmath.linalg.system;

import java.util.Arrays;
import java.util.List;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.kit.array.VectorOrMatrix;
import org.mlmath.linalg.explanation.Latex;
import org.mlmath.linalg.explanation.Working;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.exact.ExactCost;
import org.mlmath.numerics.exact.ExactSystem;
import org.mlmath.numerics.exact.Rational;
import org.mlmath.numerics.exact.RationalMatrix;
import org.mlmath.numerics.linear.Matrix;

/**
 * The working of a textbook for least squares, in fractions: the residual of the best x is orthogonal to the columns of A, so AᵀA·x = Aᵀb.
 * Kinds: normal-matrix, right-hand-side, penalize, solve, shortest, residual, read-off.
 */
final class NormalEquations {
    private static final int MOST_ROWS = 50;
    static final int MOST_COLUMNS = 8;

    /** Fractions with more digits than these are shown as decimals. */
    private static final int SHORT = 12;

    /** How far, in units of ε, a rounded solution may be from the fractions when no digits are lost. */
    private static final double ROUNDING = 1000;

    private final LeastSquaresResult answer;
    private final RationalMatrix a;
    private final RationalMatrix b;
    private final Rational ridge;
    private final String unknown;
    private final Deadline deadline;
    private final Working working = new Working();

    private NormalEquations(LeastSquaresResult answer, Matrix a, VectorOrMatrix rhs, double ridge, Deadline deadline) {
        this.answer = answer;
        this.a = RationalMatrix.of(a);
        this.b = RationalMatrix.of(rhs.matrix());
        this.ridge = Rational.of(ridge);
        this.unknown = rhs.vector() ? "x" : "X";
        this.deadline = deadline;
    }

    static LeastSquaresResult explain(
            LeastSquaresResult answer, Matrix a, VectorOrMatrix rhs, double ridge, Deadline deadline) {
        if (a.rows() > MOST_ROWS
                || a.columns() > MOST_COLUMNS
                || rhs.matrix().columns() > MOST_COLUMNS
                || !Latex.readable(a)
                || !Latex.readable(rhs.matrix())
                || !ExactCost.of(a, rhs.matrix()).bearable()) {
            answer.warnings().add(Warning.noSteps());
            return answer;
        }
        NormalEquations derivation = new NormalEquations(answer, a, rhs, ridge, deadline);
        RationalMatrix x = derivation.run();
        if (!derivation.agrees(x)) {
            answer.warnings().add(Working.withheld());
            return answer;
        }
        Step last = new Step(
                "read-off",
                "The answer",
                "No other x brings A" + derivation.unknown + " nearer to the right-hand side"
                        + (ridge == 0 ? "." : " at the same price."),
                derivation.unknown + " = " + Latex.matrix(answer.solution().matrix()),
                answer.solution());
        return answer.withSteps(derivation.working.endingIn(last));
    }

    private RationalMatrix run() {
        RationalMatrix transposed = a.transpose();
        RationalMatrix gram = transposed.multiply(a);
        RationalMatrix right = transposed.multiply(b);
        String letter = "x".equals(unknown) ? "b" : "B";
        add(
                "normal-matrix",
                "Multiply A by its transpose",
                "The residual b − Ax of the best x is orthogonal to every column of A: Aᵀ(b − Ax) = 0, the normal equations.",
                "A^{\\mathsf T}A = " + latex(gram),
                gram);
        add(
                "right-hand-side",
                "Multiply the right-hand side as well",
                "These are the scalar products of the columns of A with it.",
                "A^{\\mathsf T}%s = %s".formatted(letter, latex(right)),
                right);
        RationalMatrix matrix = gram;
        if (ridge.signum() > 0) {
            matrix = penalized(gram);
            add(
                    "penalize",
                    "Add the penalty to the diagonal",
                    "The penalty λ‖x‖² has the gradient 2λx, so λ is added to each diagonal entry.",
                    "A^{\\mathsf T}A + %s I = %s".formatted(latex(ridge), latex(matrix)),
                    matrix);
        }
        ExactSystem system = ExactSystem.solve(matrix, right, deadline);
        RationalMatrix x = system.solution();
        boolean unique = system.nullSpace().rows() == 0;
        add(
                "solve",
                "Solve the normal equations",
                unique
                        ? "They have one solution."
                        : "The columns of A are dependent, so there are infinitely many solutions; this one has its free unknowns 0.",
                "%s = %s".formatted(unknown, latex(x)),
                x);
        if (!unique) {
            x = shortest(x, system.nullSpace());
            add(
                    "shortest",
                    "Take the shortest solution",
                    "Its part in the null space of A changes nothing but its length, and is taken away.",
                    "%s = %s".formatted(unknown, latex(x)),
                    x);
        }
        RationalMatrix fitted = a.multiply(x);
        RationalMatrix residual = combined(b, fitted, Rational.ONE.negate());
        add(
                "residual",
                "Look at what is left",
                "Its norm is the residual norm"
                        + (ridge.signum() > 0 ? ", the penalty not counted." : ", the smallest there is."),
                "%s - A%s = %s, \\quad \\lVert %s - A%s \\rVert = %s"
                        .formatted(
                                letter, unknown, latex(residual), letter, unknown, Latex.number(answer.residualNorm())),
                residual);
        return x;
    }

    private RationalMatrix penalized(RationalMatrix gram) {
        int n = gram.rows();
        Matrix identity = Matrix.identity(n);
        return combined(gram, RationalMatrix.of(identity), ridge);
    }

    /** x − Nᵀ·(N·Nᵀ)⁻¹·N·x, with the basis of the null space in the rows of N. */
    private RationalMatrix shortest(RationalMatrix x, RationalMatrix nullSpace) {
        RationalMatrix transposed = nullSpace.transpose();
        RationalMatrix shares = ExactSystem.solve(nullSpace.multiply(transposed), nullSpace.multiply(x), deadline)
                .solution();
        return combined(x, transposed.multiply(shares), Rational.ONE.negate());
    }

    private static RationalMatrix combined(RationalMatrix p, RationalMatrix q, Rational factor) {
        return p.plus(q.times(factor));
    }

    private void add(String kind, String title, String detail, String latex, RationalMatrix value) {
        List<List<String>> shown = Arrays.stream(value.toText()).map(List::of).toList();
        working.add(new Step(kind, title, detail, latex, shown), value.rows() * value.columns());
    }

    private static String latex(RationalMatrix matrix) {
        return Latex.matrix(matrix.rows(), matrix.columns(), 0, (i, j) -> latex(matrix.get(i, j)));
    }

    private static String latex(Rational value) {
        return value.toString().length() <= SHORT ? value.latex() : Latex.number(value.doubleValue());
    }

    private boolean agrees(RationalMatrix exact) {
        Matrix x = answer.solution().matrix();
        Double lost = answer.diagnostics().digitsLost();
        double bound = ROUNDING * Math.ulp(1.0) * (lost == null ? 1 : Math.pow(10, lost)) * x.maxAbs();
        for (int i = 0; i < x.rows(); i++) {
            for (int j = 0; j < x.columns(); j++) {
                if (!(Math.abs(x.get(i, j) - exact.get(i, j).doubleValue()) <= bound)) {
                    return false;
                }
            }
        }
        return true;
    }
}
