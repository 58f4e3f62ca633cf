package org.mlmath.k8s;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The alert rules, which stand in a file as Prometheus reads them. Its operator wants the same inside of an object, which kustomize cannot
 * make of a file: so it is written here, and kept.
 */
final class AlertRules {
    static final Path RULES = Path.of("monitoring/alerts.yaml");
    static final Path OBJECT = Path.of("components/monitoring/prometheus-rule.yaml");

    private AlertRules() {}

    /** @return the file that holds the rules as an object */
    static String object() {
        try {
            return """
                    # Made from %s with -Drendered.update=true.
                    apiVersion: monitoring.coreos.com/v1
                    kind: PrometheusRule
                    metadata:
                      name: mlmath
                    spec:
                    %s
                    """.formatted(
                            RULES,
                            Files.readAllLines(RULES).stream()
                                    .map(line -> line.isEmpty() ? line : "  " + line)
                                    .collect(Collectors.joining("\n")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return the names of all alerts, in their order */
    static List<String> names() {
        return Manifest.read(RULES).getFirst().tree().findValuesAsText("alert");
    }
}
