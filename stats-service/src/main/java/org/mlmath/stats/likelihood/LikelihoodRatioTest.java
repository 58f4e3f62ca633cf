package org.mlmath.stats.likelihood;

import org.mlmath.kit.answer.Warning;
import org.mlmath.kit.problem.ProblemException;
import org.mlmath.kit.problem.ProblemType;
import org.mlmath.numerics.InsufficientDataException;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.distribution.ChiSquare;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.numerics.sample.CompensatedSum;
import org.mlmath.stats.hypothesis.Assumption;
import org.mlmath.stats.hypothesis.Assumptions;
import org.mlmath.stats.hypothesis.Claim;
import org.mlmath.stats.hypothesis.TestDiagnostics;
import org.mlmath.stats.hypothesis.TestOutcome;
import org.mlmath.stats.hypothesis.TestQuestion;
import org.mlmath.stats.hypothesis.TestResult;
import org.mlmath.stats.hypothesis.Working;
import org.mlmath.stats.number.Words;

/**
 * The likelihood-ratio test: 2(ℓ₁ − ℓ₀) of the maximised log-likelihoods of nested models, against chi-square with as many degrees of
 * freedom as the larger one has parameters more (S. S. Wilks, Ann. Math. Statist. 9 (1938), 60-62). Of a table of counts G = 2 Σ O·ln(O/E).
 */
final class LikelihoodRatioTest {
    /** What maximisers leave undone. */
    private static final double ROUNDING = 1e-6;

    private LikelihoodRatioTest() {}

    static TestResult test(LikelihoodRatioRequest request) {
        TestQuestion question = request.question();
        boolean models = request.logLikelihood() != null
                || request.nullLogLikelihood() != null
                || request.degreesOfFreedom() != null;
        if (models == (request.table() != null)) {
            throw ProblemException.at(
                    ProblemType.INVALID_REQUEST,
                    models ? "/table" : "/logLikelihood",
                    "give logLikelihood, nullLogLikelihood and degreesOfFreedom, or a table and none of them");
        }
        return models ? ofModels(request, question) : ofTable(request.table(), question);
    }

    private static TestResult ofModels(LikelihoodRatioRequest request, TestQuestion question) {
        double larger = required(request.logLikelihood(), "/logLikelihood");
        double smaller = required(request.nullLogLikelihood(), "/nullLogLikelihood");
        double degrees = required(request.degreesOfFreedom(), "/degreesOfFreedom");
        if (!(degrees > 0)) {
            throw new InvalidParameterException("The larger model has more parameters: degreesOfFreedom is positive.")
                    .at("/degreesOfFreedom");
        }
        double statistic = 2 * (larger - smaller);
        if (statistic < -ROUNDING * Math.max(1, Math.abs(larger))) {
            throw new InvalidParameterException(
                            "The larger model holds the smaller one and cannot have the smaller maximum: %s is below %s."
                                    .formatted(Words.exact(larger), Words.exact(smaller)))
                    .at("/logLikelihood");
        }
        statistic = Math.max(0, statistic);
        TestOutcome outcome = outcome(question, statistic, degrees)
                .assume(
                        new Assumption(
                                "nested-models",
                                null,
                                "The smaller model is taken to be a case of the larger one, inside its parameter space, fitted to the same observations."))
                .claim(new Claim(
                        "the larger model fits better than the smaller one",
                        "the smaller model is right",
                        "Was the smaller model right",
                        "a likelihood ratio at least as large"));
        if (question.explain()) {
            outcome.working(Working.of(
                            "H₀: the smaller model is enough. The alternative: the larger one is needed.",
                            "H_0: \\theta \\in \\Theta_0, \\quad H_1: \\theta \\in \\Theta \\setminus \\Theta_0")
                    .statistic(
                            "Twice the difference of the maximised log-likelihoods.",
                            "\\Lambda = 2(\\ell_1 - \\ell_0) = 2(%s - %s) = %s"
                                    .formatted(Words.latex(larger), Words.bracketed(smaller), Words.latex(statistic)),
                            statistic)
                    .pValue(
                            "The probability, were H₀ true, of a ratio at least as large, in large samples.",
                            "P(\\chi^2_{%s} \\ge %s)".formatted(Words.latex(degrees), Words.latex(statistic)),
                            new ChiSquare(degrees).tails(statistic).upper()));
        }
        return outcome.result();
    }

