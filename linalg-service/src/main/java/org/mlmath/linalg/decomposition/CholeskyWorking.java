package org.mlmath.linalg.decomposition;

import java.util.ArrayList;
import java.util.List;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.linalg.explanation.Latex;
import org.mlmath.linalg.explanation.Working;
import org.mlmath.numerics.linear.Matrix;

/**
 * The working of a textbook for A = L·Lᵀ: comparing entries column by column, each holds one unknown. Kinds: diagonal,
 * below-diagonal, assemble.
 */
final class CholeskyWorking {
    private static final int MOST_ROWS = 8;

    /** How far the entries may be from the answer's, relative to the largest. */
    private static final double AGREEMENT = 1e-8;

    private final Matrix a;
    private final int n;
    private final double[] l;
    private final Working working = new Working();

    private CholeskyWorking(Matrix a) {
        this.a = a;
        this.n = a.rows();
        this.l = new double[n * n];
    }

    static CholeskyResult explain(CholeskyResult answer, Matrix a) {
        if (a.rows() > MOST_ROWS || !Latex.readable(a)) {
            answer.warnings().add(Warning.noSteps());
            return answer;
        }
        CholeskyWorking derivation = new CholeskyWorking(a);
        derivation.run();
        if (!derivation.agreesWith(answer.l())) {
            answer.warnings().add(Working.withheld());
            return answer;
        }
        Step last = new Step(
                "assemble",
                "Put L together",
                "With 0 above the diagonal these entries are L, and A = LLᵀ.",
                "L = " + Latex.matrix(answer.l()),
                answer.l());
        return answer.withSteps(derivation.working.endingIn(last));
    }

    private void run() {
        for (int j = 0; j < n; j++) {
            List<String> squares = new ArrayList<>();
            squares.add(Latex.number(a.get(j, j)));
            double rest = a.get(j, j);
            for (int k = 0; k < j; k++) {
                double entry = l[j * n + k];
                rest -= entry * entry;
                squares.add("-\\left(%s\\right)^2".formatted(Latex.number(entry)));
            }
            double root = Math.sqrt(rest);
            l[j * n + j] = root;
            working.add(
                    new Step(
                            "diagonal",
                            "Diagonal entry %d".formatted(j + 1),
                            "The squares of row %d of L add up to the diagonal entry of A; the positive root is taken."
                                    .formatted(j + 1),
                            "\\ell_{%d%d} = \\sqrt{%s} = %s"
                                    .formatted(j + 1, j + 1, Latex.sum(squares), Latex.number(root)),
                            root),
                    1);
            if (j + 1 < n) {
                below(j);
            }
        }
    }

    private void below(int j) {
        double[] column = new double[n - j - 1];
        List<String> lines = new ArrayList<>();
        for (int i = j + 1; i < n; i++) {
            List<String> terms = new ArrayList<>();
            terms.add(Latex.number(a.get(i, j)));
            double rest = a.get(i, j);
            for (int k = 0; k < j; k++) {
                rest -= l[i * n + k] * l[j * n + k];
                terms.add("-\\left(%s\\right)\\left(%s\\right)"
                        .formatted(Latex.number(l[i * n + k]), Latex.number(l[j * n + k])));
            }
            l[i * n + j] = rest / l[j * n + j];
            column[i - j - 1] = l[i * n + j];
            lines.add("\\ell_{%d%d} = \\frac{%s}{%s} = %s"
                    .formatted(i + 1, j + 1, Latex.sum(terms), Latex.number(l[j * n + j]), Latex.number(l[i * n + j])));
        }
        working.add(
                new Step(
                        "below-diagonal",
                        "Column %d below the diagonal".formatted(j + 1),
                        "The product of rows i and %d of L is the entry of A; what the earlier columns give is taken off, the rest divided by the diagonal entry."
                                .formatted(j + 1),
                        String.join(",\\quad ", lines),
                        column),
                column.length);
    }

    private boolean agreesWith(Matrix answer) {
        double bound = AGREEMENT * answer.maxAbs();
        for (int i = 0; i < l.length; i++) {
            if (!(Math.abs(l[i] - answer.values()[i]) <= bound)) {
                return false;
            }
        }
        return true;
    }
}
