package org.mlmath.linalg.matrix.measure;

import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.linalg.explanation.Latex;
import org.mlmath.linalg.explanation.Working;
import org.mlmath.linalg.matrix.inverse.Inverse;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.SingularMatrixException;
import org.mlmath.numerics.linear.Matrix;

/**
 * A condition number as it is defined: the largest over the smallest singular value, or the norm times that of the inverse. Kinds of
 * steps: gram-matrix, singular-values, norm, inverse, inverse-norm, singular, condition-number.
 */
final class ConditionWorking {
    private ConditionWorking() {}

    static ConditionNumberResult explain(ConditionNumberResult answer, Matrix a, NormKind norm, Deadline deadline) {
        if (!MatrixNormWorking.readable(a) || answer.value() == null) {
            answer.warnings().add(Warning.noSteps());
            return answer;
        }
        Working working = new Working();
        String last;
        double derived;
        if (norm == NormKind.TWO) {
            double[] sigma = MatrixNormWorking.singularValues(working, a);
            double smallest = sigma[sigma.length - 1];
            last = "\\frac{\\sigma_1}{\\sigma_{%d}} = \\frac{%s}{%s}"
                    .formatted(sigma.length, Latex.number(sigma[0]), Latex.number(smallest));
            derived = sigma[0] / smallest;
        } else {
            double size = MatrixNorm.value(a, norm);
            working.add(
                    new Step("norm", "The norm of the matrix", norm.formula(), "\\|A\\| = " + Latex.number(size), size),
                    1);
            try {
                Matrix inverse = Inverse.matrix(a, deadline);
                double inverseSize = MatrixNorm.value(inverse, norm);
                working.add(
                        new Step(
                                "inverse",
                                "The inverse",
                                "It undoes the matrix.",
                                "A^{-1} = " + Latex.matrix(inverse),
                                inverse),
                        inverse.values().length);
                working.add(
                        new Step(
                                "inverse-norm",
                                "The norm of the inverse",
                                "The same norm.",
                                "\\|A^{-1}\\| = " + Latex.number(inverseSize),
                                inverseSize),
                        1);
                last = "\\|A\\| \\cdot \\|A^{-1}\\| = %s \\cdot %s"
                        .formatted(Latex.number(size), Latex.number(inverseSize));
                derived = size * inverseSize;
            } catch (SingularMatrixException e) {
                working.add(
                        new Step(
                                "singular",
                                "There is no inverse",
                                "The rows depend on each other.",
                                "\\det A = 0",
                                0.0),
                        1);
                last = "\\|A\\| \\cdot \\infty";
                derived = Double.POSITIVE_INFINITY;
            }
        }
        // The answer knows more digits of a small singular value than a derivation does.
        double trusted = Math.log10(derived) > 7 ? 1 : 1e-6;
        if (Double.isFinite(answer.value()) && !(Math.abs(derived - answer.value()) <= trusted * answer.value())) {
            answer.warnings().add(Working.withheld());
            return answer;
        }
        return answer.withSteps(working.endingIn(new Step(
                "condition-number",
                "The condition number",
                "So many times a relative error of the input may come out.",
                "\\kappa(A) = %s = %s"
                        .formatted(last, Double.isInfinite(answer.value()) ? "\\infty" : Latex.number(answer.value())),
                answer.value())));
    }
}
