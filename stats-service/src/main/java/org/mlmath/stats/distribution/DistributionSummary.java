package org.mlmath.stats.distribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.distribution.Moments;
import org.mlmath.stats.number.Quantity;
import org.mlmath.stats.number.UndefinedValues;

/** Moments, entropy, median and mode. */
final class DistributionSummary {
    private DistributionSummary() {}

    static DistributionMomentsResult of(String name, DistributionMomentsRequest request) {
        if (NamedJointDistribution.exists(name)) {
            return JointValues.moments(name, request);
        }
        NamedDistribution named = NamedDistribution.of(name, request.parameters());
        Moments moments = named.distribution().moments();
        double[] values = {
            moments.mean(),
            moments.variance(),
            moments.standardDeviation(),
            moments.skewness(),
            moments.excessKurtosis(),
            moments.entropy(),
            moments.median(),
            moments.mode()
        };
        List<Warning> warnings = new ArrayList<>(UndefinedValues.warnings(values, ""));
        if (Boolean.TRUE.equals(request.explain())) {
            warnings.add(Warning.noSteps());
        }
        return new DistributionMomentsResult(
                named.family().name(),
                named.parameters(),
                Quantity.of(moments.mean()),
                Quantity.of(moments.variance()),
                Quantity.of(moments.standardDeviation()),
                moments.skewness(),
                moments.excessKurtosis(),
                moments.entropy(),
                moments.median(),
                Quantity.of(moments.mode()),
                null,
                new DistributionDiagnostics(named.distribution().relativeErrorBound()),
                Map.of("entropy", "nats", "kurtosis", "excess: 0 for a normal distribution"),
                warnings);
    }
}
