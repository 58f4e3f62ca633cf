package org.mlmath.numerics.mcmc;

/**
 * When the warm-up learns the scales: after an initial stretch, in windows each twice as long as the one before, none in the final
 * stretch.
 *
 * <p>Source: Stan Reference Manual, "Automatic parameter tuning": 75, then from 25 on, then 50; short warm-ups in the proportions 15 : 75 : 10.
 */
final class WarmupWindows {
    private final int initial;
    private final int end;
    private int window;
    private int next;

    WarmupWindows(int warmup) {
        if (warmup < 20) {
            initial = warmup;
            end = warmup;
            next = -1;
            return;
        }
        boolean brief = warmup < 150;
        initial = brief ? (int) (0.15 * warmup) : 75;
        end = warmup - (brief ? (int) (0.1 * warmup) : 50);
        window = brief ? end - initial : 25;
        next = initial + window - 1;
    }

    boolean learns(int iteration) {
        return iteration >= initial && iteration < end;
    }

    /** Whether what was learned is to be used from here on; to be asked once per iteration, in order. */
    boolean closes(int iteration) {
        if (iteration != next) {
            return false;
        }
        window *= 2;
        // A last window that would be shorter than twice this one is joined to it.
        next = iteration + 1 + window + 2 * window > end ? end - 1 : iteration + window;
        if (iteration == end - 1) {
            next = -1;
        }
        return true;
    }
}
