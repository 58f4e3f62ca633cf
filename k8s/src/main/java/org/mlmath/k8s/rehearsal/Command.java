package org.mlmath.k8s.rehearsal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A program of the machine, run to its end. */
final class Command {
    private Command() {}

    /**
     * @return what it wrote, without the line's end
     * @throws IllegalStateException if it did not end well, with what it said
     */
    static String run(String... line) throws InterruptedException {
        return run(List.of(line));
    }

    static String run(List<String> line) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (process.waitFor() != 0) {
                throw new IllegalStateException(
                        String.join(" ", line) + " ended with " + process.exitValue() + ": " + said);
            }
            return said;
        } catch (IOException e) {
            throw new IllegalStateException(String.join(" ", line), e);
        }
    }
}
