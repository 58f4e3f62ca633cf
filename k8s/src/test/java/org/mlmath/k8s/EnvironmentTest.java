package org.mlmath.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What manifests put into the environment of a process is what it reads from there. */
class EnvironmentTest {
    private static final QuarkusSettings QUARKUS = QuarkusSettings.onClassPath();

    /** The JVM's, and of OpenTelemetry's specification of variables those that a collector is named with. */
    private static final Set<String> OF_OTHERS = Set.of(
            "JDK_JAVA_OPTIONS",
            "OTEL_EXPORTER_OTLP_ENDPOINT",
            "OTEL_EXPORTER_OTLP_HEADERS",
            "OTEL_RESOURCE_ATTRIBUTES",
            "OTEL_TRACES_SAMPLER",
            "OTEL_TRACES_SAMPLER_ARG");

    static Stream<Process> processes() {
        return Overlay.all().stream().flatMap(overlay -> overlay.manifests().stream()
                .filter(manifest -> manifest.kind().equals("Deployment"))
                .map(deployment -> Process.of(overlay, deployment)));
    }

    @ParameterizedTest
    @MethodSource("processes")
    void everyVariableIsOneThatTheProcessReads(Process process) throws IOException {
        assertThat(unread(process)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("processes")
    void everyValueIsOneThatItsSettingTakes(Process process) throws ClassNotFoundException {
        convert(process.environment()); // throws what is wrong
    }

    @ParameterizedTest
    @MethodSource("processes")
    void theJvmKnowsItsOptions(Process process) throws IOException, InterruptedException {
        assertThat(exitOfJava(process.environment().getOrDefault("JDK_JAVA_OPTIONS", "")))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "linalg, MLMATH_LIMITS_DEADLIN", // misspelt
        "linalg, MLMATH_GATEWAY_UPSTREAMS_LINALG_URL", // read, but by another process
        "stats, MLMATH_ALGEBRA_PRELOAD",
        "gateway, QUARKUS_SHUTDOWN_DELAI",
        "gateway, QUARKUS_SHUTDOWN_DELAY_ENABLED", // settled when it was built
        "gateway, LIMITS_DEADLINE",
    })
    void aVariableThatTheProcessDoesNotReadIsNoticed(String name, String variable) throws IOException {
        Process process = new Process(name, moduleOf(name), new TreeMap<>(Map.of(variable, "1")));
        assertThat(unread(process)).containsExactly(variable);
    }

    @ParameterizedTest
    @CsvSource({
        "MLMATH_LIMITS_DEADLINE, ten seconds",
        "MLMATH_LIMITS_MEMORY, 512Mi",
        "MLMATH_GATEWAY_CONNECT_TIMEOUT, soon",
    })
    void aValueThatIsNoneIsNoticed(String variable, String value) {
        assertThatThrownBy(() -> convert(Map.of(variable, value))).hasMessageContaining(value);
    }

    @Test
    void anOptionThatTheJvmDoesNotKnowIsNoticed() throws IOException, InterruptedException {
        assertThat(exitOfJava("-XX:ActiveProcessorsCount=2")).isNotZero();
    }

    private static List<String> unread(Process process) throws IOException {
        Set<String> read = Settings.all().stream()
                .filter(setting -> process.runs(setting.module()))
                .map(Setting::variable)
                .collect(Collectors.toCollection(HashSet::new));
        read.addAll(OF_OTHERS);
        List<String> unread = new ArrayList<>();
        for (String variable : process.environment().keySet()) {
            if (!read.contains(variable) && !QUARKUS.isReadAtStart(variable) && !namedInCode(variable, process)) {
                unread.add(variable);
            }
        }
        return unread;
    }

    /** Some are read before there is a configuration: those stand in the code as they are. */
    private static boolean namedInCode(String variable, Process process) throws IOException {
        for (Path module : Settings.modules()) {
            if (process.runs(module)) {
                try (Stream<Path> files = Files.walk(module.resolve("src/main/java"))) {
                    for (Path file : files.filter(Files::isRegularFile).toList()) {
                        if (Files.readString(file).contains('"' + variable + '"')) {
                            return true;
                        }
                    }
                }
            }
        }
        return false;
    }

    private static void convert(Map<String, String> environment) throws ClassNotFoundException {
        SmallRyeConfigBuilder config = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDiscoveredConverters()
                .withSources(new EnvConfigSource(environment, 300));
        Set<String> mappings = Settings.all().stream()
                .map(Setting::mapping)
                .filter(mapping -> mapping != null)
                .collect(Collectors.toSet());
        for (String mapping : mappings) {
            config.withMapping(Class.forName(mapping));
        }
        config.build();
    }

    private static int exitOfJava(String options) throws IOException, InterruptedException {
        ProcessBuilder java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-version")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        java.environment().put("JDK_JAVA_OPTIONS", options);
        return java.start().waitFor();
    }

    private static String moduleOf(String name) {
        return name.equals("gateway") ? name : name + "-service";
    }

    /** A process as a Deployment starts it. */
    record Process(String name, String module, Map<String, String> environment) {
        private static final Pattern IMAGE = Pattern.compile("(?:.*/)?([a-z-]+)(?:[:@].*)?");

        static Process of(Overlay overlay, Manifest deployment) {
            Map<String, String> environment = new TreeMap<>();
            for (JsonNode source : deployment.container().path("envFrom")) {
                String name = source.at("/configMapRef/name").asText();
                Manifest settings = overlay.manifests().stream()
                        .filter(manifest -> manifest.kind().equals("ConfigMap"))
                        .filter(manifest -> manifest.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("There is no ConfigMap " + name));
                settings.at("/data")
                        .properties()
                        .forEach(entry ->
                                environment.put(entry.getKey(), entry.getValue().asText()));
            }
            for (JsonNode variable : deployment.container().path("env")) {
                environment.put(
                        variable.path("name").asText(), variable.path("value").asText());
            }
            String image =
                    IMAGE.matcher(deployment.container().path("image").asText()).replaceAll("$1");
            return new Process(overlay + "'s " + deployment.name(), image, environment);
        }

        boolean runs(Path module) {
            return module.endsWith(this.module) || module.getParent().endsWith("libs");
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
