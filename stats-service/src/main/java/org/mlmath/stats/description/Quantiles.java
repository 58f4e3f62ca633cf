package org.mlmath.stats.description;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.sample.SampleQuantiles;

/** Quantiles of a sample at the probabilities asked for. */
final class Quantiles {
    private Quantiles() {}

    static QuantileResult of(QuantileRequest request) {
        QuantileRequest.requireType(request.type(), "/type");
        double[] probabilities = request.probabilities().values();
        for (int i = 0; i < probabilities.length; i++) {
            if (!(probabilities[i] >= 0 && probabilities[i] <= 1)) {
                throw new InvalidParameterException("A probability is from 0 to 1.").at("/probabilities/" + i);
            }
        }
        WeightedSample sample =
                WeightedSample.of(request.data().values(), request.weights(), request.missing(), "/data");
        SampleQuantiles quantiles = SampleQuantiles.of(sample.values(), sample.weights());
        List<Warning> warnings = sample.warnings("/data");
        if (request.explain()) {
            warnings.add(Warning.noSteps());
        }
        return new QuantileResult(
                Arrays.stream(probabilities)
                        .map(p -> quantiles.at(p, request.type()))
                        .toArray(),
                probabilities,
                sample.values().length,
                Map.of("quantiles", "type %d of Hyndman and Fan (1996)".formatted(request.type())),
                warnings);
    }
}
