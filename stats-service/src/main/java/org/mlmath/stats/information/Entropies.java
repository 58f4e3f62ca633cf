package org.mlmath.stats.information;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.InsufficientDataException;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.distribution.Distribution;
import org.mlmath.numerics.information.DiscreteInformation;
import org.mlmath.numerics.information.NearestNeighborInformation;

/** Entropies of probabilities, of distributions, and estimated from samples. */
final class Entropies {
    private static final double ROUNDING = 1e-15;

    private Entropies() {}

    static EntropyResult of(EntropyRequest request, Deadline deadline) {
        LogarithmBase base = LogarithmBase.of(request.base());
        List<Warning> warnings = new ArrayList<>();
        if (request.explain()) {
            warnings.add(Warning.noSteps());
        }
        if (request.p().distribution() != null) {
            return ofDistribution(request.p().distribution().distribution("/p"), base, warnings);
        }
        if (request.continuous()) {
            return ofContinuous(request, base, warnings, deadline);
        }
        Probabilities p = Probabilities.of(request.p(), request.kind(), "/p");
        double nats = DiscreteInformation.entropy(p.values());
        boolean observed = p.observations() > 0;
        if (observed && request.estimator() == EntropyEstimator.MILLER_MADOW) {
            nats += (p.possible() - 1) / (2 * p.observations());
        }
        double most = Math.log(p.values().length);
        return new EntropyResult(
                base.of(nats),
                Arrays.stream(p.values())
                        .map(each -> base.of(DiscreteInformation.surprise(each)))
                        .toArray(),
                base.of(most),
                most > 0 ? nats / most : Double.NaN,
                Math.exp(nats),
                base.unit(),
                new InformationDiagnostics("sum", ROUNDING * Math.max(base.of(nats), 1e-300)),
                observed
                        ? Map.of(
                                "estimator",
                                request.estimator() == EntropyEstimator.PLUG_IN
                                        ? "plug-in: of the observed shares (SciPy)"
                                        : "Miller-Madow: plus (outcomes - 1) / 2n")
                        : Map.of(),
                warnings);
    }

    private static EntropyResult ofDistribution(Distribution p, LogarithmBase base, List<Warning> warnings) {
        double nats = p.moments().entropy();
        return new EntropyResult(
                base.of(nats),
                null,
                null,
                null,
                Math.exp(nats),
                base.unit(),
                new InformationDiagnostics("closed-form", p.relativeErrorBound() * Math.abs(base.of(nats))),
                p.support().discrete() ? Map.of() : Map.of("entropy", "differential: it can be negative"),
                warnings);
    }

    private static EntropyResult ofContinuous(
            EntropyRequest request, LogarithmBase base, List<Warning> warnings, Deadline deadline) {
        double[] sample = request.p().numbers();
        if (sample == null) {
            throw new InvalidParameterException("Observations of a continuous variable are a list of numbers.")
                    .at("/p");
        }
        requireNeighbors(request.neighbors(), sample.length, "/p");
        double nats = new NearestNeighborInformation(request.neighbors(), deadline).entropy(sample);
        if (Double.isInfinite(nats)) {
            warnings.add(new Warning(
                    "tied-observations",
                    "More than %d observations are equal: those of a continuous variable would not be."
                            .formatted(request.neighbors()),
                    "/p"));
        }
        return new EntropyResult(
                base.of(nats),
                null,
                null,
                null,
                Math.exp(nats),
                base.unit(),
                new InformationDiagnostics("nearest-neighbors", ROUNDING * Math.abs(base.of(nats))),
                Map.of("estimator", "Kozachenko and Leonenko, differential"),
                warnings);
    }

    static void requireNeighbors(int neighbors, int size, String pointer) {
        if (neighbors < 1) {
            throw new InvalidParameterException("At least one neighbour is needed.").at("/neighbors");
        }
        if (size <= neighbors) {
            throw new InsufficientDataException(
                            "A distance to neighbour %d needs more observations than that; there are %d."
                                    .formatted(neighbors, size))
                    .at(pointer)
                    .with("size", size);
        }
    }
}
