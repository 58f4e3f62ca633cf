package org.mlmath.linalg.decomposition;

import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.linalg.explanation.Latex;
import org.mlmath.linalg.explanation.Working;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.Matrix;

/**
 * The working of a textbook for the singular values: the roots of the eigenvalues of AᵀA, or of AAᵀ where that is smaller. (The answer
 * does not come that way: squares lose half of the digits.) Kinds: gram-matrix, eigenvalues, right-vectors, left-vectors,
 * square-roots.
 */
final class SvdWorking {
    private static final int MOST = 3;
    private static final int MOST_OTHER = 50;

    /** How far a square may be from its eigenvalue, relative to the largest. */
    private static final double AGREEMENT = 1e-12;

    private SvdWorking() {}

    static SvdResult explain(SvdResult answer, Matrix a) {
        int smaller = Math.min(a.rows(), a.columns());
        if (smaller > MOST || Math.max(a.rows(), a.columns()) > MOST_OTHER || !Latex.readable(a)) {
            answer.warnings().add(Warning.noSteps());
            return answer;
        }
        boolean left = a.rows() < a.columns();
        Matrix gram = left
                ? Kernels.current().multiply(a, a.transpose())
                : Kernels.current().multiply(a.transpose(), a);
        double[] ascending = Kernels.current().symmetricEigen(gram, false).values();
        double[] eigenvalues = new double[smaller];
        for (int i = 0; i < smaller; i++) {
            eigenvalues[i] = Math.max(0, ascending[smaller - 1 - i]);
        }
        double[] sigma = answer.singularValues();
        for (int i = 0; i < sigma.length; i++) {
            if (!(Math.abs(sigma[i] * sigma[i] - eigenvalues[i]) <= AGREEMENT * eigenvalues[0])) {
                answer.warnings().add(Working.withheld());
                return answer;
            }
        }
        String name = left ? "AA^{\\mathsf T}" : "A^{\\mathsf T}A";
        Working working = new Working();
        working.add(
                new Step(
                        "gram-matrix",
                        left ? "Form AAᵀ" : "Form AᵀA",
                        "It is symmetric, and A = UΣVᵀ makes it %s.".formatted(left ? "U·ΣΣᵀ·Uᵀ" : "V·ΣᵀΣ·Vᵀ"),
                        name + " = " + Latex.matrix(gram),
                        gram),
                gram.values().length);
        working.add(
                new Step(
                        "eigenvalues",
                        "Find its eigenvalues",
                        "They are the squares of the singular values, so none is negative.",
                        "\\det(%s - \\lambda I) = 0: \\quad ".formatted(name) + Latex.listed("\\lambda", eigenvalues),
                        eigenvalues),
                smaller);
        if (answer.u() != null) {
            vectors(working, answer, left);
        }
        Step last = new Step(
                "square-roots",
                "Take the square roots",
                "The singular values are the roots of the eigenvalues, in descending order.",
                Latex.listed("\\sigma", sigma),
                sigma);
        return answer.withSteps(working.endingIn(last));
    }

    private static void vectors(Working working, SvdResult answer, boolean left) {
        Matrix u = answer.u();
        Matrix vt = answer.vt();
        Step rows = new Step(
                "right-vectors",
                left ? "Carry the vectors over: vᵢ = Aᵀuᵢ/σᵢ" : "Find the eigenvectors, the rows of Vᵀ",
                left
                        ? "Where σᵢ is 0 any unit vectors orthogonal to the others complete V."
                        : "Eigenvectors of length 1; the sign is chosen so that the left vectors have their largest entry positive.",
                "V^{\\mathsf T} = " + Latex.matrix(vt),
                vt);
        Step columns = new Step(
                "left-vectors",
                left ? "Find the eigenvectors, the columns of U" : "Carry the vectors over: uᵢ = Avᵢ/σᵢ",
                left
                        ? "Eigenvectors of length 1, with their largest entry positive."
                        : "Where σᵢ is 0 any unit vectors orthogonal to the others complete U.",
                "U = " + Latex.matrix(u),
                u);
        working.add(left ? columns : rows, (left ? u : vt).values().length);
        working.add(left ? rows : columns, (left ? vt : u).values().length);
    }
}
