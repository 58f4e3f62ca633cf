package org.mlmath.numerics.rank;

import java.util.Arrays;
import org.mlmath.numerics.LimitExceededException;

/** Probabilities of states that are numbered by non-negative integers, few of which occur. Open addressing, linear probing. */
final class StateProbabilities {
    /** 32 MB of keys and probabilities, twice that while one set of states leads to the next. */
    private static final int MOST = 1 << 20;

    private static final long FREE = -1;

    private long[] keys = new long[64];
    private double[] probabilities = new double[64];
    private int count;

    /** What is done with a state. */
    @FunctionalInterface
    interface Visitor {
        void visit(long state, double probability);
    }

    StateProbabilities() {
        Arrays.fill(keys, FREE);
    }

    /** @throws LimitExceededException for more states than there is room for */
    void add(long state, double probability) {
        int at = slot(state);
        if (keys[at] == FREE) {
            if (2 * (count + 1) > keys.length) {
                grow();
                at = slot(state);
            }
            keys[at] = state;
            count++;
        }
        probabilities[at] += probability;
    }

    void forEach(Visitor visitor) {
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] != FREE) {
                visitor.visit(keys[i], probabilities[i]);
            }
        }
    }

    private int slot(long state) {
        int at = (int) (state * 0x9E3779B97F4A7C15L >>> 32) & (keys.length - 1);
        while (keys[at] != FREE && keys[at] != state) {
            at = at + 1 & keys.length - 1;
        }
        return at;
    }

    private void grow() {
        if (count >= MOST) {
            throw tooMany();
        }
        long[] oldKeys = keys;
        double[] oldProbabilities = probabilities;
        keys = new long[2 * oldKeys.length];
        probabilities = new double[keys.length];
        Arrays.fill(keys, FREE);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != FREE) {
                int at = slot(oldKeys[i]);
                keys[at] = oldKeys[i];
                probabilities[at] = oldProbabilities[i];
            }
        }
    }

    static LimitExceededException tooMany() {
        return new LimitExceededException(
                "The exact distribution has more than %d states: with method \"asymptotic\" there is an answer, close for samples of this size."
                        .formatted(MOST));
    }
}
