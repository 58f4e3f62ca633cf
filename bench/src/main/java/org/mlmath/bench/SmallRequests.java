package org.mlmath.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** What the smallest requests cost beside a server that reads and writes their JSON and does nothing else. */
final class SmallRequests {
    static final String TITLE = "\n## Small requests";

    /** As many of each until its code is compiled, sent in turns. */
    private static final int WARM_UP = Integer.getInteger("mlmath.bench.warm-up", 40_000);

    /** By how much longer that takes what also computes: {@link SmallBenchmark} says why. */
    private static final int COMPUTING = 6;

    private static final int CALLS = 2_000;
    private static final int ROUNDS = 25;

    private SmallRequests() {}

    /**
     * @param application the runnable jar of the standalone application
     * @param framework that of the application that echoes
     */
    static String report(Path application, Path framework) throws IOException, InterruptedException, RunnerException {
        StringBuilder costs = new StringBuilder(TITLE + """


                Microseconds of processor time per request, all threads of a server in a process of its own, eight connections,
                medians of rounds taken in turns. The request is computed each time (`Cache-Control: no-cache`); kept, it comes from the
                cache. The computation is what the resource does with the request once it is read, by JMH,
                the second in which it took least.

                | | request | kept | computation | around it |
                | --- | --- | --- | --- | --- |
                """);
        StringBuilder ratios = new StringBuilder("""

                What is spent around the computation is to be at most 1.5 times what an endpoint takes that reads the same JSON into a tree and
                writes it again. That is an application of its own, Quarkus REST with Jackson as they come (`JsonNode echo(JsonNode json)`);
                the same on the event loop (`@NonBlocking`), where small requests are computed too; and the least that a server can do, bare
                Vert.x with a handler and no path. An answer is several times as long as its request: the last echo reads the request and
                writes the operation's answer, a tree that it has ready.

                | around the computation, times that of an echo | Quarkus | on the event loop | bare Vert.x | bare Vert.x, of the answer |
                | --- | --- | --- | --- | --- |
                """);
        try (Server server = new Server(application);
                Server echo = new Server(framework);
                Server bare = new Server(EchoServer.class)) {
            for (SmallRequest request : SmallRequest.values()) {
                double computation = computation(request);
                try (Server answering = new Server(EchoServer.class, server.answer(request.path(), request.body()))) {
                    double[] micros = measure(request, server, echo, bare, answering);
                    double around = micros[0] - computation;
                    costs.append("| %s | %s | %s | %s | %s |%n"
                            .formatted(
                                    request.title(),
                                    Results.shown(micros[0]),
                                    Results.shown(micros[1]),
                                    Results.shown(computation),
                                    Results.shown(around)));
                    ratios.append("| %s |".formatted(request.title()));
                    for (int i = 2; i < micros.length; i++) {
                        ratios.append(" %.2f of %s |".formatted(around / micros[i], Results.shown(micros[i])));
                    }
                    ratios.append('\n');
                    System.out.printf(
                            Locale.ROOT, "%s: %.1f of %s%n", request.title(), computation, Arrays.toString(micros));
                }
            }
        }
        return costs.append(ratios).append("""

                What is left around the computation of the SVD is spread thinly. Of its samples in a profile 36 % are in system calls on
                sockets (most of it in sending), 15 % in the router and what judges requests by their heads, 11 % in decoding HTTP and setting
                up requests, 10 % in the head of the answer and its encoding, 10 % in writing JSON, 4 % in reading it, 9 % in REST
                without that, 5 % in validation and admission.
                """).toString();
    }

    /** The least of some seconds: JMH goes by the clock, and what is taken for computation here would not count as spent around it. */
    private static double computation(SmallRequest request) throws RunnerException {
        return new Runner(new OptionsBuilder()
                        .include(SmallBenchmark.class.getName())
                        .param("request", request.name())
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .runSingle()
                .getPrimaryResult()
                .getStatistics()
                .getMin();
    }

    /** @return microseconds of the request, of the request answered from the cache, and of each echo */
    private static double[] measure(SmallRequest request, Server server, Server echo, Server bare, Server answering)
            throws IOException {
        String body = request.body();
        try (Callers anew = new Callers(server.port(), request.path(), "Cache-Control: no-cache\r\n", body);
                Callers kept = new Callers(server.port(), request.path(), "", body);
                Callers echoed = new Callers(echo.port(), "/echo", "", body);
                Callers echoedAtOnce = new Callers(echo.port(), "/echo-at-once", "", body);
                Callers echoedBare = new Callers(bare.port(), request.path(), "", body);
                Callers answered = new Callers(answering.port(), request.path(), "", body)) {
            for (int sent = 0; sent < WARM_UP; sent += CALLS) {
                anew.call(COMPUTING * CALLS);
                for (Callers each : List.of(kept, echoed, echoedAtOnce, echoedBare, answered)) {
                    each.call(CALLS);
                }
            }
            return medians(
                    () -> perCall(server, anew),
                    () -> perCall(server, kept),
                    () -> perCall(echo, echoed),
                    () -> perCall(echo, echoedAtOnce),
                    () -> perCall(bare, echoedBare),
                    () -> perCall(answering, answered));
        }
    }

    private static double perCall(Server server, Callers callers) {
        double before = server.processorMillis();
        try {
            callers.call(CALLS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return 1000 * (server.processorMillis() - before) / CALLS;
    }

    private interface Measured {
        double once();
    }

    private static double[] medians(Measured... measured) {
        double[][] micros = new double[measured.length][ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < measured.length; i++) {
                micros[i][round] = measured[i].once();
            }
        }
        return Arrays.stream(micros)
                .mapToDouble(all -> Arrays.stream(all).sorted().toArray()[ROUNDS / 2])
                .toArray();
    }
}
