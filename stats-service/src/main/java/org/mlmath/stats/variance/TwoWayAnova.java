package org.mlmath.stats.variance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.mlmath.kit.answer.Warning;
import org.mlmath.kit.array.Observations;
import org.mlmath.kit.work.Cost;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DimensionMismatchException;
import org.mlmath.numerics.InsufficientDataException;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.LimitExceededException;
import org.mlmath.numerics.distribution.FisherF;
import org.mlmath.numerics.regression.Design;
import org.mlmath.numerics.regression.LinearFit;
import org.mlmath.stats.hypothesis.Assumptions;
import org.mlmath.stats.hypothesis.Claim;
import org.mlmath.stats.hypothesis.TestDiagnostics;
import org.mlmath.stats.hypothesis.TestOutcome;
import org.mlmath.stats.hypothesis.TestQuestion;
import org.mlmath.stats.hypothesis.Working;
import org.mlmath.stats.number.MissingValues;
import org.mlmath.stats.number.SampleStatistics;
import org.mlmath.stats.number.Words;

/**
 * Analysis of variance of two factors. Each effect's columns (levels against the last, adding up to 0) are fitted beside what its type of
 * sums of squares says, by orthogonalisation from left to right, so that what a block of columns adds to the squares explained is
 * its sum of squares: type I in the order A, B, AB; type II each factor after the other; type III each effect after all others, which needs
 * every cell occupied. Source: S. R. Searle, <i>Linear Models for Unbalanced Data</i>, ch. 4 and 12; R's anova is of type I.
 */
final class TwoWayAnova {
    private static final int MOST_LEVELS = 50;
    private static final int MOST_COLUMNS = 300;

    private final double[] data;
    private final int[] levelsOfA;
    private final int[] levelsOfB;
    private final int countA;
    private final int countB;
    private final int[] cells;
    private final Deadline deadline;

    private TwoWayAnova(double[] data, int[] a, int[] b, int countA, int countB, Deadline deadline) {
        this.data = data;
        this.levelsOfA = a;
        this.levelsOfB = b;
        this.countA = countA;
        this.countB = countB;
        this.deadline = deadline;
        this.cells = new int[countA * countB];
        for (int i = 0; i < data.length; i++) {
            cells[a[i] * countB + b[i]]++;
        }
    }

    static Cost cost(Observations data, FactorLevels a, FactorLevels b) {
        double columns =
                Math.min(MOST_COLUMNS, (double) a.indices().size() * b.indices().size());
        double entries = columns * data.values().length;
        return new Cost(1e-3 + 1.2e-7 * entries * columns, (long) (64 * entries) + 65536);
    }

    static TwoWayAnovaResult test(TwoWayAnovaRequest request, Deadline deadline) {
        TestQuestion question = request.question();
        List<Warning> warnings = new ArrayList<>();
        TwoWayAnova anova = of(request, warnings, deadline);
        return anova.analyse(request, question, warnings);
    }

    private static TwoWayAnova of(TwoWayAnovaRequest request, List<Warning> warnings, Deadline deadline) {
        double[] given = request.data().values();
        List<String> a = request.factorA().labels();
        List<String> b = request.factorB().labels();
        requireLength(a, given.length, "/factorA");
        requireLength(b, given.length, "/factorB");
        Map<String, Integer> indicesA = request.factorA().indices();
        Map<String, Integer> indicesB = request.factorB().indices();
        requireLevels(indicesA.size(), "/factorA");
        requireLevels(indicesB.size(), "/factorB");
        double[] data = new double[given.length];
        int[] levelsA = new int[given.length];
        int[] levelsB = new int[given.length];
        int count = 0;
        for (int i = 0; i < given.length; i++) {
            boolean there = !Double.isNaN(given[i]) && a.get(i) != null && b.get(i) != null;
            if (!there && request.missing() == MissingValues.REFUSE) {
                throw MissingValues.refusal(
                        i, Double.isNaN(given[i]) ? "/data" : a.get(i) == null ? "/factorA" : "/factorB");
            }
            if (there) {
                data[count] = given[i];
                levelsA[count] = indicesA.get(a.get(i));
                levelsB[count++] = indicesB.get(b.get(i));
            }
        }
        if (count < given.length) {
            warnings.add(MissingValues.omitted(given.length - count, "/data"));
        }
        return new TwoWayAnova(
                Arrays.copyOf(data, count),
                Arrays.copyOf(levelsA, count),
                Arrays.copyOf(levelsB, count),
                indicesA.size(),
                indicesB.size(),
                deadline);
    }

