package org.mlmath.stats.distribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.mlmath.kit.answer.Warning;
import org.mlmath.kit.array.VectorOrMatrix;
import org.mlmath.kit.work.Work;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.LimitExceededException;
import org.mlmath.numerics.distribution.Distribution;
import org.mlmath.stats.number.UndefinedValues;

/** Values drawn from a distribution. */
final class DistributionSample {
    static final long MOST_VALUES = 1_000_000;

    static final String GENERATOR = "L64X128MixRandom";
    private static final int VALUES_BETWEEN_CHECKS = 4096;

    private DistributionSample() {}

    static DistributionSampleResult of(String name, DistributionSampleRequest request) {
        if (NamedJointDistribution.exists(name)) {
            return JointValues.sample(name, request);
        }
        NamedDistribution named = NamedDistribution.of(name, request.parameters());
        if (request.size() > MOST_VALUES) {
            throw new LimitExceededException(
                            "At most %d values can be drawn at once, not %d.".formatted(MOST_VALUES, request.size()))
                    .at("/size")
                    .with("limit", MOST_VALUES)
                    .with("requested", request.size());
        }
        long seed = Work.seed(request.seed());
        RandomGenerator random = RandomGeneratorFactory.of(GENERATOR).create(seed);
        Distribution distribution = named.distribution();
        double[] values = new double[request.size().intValue()];
        Deadline deadline = Work.deadline();
        for (int i = 0; i < values.length; i++) {
            if (i % VALUES_BETWEEN_CHECKS == 0) {
                deadline.check();
            }
            values[i] = distribution.sample(random);
        }
        List<Warning> warnings = new ArrayList<>(UndefinedValues.warnings(values, "/values"));
        if (Boolean.TRUE.equals(request.explain())) {
            warnings.add(Warning.noSteps());
        }
        double spread = distribution.moments().standardDeviation();
        return new DistributionSampleResult(
                named.family().name(),
                named.parameters(),
                VectorOrMatrix.vector(values),
                seed,
                new SamplingDiagnostics(spread / Math.sqrt(values.length), seed),
                Map.of("generator", GENERATOR),
                warnings);
    }
}
