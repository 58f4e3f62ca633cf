package org.mlmath.calculus.network;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import org.mlmath.numerics.network.Epoch;

/** Keeps epochs, and every second one, fourth one and so on where they are too many; always the last. */
final class EpochRecorder implements Consumer<Epoch> {
    /** More than any chart shows. */
    static final int MOST = 10_000;

    private final List<Epoch> kept = new ArrayList<>();
    private long first;
    private long stride = 1;
    private Epoch last;

    @Override
    public void accept(Epoch epoch) {
        if (kept.isEmpty()) {
            first = epoch.number();
        }
        last = epoch;
        if (!due(epoch)) {
            return;
        }
        if (kept.size() == MOST) {
            stride *= 2;
            kept.removeIf(each -> !due(each));
        }
        if (due(epoch)) {
            kept.add(epoch);
        }
    }

    private boolean due(Epoch epoch) {
        return (epoch.number() - first) % stride == 0;
    }

    /** @return what was kept, in order */
    List<Epoch> epochs() {
        if (last != null && kept.getLast() != last) {
            kept.add(last);
        }
        return kept;
    }

    /** @return the distance of two that were kept */
    long stride() {
        return stride;
    }

    static double[] column(List<Epoch> epochs, ToDoubleFunction<Epoch> of) {
        return epochs.stream().mapToDouble(of).toArray();
    }
}
