package org.mlmath.k8s;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * kustomize where it is installed, by itself or in kubectl.
 *
 * @param command what renders a directory, which follows
 */
record Kustomize(List<String> command) {
    /** The first whose labels can leave selectors alone and still reach pods; the kubectl of Debian 12 is years older. */
    private static final int OLDEST = 5;

    private static final Pattern VERSION = Pattern.compile("v(\\d+)\\.\\d+\\.\\d+");

    static Optional<Kustomize> installed() {
        if (recent("Kustomize Version", "kubectl", "version", "--client")) {
            return Optional.of(new Kustomize(List.of("kubectl", "kustomize")));
        }
        if (recent("", "kustomize", "version")) {
            return Optional.of(new Kustomize(List.of("kustomize", "build")));
        }
        return Optional.empty();
    }

    private static boolean recent(String line, String... command) {
        try {
            Matcher version = run(List.of(command))
                    .lines()
                    .filter(said -> said.startsWith(line))
                    .map(VERSION::matcher)
                    .filter(Matcher::find)
                    .findFirst()
                    .orElse(null);
            return version != null && Integer.parseInt(version.group(1)) >= OLDEST;
        } catch (IOException absent) {
            return false;
        }
    }

    String render(Path directory) {
        try {
            return run(Stream.concat(command.stream(), Stream.of(directory.toString()))
                    .toList());
        } catch (IOException e) {
            throw new IllegalStateException(directory + " does not render", e);
        }
    }

    private static String run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes());
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException(String.join(" ", command) + " failed");
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        } finally {
            process.destroyForcibly();
        }
        return said;
    }
}
