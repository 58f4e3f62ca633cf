package org.mlmath.numerics.mcmc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DomainException;
import org.mlmath.numerics.Pace;
import org.mlmath.numerics.optimization.DifferentiableFunction;

/**
 * Chains of one sampler on one log density, in parallel. Each chain's generator is a jump on from the one before it, so that a chain's draws
 * depend on the seed and its number alone.
 */
public final class MarkovChains {
    private static final int TRIES = 100;
    private static final String GENERATOR = "Xoroshiro128PlusPlus";

    private MarkovChains() {}

    /**
     * @param logDensity makes a function for one chain's thread
     * @param start where chains begin, NaN for a variable whose start is drawn (uniformly in (−2, 2) of the unbounded scale)
     * @throws DomainException where no start with a finite log density (and gradient, where that is used) is found
     */
    public static List<Chain> run(
            Supplier<? extends DifferentiableFunction> logDensity,
            BoundedSpace space,
            double[] start,
            ChainSettings settings,
            Deadline deadline) {
        List<RandomGenerator> generators = new ArrayList<>();
        RandomGenerator.JumpableGenerator source = (RandomGenerator.JumpableGenerator)
                RandomGeneratorFactory.of(GENERATOR).create(settings.seed());
        for (int i = 0; i < settings.chains(); i++) {
            generators.add(source.copyAndJump());
        }
        Chain[] chains = new Chain[settings.chains()];
        Progress progress = new Progress(settings, deadline);
        IntStream.range(0, chains.length)
                .parallel()
                .forEach(i -> chains[i] = new Run(
                                logDensity.get(), space, start, settings, generators.get(i), deadline, progress)
                        .chain());
        return List.of(chains);
    }

    /** How far all chains together are, so that what cannot be finished is refused. */
    private static final class Progress {
        private static final int STEPS_BETWEEN_LOOKS = 256;

        private final AtomicLong done = new AtomicLong();
        private final Pace pace;

        Progress(ChainSettings settings, Deadline deadline) {
            pace = new Pace((double) settings.chains() * (settings.warmup() + settings.draws()), deadline);
        }

        /** @param adapting the steps of a warm-up are longer than those after it, and say little of these */
        void step(int i, boolean adapting) {
            if ((i + 1) % STEPS_BETWEEN_LOOKS == 0) {
                long all = done.addAndGet(STEPS_BETWEEN_LOOKS);
                if (!adapting) {
                    pace.check(all);
                }
            }
        }
    }

    private static final class Run {
        private final DifferentiableFunction logDensity;
        private final BoundedSpace space;
        private final double[] start;
        private final ChainSettings settings;
        private final RandomGenerator random;
        private final Deadline deadline;
        private final Progress progress;
        private final Target target;

        Run(
                DifferentiableFunction logDensity,
                BoundedSpace space,
                double[] start,
                ChainSettings settings,
                RandomGenerator random,
                Deadline deadline,
                Progress progress) {
            this.progress = progress;
            this.logDensity = logDensity;
            this.space = space;
            this.start = start;
            this.settings = settings;
            this.random = random;
            this.deadline = deadline;
            this.target = new Target(watched(logDensity), space);
        }

        /** One trajectory may take a thousand evaluations, so it is these that look at the clock. */
        private DifferentiableFunction watched(DifferentiableFunction function) {
            return new DifferentiableFunction() {
                private int calls;

                @Override
                public int dimension() {
                    return function.dimension();
                }

                @Override
                public double value(double[] x) {
                    look();
                    return function.value(x);
                }

                @Override
                public double valueAndGradient(double[] x, double[] gradient) {
                    look();
                    return function.valueAndGradient(x, gradient);
                }

                private void look() {
                    if ((++calls & 15) == 0) {
                        deadline.check();
                    }
                }
            };
        }

        Chain chain() {
            double[] y = begin();
            Transition transition =
                    switch (settings.sampler()) {
                        case METROPOLIS -> new RandomWalk(target, y, settings);
                        case HMC -> new StaticTrajectory(target, y, settings, random);
                        case NUTS -> new NoUTurn(target, y, settings, random);
                    };
            for (int i = 0; i < settings.warmup(); i++) {
                transition.adapt(i, transition.next(random), random);
                progress.step(i, true);
            }
            if (settings.warmup() > 0) {
                transition.settle();
            }
            return sampled(transition);
        }

        private Chain sampled(Transition transition) {
            int dimension = space.dimension();
            double[][] draws = new double[dimension][settings.draws()];
            double[] logDensities = new double[settings.draws()];
            double[] energies = new double[settings.sampler() == SamplerKind.METROPOLIS ? 0 : settings.draws()];
            double[] x = new double[dimension];
            double acceptance = 0;
            int divergences = 0;
            int saturations = 0;
            for (int i = 0; i < settings.draws(); i++) {
                Transition.Outcome outcome = transition.next(random);
                progress.step(i, false);
                acceptance += outcome.acceptance();
                divergences += outcome.divergent() ? 1 : 0;
                saturations += outcome.saturated() ? 1 : 0;
                space.constrain(transition.position(), x);
                for (int j = 0; j < dimension; j++) {
                    draws[j][i] = x[j];
                }
                logDensities[i] = transition.logDensity() - space.logJacobian(transition.position());
                if (energies.length > 0) {
                    energies[i] = outcome.energy();
                }
            }
            return new Chain(
                    draws,
                    logDensities,
                    energies,
                    acceptance / settings.draws(),
                    divergences,
                    saturations,
                    transition.stepSize(),
                    target.evaluations());
        }

        private double[] begin() {
            int dimension = space.dimension();
            boolean given = Arrays.stream(start).noneMatch(Double::isNaN);
            double[] y = new double[dimension];
            double[] gradient = new double[dimension];
            for (int tries = 0; tries < (given ? 1 : TRIES); tries++) {
                deadline.check();
                space.free(start, y);
                for (int i = 0; i < dimension; i++) {
                    if (Double.isNaN(start[i])) {
                        y[i] = 4 * random.nextDouble() - 2;
                    }
                }
                double value = settings.sampler() == SamplerKind.METROPOLIS
                        ? target.value(y)
                        : target.valueAndGradient(y, gradient);
                if (value > Double.NEGATIVE_INFINITY) {
                    return y;
                }
            }
            throw new DomainException(
                    given
                            ? "The log density, or its gradient, is undefined or infinite at the start."
                            : "At %d points drawn at random the log density, or its gradient, is undefined or infinite. Give bounds within which it exists, or a start."
                                    .formatted(TRIES));
        }
    }
}