    private static void requireLength(List<String> labels, int length, String pointer) {
        if (labels.size() != length) {
            throw new DimensionMismatchException(
                            "There are %d observations and %d levels: one level for each is needed."
                                    .formatted(length, labels.size()))
                    .at(pointer);
        }
    }

    private static void requireLevels(int count, String pointer) {
        if (count < 2) {
            throw new InsufficientDataException("A factor has two levels at least.").at(pointer);
        }
        if (count > MOST_LEVELS) {
            throw new LimitExceededException(
                            "The factor has %d levels; at most %d are analysed.".formatted(count, MOST_LEVELS))
                    .at(pointer);
        }
    }

    private TwoWayAnovaResult analyse(TwoWayAnovaRequest request, TestQuestion question, List<Warning> warnings) {
        boolean replicated = Arrays.stream(cells).anyMatch(n -> n > 1);
        boolean interaction = request.interaction() == null ? replicated : request.interaction();
        if (request.interaction() == null && !replicated) {
            warnings.add(new Warning(
                    "no-interaction",
                    "Each cell holds one observation, which leaves nothing to judge an interaction by: it is left out.",
                    "/interaction"));
        }
        boolean empty = Arrays.stream(cells).anyMatch(n -> n == 0);
        boolean balanced = Arrays.stream(cells).distinct().count() == 1;
        if (empty && interaction && request.sumsOfSquares() == SumsOfSquares.TYPE_3) {
            throw new InvalidParameterException(
                            "Some combinations of levels have no observations: type III sums of squares with an interaction do not exist then.")
                    .at("/sumsOfSquares");
        }
        if (!balanced) {
            warnings.add(new Warning(
                    "unbalanced",
                    "The cells hold different numbers of observations, so the sums of squares depend on their type (here %s) and do not add up to the total unless it is type I."
                            .formatted(
                                    switch (request.sumsOfSquares()) {
                                        case TYPE_1 -> "I: A before B";
                                        case TYPE_2 -> "II";
                                        case TYPE_3 -> "III";
                                    }),
                    "/sumsOfSquares"));
        }
        return new Analysis(request.sumsOfSquares(), interaction).result(question, balanced, warnings);
    }

    /** What an effect explains. */
    private record Explained(double squares, double degrees) {}

    private final class Analysis {
        private final double centre;
        private final double[] y;
        private final Explained a;
        private final Explained b;
        private final Explained both;
        private final Explained all;
        private final double residual;
        private final double residualDegrees;
        private final double[] residuals;

        Analysis(SumsOfSquares type, boolean interaction) {
            centre = data.length == 0
                    ? 0
                    : SampleStatistics.of(data, "/data", List.of(), 1).mean();
            y = Arrays.stream(data).map(x -> x - centre).toArray();
            List<double[]> columnsA = contrasts(levelsOfA, countA);
            List<double[]> columnsB = contrasts(levelsOfB, countB);
            List<double[]> columnsBoth = interaction ? products(columnsA, columnsB) : List.of();
            if (columnsBoth.size() > MOST_COLUMNS) {
                throw new LimitExceededException(
                                "The factors have %d and %d levels; at most %d combinations are analysed."
                                        .formatted(countA, countB, MOST_COLUMNS))
                        .at("/factorB");
            }
            LinearFit first = fit(List.of(columnsA, columnsB, columnsBoth));
            residual = first.minimum();
            residualDegrees = data.length - (double) first.rank();
            residuals = first.residuals();
            Explained[] inOrder = explained(first, columnsA.size(), columnsB.size(), columnsBoth.size());
            both = inOrder[2];
            all = new Explained(
                    inOrder[0].squares + inOrder[1].squares + inOrder[2].squares,
                    inOrder[0].degrees + inOrder[1].degrees + inOrder[2].degrees);
            switch (type) {
                case TYPE_1 -> {
                    a = inOrder[0];
                    b = inOrder[1];
                }
                case TYPE_2 -> {
                    b = inOrder[1];
                    a = explained(fit(List.of(columnsB, columnsA)), columnsB.size(), columnsA.size())[1];
                }
                case TYPE_3 -> {
                    int[] sizes = {columnsB.size(), columnsBoth.size(), columnsA.size()};
                    a = explained(fit(List.of(columnsB, columnsBoth, columnsA)), sizes)[2];
                    int[] others = {columnsA.size(), columnsBoth.size(), columnsB.size()};
                    b = explained(fit(List.of(columnsA, columnsBoth, columnsB)), others)[2];
                }
                default -> throw new IllegalStateException("no such type");
            }
        }

