package org.mlmath.calculus.network;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import org.mlmath.kit.work.Progress;
import org.mlmath.numerics.network.Epoch;

/**
 * Keeps epochs, and every second one, fourth one and so on where they are too many; always the last. Tells a caller who asked of those it
 * keeps.
 */
final class EpochRecorder implements Consumer<Epoch> {
    /** More than any chart shows. */
    static final int MOST = 10_000;

    private final Progress progress;
    private final boolean scored;
    private final List<Epoch> kept = new ArrayList<>();
    private long first;
    private long stride = 1;
    private Epoch last;

    /** @param scored whether anything is right or wrong */
    EpochRecorder(Progress progress, boolean scored) {
        this.progress = progress;
        this.scored = scored;
    }

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
            tell(epoch);
        }
    }

    private void tell(Epoch epoch) {
        if (progress.wanted()) {
            boolean validated = !Double.isNaN(epoch.validationLoss());
            progress.point(new ProgressEpoch(
                    epoch.number(),
                    epoch.loss(),
                    scored ? epoch.accuracy() : null,
                    validated ? epoch.validationLoss() : null,
                    scored && validated ? epoch.validationAccuracy() : null,
                    epoch.learningRate(),
                    epoch.layerGradientNorms()));
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
