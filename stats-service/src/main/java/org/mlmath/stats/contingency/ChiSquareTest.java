package org.mlmath.stats.contingency;

import java.util.Arrays;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.DimensionMismatchException;
import org.mlmath.numerics.InsufficientDataException;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.distribution.ChiSquare;
import org.mlmath.numerics.distribution.NoncentralChiSquare;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.numerics.sample.CompensatedSum;
import org.mlmath.stats.hypothesis.Assumption;
import org.mlmath.stats.hypothesis.Assumptions;
import org.mlmath.stats.hypothesis.Claim;
import org.mlmath.stats.hypothesis.EffectSize;
import org.mlmath.stats.hypothesis.TestDiagnostics;
import org.mlmath.stats.hypothesis.TestOutcome;
import org.mlmath.stats.hypothesis.TestQuestion;
import org.mlmath.stats.hypothesis.Working;
import org.mlmath.stats.number.Interval;
import org.mlmath.stats.number.Words;

/**
 * Pearson's chi-square tests, Σ (O − E)²/E.
 *
 * <p>Goodness of fit: as many degrees of freedom as categories, less one, less the parameters estimated. Independence: (r − 1)(c − 1);
 * a 2×2 table is corrected for continuity by default, each |O − E| by ½ or as much of it as there is (Yates; R and SciPy alike). Effect
 * sizes: Cohen's w = √(χ²/n) and Cramér's V = √(χ²/(n·min(r − 1, c − 1))), of the uncorrected χ², with the interval of the noncentral
 * chi-square distribution (M. Smithson, <i>Confidence Intervals</i>, 2003), and V corrected for its bias (W. Bergsma, J. Korean Statist.
 * Soc. 42 (2013), 323-328).
 */
final class ChiSquareTest {
    private static final double ENOUGH = 5;
    private static final double SUMS_TO_ONE = 1e-9;
    private static final double SAME_TOTAL = 1e-8;

    private ChiSquareTest() {}

    static GoodnessOfFitResult goodnessOfFit(GoodnessOfFitRequest request) {
        TestQuestion question = request.question();
        double[] observed = request.observed();
        if (observed.length < 2) {
            throw new InsufficientDataException("There must be two categories at least.").at("/observed");
        }
        CompensatedSum sum = new CompensatedSum();
        for (int i = 0; i < observed.length; i++) {
            Counts.requireCount(observed[i], false, "/observed/" + i);
            sum.add(observed[i]);
        }
        double total = sum.value();
        if (total == 0) {
            throw new InsufficientDataException("All counts are 0.").at("/observed");
        }
        double[] expected = expected(request, total);
        double degrees = observed.length - 1.0 - request.estimatedParameters();
        if (degrees < 1) {
            throw new InvalidParameterException("%d categories and %d estimated parameters leave no degree of freedom."
                            .formatted(observed.length, request.estimatedParameters()))
                    .at("/estimatedParameters");
        }
        double[] residuals = new double[observed.length];
        CompensatedSum squares = new CompensatedSum();
        for (int i = 0; i < observed.length; i++) {
            residuals[i] = (observed[i] - expected[i]) / Math.sqrt(expected[i]);
            squares.add(residuals[i] * residuals[i]);
        }
        double statistic = squares.value();
        double smallest = Arrays.stream(expected).min().orElseThrow();
        TestOutcome outcome = outcome(question, statistic, degrees, expected)
                .effectSize(effect("cohens-w", statistic, degrees, total, question, null))
                .convention(
                        "effectSize", "Cohen's w, √(χ²/n), with the interval of the noncentral chi-square distribution")
                .convention("degreesOfFreedom", "categories less one less the parameters estimated")
                .diagnostics(TestDiagnostics.of("chi-square", false).withSmallestExpected(smallest))
                .claim(new Claim(
                        "the counts do not follow the expected distribution",
                        "they do",
                        "Did they follow it",
                        "a chi-square at least as large"));
        if (question.explain()) {
            outcome.working(Working.of(
                            "H₀: the categories have the expected probabilities. The alternative: some have not.",
                            "H_0: p_i = p_{i,0} \\text{ for all } i, \\quad H_1: p_i \\ne p_{i,0} \\text{ for some } i")
                    .add(
                            "expected-counts",
                            "Expected counts",
                            "What each category would hold on average, were H₀ true.",
                            "E_i = n\\,p_{i,0},\\quad n = " + Words.latex(total),
                            expected)
                    .statistic(
                            "The squared distances from what is expected, each in units of what is expected.",
                            "\\chi^2 = \\sum_i \\frac{(O_i - E_i)^2}{E_i} = " + Words.latex(statistic),
                            statistic)
                    .add(
                            "degrees-of-freedom",
                            "Degrees of freedom",
                            "Categories, less one for the total, less one for each parameter estimated.",
                            "\\nu = %d - 1 - %d = %s"
                                    .formatted(observed.length, request.estimatedParameters(), Words.latex(degrees)),
                            degrees)
                    .pValue(
                            "The probability, were H₀ true, of a chi-square at least as large.",
                            "P(\\chi^2_\\nu \\ge %s)".formatted(Words.latex(statistic)),
                            new ChiSquare(degrees).tails(statistic).upper()));
        }
        return new GoodnessOfFitResult(outcome.result(), expected, residuals);
    }

