package org.mlmath.stats.dependence;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.distribution.Normal;
import org.mlmath.numerics.distribution.TailProbability;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.numerics.rank.ConcordantPairs;
import org.mlmath.numerics.rank.Ranks;
import org.mlmath.numerics.sample.CrossProducts;
import org.mlmath.stats.number.UndefinedValues;

/** Correlation matrices with confidence intervals. */
final class Correlations {
    private Correlations() {}

    static CorrelationResult of(CorrelationRequest request, Deadline deadline) {
        if (!(request.level() > 0 && request.level() < 1)) {
            throw new InvalidParameterException("The level must lie strictly between 0 and 1.").at("/level");
        }
        PairedColumns columns = PairedColumns.of(request.data(), request.x(), request.y(), request.missing(), 2);
        List<double[]> values = columns.data().columns();
        Matrix matrix =
                switch (request.method()) {
                    case PEARSON -> CrossProducts.of(values, deadline).correlation();
                    case SPEARMAN -> CrossProducts.of(ranks(values), deadline).correlation();
                    case KENDALL -> kendall(values, deadline);
                };
        List<Warning> warnings = columns.warnings();
        warnings.addAll(UndefinedValues.warnings(matrix.values(), "/matrix"));
        if (request.explain()) {
            warnings.add(Warning.noSteps());
        }
        int n = columns.data().rows();
        return new CorrelationResult(
                matrix,
                columns.pair() ? matrix.get(0, 1) : null,
                columns.data().names(),
                bounds(matrix, n, request),
                n,
                conventions(request.method()),
                warnings);
    }

    private static List<double[]> ranks(List<double[]> columns) {
        return columns.stream().map(column -> Ranks.of(column).values()).toList();
    }

    private static Matrix kendall(List<double[]> columns, Deadline deadline) {
        int p = columns.size();
        Ranks[] ranks = columns.stream().map(Ranks::of).toArray(Ranks[]::new);
        double[] tau = new double[p * p];
        for (int i = 0; i < p; i++) {
            tau[i * p + i] = ranks[i].groups() > 1 ? 1 : Double.NaN;
            for (int j = 0; j < i; j++) {
                deadline.check();
                tau[i * p + j] = tauB(ConcordantPairs.of(ranks[i], ranks[j]), ranks[i].size());
                tau[j * p + i] = tau[i * p + j];
            }
        }
        return new Matrix(p, p, tau);
    }

    /** (C − D) / √((P − Tₓ)(P − T_y)) with P pairs in all. */
    private static double tauB(ConcordantPairs pairs, double n) {
        double all = n * (n - 1) / 2;
        double tau = pairs.difference() / Math.sqrt(all - pairs.tiedInX()) / Math.sqrt(all - pairs.tiedInY());
        return Math.clamp(tau, -1, 1);
    }

    /** Fisher's z ± the normal quantile times a standard error; null where there are too few observations for one. */
    private static CorrelationBounds bounds(Matrix matrix, int n, CorrelationRequest request) {
        if (Double.isInfinite(FisherZ.standardError(request.method(), 0, n))) {
            return null;
        }
        double quantile = new Normal(0, 1).quantile(TailProbability.upper((1 - request.level()) / 2));
        double[] lower = new double[matrix.values().length];
        double[] upper = new double[lower.length];
        for (int k = 0; k < lower.length; k++) {
            double r = matrix.values()[k];
            double error = quantile * FisherZ.standardError(request.method(), r, n);
            lower[k] = FisherZ.shifted(r, -error);
            upper[k] = FisherZ.shifted(r, error);
        }
        int p = matrix.rows();
        return new CorrelationBounds(new Matrix(p, p, lower), new Matrix(p, p, upper));
    }

    private static Map<String, String> conventions(CorrelationMethod method) {
        Map<String, String> conventions = new LinkedHashMap<>();
        if (method == CorrelationMethod.KENDALL) {
            conventions.put("coefficient", "tau-b, as SciPy and R; ties shorten the range of tau-a");
        } else if (method == CorrelationMethod.SPEARMAN) {
            conventions.put("coefficient", "Pearson's coefficient of midranks");
        }
        conventions.put(
                "confidenceIntervals",
                method == CorrelationMethod.PEARSON
                        ? "Fisher's z with variance 1/(n - 3)"
                        : "Fisher's z with the variance of Bonett and Wright (2000)");
        return conventions;
    }
}
