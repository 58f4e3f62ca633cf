package org.mlmath.linalg.decomposition;

import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.linalg.explanation.Latex;
import org.mlmath.linalg.explanation.Working;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.numerics.linear.Signs;
import org.mlmath.numerics.linear.SymmetricEigenFactors;

/**
 * The working of a textbook for A = U·P: the positive factor is the root of AᵀA, taken on its eigenvectors; what it leaves is the
 * orthogonal one. Kinds of steps: gram-matrix, singular-values, positive, unitary.
 */
final class PolarWorking {
    private static final int MOST_ROWS = 6;

    private PolarWorking() {}

    /** @param right whether the orthogonal factor stands on the left, and the positive one on the right */
    static PolarResult explain(PolarResult answer, Matrix a, boolean right) {
        if (Math.max(a.rows(), a.columns()) > MOST_ROWS || !Latex.readable(a)) {
            answer.warnings().add(Warning.noSteps());
            return answer;
        }
        Matrix p = answer.positive();
        Matrix gram = right ? product(a.transpose(), a) : product(a, a.transpose());
        Matrix again = right ? product(answer.unitary(), p) : product(p, answer.unitary());
        if (!Working.agree(product(p, p).values(), gram.values()) || !Working.agree(again.values(), a.values())) {
            answer.warnings().add(Working.withheld());
            return answer;
        }
        SymmetricEigenFactors roots = Kernels.current().symmetricEigen(p, true);
        Signs.fixColumns(roots.vectors());
        Working working = new Working();
        String name = right ? "A^{\\mathsf T} A" : "A A^{\\mathsf T}";
        working.add(
                new Step(
                        "gram-matrix",
                        right ? "Form AᵀA" : "Form AAᵀ",
                        "The orthogonal factor cancels in it: what is left is P².",
                        name + " = P^2 = " + Latex.matrix(gram),
                        gram),
                gram.values().length);
        working.add(
                new Step(
                        "singular-values",
                        "Its eigenvectors, and the roots of its eigenvalues",
                        "The roots are the singular values of A, and none is negative.",
                        "%s = %s,\\quad \\sigma = %s"
                                .formatted(
                                        right ? "V" : "W", Latex.matrix(roots.vectors()), Latex.vector(roots.values())),
                        roots.values()),
                roots.values().length);
        working.add(
                new Step(
                        "positive",
                        "The positive factor",
                        "It has the same eigenvectors, and the roots as eigenvalues.",
                        "P = %s = %s"
                                .formatted(
                                        right ? "V \\Sigma V^{\\mathsf T}" : "W \\Sigma W^{\\mathsf T}",
                                        Latex.matrix(p)),
                        p),
                p.values().length);
        return answer.withSteps(working.endingIn(new Step(
                "unitary",
                "The orthogonal factor",
                answer.warnings().isEmpty()
                        ? "In A = WΣVᵀ the stretching Σ is taken out."
                        : "In A = WΣVᵀ the stretching Σ is taken out; directions that are lost may go to any that nothing reaches.",
                "U = W V^{\\mathsf T} = " + Latex.matrix(answer.unitary()),
                answer.unitary())));
    }

    private static Matrix product(Matrix a, Matrix b) {
        return Kernels.current().multiply(a, b);
    }
}