    private static double[] expected(GoodnessOfFitRequest request, double total) {
        double[] observed = request.observed();
        boolean shares = request.probabilities() != null;
        if (shares && request.expected() != null) {
            throw new InvalidParameterException("Give the expected counts or the probabilities, not both.")
                    .at("/probabilities");
        }
        double[] given = shares ? request.probabilities() : request.expected();
        String pointer = shares ? "/probabilities" : "/expected";
        double[] expected = new double[observed.length];
        if (given == null) {
            Arrays.fill(expected, total / observed.length);
            return expected;
        }
        if (given.length != observed.length) {
            throw new DimensionMismatchException("There are %d observed counts and %d expected ones."
                            .formatted(observed.length, given.length))
                    .at(pointer);
        }
        CompensatedSum sum = new CompensatedSum();
        for (int i = 0; i < given.length; i++) {
            if (!(given[i] > 0)) {
                throw new InvalidParameterException(
                                "What is expected must be positive: a category that cannot occur is left out.")
                        .at(pointer + "/" + i);
            }
            sum.add(given[i]);
        }
        boolean probabilities = Math.abs(sum.value() - 1) <= SUMS_TO_ONE;
        if (!probabilities && (shares || !(Math.abs(sum.value() - total) <= SAME_TOTAL * total))) {
            throw new InvalidParameterException(
                            "The expected values add up to %s. Probabilities add up to 1, expected counts to what was observed, %s."
                                    .formatted(Words.exact(sum.value()), Words.exact(total)))
                    .at(pointer);
        }
        for (int i = 0; i < given.length; i++) {
            expected[i] = probabilities ? given[i] * total : given[i];
        }
        return expected;
    }

