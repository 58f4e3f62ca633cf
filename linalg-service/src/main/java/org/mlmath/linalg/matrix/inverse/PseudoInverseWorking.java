package org.mlmath.linalg.matrix.inverse;

import java.util.Arrays;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.linalg.explanation.Latex;
import org.mlmath.linalg.explanation.Working;
import org.mlmath.numerics.linear.Kernel;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.numerics.linear.Signs;
import org.mlmath.numerics.linear.SvdFactors;

/**
 * A⁺ = V·Σ⁺·Uᵀ, and where the rank is full the shorter formula beside it, as a check. Kinds of steps: singular-values, reciprocals,
 * full-rank, product.
 */
final class PseudoInverseWorking {
    private static final int MOST_ROWS = 6;

    private PseudoInverseWorking() {}

    static PseudoInverseResult explain(PseudoInverseResult answer, Matrix a) {
        if (Math.max(a.rows(), a.columns()) > MOST_ROWS || !Latex.readable(a) || !Latex.readable(answer.matrix())) {
            answer.warnings().add(Warning.noSteps());
            return answer;
        }
        Kernel kernel = Kernels.current();
        SvdFactors svd = kernel.svd(a, Kernel.Vectors.THIN);
        Signs.fix(svd.u(), svd.vt());
        double[] sigma = svd.singularValues();
        int k = sigma.length;
        double[] reciprocals = new double[k];
        for (int i = 0; i < answer.rank(); i++) {
            reciprocals[i] = 1 / sigma[i];
        }
        double[] scaled = svd.vt().transpose().values();
        for (int at = 0; at < scaled.length; at++) {
            scaled[at] *= reciprocals[at % k];
        }
        Matrix derived =
                kernel.multiply(new Matrix(a.columns(), k, scaled), svd.u().transpose());
        if (!Working.agree(derived.values(), answer.matrix().values())) {
            answer.warnings().add(Working.withheld());
            return answer;
        }
        Working working = new Working();
        working.add(
                new Step(
                        "singular-values",
                        "Decompose A = UΣVᵀ",
                        "Directions vᵢ go to uᵢ, stretched by σᵢ.",
                        "U = %s,\\quad \\sigma = %s,\\quad V^{\\mathsf T} = %s"
                                .formatted(Latex.matrix(svd.u()), Latex.vector(sigma), Latex.matrix(svd.vt())),
                        sigma),
                k);
        working.add(
                new Step(
                        "reciprocals",
                        "Invert what can be inverted",
                        answer.rank() < k
                                ? "Singular values that count as zero stay zero: what is lost does not come back."
                                : "No singular value is zero.",
                        "\\Sigma^{+}:\\quad " + Latex.vector(reciprocals),
                        reciprocals),
                k);
        if (answer.rank() == k && Arrays.stream(reciprocals).allMatch(Double::isFinite)) {
            boolean tall = a.rows() >= a.columns();
            Matrix gram = kernel.gram(tall ? a : a.transpose());
            working.add(
                    new Step(
                            "full-rank",
                            "The same without singular values",
                            "The rank is full, so this matrix is invertible and A⁺ is its inverse times Aᵀ, on the side that fits.",
                            tall
                                    ? "A^{+} = (A^{\\mathsf T} A)^{-1} A^{\\mathsf T},\\quad A^{\\mathsf T} A = "
                                            + Latex.matrix(gram)
                                    : "A^{+} = A^{\\mathsf T} (A A^{\\mathsf T})^{-1},\\quad A A^{\\mathsf T} = "
                                            + Latex.matrix(gram),
                            gram),
                    gram.values().length);
        }
        return answer.withSteps(working.endingIn(new Step(
                "product",
                "Go back the other way",
                "From uᵢ to vᵢ, divided by σᵢ.",
                "A^{+} = V \\Sigma^{+} U^{\\mathsf T} = " + Latex.matrix(answer.matrix()),
                answer.matrix())));
    }
}
