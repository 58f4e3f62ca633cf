package org.mlmath.calculus.optimization;

import java.util.function.Consumer;
import org.mlmath.kit.work.Progress;
import org.mlmath.numerics.optimization.Iterate;
import org.mlmath.numerics.optimization.Recording;

/**
 * Tells a caller of the iterates that the trajectory keeps, while they come. Where they become too many every second one is told from
 * then on, as often as needed; what has been told cannot be taken back.
 */
final class StreamedIterates implements Consumer<Iterate> {
    private final Progress progress;
    private final Recording recording;
    private long stride;
    private int told;

    private StreamedIterates(Progress progress, Recording recording) {
        this.progress = progress;
        this.recording = recording;
        stride = recording.every();
    }

    /** @return null where nobody asked */
    static StreamedIterates to(Progress progress, Recording recording) {
        return progress.wanted() ? new StreamedIterates(progress, recording) : null;
    }

    @Override
    public void accept(Iterate iterate) {
        long iteration = iterate.iteration();
        boolean due = iteration >= recording.from()
                && iteration <= recording.to()
                && (iteration - recording.from()) % stride == 0;
        if (!due) {
            return;
        }
        if (told == recording.maxPoints()) {
            stride = Math.multiplyExact(stride, 2);
            told = recording.maxPoints() / 2;
        }
        told++;
        progress.point(new ProgressPoint(iteration, iterate.point(), iterate.value(), iterate.gradientNorm()));
    }
}
