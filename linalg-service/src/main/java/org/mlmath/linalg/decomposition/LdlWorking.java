package org.mlmath.linalg.decomposition;

import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.linalg.explanation.Latex;
import org.mlmath.linalg.explanation.Working;
import org.mlmath.numerics.linear.Matrix;

/**
 * The working of a textbook for A = L·D·Lᵀ: a pivot, the column of L that it gives, and what is left when their product is taken
 * away. Kinds of steps: order, pivot, assemble.
 */
final class LdlWorking {
    private static final int MOST_ROWS = 6;

    private final int n;
    private final double[][] rest;
    private final double[][] l;
    private final Working working = new Working();

    private LdlWorking(Matrix permuted) {
        n = permuted.rows();
        rest = new double[n][];
        l = new double[n][n];
        for (int i = 0; i < n; i++) {
            rest[i] = permuted.row(i);
            l[i][i] = 1;
        }
    }

    /** @param permuted A with its rows and columns in the order of the answer's pivots */
    static LdlResult explain(LdlResult answer, Matrix permuted) {
        if (permuted.rows() > MOST_ROWS || !Latex.readable(permuted)) {
            answer.warnings().add(Warning.noSteps());
            return answer;
        }
        LdlWorking derivation = new LdlWorking(permuted);
        derivation.working.add(
                new Step(
                        "order",
                        "Put rows and columns in order",
                        "A large pivot comes first; rows and columns change places together, so the matrix stays symmetric.",
                        "A_{pp} = " + Latex.matrix(permuted),
                        permuted),
                permuted.values().length);
        for (int k = 0; k < derivation.n; k++) {
            if (k + 1 < derivation.n && answer.d().get(k + 1, k) != 0) {
                derivation.pair(k);
                k++;
            } else {
                derivation.single(k);
            }
        }
        if (!Working.agree(Matrix.of(derivation.l).values(), answer.l().values())) {
            answer.warnings().add(Working.withheld());
            return answer;
        }
        return answer.withSteps(derivation.working.endingIn(new Step(
                "assemble",
                "Put L and D together",
                "The columns found are those of L, the pivots stand along the diagonal of D.",
                "L = %s,\\quad D = %s".formatted(Latex.matrix(answer.l()), Latex.matrix(answer.d())),
                answer.l())));
    }

    private void single(int k) {
        double pivot = rest[k][k];
        for (int i = k + 1; i < n; i++) {
            l[i][k] = pivot == 0 ? 0 : rest[i][k] / pivot;
        }
        for (int i = k + 1; i < n; i++) {
            for (int j = k + 1; j < n; j++) {
                rest[i][j] -= l[i][k] * pivot * l[j][k];
            }
        }
        show(
                k,
                1,
                "Pivot %d".formatted(k + 1),
                pivot == 0
                        ? "What is left of this column is 0, so there is nothing to take away."
                        : "Divided by the pivot the column is one of L; its product with itself, times the pivot, is taken away.",
                "d_{%d} = %s".formatted(k + 1, Latex.number(pivot)));
    }

    private void pair(int k) {
        double a = rest[k][k];
        double b = rest[k + 1][k];
        double c = rest[k + 1][k + 1];
        double determinant = a * c - b * b;
        for (int i = k + 2; i < n; i++) {
            l[i][k] = (rest[i][k] * c - rest[i][k + 1] * b) / determinant;
            l[i][k + 1] = (rest[i][k + 1] * a - rest[i][k] * b) / determinant;
        }
        double[][] next = new double[n][n];
        for (int i = k + 2; i < n; i++) {
            for (int j = k + 2; j < n; j++) {
                next[i][j] = rest[i][j] - l[i][k] * rest[j][k] - l[i][k + 1] * rest[j][k + 1];
            }
        }
        for (int i = k + 2; i < n; i++) {
            System.arraycopy(next[i], k + 2, rest[i], k + 2, n - k - 2);
        }
        show(
                k,
                2,
                "Pivots %d and %d together".formatted(k + 1, k + 2),
                "Beside these diagonal entries the one off the diagonal is too large; a block of order 2 is the pivot, and its inverse gives two columns of L.",
                "D_{%d} = %s".formatted(k + 1, Latex.matrix(Matrix.of(new double[] {a, b}, new double[] {b, c}))));
    }

    private void show(int k, int size, String title, String detail, String pivot) {
        int left = n - k - size;
        double[] values = new double[left * left];
        for (int i = 0; i < left; i++) {
            System.arraycopy(rest[k + size + i], k + size, values, i * left, left);
        }
        Matrix remaining = new Matrix(left, left, values);
        StringBuilder latex = new StringBuilder(pivot);
        if (left > 0) {
            latex.append(",\\quad L: ")
                    .append(Latex.matrix(left, size, 0, (i, j) -> Latex.number(l[k + size + i][k + j])))
                    .append(",\\quad \\text{left: } ")
                    .append(Latex.matrix(remaining));
        }
        working.add(new Step("pivot", title, detail, latex.toString(), left > 0 ? remaining : null), values.length);
    }
}
