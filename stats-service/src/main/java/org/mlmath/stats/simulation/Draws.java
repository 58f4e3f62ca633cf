package org.mlmath.stats.simulation;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.LimitExceededException;
import org.mlmath.numerics.distribution.Distribution;

/** How simulations draw. */
final class Draws {
    /** Numbers that one simulation draws at most. */
    static final long MOST = 20_000_000;

    private Draws() {}

    static RandomGenerator generator(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    /** Fills a sample, one draw after the other. */
    static void fill(double[] sample, Distribution distribution, RandomGenerator random) {
        for (int i = 0; i < sample.length; i++) {
            sample[i] = distribution.sample(random);
        }
    }

    /** @throws InvalidParameterException at the pointer for a number outside of its range */
    static void requireWithin(long value, long least, long most, String what, String pointer) {
        if (value < least || value > most) {
            throw new InvalidParameterException("%s must be from %d to %d; got %d.".formatted(what, least, most, value))
                    .at(pointer);
        }
    }

    /** @throws LimitExceededException for more draws than one simulation makes */
    static void requireFew(long draws, String pointer) {
        if (draws > MOST) {
            throw new LimitExceededException("That would be %d draws; at most %d are made.".formatted(draws, MOST))
                    .at(pointer);
        }
    }
}