        private LinearFit fit(List<List<double[]>> blocks) {
            List<double[]> columns = new ArrayList<>();
            blocks.forEach(columns::addAll);
            return LinearFit.of(Design.of(columns, data.length, true), y, deadline);
        }

        private static Explained[] explained(LinearFit fit, int... sizes) {
            double[] squares = fit.sequentialSumsOfSquares();
            Explained[] explained = new Explained[sizes.length];
            int at = 1;
            for (int block = 0; block < sizes.length; block++) {
                double sum = 0;
                int degrees = 0;
                for (int k = 0; k < sizes[block]; k++, at++) {
                    if (!Double.isNaN(squares[at])) {
                        sum += squares[at];
                        degrees++;
                    }
                }
                explained[block] = new Explained(sum, degrees);
            }
            return explained;
        }

        TwoWayAnovaResult result(TestQuestion question, boolean balanced, List<Warning> warnings) {
            if (residualDegrees < 1) {
                throw new InsufficientDataException(
                                "The effects leave no degree of freedom to judge them by: more observations are needed, or interaction: false.")
                        .at("/data");
            }
            if (!(residual > 0)) {
                throw new InsufficientDataException(
                                "The observations do not vary beside the effects: no F statistic exists.")
                        .at("/data");
            }
            List<VarianceSource> table = new ArrayList<>();
            List<FactorEffect> effects = new ArrayList<>();
            add("factorA", a, question, table, effects);
            add("factorB", b, question, table, effects);
            if (both.degrees > 0) {
                add("factorA:factorB", both, question, table, effects);
            }
            double mean = residual / residualDegrees;
            table.add(new VarianceSource("residuals", residual, residualDegrees, mean, null, null));
            table.add(new VarianceSource(
                    "total", all.squares + residual, all.degrees + residualDegrees, null, null, null));
            double f = statistic(all);
            TestOutcome outcome = new TestOutcome(question)
                    .statistic("F", f)
                    .pValue(pValue(all))
                    .degreesOfFreedom(all.degrees, residualDegrees)
                    .effectSize(Decomposition.etaSquared(
                            "eta-squared", f, all.degrees, residualDegrees, data.length, question))
                    .assume(Assumptions.independence("Observations"))
                    .assume(Assumptions.normality(
                            SampleStatistics.of(residuals, "/data", List.of(), 1), "the residuals"))
                    .convention("statistic", "of all effects together; the table has each")
                    .convention(
                            "sumsOfSquares",
                            balanced
                                    ? "all types agree, since the cells are of one size"
                                    : "type I (A, then B, then both) unless asked otherwise, as R's anova; statsmodels and SPSS offer all three")
                    .convention(
                            "effectSize",
                            "η², of single effects partial, with the interval of the noncentral F distribution; unbiased is ω²")
                    .diagnostics(TestDiagnostics.of("f", true))
                    .claim(new Claim(
                            "the means of the cells are not all equal" + summary(table, question),
                            "they are equal",
                            "Were they equal",
                            "an F at least as large"))
                    .warn(warnings);
            if (question.explain()) {
                outcome.working(working(table, f));
            }
            return new TwoWayAnovaResult(outcome.result(), table, balanced, effects);
        }

