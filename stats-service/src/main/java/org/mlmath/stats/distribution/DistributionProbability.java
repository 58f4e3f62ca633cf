package org.mlmath.stats.distribution;

import java.util.List;
import java.util.Map;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.stats.number.Words;

/** The probability of an interval. */
final class DistributionProbability {
    /** A difference of two tail probabilities may lose one digit; where it would lose more the density is integrated. */
    private static final double WORST_CANCELLATION = 20;

    private DistributionProbability() {}

    static DistributionProbabilityResult of(String name, DistributionProbabilityRequest request) {
        NamedDistribution named = NamedDistribution.of(name, request.parameters());
        double lower = request.lower().value();
        double upper = request.upper().value();
        if (lower > upper) {
            throw new InvalidParameterException("lower is %s and upper is %s: the interval ends before it begins."
                            .formatted(Words.exact(lower), Words.exact(upper)))
                    .at("/lower");
        }
        return new DistributionProbabilityResult(
                named.family().name(),
                named.parameters(),
                named.distribution().probability(lower, upper),
                new DistributionDiagnostics(
                        WORST_CANCELLATION * named.distribution().relativeErrorBound()),
                Map.of("interval", "both ends included"),
                Boolean.TRUE.equals(request.explain()) ? List.of(Warning.noSteps()) : List.of());
    }
}
