package org.mlmath.stats.goodnessoffit;

import java.util.Map;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.InsufficientDataException;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.distribution.Distribution;
import org.mlmath.numerics.distribution.Family;
import org.mlmath.numerics.distribution.FitMethod;
import org.mlmath.numerics.sample.SampleMoments;
import org.mlmath.stats.distribution.DistributionChoice;
import org.mlmath.stats.hypothesis.TestOutcome;
import org.mlmath.stats.number.Sample;
import org.mlmath.stats.number.Words;

/**
 * The distribution that data are held against: as given, or with parameters estimated from the data, a normal one's by mean and standard
 * deviation (divisor n − 1), others' by maximum likelihood.
 *
 * @param description its name and parameters, in words
 */
record ContinuousFit(Distribution distribution, boolean estimated, boolean normal, String description) {
    /** Where the parameters given are this near to the estimates, they are the estimates. */
    private static final double SAME = 1e-4;

    static ContinuousFit of(DistributionChoice given, Sample sample, Deadline deadline) {
        Family family = given.family("/distribution");
        boolean normal = family.name().equals("normal");
        if (!given.estimated()) {
            return new ContinuousFit(
                    given.distribution("/distribution"),
                    false,
                    normal,
                    described(family, family.named(family.values(given.numbers("/distribution")))));
        }
        if (normal) {
            requireVariation(sample);
            SampleMoments moments = SampleMoments.of(sample.values());
            double[] values = {moments.mean(), moments.standardDeviation()};
            return new ContinuousFit(family.member(values), true, true, described(family, family.named(values)));
        }
        double[] values = family.fit(sample.values(), FitMethod.MAXIMUM_LIKELIHOOD, Map.of(), deadline)
                .parameters();
        return new ContinuousFit(family.member(values), true, false, described(family, family.named(values)));
    }

    /** @throws InsufficientDataException where all observations are equal */
    static void requireVariation(Sample sample) {
        for (double x : sample.values()) {
            if (x != sample.values()[0]) {
                return;
            }
        }
        throw new InsufficientDataException("All observations are equal: they do not show the shape of a distribution.")
                .at(sample.pointer());
    }

    /** Says so where parameters that were given look like estimates from the same data. */
    void mentionEstimates(TestOutcome outcome, Sample sample) {
        if (estimated || !normal || sample.size() < 3) {
            return;
        }
        SampleMoments moments = SampleMoments.of(sample.values());
        double deviation = moments.standardDeviation();
        double given = distribution.moments().standardDeviation();
        boolean sameMean = Math.abs(moments.meanMinus(distribution.moments().mean())) <= SAME * deviation;
        if (sameMean && Math.abs(given - deviation) <= Math.max(SAME, 1.0 / sample.size()) * deviation) {
            outcome.warn(new Warning(
                    "estimated-parameters",
                    "The parameters look like the mean and standard deviation of these data. For parameters estimated from the data the p-value is far too large: leave them out, and the test allows for it (Lilliefors).",
                    "/distribution/parameters"));
        }
    }

    private static String described(Family family, Map<String, Double> parameters) {
        StringBuilder text = new StringBuilder(family.name()).append(" (");
        parameters.forEach((name, value) -> text.append(text.charAt(text.length() - 1) == '(' ? "" : ", ")
                .append(name)
                .append(' ')
                .append(Words.number(value)));
        return text.append(')').toString();
    }

    /** @throws InvalidParameterException at {@code /distribution/name}, for a test that needs a density */
    void requireContinuous() {
        if (distribution.support().discrete()) {
            throw new InvalidParameterException(
                            "This test is for continuous distributions; for counts see chi-square-goodness-of-fit.")
                    .at("/distribution/name");
        }
    }
}
