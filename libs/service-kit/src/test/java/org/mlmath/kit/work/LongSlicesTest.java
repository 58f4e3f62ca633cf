package org.mlmath.kit.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class LongSlicesTest {
    /** As the kernel tells it in {@code /proc/thread-self/sched}; nothing where it does not. */
    private static Optional<Double> slice() {
        Path told = Path.of("/proc/thread-self/sched");
        if (!Files.isReadable(told)) {
            return Optional.empty();
        }
        try {
            return Files.readAllLines(told).stream()
                    .filter(line -> line.startsWith("se.slice"))
                    .map(line -> Double.valueOf(line.replaceFirst(".*:", "").strip()))
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Test
    void threadsAreThereAndHaveLongerSlicesThanOthersWhereTheKernelTells() {
        CompletableFuture<Optional<Double>> found = new CompletableFuture<>();
        LongSlices.threads("long-").newThread(() -> found.complete(slice())).start();
        Optional<Double> theirs = found.join();
        Optional<Double> ours = slice();
        assumeThat(ours).isPresent();
        assertThat(theirs.orElseThrow()).isGreaterThan(ours.orElseThrow());
    }
}