        private String summary(List<VarianceSource> table, TestQuestion question) {
            List<String> single = new ArrayList<>();
            for (VarianceSource source : table) {
                if (source.pValue() != null) {
                    single.add("%s: p = %s, %s"
                            .formatted(
                                    source.source(),
                                    Words.number(source.pValue()),
                                    source.pValue() <= question.alpha() ? "shown" : "not shown"));
                }
            }
            return " [" + String.join("; ", single) + "]";
        }

        private Working working(List<VarianceSource> table, double f) {
            Working working = Working.of(
                    "H₀: neither factor changes the mean. The alternative: some effect is not 0.",
                    "x_{ijk} = \\mu + \\alpha_i + \\beta_j + (\\alpha\\beta)_{ij} + \\varepsilon_{ijk},\\quad H_0: \\alpha = \\beta = (\\alpha\\beta) = 0");
            for (VarianceSource source : table) {
                if (source.meanSquare() != null) {
                    working.add(
                            "mean-square",
                            "Mean square: " + source.source(),
                            "Its sum of squares over its degrees of freedom.",
                            "\\mathrm{MS} = \\frac{%s}{%s} = %s"
                                            .formatted(
                                                    Words.latex(source.sumOfSquares()),
                                                    Words.latex(source.degreesOfFreedom()),
                                                    Words.latex(source.meanSquare()))
                                    + (source.statistic() == null
                                            ? ""
                                            : ",\\quad F = %s,\\quad p = %s"
                                                    .formatted(
                                                            Words.latex(source.statistic()),
                                                            Words.latex(source.pValue()))),
                            source.meanSquare());
                }
            }
            return working.statistic(
                            "All effects together beside the residuals.",
                            "F = \\frac{\\mathrm{SS}_{\\text{effects}}/%s}{\\mathrm{MS}_{\\text{residuals}}} = %s"
                                    .formatted(Words.latex(all.degrees), Words.latex(f)),
                            f)
                    .pValue(
                            "The probability, were H₀ true, of an F at least as large.",
                            "P(F_{%s,\\,%s} \\ge %s)"
                                    .formatted(Words.latex(all.degrees), Words.latex(residualDegrees), Words.latex(f)),
                            pValue(all));
        }

        private void add(
                String name,
                Explained effect,
                TestQuestion question,
                List<VarianceSource> table,
                List<FactorEffect> effects) {
            if (effect.degrees == 0) {
                table.add(new VarianceSource(name, 0, 0, null, null, null));
                return;
            }
            double f = statistic(effect);
            table.add(new VarianceSource(
                    name, effect.squares, effect.degrees, effect.squares / effect.degrees, f, pValue(effect)));
            effects.add(new FactorEffect(
                    name,
                    Decomposition.etaSquared(
                            "partial-eta-squared",
                            f,
                            effect.degrees,
                            residualDegrees,
                            effect.degrees + residualDegrees + 1,
                            question)));
        }

        private double statistic(Explained effect) {
            return effect.squares / effect.degrees / (residual / residualDegrees);
        }

        private double pValue(Explained effect) {
            return new FisherF(effect.degrees, residualDegrees)
                    .tails(statistic(effect))
                    .upper();
        }
    }

    /** For each level but the last 1 where it is, −1 where the last one is, 0 elsewhere. */
    private List<double[]> contrasts(int[] levels, int count) {
        List<double[]> columns = new ArrayList<>();
        for (int level = 0; level < count - 1; level++) {
            double[] column = new double[levels.length];
            for (int i = 0; i < column.length; i++) {
                column[i] = levels[i] == level ? 1 : levels[i] == count - 1 ? -1 : 0;
            }
            columns.add(column);
        }
        return columns;
    }

    private static List<double[]> products(List<double[]> a, List<double[]> b) {
        List<double[]> columns = new ArrayList<>();
        for (double[] left : a) {
            for (double[] right : b) {
                double[] column = new double[left.length];
                for (int i = 0; i < column.length; i++) {
                    column[i] = left[i] * right[i];
                }
                columns.add(column);
            }
        }
        return columns;
    }
}
