package org.mlmath.gateway.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./mlmath}, as far as it goes without building or starting anything. */
class ScriptTest {
    private static final Path SCRIPT = Path.of("..", "mlmath").toAbsolutePath().normalize();

    @TempDir
    Path elsewhere;

    private record Outcome(int code, String output) {}

    private Outcome run(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        return run(SCRIPT, environment, arguments);
    }

    private Outcome run(Path script, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("/bin/sh", script.toString()));
        command.addAll(List.of(arguments));
        Path output = elsewhere.resolve("output");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(elsewhere.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Outcome(process.exitValue(), Files.readString(output));
    }

    @Test
    void helpNamesEveryCommand() throws Exception {
        Outcome help = run(Map.of(), "--help");
        assertThat(help.code()).isZero();
        assertThat(help.output()).contains("serve", "--services", "--port", "test", "bench");
        assertThat(run(Map.of(), "-h")).isEqualTo(help);
    }

    @Test
    void whatIsNotUnderstoodIsRefusedWithTheUsage() throws Exception {
        for (String[] arguments : new String[][] {
            {},
            {"sreve"},
            {"serve", "--prot", "1"},
            {"serve", "--port"},
            {"serve", "--port", "http"},
            {"test", "linalg"}
        }) {
            Outcome outcome = run(Map.of(), arguments);
            assertThat(outcome.code()).as(String.join(" ", arguments)).isEqualTo(2);
            assertThat(outcome.output()).startsWith("mlmath: ").contains("Usage:");
        }
    }

    @Test
    void testRunsWhatMavenVerifiesAndEndsWithItsCode() throws Exception {
        Path tools = Files.createDirectory(elsewhere.resolve("a path with spaces"));
        Path jdk = jdk("jdk 25", "25.0.1");
        program(tools.resolve("mvn"), "echo \"$JAVA_HOME: $*\"; exit 7");
        Outcome outcome = run(Map.of("JAVA_HOME", jdk.toString(), "PATH", tools + ":" + System.getenv("PATH")), "test");
        assertThat(outcome.output().strip()).isEqualTo(jdk + ": -B -ntp verify");
        assertThat(outcome.code()).isEqualTo(7);
    }

    @Test
    void calledByALinkItWorksWhereItStands() throws Exception {
        Path tools = Files.createDirectory(elsewhere.resolve("bin"));
        Path link = Files.createSymbolicLink(tools.resolve("linked"), tools.relativize(SCRIPT.toRealPath()));
        Path linkToLink = Files.createSymbolicLink(elsewhere.resolve("mlmath"), link);
        program(tools.resolve("mvn"), "pwd -P; exit 7"); // what was not built is not taken for built
        Path jdk = jdk("jdk", "25.0.1");
        Outcome outcome = run(
                linkToLink, Map.of("JAVA_HOME", jdk.toString(), "PATH", tools + ":" + System.getenv("PATH")), "test");
        assertThat(outcome.output().strip())
                .isEqualTo(SCRIPT.toRealPath().getParent().toString());
    }

    @Test
    void aJdkThatIsTooOldIsPassedOver() throws Exception {
        Path tools = Files.createDirectory(elsewhere.resolve("tools"));
        Path jdk = jdk("newer", "26");
        program(tools.resolve("java"), "echo '    java.home = " + jdk + "'");
        program(tools.resolve("mvn"), "echo \"$JAVA_HOME\"; exit 7"); // nor here
        Outcome outcome = run(
                Map.of("JAVA_HOME", jdk("older", "17.0.2").toString(), "PATH", tools + ":" + System.getenv("PATH")),
                "test");
        assertThat(outcome.output().strip()).isEqualTo(jdk.toString());
    }

    /** What the script looks at to tell a JDK. */
    private Path jdk(String name, String version) throws IOException {
        Path bin = Files.createDirectories(elsewhere.resolve(name).resolve("bin"));
        program(bin.resolve("java"), "exit 0");
        program(bin.resolve("javac"), "exit 0");
        Files.writeString(bin.resolveSibling("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
        return bin.getParent();
    }

    private static void program(Path path, String line) throws IOException {
        Files.writeString(path, "#!/bin/sh\n" + line + "\n");
        assertThat(path.toFile().setExecutable(true)).isTrue();
    }
}
