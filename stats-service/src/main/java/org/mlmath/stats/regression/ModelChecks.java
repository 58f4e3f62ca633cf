package org.mlmath.stats.regression;

import java.util.ArrayList;
import java.util.List;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.distribution.ChiSquare;
import org.mlmath.numerics.regression.Design;
import org.mlmath.numerics.regression.LinearFit;
import org.mlmath.numerics.sample.SampleMoments;
import org.mlmath.stats.number.Words;

/**
 * What the residuals say about what a linear model takes for granted.
 *
 * <p>Breusch and Pagan's test in Koenker's studentized form, n·R² of the squared residuals on the model's columns; White's, on their
 * squares and products too; Durbin and Watson's ratio; Jarque and Bera's test. Source: Greene, <i>Econometric Analysis</i>, 8th ed.,
 * §9.5, §20.7; Jarque and Bera, Int. Stat. Rev. 55 (1987).
 */
final class ModelChecks {
    private static final double ALPHA = 0.05;

    /** More columns than this are not multiplied with each other. */
    private static final int MOST_FOR_WHITE = 12;

    private static final double NOTABLE_COOK = 1;

    private final Design design;
    private final LinearFit fit;
    private final double[] residuals;
    private final int n;
    private final List<ModelCheck> checks = new ArrayList<>();

    private ModelChecks(Design design, LinearFit fit, double[] residuals) {
        this.design = design;
        this.fit = fit;
        this.residuals = residuals;
        n = residuals.length;
    }

    /** @param residuals times √w */
    static List<ModelCheck> of(
            Design design, LinearFit fit, List<String> names, double[] residuals, Deadline deadline) {
        ModelChecks checks = new ModelChecks(design, fit, residuals);
        double rss = WeightedMoments.dot(residuals, residuals);
        if (checks.n > fit.rank() && rss > 0) {
            checks.breuschPagan(deadline);
            checks.white(deadline);
            checks.durbinWatson();
            checks.jarqueBera();
        }
        checks.collinearity(names);
        if (checks.n > fit.rank()) {
            checks.influence(rss);
        }
        return checks.checks;
    }

    private List<double[]> features() {
        List<double[]> columns = new ArrayList<>();
        for (int j : fit.kept()) {
            if (j > 0 || !design.intercept()) {
                columns.add(design.column(j));
            }
        }
        return columns;
    }

    private void breuschPagan(Deadline deadline) {
        List<double[]> columns = features();
        if (!columns.isEmpty() && n > columns.size() + 1) {
            variance("breusch-pagan", columns, deadline);
        }
    }

    private void white(Deadline deadline) {
        List<double[]> features = features();
        int p = features.size();
        if (p == 0 || p > MOST_FOR_WHITE || n <= p * (p + 3) / 2 + 1) {
            return;
        }
        List<double[]> columns = new ArrayList<>(features);
        for (int a = 0; a < p; a++) {
            for (int b = a; b < p; b++) {
                double[] product = new double[n];
                for (int i = 0; i < n; i++) {
                    product[i] = features.get(a)[i] * features.get(b)[i];
                    if (!Double.isFinite(product[i])) {
                        return;
                    }
                }
                columns.add(product);
            }
        }
        variance("white", columns, deadline);
    }

    /** n·R² of the squared residuals on these columns and an intercept. */
    private void variance(String name, List<double[]> columns, Deadline deadline) {
        double scale = 0;
        for (double e : residuals) {
            scale = Math.max(scale, Math.abs(e));
        }
        double[] squares = new double[n];
        for (int i = 0; i < n; i++) {
            squares[i] = residuals[i] / scale * (residuals[i] / scale);
        }
        LinearFit auxiliary = LinearFit.of(Design.of(columns, n, true), squares, deadline);
        double[] sums = auxiliary.sequentialSumsOfSquares();
        double explained = 0;
        for (int j = 1; j < sums.length; j++) {
            explained += Double.isNaN(sums[j]) ? 0 : sums[j];
        }
        double total = explained + auxiliary.minimum();
        int freedom = auxiliary.rank() - 1;
        if (freedom < 1 || !(total > 0)) {
            return;
        }
        double statistic = n * (explained / total);
        double p = new ChiSquare(freedom).tails(statistic).upper();
        add(
                name,
                "equal variances",
                statistic,
                freedom,
                p,
                "The residuals' variance %s with %s (p = %s)."
                        .formatted(
                                p < ALPHA ? "changes" : "does not visibly change",
                                name.equals("white") ? "the features, their squares and products" : "the features",
                                Words.number(p)));
    }

    private void durbinWatson() {
        double squares = 0;
        double differences = 0;
        double neighbours = 0;
        for (int i = 0; i < n; i++) {
            squares += residuals[i] * residuals[i];
            if (i > 0) {
                double difference = residuals[i] - residuals[i - 1];
                differences += difference * difference;
                neighbours += residuals[i] * residuals[i - 1];
            }
        }
        double ratio = differences / squares;
        double autocorrelation = neighbours / squares;
        boolean plausible = Math.abs(autocorrelation) < 2 / Math.sqrt(n);
        checks.add(new ModelCheck(
                "durbin-watson",
                "independent errors",
                ratio,
                null,
                null,
                plausible,
                "In the order given, neighbouring residuals have correlation %s; a ratio near 2 speaks for none."
                        .formatted(Words.number(autocorrelation))));
    }

    private void jarqueBera() {
        SampleMoments moments = SampleMoments.of(residuals);
        double skewness = moments.skewness();
        double kurtosis = moments.excessKurtosis();
        double statistic = n / 6.0 * (skewness * skewness + kurtosis * kurtosis / 4);
        if (!Double.isFinite(statistic)) {
            return;
        }
        double p = new ChiSquare(2).tails(statistic).upper();
        add(
                "jarque-bera",
                "normal errors",
                statistic,
                2,
                p,
                "The residuals have skewness %s and excess kurtosis %s (p = %s%s)."
                        .formatted(
                                Words.number(skewness),
                                Words.number(kurtosis),
                                Words.number(p),
                                n < 50 ? ", a rough guide in small samples" : ""));
    }

    private void collinearity(List<String> names) {
        double condition = fit.condition();
        boolean aliased = fit.rank() < names.size();
        checks.add(new ModelCheck(
                "collinearity",
                "columns that do not depend on each other",
                condition,
                null,
                null,
                !aliased && condition < 30,
                "The condition number of the columns at length 1 is %s%s; above 30 (Belsley) estimates depend on each other."
                        .formatted(Words.number(condition), aliased ? ", without the aliased ones" : "")));
    }

    private void influence(double rss) {
        double[] leverages = fit.leverages();
        double variance = rss / (n - fit.rank());
        int worst = -1;
        double largest = 0;
        for (int i = 0; i < n; i++) {
            double rest = 1 - leverages[i];
            double cook = residuals[i] * residuals[i] / variance * leverages[i] / (rest * rest) / fit.rank();
            if (cook > largest) {
                largest = cook;
                worst = i;
            }
        }
        if (worst >= 0) {
            checks.add(new ModelCheck(
                    "influence",
                    "no single observation decides the model",
                    largest,
                    null,
                    null,
                    largest < NOTABLE_COOK,
                    "Observation %d moves the model most: Cook's distance %s."
                            .formatted(worst, Words.number(largest))));
        }
    }

    private void add(String name, String assumption, double statistic, double freedom, double p, String finding) {
        checks.add(new ModelCheck(name, assumption, statistic, freedom, p, p >= ALPHA, finding));
    }
}
