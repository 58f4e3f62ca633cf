package org.mlmath.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;

/**
 * Measures things against each other on a machine that does other work too: in turns, in processor time, the least of all rounds
 * counting. What disturbs one round disturbs all that is compared in it, and the least is what was disturbed least.
 */
final class Rounds {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** What is measured. */
    interface Subject {
        /** Is not measured. */
        default void prepare() {}

        Object run();
    }

    private static Object kept;

    private Rounds() {}

    /**
     * @param least rounds at least
     * @param seconds after which no further round begins
     * @return the least milliseconds of processor time of each
     */
    static double[] least(int least, double seconds, Subject... subjects) {
        double[] best = new double[subjects.length];
        Arrays.fill(best, Double.POSITIVE_INFINITY);
        long end = System.nanoTime() + (long) (seconds * 1e9);
        for (int round = 0; round < least || System.nanoTime() < end; round++) {
            for (int i = 0; i < subjects.length; i++) {
                subjects[i].prepare();
                long before = THREADS.getCurrentThreadCpuTime();
                kept = subjects[i].run();
                best[i] = Math.min(best[i], (THREADS.getCurrentThreadCpuTime() - before) / 1e6);
            }
        }
        kept = null;
        return best;
    }
}
