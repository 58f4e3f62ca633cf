package org.mlmath.kit.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class UrgencyTest {
    /** What the kernel tells of the thread that calls in {@code /proc/thread-self/sched}; nothing where it does not. */
    private static Map<String, Double> told() {
        Path file = Path.of("/proc/thread-self/sched");
        if (!Files.isReadable(file)) {
            return Map.of();
        }
        try {
            return Files.readAllLines(file).stream()
                    .map(line -> line.split(":"))
                    .filter(line -> line[0].startsWith("se.slice") || line[0].startsWith("prio"))
                    .collect(Collectors.toMap(line -> line[0].strip(), line -> Double.valueOf(line[1].strip())));
        } catch (IOException e) {
            return Map.of();
        }
    }

    private static Map<String, Double> toldOf(Urgency urgency) {
        CompletableFuture<Map<String, Double>> found = new CompletableFuture<>();
        urgency.threads("test-").newThread(() -> found.complete(told())).start();
        return found.join();
    }

    @Test
    void threadsAreThereAndTheirSlicesAreAsLongAsTheyWishWhereTheKernelTells() {
        double prompt = toldOf(Urgency.PROMPT).getOrDefault("se.slice", 0.0);
        double ordinary = told().getOrDefault("se.slice", 0.0);
        double patient = toldOf(Urgency.PATIENT).getOrDefault("se.slice", 0.0);
        assumeThat(ordinary).isPositive();
        assertThat(prompt).isLessThan(ordinary);
        assertThat(ordinary).isLessThan(patient);
    }

    @Test
    void patientThreadsGiveWayToOthersWhereTheKernelTells() {
        double prompt = toldOf(Urgency.PROMPT).getOrDefault("prio", 0.0);
        double ordinary = told().getOrDefault("prio", 0.0);
        double patient = toldOf(Urgency.PATIENT).getOrDefault("prio", 0.0); // counts downwards
        assumeThat(ordinary).isPositive();
        assertThat(prompt).isEqualTo(ordinary);
        assertThat(ordinary).isLessThan(patient);
    }
}
