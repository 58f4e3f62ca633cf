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
    static Map<String, Double> told() {
        return toldIn(Path.of("/proc/thread-self/sched"));
    }

    static Map<String, Double> toldIn(Path file) {
        if (!Files.isReadable(file)) {
            return Map.of();
        }
        try {
            return Files.readAllLines(file).stream()
                    .map(line -> line.split(":"))
                    .filter(line -> line[0].startsWith("se.slice")
                            || line[0].startsWith("prio")
                            || line[0].startsWith("policy"))
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

    @Test
    void spareThreadsAreInNobodysWayWhereTheKernelTells() {
        assumeThat(told().getOrDefault("policy", -1.0)).isZero(); // SCHED_OTHER
        assertThat(toldOf(Urgency.PROMPT)).containsEntry("policy", 0.0);
        assertThat(toldOf(Urgency.PATIENT)).containsEntry("policy", 0.0);
        assertThat(toldOf(Urgency.SPARE)).containsEntry("policy", 5.0); // SCHED_IDLE
    }
}
