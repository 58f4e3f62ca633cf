package org.mlmath.stats.description;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.sample.SampleQuantiles;

/**
 * The empirical distribution function with the band of A. Dvoretzky, J. Kiefer and J. Wolfowitz, with P. Massart's constant (Ann.
 * Probab. 18 (1990), 1269-1283): ε = √(ln(2/α) / 2n).
 */
final class Ecdf {
    private Ecdf() {}

    static EcdfResult of(EcdfRequest request) {
        double level = request.level();
        if (!(level > 0 && level < 1)) {
            throw new InvalidParameterException("The level must lie strictly between 0 and 1.").at("/level");
        }
        WeightedSample sample =
                WeightedSample.of(request.data().values(), request.weights(), request.missing(), "/data");
        double[] weights = sample.weights();
        SampleQuantiles ordered = SampleQuantiles.of(sample.values(), weights);
        double[] x = request.at() == null
                ? Arrays.stream(ordered.sorted()).distinct().toArray()
                : request.at().values();
        double[] p = Arrays.stream(x).map(ordered::shareUpTo).toArray();
        double n = sample.effectiveSize();
        double margin = Math.sqrt(Math.log(2 / (1 - level)) / (2 * n));
        List<Warning> warnings = sample.warnings("/data");
        if (request.explain()) {
            warnings.add(Warning.noSteps());
        }
        return new EcdfResult(
                x,
                p,
                Arrays.stream(p).map(q -> Math.max(0, q - margin)).toArray(),
                Arrays.stream(p).map(q -> Math.min(1, q + margin)).toArray(),
                margin,
                sample.values().length,
                Map.of(
                        "band",
                        "Dvoretzky-Kiefer-Wolfowitz-Massart: holds for all x at once"
                                + (weights == null ? "" : ", with the effective size (Σw)²/Σw²")),
                warnings);
    }
}
