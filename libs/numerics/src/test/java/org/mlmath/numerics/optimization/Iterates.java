package org.mlmath.numerics.optimization;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Another library's iterates from (−1.5, 2), by case. */
record Iterates(Map<String, List<double[]>> byCase) {
    static Iterates read(String name) {
        Map<String, List<double[]>> iterates = new LinkedHashMap<>();
        try (var lines = new BufferedReader(
                new InputStreamReader(Iterates.class.getResourceAsStream(name), StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                String[] cells = line.split(",");
                iterates.computeIfAbsent(cells[0], ignored -> new ArrayList<>())
                        .add(new double[] {Double.parseDouble(cells[1]), Double.parseDouble(cells[2])});
            });
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return new Iterates(iterates);
    }

    /** @param tolerance relative, for each coordinate of each iterate */
    void requireAgreement(String name, DifferentiableFunction objective, Minimization minimization, double tolerance) {
        List<double[]> expected = byCase.get(name);
        Trajectory trajectory = Runs.run(minimization, objective, -1.5, 2).trajectory();
        assertThat(trajectory.points().rows()).isEqualTo(expected.size());
        for (int t = 0; t < expected.size(); t++) {
            for (int i = 0; i < 2; i++) {
                double reference = expected.get(t)[i];
                assertThat(Math.abs(trajectory.points().get(t, i) - reference))
                        .as("iterate %d, coordinate %d", t, i)
                        .isLessThanOrEqualTo(tolerance * Math.abs(reference));
            }
        }
    }
}