    private static TestResult ofTable(Matrix table, TestQuestion question) {
        double[] rows = new double[table.rows()];
        double[] columns = new double[table.columns()];
        CompensatedSum sum = new CompensatedSum();
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < columns.length; j++) {
                double count = table.get(i, j);
                if (!(count >= 0)) {
                    throw new InvalidParameterException("A count is not negative.").at("/table/" + i + "/" + j);
                }
                rows[i] += count;
                columns[j] += count;
                sum.add(count);
            }
        }
        double total = sum.value();
        double degrees = (occupied(rows) - 1) * (occupied(columns) - 1);
        if (degrees < 1) {
            throw new InsufficientDataException(
                            "Only one row or one column holds any counts: nothing can depend on it.")
                    .at("/table");
        }
        CompensatedSum deviance = new CompensatedSum();
        double smallest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < columns.length; j++) {
                double expected = rows[i] * (columns[j] / total);
                double count = table.get(i, j);
                if (expected > 0) {
                    smallest = Math.min(smallest, expected);
                    deviance.add(2 * deviance(count, expected));
                }
            }
        }
        double statistic = Math.max(0, deviance.value());
        TestOutcome outcome = outcome(question, statistic, degrees)
                .assume(Assumptions.independence("Observations"))
                .assume(new Assumption(
                        "expected-counts",
                        smallest >= 5,
                        "The smallest expected count is %s; the approximation wants 5."
                                .formatted(Words.number(smallest))))
                .diagnostics(TestDiagnostics.of("chi-square", false).withSmallestExpected(smallest))
                .claim(new Claim(
                        "rows and columns are not independent",
                        "they are independent",
                        "Were they independent",
                        "a likelihood ratio at least as large"));
        if (smallest < 5) {
            outcome.warn(new Warning(
                    "small-expected-counts",
                    "The smallest expected count is %s, under 5: the approximation may be poor. fisher-exact is exact."
                            .formatted(Words.number(smallest)),
                    "/table"));
        }
        if (question.explain()) {
            outcome.working(Working.of(
                            "H₀: row and column of an observation are independent. The alternative: they are not.",
                            "H_0: p_{ij} = p_{i\\cdot}\\,p_{\\cdot j}")
                    .statistic(
                            "Twice the logarithm of the likelihood with free cell probabilities over that with independent ones.",
                            "G = 2\\sum_{ij} O_{ij}\\ln\\frac{O_{ij}}{E_{ij}} = " + Words.latex(statistic),
                            statistic)
                    .pValue(
                            "The probability, were H₀ true, of a G at least as large, in large samples.",
                            "P(\\chi^2_{%s} \\ge %s)".formatted(Words.latex(degrees), Words.latex(statistic)),
                            new ChiSquare(degrees).tails(statistic).upper()));
        }
        return outcome.result();
    }

    /** O·ln(O/E) − (O − E), not negative: the linear parts add up to 0 over the table, and without them nothing cancels. */
    private static double deviance(double count, double expected) {
        if (count == 0) {
            return expected;
        }
        double relative = (count - expected) / expected;
        return Math.abs(relative) < 0.01
                ? expected * smallDeviance(relative)
                : count * Math.log(count / expected) - (count - expected);
    }

    /** (1 + r)·ln(1 + r) − r = r²/2 − r³/6 + r⁴/12 − …, for small r. */
    private static double smallDeviance(double r) {
        double term = r * r;
        double sum = 0;
        for (int k = 2; Math.abs(term) > 1e-18 * Math.abs(sum); k++) {
            sum += term / (k * (k - 1.0));
            term *= -r;
        }
        return sum;
    }

    private static double occupied(double[] sums) {
        double count = 0;
        for (double sum : sums) {
            count += sum > 0 ? 1 : 0;
        }
        return count;
    }

    private static TestOutcome outcome(TestQuestion question, double statistic, double degrees) {
        return new TestOutcome(question)
                .statistic("chi-square", statistic)
                .pValue(new ChiSquare(degrees).tails(statistic).upper())
                .degreesOfFreedom(degrees)
                .convention("statistic", "twice the logarithm of the likelihood ratio")
                .diagnostics(TestDiagnostics.of("chi-square", false));
    }

    private static double required(Double value, String pointer) {
        if (value == null) {
            throw ProblemException.at(ProblemType.INVALID_REQUEST, pointer, "is required where no table is given");
        }
        return value;
    }
}
