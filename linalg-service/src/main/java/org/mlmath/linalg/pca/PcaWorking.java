package org.mlmath.linalg.pca;

import java.util.ArrayList;
import java.util.List;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.linalg.explanation.Latex;
import org.mlmath.linalg.explanation.Working;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.numerics.pca.Standardization;

/**
 * The working of a textbook: centre, form the covariance matrix, find its eigenvalues and eigenvectors, project. Kinds: center, scale,
 * covariance, eigenvalues, ratios, components, whiten, scores.
 */
final class PcaWorking {
    private static final int MOST_ROWS = 30;
    private static final int MOST_COLUMNS = 6;

    /** How far an eigenvalue may be from the variance, relative to the largest. */
    private static final double AGREEMENT = 1e-12;

    private PcaWorking() {}

    static PcaFitResult explain(PcaFitResult answer, PcaFitRequest request) {
        Matrix data = request.data();
        if (data.rows() > MOST_ROWS || data.columns() > MOST_COLUMNS || !Latex.readable(data)) {
            answer.warnings().add(Warning.noSteps());
            return answer;
        }
        Standardization standard = new Standardization(answer.mean(), answer.scale());
        Matrix z = standard.apply(data);
        Matrix covariance = covariance(z);
        double[] ascending = Kernels.current().symmetricEigen(covariance, false).values();
        double[] variances = answer.explainedVariance();
        int p = ascending.length;
        for (int i = 0; i < variances.length; i++) {
            if (!(Math.abs(ascending[p - 1 - i] - variances[i]) <= AGREEMENT * variances[0])) {
                answer.warnings().add(Working.withheld());
                return answer;
            }
        }
        Working working = new Working();
        standardize(working, answer, request, z);
        decompose(working, answer, covariance);
        double[] deviations = null;
        if (request.whiten()) {
            deviations = new double[variances.length];
            for (int i = 0; i < deviations.length; i++) {
                deviations[i] = Math.sqrt(variances[i]);
            }
            working.add(
                    new Step(
                            "whiten",
                            "Take the standard deviations of the scores",
                            "They are the roots of the variances; scores are divided by them.",
                            listed("\\sqrt{\\lambda_{%d}}", deviations),
                            deviations),
                    deviations.length);
        }
        Matrix scores = answer.scores() != null
                ? answer.scores()
                : PcaProjection.scores(data, standard, answer.components(), deviations);
        Step last = new Step(
                "scores",
                "Project the data onto the components",
                "Each score is the scalar product of an observation with a component"
                        + (request.whiten() ? ", over its standard deviation." : "."),
                "T = Z V^{\\mathsf T}" + (request.whiten() ? " \\Lambda^{-1/2}" : "") + " = " + Latex.matrix(scores),
                scores);
        return answer.withSteps(working.endingIn(last));
    }

    private static void standardize(Working working, PcaFitResult answer, PcaFitRequest request, Matrix z) {
        if (request.center()) {
            Matrix centered = new Standardization(answer.mean(), null).apply(request.data());
            working.add(
                    new Step(
                            "center",
                            "Subtract the mean of each column",
                            "Components are directions from the centre of the data.",
                            "\\bar x = " + Latex.matrix(Matrix.of(answer.mean())) + ",\\quad X - \\bar x = "
                                    + Latex.matrix(centered),
                            centered),
                    centered.values().length);
        }
        if (request.scale()) {
            working.add(
                    new Step(
                            "scale",
                            "Divide each column by its standard deviation",
                            "With the divisor n − 1; what is measured in large numbers shall not count for more.",
                            "s = " + Latex.matrix(Matrix.of(answer.scale())) + ",\\quad Z = " + Latex.matrix(z),
                            z),
                    z.values().length);
        }
    }

    private static void decompose(Working working, PcaFitResult answer, Matrix covariance) {
        working.add(
                new Step(
                        "covariance",
                        "Form the covariance matrix C = ZᵀZ/(n − 1)",
                        "Variances stand on its diagonal, covariances beside it.",
                        "C = " + Latex.matrix(covariance),
                        covariance),
                covariance.values().length);
        working.add(
                new Step(
                        "eigenvalues",
                        "Find its eigenvalues",
                        "The largest ones are the variances along the components.",
                        "\\det(C - \\lambda I) = 0: \\quad " + listed("\\lambda_{%d}", answer.explainedVariance()),
                        answer.explainedVariance()),
                answer.explainedVariance().length);
        working.add(
                new Step(
                        "ratios",
                        "Divide by their sum",
                        "The trace of C, %s, is the variance of all components together."
                                .formatted(Latex.spoken(answer.totalVariance())),
                        "\\lambda_i / \\operatorname{tr} C: \\quad "
                                + listed("r_{%d}", answer.explainedVarianceRatio()),
                        answer.explainedVarianceRatio()),
                answer.explainedVarianceRatio().length);
        working.add(
                new Step(
                        "components",
                        "Find its eigenvectors, the rows of V",
                        "Solve (C − λᵢI)vᵢ = 0, and take length 1 and the first of the largest entries positive.",
                        "V = " + Latex.matrix(answer.components()),
                        answer.components()),
                answer.components().values().length);
    }

    private static Matrix covariance(Matrix z) {
        Matrix gram = Kernels.current().gram(z);
        double[] values = gram.values();
        for (int at = 0; at < values.length; at++) {
            values[at] /= z.rows() - 1;
        }
        return gram;
    }

    private static String listed(String symbol, double[] values) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            all.add(symbol.formatted(i + 1) + " = " + Latex.number(values[i]));
        }
        return String.join(",\\; ", all);
    }
}
