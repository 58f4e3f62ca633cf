package org.mlmath.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The image recipe against the project it packs: what no container tool is needed to see. */
class DockerfileTest {
    private static final Path PROJECT = Path.of("..");
    private static final List<String> MODULES =
            List.of("gateway", "linalg-service", "calculus-service", "stats-service", "standalone");

    @Test
    void everyVariableIsSaidBeforeItIsUsedInItsStage() throws IOException {
        Set<String> said = new HashSet<>();
        for (String instruction : instructions()) {
            if (instruction.startsWith("FROM ")) {
                said.clear();
            } else if (instruction.startsWith("ARG ")) {
                said.add(instruction.substring(4).replaceFirst("=.*", ""));
            } else {
                assertThat(said).as(instruction).containsAll(found("\\$\\{?([A-Z_]+)\\}?", instruction));
            }
        }
    }

    @Test
    void everyBuildArgumentOfTheScriptIsOne() throws IOException {
        String script = Files.readString(PROJECT.resolve("mlmath"));
        List<String> given = found("--build-arg \"([A-Z]+)=", script);
        assertThat(given).contains("MODULE");
        assertThat(instructions().stream()
                        .filter(instruction -> instruction.startsWith("ARG "))
                        .map(instruction -> instruction.substring(4).replaceFirst("=.*", "")))
                .containsAll(given);
    }

    @Test
    void theScriptBuildsEveryApplication() throws IOException {
        try (var modules = Files.list(PROJECT)) {
            assertThat(modules.filter(
                                    module -> Files.exists(module.resolve("src/main/resources/application.properties")))
                            .map(module -> module.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(MODULES);
        }
        assertThat(Files.readString(PROJECT.resolve("mlmath")))
                .contains("${modules:-" + String.join(" ", MODULES) + "}");
    }

    @Test
    void whatIsCopiedIsThereAndNotIgnored() throws IOException {
        List<String> kept = Files.readAllLines(PROJECT.resolve(".dockerignore")).stream()
                .filter(line -> line.startsWith("!"))
                .map(line -> line.substring(1))
                .toList();
        List<String> copied = instructions().stream()
                .filter(instruction -> instruction.startsWith("COPY ") && !instruction.contains("--from"))
                .map(instruction -> instruction.split(" ")[1])
                .toList();
        assertThat(copied).contains("${MODULE}/target/quarkus-app");
        assertThat(copied.stream().map(source -> source.replace("${MODULE}", "*")))
                .containsExactlyInAnyOrderElementsOf(kept);
        for (String source : copied) {
            if (source.startsWith("${MODULE}")) { // made by the Quarkus plugin of each
                for (String module : MODULES) {
                    assertThat(PROJECT.resolve(module).resolve("pom.xml"))
                            .content()
                            .contains("quarkus-maven-plugin");
                }
            } else {
                assertThat(PROJECT.resolve(source)).exists();
            }
        }
    }

    @Test
    void theClassesThatAreRunWhileBuildingExist() throws IOException, ClassNotFoundException {
        List<String> classes = found("(org\\.mlmath(?:\\.[a-z]+)+\\.[A-Z]\\w+)", String.join("\n", instructions()));
        assertThat(classes).hasSize(2);
        for (String name : classes) {
            assertThat(Class.forName(name).getDeclaredMethods()).as(name).anyMatch(method -> method.getName()
                    .equals("main"));
        }
    }

    @Test
    void portsAndUserAreThoseOfTheManifests() throws IOException {
        List<Manifest> deployments = deployments();
        assertThat(deployments).hasSize(4);
        for (Manifest deployment : deployments) {
            var pod = deployment.at("/spec/template/spec/securityContext");
            assertThat(instructions())
                    .contains("USER " + pod.path("runAsUser").asText() + ":"
                            + pod.path("runAsGroup").asText());
            List<String> ports = new ArrayList<>();
            deployment
                    .container()
                    .path("ports")
                    .forEach(port -> ports.add(port.path("containerPort").asText()));
            assertThat(instructions()).contains("EXPOSE " + String.join(" ", ports));
        }
    }

    @Test
    void everyDeploymentRunsAnImageThatIsBuilt() {
        for (Manifest deployment : deployments()) {
            String image = deployment.container().path("image").asText();
            assertThat(MODULES).contains(image.replaceFirst("^mlmath/(.*):local$", "$1"));
        }
    }

    @Test
    void theVirtualMachineTakesItsOptions() throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(
                        java, "@" + PROJECT.resolve("images/jvm.options"), "-XX:+PrintFlagsFinal", "-version")
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).containsPattern("UseG1GC +:?= true").containsPattern("MaxRAMPercentage +:?= 50");
    }

    /** What is measured, tested and served without a container runs as in one: how to collect garbage is said in four places. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "mlmath",
                "bench/src/main/java/org/mlmath/bench/Server.java",
                "standalone/src/test/java/org/mlmath/standalone/Processes.java"
            })
    void whoeverStartsAVirtualMachineStartsItAlike(String starter) throws IOException {
        List<String> options = Files.readAllLines(PROJECT.resolve("images/jvm.options")).stream()
                .filter(option -> option.matches("--enable-native-access=.*|-XX:.*(G1|HeapOccupancy).*"))
                .toList();
        assertThat(options).hasSizeGreaterThan(2);
        assertThat(Files.readString(PROJECT.resolve(starter))).contains(options);
    }

    private static List<Manifest> deployments() {
        return Manifest.read(Path.of("rendered/local.yaml")).stream()
                .filter(manifest -> manifest.kind().equals("Deployment"))
                .toList();
    }

    /** Comments taken out, continued lines put together. */
    private static List<String> instructions() throws IOException {
        String text = Files.readString(PROJECT.resolve("Dockerfile"))
                .replaceAll("(?m)^\\s*#.*\\n", "")
                .replaceAll("\\\\\\n\\s*", "");
        return Arrays.stream(text.split("\\n")).filter(line -> !line.isBlank()).toList();
    }

    private static List<String> found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult result) -> result.group(1))
                .distinct()
                .toList();
    }
}
