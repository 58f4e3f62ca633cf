package org.mlmath.stats.interval;

import org.mlmath.numerics.InsufficientDataException;
import org.mlmath.numerics.distribution.Normal;
import org.mlmath.numerics.sample.CompensatedSum;
import org.mlmath.numerics.sample.SampleMoments;
import org.mlmath.stats.hypothesis.Assumption;
import org.mlmath.stats.hypothesis.Assumptions;
import org.mlmath.stats.number.PairedObservations;
import org.mlmath.stats.number.Words;

/** Fisher's interval of a correlation: tanh(artanh r ± z/√(n − 3)), for pairs from a bivariate normal population (R's cor.test). */
final class CorrelationInterval {
    private CorrelationInterval() {}

    static ConfidenceIntervalResult of(CorrelationIntervalRequest request) {
        IntervalQuestion question = request.question();
        PairedObservations pairs =
                PairedObservations.of(request.a().values(), request.b().values(), request.missing());
        int n = pairs.size();
        if (n < 4) {
            throw new InsufficientDataException(
                            "There are %d pairs, but Fisher's interval needs at least 4.".formatted(n))
                    .at("/a")
                    .with("size", n);
        }
        double r = correlation(pairs);
        double error = 1 / Math.sqrt(n - 3);
        double z = new Normal(0, 1).quantile(question.above());
        // artanh r = ½ log((1 + r)/(1 − r)), infinite for pairs on a line.
        double centre = 0.5 * (Math.log1p(r) - Math.log1p(-r));
        IntervalOutcome outcome = new IntervalOutcome(question, "The correlation")
                .estimate(r)
                .method("fisher-z", false)
                .assume(Assumptions.independence("Pairs"))
                .assume(new Assumption(
                        "bivariate-normality", null, "The pairs are taken to come from a bivariate normal population."))
                .warn(pairs.warnings())
                .step("estimate", "Correlation", "Pearson's.", "r = " + Words.latex(r), r)
                .step(
                        "transform",
                        "Fisher's transform",
                        "On this scale the correlation of samples is nearly normal, with a spread that does not depend on it.",
                        "\\operatorname{artanh} r = %s,\\quad \\mathrm{SE} = \\frac1{\\sqrt{n-3}} = %s"
                                .formatted(Words.latex(centre), Words.latex(error)),
                        Double.isFinite(centre) ? centre : null);
        if (Math.abs(r) == 1) {
            outcome.warn("perfect-correlation", "The pairs lie on a line, so the interval is a single point.");
        }
        return outcome.between(
                Math.tanh(centre - z * error),
                Math.tanh(centre + z * error),
                "\\tanh\\left(\\operatorname{artanh} r \\pm z\\,\\mathrm{SE}\\right)");
    }

    private static double correlation(PairedObservations pairs) {
        SampleMoments a = moments(pairs.a(), "/a");
        SampleMoments b = moments(pairs.b(), "/b");
        CompensatedSum sum = new CompensatedSum();
        for (int i = 0; i < pairs.size(); i++) {
            sum.add(a.deviation(pairs.a()[i])
                    / a.standardDeviation()
                    * (b.deviation(pairs.b()[i]) / b.standardDeviation()));
        }
        double r = sum.value() / (pairs.size() - 1);
        // Within rounding of a line it is one.
        return Math.abs(r) > 1 - 4e-16 ? Math.signum(r) : r;
    }

    private static SampleMoments moments(double[] data, String pointer) {
        SampleMoments moments = SampleMoments.of(data);
        if (!(moments.standardDeviation() > 0)) {
            throw new InsufficientDataException("All observations are equal: they have no correlation with others.")
                    .at(pointer);
        }
        return moments;
    }
}
