package org.mlmath.stats.bayes.theorem;

import java.util.ArrayList;
import java.util.List;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.stats.number.Words;

/**
 * A diagnostic test by Bayes' theorem: PPV = sens·prev / (sens·prev + (1 − spec)(1 − prev)), and likewise of negative results. Every
 * complement is a sum of positive terms over the same denominator, so that a false omission rate of 1e-12 keeps its digits.
 *
 * <p>Natural frequencies: G. Gigerenzer and U. Hoffrage, Psychological Review 102 (1995), 684-704.
 */
final class DiagnosticTest {
    private DiagnosticTest() {}

    static DiagnosticTestResult of(DiagnosticTestRequest request) {
        double prevalence = request.prevalence();
        double sensitivity = request.sensitivity();
        double specificity = request.specificity();
        double truePositive = sensitivity * prevalence;
        double falseNegative = (1 - sensitivity) * prevalence;
        double falsePositive = (1 - specificity) * (1 - prevalence);
        double trueNegative = specificity * (1 - prevalence);
        double positive = truePositive + falsePositive;
        double negative = trueNegative + falseNegative;
        List<Warning> warnings = new ArrayList<>();
        if (positive == 0) {
            warnings.add(new Warning(
                    "no-positives",
                    "Nobody tests positive, so a positive result has no meaning.",
                    "/positivePredictiveValue"));
        }
        if (negative == 0) {
            warnings.add(new Warning(
                    "no-negatives",
                    "Nobody tests negative, so a negative result has no meaning.",
                    "/negativePredictiveValue"));
        }
        double youden = sensitivity + specificity - 1;
        if (youden <= 0) {
            warnings.add(
                    new Warning(
                            "uninformative-test",
                            youden == 0
                                    ? "Sensitivity and specificity sum to 1: the result says nothing about the condition."
                                    : "Sensitivity and specificity sum to less than 1: a positive result speaks against the condition."));
        }
        double population = request.population();
        NaturalFrequencies frequencies = new NaturalFrequencies(
                population,
                population * prevalence,
                population * (1 - prevalence),
                population * truePositive,
                population * falseNegative,
                population * falsePositive,
                population * trueNegative,
                "Of %s people %s have the condition, of whom %s test positive; of the %s who do not have it, %s test positive all the same. So %s of the %s with a positive result have the condition."
                        .formatted(
                                Words.number(population),
                                Words.number(population * prevalence),
                                Words.number(population * truePositive),
                                Words.number(population * (1 - prevalence)),
                                Words.number(population * falsePositive),
                                Words.number(population * truePositive),
                                Words.number(population * positive)));
        Double predictive = quotient(truePositive, positive);
        Double negativePredictive = quotient(trueNegative, negative);
        return new DiagnosticTestResult(
                predictive,
                negativePredictive,
                quotient(falsePositive, positive),
                quotient(falseNegative, negative),
                positive,
                negative,
                quotient(sensitivity, 1 - specificity),
                quotient(1 - sensitivity, specificity),
                quotient(sensitivity * specificity, (1 - specificity) * (1 - sensitivity)),
                truePositive + trueNegative,
                youden,
                frequencies,
                interpretation(predictive, negativePredictive, prevalence),
                warnings,
                Boolean.TRUE.equals(request.explain()) && predictive != null
                        ? steps(request, truePositive, falsePositive, positive, predictive)
                        : null);
    }

    /** Infinity for a positive number over 0, null for 0/0. */
    private static Double quotient(double numerator, double denominator) {
        double quotient = numerator / denominator;
        return Double.isNaN(quotient) ? null : quotient;
    }

    private static String interpretation(Double predictive, Double negativePredictive, double prevalence) {
        List<String> sentences = new ArrayList<>();
        sentences.add("Before the test the condition has a probability of %s.".formatted(Words.percent(prevalence)));
        if (predictive != null) {
            sentences.add("After a positive result it is %s.".formatted(Words.percent(predictive)));
        }
        if (negativePredictive != null) {
            sentences.add("After a negative result the condition is absent with probability %s."
                    .formatted(Words.percent(negativePredictive)));
        }
        return String.join(" ", sentences);
    }

    private static List<Step> steps(
            DiagnosticTestRequest request,
            double truePositive,
            double falsePositive,
            double positive,
            double predictive) {
        String prevalence = Words.latex(request.prevalence());
        return List.of(
                new Step(
                        "joint",
                        "Ill and positive",
                        "The share of all people who have the condition and test positive.",
                        "P(D)\\,P(+ \\mid D) = %s \\cdot %s = %s"
                                .formatted(prevalence, Words.latex(request.sensitivity()), Words.latex(truePositive)),
                        truePositive),
                new Step(
                        "joint",
                        "Healthy and positive",
                        "The share of all people who do not have it but test positive.",
                        "P(\\bar D)\\,P(+ \\mid \\bar D) = (1 - %s)(1 - %s) = %s"
                                .formatted(prevalence, Words.latex(request.specificity()), Words.latex(falsePositive)),
                        falsePositive),
                new Step(
                        "evidence",
                        "Positive at all",
                        "Both together: the share of all people who test positive.",
                        "P(+) = %s + %s = %s"
                                .formatted(
                                        Words.latex(truePositive), Words.latex(falsePositive), Words.latex(positive)),
                        positive),
                new Step(
                        "posterior",
                        "Predictive value of a positive result",
                        "The share of those with the condition among all who test positive.",
                        "P(D \\mid +) = \\frac{P(D)\\,P(+ \\mid D)}{P(+)} = \\frac{%s}{%s} = %s"
                                .formatted(Words.latex(truePositive), Words.latex(positive), Words.latex(predictive)),
                        predictive));
    }
}
