package org.mlmath.linalg.lowrank;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.linalg.explanation.Latex;
import org.mlmath.linalg.explanation.Working;
import org.mlmath.numerics.linear.Matrix;

/**
 * The working of a textbook: the singular values, what each layer σᵢuᵢvᵢᵀ adds, and their sum. Kinds: singular-values, energy, layer,
 * sum.
 */
final class LowRankWorking {
    private static final int MOST = 6;

    /** How far the sum of the layers may be from the answer, relative to the largest singular value. */
    private static final double AGREEMENT = 1e-12;

    private LowRankWorking() {}

    static LowRankResult explain(LowRankResult answer, Matrix a, Matrix u, Matrix vt) {
        if (Math.max(a.rows(), a.columns()) > MOST || !Latex.readable(a)) {
            answer.warnings().add(Warning.noSteps());
            return answer;
        }
        double[] sigma = answer.singularValues();
        Working working = new Working();
        working.add(
                new Step(
                        "singular-values",
                        "Find the singular values and vectors",
                        "A is the sum of the layers σᵢuᵢvᵢᵀ, the largest first.",
                        "\\sigma = " + listed(sigma),
                        sigma),
                sigma.length);
        working.add(
                new Step(
                        "energy",
                        "Keep the first %d".formatted(answer.rank()),
                        "Their squares add up to the share %s of all squares.".formatted(Latex.spoken(answer.energy())),
                        "\\sum_{i \\le %d} \\sigma_i^2 / \\sum_i \\sigma_i^2 = %s"
                                .formatted(answer.rank(), Latex.number(answer.energy())),
                        answer.energy()),
                1);
        double[] sum = new double[a.values().length];
        for (int r = 0; r < answer.rank(); r++) {
            Matrix layer = layer(u, sigma[r], vt, r);
            for (int at = 0; at < sum.length; at++) {
                sum[at] += layer.values()[at];
            }
            working.add(
                    new Step(
                            "layer",
                            "Form layer %d".formatted(r + 1),
                            "A column times a row: every matrix of rank one is such a product.",
                            "\\sigma_{%d} u_{%d} v_{%d}^{\\mathsf T} = ".formatted(r + 1, r + 1, r + 1)
                                    + Latex.matrix(layer),
                            layer),
                    sum.length);
        }
        for (int at = 0; at < sum.length; at++) {
            if (!(Math.abs(sum[at] - answer.matrix().values()[at]) <= AGREEMENT * sigma[0])) {
                answer.warnings().add(Working.withheld());
                return answer;
            }
        }
        return answer.withSteps(working.endingIn(new Step(
                "sum",
                "Add the layers",
                "No matrix of this rank is nearer to A: what is missing has the norm %s."
                        .formatted(Latex.spoken(answer.error())),
                "A_{%d} = ".formatted(answer.rank()) + Latex.matrix(answer.matrix()),
                answer.matrix())));
    }

    private static Matrix layer(Matrix u, double sigma, Matrix vt, int r) {
        double[] values = new double[u.rows() * vt.columns()];
        for (int i = 0; i < u.rows(); i++) {
            for (int j = 0; j < vt.columns(); j++) {
                values[i * vt.columns() + j] = u.get(i, r) * sigma * vt.get(r, j);
            }
        }
        return new Matrix(u.rows(), vt.columns(), values);
    }

    private static String listed(double[] values) {
        return Arrays.stream(values).mapToObj(Latex::number).collect(Collectors.joining(",\\; "));
    }
}
