package org.mlmath.numerics.optimization;

import java.util.SplittableRandom;

/** The order in which each epoch goes through the observations: it follows from the seed and the number of the epoch alone. */
public final class EpochOrder {
    private final long key;
    private final int[] order;
    private long epochInOrder = Long.MIN_VALUE;

    public EpochOrder(int observations, long seed) {
        order = new int[observations];
        key = new SplittableRandom(seed).nextLong();
    }

    /** @return the numbers of the observations, shuffled; the same array for each epoch, not to be written to */
    public int[] of(long epoch) {
        if (epoch != epochInOrder) {
            shuffle(epoch);
        }
        return order;
    }

    /** Fisher–Yates from the identity, with a generator of the epoch's own. */
    private void shuffle(long epoch) {
        SplittableRandom random = new SplittableRandom(key + epoch);
        for (int i = 0; i < order.length; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        epochInOrder = epoch;
    }
}
