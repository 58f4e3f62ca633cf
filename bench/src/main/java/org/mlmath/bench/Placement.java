package org.mlmath.bench;

import java.io.IOException;
import java.util.List;

/** On which processors a process runs. Who sends has a processor of its own where what is sent must not depend on what the servers leave. */
enum Placement {
    ANYWHERE,
    FIRST,
    SECOND;

    /** @return what stands before a command, so that it runs there; nothing where the operating system cannot be told */
    List<String> command() {
        return this == ANYWHERE || !isPossible()
                ? List.of()
                : List.of("taskset", "-c", Integer.toString(ordinal() - 1));
    }

    /** @return where those run who send to servers that run here */
    Placement beside() {
        return this == FIRST ? SECOND : ANYWHERE;
    }

    /** @return whether this machine has two processors and can be told to use one of them */
    static boolean isPossible() {
        try {
            return Runtime.getRuntime().availableProcessors() > 1
                    && new ProcessBuilder("taskset", "-c", "0,1", "true")
                                    .start()
                                    .waitFor()
                            == 0;
        } catch (IOException noSuchCommand) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
