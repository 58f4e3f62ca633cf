package org.mlmath.stats.distribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mlmath.kit.answer.Warning;
import org.mlmath.kit.problem.ProblemException;
import org.mlmath.kit.problem.ProblemType;
import org.mlmath.kit.work.Work;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.Pace;
import org.mlmath.numerics.distribution.Distribution;
import org.mlmath.numerics.distribution.TailProbability;
import org.mlmath.numerics.special.Tails;
import org.mlmath.stats.number.UndefinedValues;
import org.mlmath.stats.number.Words;

/** Points with given probabilities on either side of them. */
final class DistributionQuantiles {
    private DistributionQuantiles() {}

    static DistributionValuesResult of(String name, DistributionQuantileRequest request) {
        NamedDistribution named = NamedDistribution.of(name, request.parameters());
        if ((request.probabilities() == null) == (request.logProbabilities() == null)) {
            throw ProblemException.at(
                    ProblemType.INVALID_REQUEST,
                    request.probabilities() == null ? "/probabilities" : "/logProbabilities",
                    "give either probabilities or logProbabilities");
        }
        boolean logarithms = request.logProbabilities() != null;
        double[] given = (logarithms ? request.logProbabilities() : request.probabilities()).values();
        boolean upper = request.tail() == Tail.UPPER;
        double[] values = new double[given.length];
        double error = named.family().discrete() ? 0 : Math.ulp(1.0);
        Pace pace = new Pace(given.length, Work.deadline());
        for (int i = 0; i < given.length; i++) {
            pace.check(i);
            TailProbability probability = logarithms ? fromLog(given, i, upper) : fromProbability(given, i, upper);
            values[i] = named.distribution().quantile(probability);
            error = Math.max(error, relativeError(named.distribution(), values[i]));
        }
        List<Warning> warnings = new ArrayList<>(UndefinedValues.warnings(values, "/values"));
        if (Boolean.TRUE.equals(request.explain())) {
            warnings.add(Warning.noSteps());
        }
        return new DistributionValuesResult(
                named.family().name(),
                named.parameters(),
                values,
                new DistributionDiagnostics(error),
                conventions(named),
                warnings);
    }

    private static TailProbability fromProbability(double[] given, int i, boolean upper) {
        if (!(given[i] >= 0 && given[i] <= 1)) {
            throw new InvalidParameterException(
                            "A probability lies between 0 and 1, but this one is " + Words.exact(given[i]) + ".")
                    .at("/probabilities/" + i);
        }
        return TailProbability.of(upper, given[i]);
    }

    private static TailProbability fromLog(double[] given, int i, boolean upper) {
        if (!(given[i] <= 0)) {
            throw new InvalidParameterException("The logarithm of a probability is at most 0, but this one is "
                            + Words.exact(given[i]) + ".")
                    .at("/logProbabilities/" + i);
        }
        return TailProbability.ofLog(upper, given[i]);
    }

    /** What an error of the tail probability makes of the quantile: δx = δp / pdf. */
    private static double relativeError(Distribution distribution, double x) {
        if (distribution.support().discrete() || !Double.isFinite(x) || x == 0) {
            return 0;
        }
        Tails tails = distribution.tails(x);
        double smaller = Math.min(tails.logLower(), tails.logUpper());
        double error = distribution.relativeErrorBound() * Math.exp(smaller - distribution.logDensity(x)) / Math.abs(x);
        return Double.isFinite(error) ? error : 0;
    }

    private static Map<String, String> conventions(NamedDistribution named) {
        return Map.of(
                "quantile",
                named.family().discrete()
                        ? "the smallest x with P(X <= x) >= p; for tail upper, with P(X > x) <= p"
                        : "the x with P(X <= x) = p; for tail upper, with P(X > x) = p");
    }

    static DistributionIntervalResult interval(String name, DistributionIntervalRequest request) {
        NamedDistribution named = NamedDistribution.of(name, request.parameters());
        double level = request.level();
        if (!(level > 0 && level < 1)) {
            throw new InvalidParameterException(
                            "level must lie strictly between 0 and 1, but is " + Words.exact(level) + ".")
                    .at("/level");
        }
        Distribution distribution = named.distribution();
        double each = 0.5 * (1 - level);
        double lower = distribution.quantile(TailProbability.lower(each));
        double upper = distribution.quantile(TailProbability.upper(each));
        List<Warning> warnings = new ArrayList<>(UndefinedValues.warnings(new double[] {lower, upper}, ""));
        if (Boolean.TRUE.equals(request.explain())) {
            warnings.add(Warning.noSteps());
        }

        return new DistributionIntervalResult(
                named.family().name(),
                named.parameters(),
                lower,
                upper,
                distribution.probability(lower, upper),
                new DistributionDiagnostics(Math.max(
                        Math.ulp(1.0),
                        Math.max(relativeError(distribution, lower), relativeError(distribution, upper)))),
                Map.of(
                        "interval",
                        named.family().discrete()
                                ? "equal tails: at most (1 - level)/2 outside on either side, so the probability is at least level"
                                : "equal tails: (1 - level)/2 outside on either side"),
                warnings);
    }
}