    static IndependenceTestResult independence(IndependenceTestRequest request) {
        TestQuestion question = request.question();
        Counts counts = Counts.of(request.table(), false);
        int rows = counts.rows().length;
        int columns = counts.columns().length;
        double freeRows = counts.occupiedRows() - 1.0;
        double freeColumns = counts.occupiedColumns() - 1.0;
        double degrees = freeRows * freeColumns;
        if (degrees == 0) {
            throw new InsufficientDataException(
                            "Only one row or one column holds any counts: nothing can depend on it.")
                    .at("/table");
        }
        boolean corrected = request.continuityCorrection() && rows == 2 && columns == 2;
        double[] expected = new double[rows * columns];
        double[] residuals = new double[rows * columns];
        double[] standardized = new double[rows * columns];
        CompensatedSum plain = new CompensatedSum();
        CompensatedSum shifted = new CompensatedSum();
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                int at = i * columns + j;
                double mean = counts.expected(i, j);
                double distance = counts.table().get(i, j) - mean;
                expected[at] = mean;
                residuals[at] = mean > 0 ? distance / Math.sqrt(mean) : Double.NaN;
                double spread = (1 - counts.rows()[i] / counts.total()) * (1 - counts.columns()[j] / counts.total());
                standardized[at] = spread > 0 ? residuals[at] / Math.sqrt(spread) : Double.NaN;
                if (mean > 0) {
                    plain.add(distance * distance / mean);
                    double nearer = Math.abs(distance) - Math.min(0.5, Math.abs(distance));
                    shifted.add(nearer * nearer / mean);
                }
            }
        }
        double statistic = corrected ? shifted.value() : plain.value();
        double[] occupied = Arrays.stream(expected).filter(e -> e > 0).toArray();
        double smallest = Arrays.stream(occupied).min().orElseThrow();
        double most = Math.min(freeRows, freeColumns);
        TestOutcome outcome = outcome(question, statistic, degrees, occupied)
                .effectSize(effect(
                        "cramers-v",
                        plain.value(),
                        degrees,
                        counts.total() * most,
                        question,
                        unbiased(plain.value(), counts.total(), freeRows, freeColumns)))
                .convention(
                        "continuityCorrection",
                        corrected
                                ? "Yates, by at most the distance itself, as in R and SciPy"
                                : rows == 2 && columns == 2
                                        ? "none; R and SciPy correct 2×2 tables by default"
                                        : "none; only 2×2 tables are corrected")
                .convention(
                        "effectSize",
                        "Cramér's V of the uncorrected chi-square, with the interval of the noncentral chi-square distribution")
                .diagnostics(TestDiagnostics.of("chi-square", false).withSmallestExpected(smallest))
                .claim(new Claim(
                        "rows and columns are not independent",
                        "they are independent",
                        "Were they independent",
                        "a chi-square at least as large"));
        if (occupied.length < expected.length) {
            outcome.warn(new Warning(
                    "empty-margin",
                    "A row or column without counts says nothing and takes no degrees of freedom.",
                    "/table"));
        }
        if (question.explain()) {
            outcome.working(Working.of(
                            "H₀: row and column of an observation are independent. The alternative: they are not.",
                            "H_0: p_{ij} = p_{i\\cdot}\\,p_{\\cdot j}, \\quad H_1: p_{ij} \\ne p_{i\\cdot}\\,p_{\\cdot j} \\text{ for some } i, j")
                    .add(
                            "expected-counts",
                            "Expected counts",
                            "What each cell would hold on average, were rows and columns independent.",
                            "E_{ij} = \\frac{R_i\\,C_j}{n},\\quad n = " + Words.latex(counts.total()),
                            new Matrix(rows, columns, expected))
                    .statistic(
                            corrected
                                    ? "The distances from what is expected, less Yates' half, squared and in units of what is expected."
                                    : "The squared distances from what is expected, each in units of what is expected.",
                            (corrected
                                            ? "\\chi^2 = \\sum_{ij} \\frac{(|O_{ij} - E_{ij}| - \\tfrac12)^2}{E_{ij}} = "
                                            : "\\chi^2 = \\sum_{ij} \\frac{(O_{ij} - E_{ij})^2}{E_{ij}} = ")
                                    + Words.latex(statistic),
                            statistic)
                    .add(
                            "degrees-of-freedom",
                            "Degrees of freedom",
                            "Once the margins are known, so many cells may be filled at will.",
                            "\\nu = (r - 1)(c - 1) = %s \\cdot %s = %s"
                                    .formatted(Words.latex(freeRows), Words.latex(freeColumns), Words.latex(degrees)),
                            degrees)
                    .pValue(
                            "The probability, were H₀ true, of a chi-square at least as large.",
                            "P(\\chi^2_\\nu \\ge %s)".formatted(Words.latex(statistic)),
                            new ChiSquare(degrees).tails(statistic).upper()));
        }
        return new IndependenceTestResult(
                outcome.result(),
                new Matrix(rows, columns, expected),
                new Matrix(rows, columns, residuals),
                new Matrix(rows, columns, standardized));
    }

    private static TestOutcome outcome(TestQuestion question, double statistic, double degrees, double[] expected) {
        TestOutcome outcome = new TestOutcome(question)
                .statistic("chi-square", statistic)
                .pValue(new ChiSquare(degrees).tails(statistic).upper())
                .degreesOfFreedom(degrees)
                .assume(Assumptions.independence("Observations"))
                .assume(expectedCounts(expected));
        long few = Arrays.stream(expected).filter(e -> e < ENOUGH).count();
        if (few > 0) {
            outcome.warn(new Warning(
                    "small-expected-counts",
                    "%d of %d expected counts are under 5, the smallest %s: the chi-square approximation may be poor. fisher-exact is exact for tables."
                            .formatted(
                                    few,
                                    expected.length,
                                    Words.number(Arrays.stream(expected).min().orElseThrow()))));
        }
        return outcome;
    }

    /** Cochran's rule: none under 1, and at most a fifth under 5. */
    static Assumption expectedCounts(double[] expected) {
        long few = Arrays.stream(expected).filter(e -> e < ENOUGH).count();
        double smallest = Arrays.stream(expected).min().orElseThrow();
        return new Assumption(
                "expected-counts",
                smallest >= 1 && 5 * few <= expected.length,
                "The smallest expected count is %s; %d of %d are under 5 (Cochran's rule wants none under 1 and at most a fifth under 5)."
                        .formatted(Words.number(smallest), few, expected.length));
    }

    /** √(χ²/unit) with the interval that the noncentrality has. */
    static EffectSize effect(
            String name, double statistic, double degrees, double unit, TestQuestion question, Double unbiased) {
        double lower = NoncentralChiSquare.noncentrality(degrees, statistic, question.outsideAbove());
        double upper = NoncentralChiSquare.noncentrality(degrees, statistic, question.outsideBelow());
        boolean bounded = name.equals("cramers-v");
        double most = bounded ? 1 : Double.POSITIVE_INFINITY;
        return new EffectSize(
                name,
                Math.min(most, Math.sqrt(statistic / unit)),
                new Interval(Math.min(most, Math.sqrt(lower / unit)), Math.min(most, Math.sqrt(upper / unit))),
                unbiased);
    }

    private static Double unbiased(double statistic, double n, double freeRows, double freeColumns) {
        if (n <= 1) {
            return null;
        }
        double phi = Math.max(0, statistic / n - freeRows * freeColumns / (n - 1));
        double rows = freeRows - freeRows * freeRows / (n - 1);
        double columns = freeColumns - freeColumns * freeColumns / (n - 1);
        double least = Math.min(rows, columns);
        return least > 0 ? Math.sqrt(phi / least) : null;
    }
}
