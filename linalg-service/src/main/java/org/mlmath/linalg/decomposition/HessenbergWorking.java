package org.mlmath.linalg.decomposition;

import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.linalg.explanation.Latex;
import org.mlmath.linalg.explanation.Working;
import org.mlmath.numerics.linear.Matrix;

/**
 * The working of a textbook for A = Q·H·Qᵀ: a Householder reflection for each column, from both sides. Kinds of steps: start,
 * reflect, in-form, sign, assemble.
 */
final class HessenbergWorking {
    private static final int MOST_ROWS = 6;

    private final int n;
    private final double[][] h;
    private final Working working = new Working();

    private HessenbergWorking(Matrix a) {
        n = a.rows();
        h = new double[n][];
        for (int i = 0; i < n; i++) {
            h[i] = a.row(i);
        }
    }

    static HessenbergResult explain(HessenbergResult answer, Matrix a) {
        if (a.rows() > MOST_ROWS || !Latex.readable(a)) {
            answer.warnings().add(Warning.noSteps());
            return answer;
        }
        HessenbergWorking derivation = new HessenbergWorking(a);
        derivation.working.add(
                new Step(
                        "start",
                        "Start from the matrix",
                        "Columns 1 to n − 2 have entries below the subdiagonal, which are to become 0.",
                        "A = " + Latex.matrix(a),
                        a),
                a.values().length);
        for (int k = 0; k + 2 < derivation.n; k++) {
            derivation.column(k);
        }
        derivation.turnLast();
        if (!Working.agree(Matrix.of(derivation.h).values(), answer.h().values())) {
            answer.warnings().add(Working.withheld());
            return answer;
        }
        return answer.withSteps(derivation.working.endingIn(new Step(
                "assemble",
                "Put the reflections together",
                "Their product is Q, and A = QHQᵀ with H zero below the first subdiagonal.",
                "Q = %s,\\quad H = %s".formatted(Latex.matrix(answer.q()), Latex.matrix(answer.h())),
                answer.h())));
    }

    /** v = x − ‖x‖·e₁ in rows k + 1 to n; of two nearly equal numbers the difference is taken as −s/(x₁ + ‖x‖). */
    private void column(int k) {
        double s = 0;
        for (int i = k + 2; i < n; i++) {
            s += h[i][k] * h[i][k];
        }
        double first = h[k + 1][k];
        double norm = Math.sqrt(first * first + s);
        if (s == 0) {
            working.add(
                    new Step(
                            "in-form",
                            "Column %d is in form".formatted(k + 1),
                            "Below the subdiagonal it is 0 already.",
                            "H = " + Latex.matrix(Matrix.of(h)),
                            null),
                    0);
            if (first < 0) {
                turn(k + 1);
            }
            return;
        }
        double[] v = new double[n];
        v[k + 1] = first > 0 ? -s / (first + norm) : first - norm;
        double square = v[k + 1] * v[k + 1] + s;
        for (int i = k + 2; i < n; i++) {
            v[i] = h[i][k];
        }
        for (int j = 0; j < n; j++) {
            double share = 0;
            for (int i = k + 1; i < n; i++) {
                share += v[i] * h[i][j];
            }
            for (int i = k + 1; i < n; i++) {
                h[i][j] -= 2 * share / square * v[i];
            }
        }
        for (int i = 0; i < n; i++) {
            double share = 0;
            for (int j = k + 1; j < n; j++) {
                share += h[i][j] * v[j];
            }
            for (int j = k + 1; j < n; j++) {
                h[i][j] -= 2 * share / square * v[j];
            }
        }
        h[k + 1][k] = norm;
        for (int i = k + 2; i < n; i++) {
            h[i][k] = 0;
        }
        Matrix shown = copy();
        working.add(
                new Step(
                        "reflect",
                        "Reflect column %d".formatted(k + 1),
                        "The mirror orthogonal to v takes what stands below the diagonal to its length, in the first place; from both sides the eigenvalues stay.",
                        "v = %s,\\quad P = I - \\frac{2}{v^{\\mathsf T} v} v v^{\\mathsf T},\\quad P A P = %s"
                                .formatted(Latex.vector(v), Latex.matrix(shown)),
                        shown),
                shown.values().length);
    }

    private void turnLast() {
        if (n > 1 && h[n - 1][n - 2] < 0) {
            turn(n - 1);
        }
    }

    private void turn(int j) {
        for (int i = 0; i < n; i++) {
            h[j][i] = 0.0 - h[j][i];
        }
        for (int i = 0; i < n; i++) {
            h[i][j] = 0.0 - h[i][j];
        }
        Matrix shown = copy();
        working.add(
                new Step(
                        "sign",
                        "Turn the sign of row and column %d".formatted(j + 1),
                        "The entry on the subdiagonal becomes positive, by the convention.",
                        "H = " + Latex.matrix(shown),
                        shown),
                shown.values().length);
    }

    private Matrix copy() {
        return new Matrix(n, n, Matrix.of(h).values().clone());
    }
}
