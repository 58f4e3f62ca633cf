package org.mlmath.stats.interval;

import java.util.List;
import org.mlmath.numerics.InsufficientDataException;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.distribution.ChiSquare;
import org.mlmath.stats.hypothesis.Assumptions;
import org.mlmath.stats.number.EventCounts;
import org.mlmath.stats.number.MissingValues;
import org.mlmath.stats.number.Words;

/** The exact interval of a Poisson rate: [χ²_{2x, α/2}/2, χ²_{2x+2, 1−α/2}/2] over the exposure (F. Garwood, Biometrika 28 (1936), 437-442). */
final class RateInterval {
    private static final double MOST = 0x1p53;

    private RateInterval() {}

    static ConfidenceIntervalResult of(RateIntervalRequest request) {
        IntervalQuestion question = request.question();
        EventCounts data = request.data();
        double[] counts = data.counts() == null
                ? new double[] {data.events()}
                : request.missing().present(data.counts(), "/data");
        if (counts.length == 0) {
            throw new InsufficientDataException("There are no counts.").at("/data");
        }
        double events = 0;
        for (int i = 0; i < counts.length; i++) {
            if (!(counts[i] >= 0) || counts[i] != Math.rint(counts[i]) || counts[i] > MOST) {
                throw new InvalidParameterException("A count is an integer, not negative, but this is %s."
                                .formatted(Words.exact(counts[i])))
                        .at(data.counts() == null ? "/data/events" : "/data/" + i);
            }
            events += counts[i];
        }
        boolean total = data.counts() == null;
        if (total && request.exposure() != null) {
            throw new InvalidParameterException("The data have an exposure already; give one of the two.")
                    .at("/exposure");
        }
        double exposure = total ? data.exposure() : request.exposure() == null ? counts.length : request.exposure();
        if (!(exposure > 0)) {
            throw new InvalidParameterException("The exposure must be positive.")
                    .at(total ? "/data/exposure" : "/exposure");
        }
        double lower = events == 0 ? 0 : 0.5 * new ChiSquare(2 * events).quantile(question.below());
        double upper = 0.5 * new ChiSquare(2 * events + 2).quantile(question.above());
        IntervalOutcome outcome = new IntervalOutcome(question, "The rate");
        if (!total && counts.length < data.counts().length) {
            outcome.warn(List.of(MissingValues.omitted(data.counts().length - counts.length, "/data")));
        }
        return outcome.estimate(events / exposure)
                .standardError(Math.sqrt(events) / exposure)
                .method("garwood", true)
                .assume(Assumptions.independence("Events"))
                .convention("method", "exact, as R's poisson.test")
                .convention("exposure", total || request.exposure() != null ? "as given" : "one for each count")
                .step(
                        "estimate",
                        "Rate",
                        "Events over exposure.",
                        "\\hat\\lambda = \\frac{%s}{%s} = %s"
                                .formatted(Words.exact(events), Words.latex(exposure), Words.latex(events / exposure)),
                        events / exposure)
                .step(
                        "tails",
                        "Poisson tails",
                        "The ends are the expected counts under which so many events, or so few, turn up with half of what may lie outside.",
                        "\\left[\\tfrac12\\chi^2_{2x}(\\tfrac\\alpha2),\\ \\tfrac12\\chi^2_{2x+2}(1-\\tfrac\\alpha2)\\right] = [%s,\\ %s]"
                                .formatted(Words.latex(lower), Words.latex(upper)),
                        new double[] {lower, upper})
                .between(
                        lower / exposure,
                        upper / exposure,
                        "\\frac1T\\left[\\mu_{\\mathrm{low}},\\ \\mu_{\\mathrm{high}}\\right]");
    }
}
