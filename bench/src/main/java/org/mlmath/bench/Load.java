package org.mlmath.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Requests to a server on this machine, sent by a {@link Sender} in a process of its own. */
final class Load implements AutoCloseable {
    private final Process process;
    private final Writer orders;
    private final BufferedReader outcomes;

    /** What is asked for: a path and its JSON, in which each {@code #######} stands for seven digits that are others each time. */
    record Request(String path, String json) {}

    /** @param requests sent in turns */
    Load(Server server, List<Request> requests) throws IOException {
        List<String> command = new ArrayList<>(server.placement().beside().command());
        command.addAll(List.of(
                "nice", // callers do not compute on the server's cores: where it is allowed, they are not kept waiting
                // for them
                "-n",
                "-15",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-Xmx64m", // nothing is made for each request, so there is nothing to collect
                "-cp",
                System.getProperty("java.class.path"),
                Sender.class.getName(),
                Integer.toString(server.port())));
        for (Request request : requests) {
            command.add(request.path());
            command.add(request.json());
        }
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        orders = process.outputWriter(StandardCharsets.US_ASCII);
        outcomes = process.inputReader(StandardCharsets.US_ASCII);
    }

    Load(Server server, Request request) throws IOException {
        this(server, List.of(request));
    }

    /** Callers who ask again as soon as they have an answer. */
    Outcome closed(int callers, double seconds) {
        return run("closed", callers, seconds);
    }

    /** Callers as of {@link #closed}, until they have asked so many times together. */
    Outcome count(int callers, int requests) {
        return run("count", callers, requests);
    }

    /** Requests at a steady rate whatever becomes of them; each counts from when it was due. */
    Outcome open(double rate, double seconds) {
        return run("open", rate, seconds);
    }

    /** As {@link #open}, in two parts: what was due as the load began, and what was due from then on. */
    Entry enter(double rate, double entrySeconds, double seconds) {
        try {
            order("enter %f %f %f", rate, entrySeconds, seconds);
            return new Entry(outcome(), outcome());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    record Entry(Outcome first, Outcome then) {}

    private Outcome run(String kind, double number, double amount) {
        try {
            order(kind + " %f %f", number, amount);
            return outcome();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void order(String format, Object... numbers) throws IOException {
        orders.write(String.format(Locale.ROOT, format + "%n", numbers));
        orders.flush();
    }

    private Outcome outcome() throws IOException {
        String line = outcomes.readLine();
        if (line == null) {
            throw new IOException("nothing is sent any more");
        }
        return Outcome.parse(line);
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
