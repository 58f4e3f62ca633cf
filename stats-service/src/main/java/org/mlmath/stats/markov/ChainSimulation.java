package org.mlmath.stats.markov;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.Deadline;
import org.mlmath.stats.number.Label;

/** Runs a chain. */
final class ChainSimulation {
    /** Steps between two looks at the clock. */
    private static final int STEPS = 4096;

    private ChainSimulation() {}

    static ChainSimulationResult of(ChainSimulationRequest request, long seed, Deadline deadline) {
        Chain chain = Chain.of(request.transition(), request.states());
        int n = chain.states().size();
        double[] start = chain.start(
                request.start() == null ? new ChainStart(chain.states().getFirst(), null) : request.start());
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        double[][] cumulated = new double[n][];
        List<Label> path = new ArrayList<>(request.afterSteps() + 1);
        long[] visits = new long[n];
        int state = draw(cumulated(start), random);
        for (int step = 0; step <= request.afterSteps(); step++) {
            if (step % STEPS == 0) {
                deadline.check();
            }
            if (step > 0) {
                if (cumulated[state] == null) {
                    cumulated[state] = cumulated(chain.transition().row(state));
                }
                state = draw(cumulated[state], random);
            }
            path.add(chain.states().get(state));
            visits[state]++;
        }
        List<Warning> warnings = new ArrayList<>();
        if (request.explain()) {
            warnings.add(Warning.noSteps());
        }
        double total = path.size();
        return new ChainSimulationResult(
                path,
                chain.states(),
                visits,
                Arrays.stream(visits).mapToDouble(v -> v / total).toArray(),
                seed,
                warnings);
    }

    private static double[] cumulated(double[] probabilities) {
        double[] cumulated = probabilities.clone();
        for (int j = 1; j < cumulated.length; j++) {
            cumulated[j] += cumulated[j - 1];
        }
        return cumulated;
    }

    /** The first state whose cumulated probability exceeds a uniform number: never one of probability 0. */
    private static int draw(double[] cumulated, RandomGenerator random) {
        double u = random.nextDouble() * cumulated[cumulated.length - 1];
        int low = 0;
        int high = cumulated.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cumulated[middle] > u) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
