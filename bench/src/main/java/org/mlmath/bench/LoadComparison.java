package org.mlmath.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What happens under load: what the gateway takes and adds, what becomes of more requests than can be answered, whether memory stays
 * flat, and how long something small takes beside much that is large.
 */
final class LoadComparison {
    static final String TITLE = "\n## Under load\n";

    private static final String SVD = "/v1/linalg/decompositions/svd";
    private static final String SMALL = "{\"matrix\": [[1, 2, 3], [4, 5, 6], [7, 8, 10]]}";
    private static final int CALLERS = 32;
    private static final int ROUNDS = 6;

    /** The largest that one request may bring, as npy. */
    private static final int LARGE = 2_000;

    private static final int LARGE_CALLERS = 6;

    /** Small requests per second beside them. */
    private static final int SMALL_RATE = 200;

    private static final int MILLION = 1_000_000;

    private final Path standalone;
    private final Path linalg;
    private final Path gateway;
    private final int seconds;

    private LoadComparison(Path application, int seconds) {
        Path root = application
                .toAbsolutePath()
                .normalize()
                .getParent()
                .getParent()
                .getParent()
                .getParent();
        standalone = application;
        linalg = root.resolve("linalg-service/target/quarkus-app/quarkus-run.jar");
        gateway = root.resolve("gateway/target/quarkus-app/quarkus-run.jar");
        this.seconds = seconds;
    }

    /**
     * @param application the runnable jar of the standalone application, beside which the others have been built
     * @param seconds for which each load runs
     */
    static String report(Path application, int seconds) throws IOException, InterruptedException {
        LoadComparison comparison = new LoadComparison(application, seconds);
        return TITLE
                + """

                Requests are 3 × 3 singular value decompositions as JSON, each load for %d s after a warm-up of the same length; the servers
                share the cores with what sends the requests. Of large work there is more than can be done: SVD of %d × %d matrices as npy.
                """.formatted(seconds, LARGE, LARGE)
                + comparison.hop()
                + comparison.memory()
                + comparison.largeBesideSmall();
    }

    private static void say(String format, Object... arguments) {
        System.out.printf(Locale.ROOT, format + "%n", arguments);
    }

    // --- The gateway
    // ------------------------------------------------------------------------------------------------------

    private String hop() throws IOException, InterruptedException {
        try (Server service = new Server(linalg);
                Server bare = new Server(BareHop.class, Integer.toString(service.port()));
                Server front = new Server(
                        gateway,
                        Stream.of("linalg", "calculus", "stats")
                                .map(name -> "-Dmlmath.gateway.upstreams." + name + ".url=" + service.address())
                                .toArray(String[]::new));
                Load direct = new Load(service, SVD, SMALL);
                Load throughBare = new Load(bare, SVD, SMALL);
                Load through = new Load(front, SVD, SMALL)) {
            for (Load load : new Load[] {direct, throughBare, through}) {
                load.closed(CALLERS, seconds);
            }
            return processorTime(service, bare, front, direct, throughBare, through) + latency(direct, through);
        }
    }

    /** In turns, so that what else the machine does disturbs all of them. */
    private String processorTime(
            Server service, Server bare, Server front, Load direct, Load throughBare, Load through) {
        double[] hops = new double[2];
        double[] services = new double[3];
        double[] rates = new double[3];
        Load[] loads = {direct, throughBare, through};
        Server[] between = {null, bare, front};
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < loads.length; i++) {
                double serviceBefore = service.processorMillis();
                double hopBefore = between[i] == null ? 0 : between[i].processorMillis();
                Load.Outcome outcome = loads[i].closed(CALLERS, (double) seconds / ROUNDS);
                services[i] += (service.processorMillis() - serviceBefore) / outcome.all() / ROUNDS;
                if (between[i] != null) {
                    hops[i - 1] += (between[i].processorMillis() - hopBefore) / outcome.all() / ROUNDS;
                }
                rates[i] += outcome.rate() / ROUNDS;
            }
        }
        say("bare hop %.4f ms, gateway %.4f ms of processor time", hops[0], hops[1]);
        return String.format(
                Locale.ROOT,
                """

                ### The gateway beside a bare hop

                Milliseconds of processor time for one request, %d callers at a time. The bare hop is vertx-http-proxy alone; the gateway is
                to take at most 1.5 times as much.

                | | hop | / bare | service | requests per second |
                | --- | --- | --- | --- | --- |
                | directly | | | %.3f | %s |
                | through a bare hop | %.3f | | %.3f | %s |
                | through the gateway | %.3f | %.2f | %.3f | %s |
                """,
                CALLERS,
                services[0],
                Results.shown(rates[0]),
                hops[0],
                services[1],
                Results.shown(rates[1]),
                hops[1],
                hops[1] / hops[0],
                services[2],
                Results.shown(rates[2]));
    }

    private String latency(Load direct, Load through) {
        double sustainable = through.closed(CALLERS, seconds).rate();
        Load.Outcome half = through.open(sustainable / 2, seconds);
        Load.Outcome halfDirectly = direct.open(sustainable / 2, seconds);
        Load.Outcome twice = through.open(2 * sustainable, seconds);
        Load.Outcome after = through.open(sustainable / 2, seconds / 2.0);
        say("added at the median %.3f ms", half.quantile(0.5) - halfDirectly.quantile(0.5));
        return String.format(Locale.ROOT, """

                        ### What the gateway adds, and more than can be answered

                        Requests come at a steady rate whatever becomes of them, and each counts from when it was due: milliseconds until answered
                        with 200. Sustainable is what %d callers get who ask again as soon as they have an answer: %s requests per second. At half
                        of that the gateway is to add less than 0.3 ms at the median; at twice as much those who are answered are to be so as
                        quickly, and the others are to be told at once.

                        | | median | 99 %% | answered, per second | refused | lost | slowest refusal |
                        | --- | --- | --- | --- | --- | --- | --- |
                        """, CALLERS, Results.shown(sustainable))
                + row("half, directly", halfDirectly)
                + row("half, through the gateway", half)
                + row("twice, through the gateway", twice)
                + row("half again, afterwards", after);
    }

    private static String row(String name, Load.Outcome outcome) {
        String row = String.format(
                Locale.ROOT,
                "| %s | %.2f | %.2f | %s | %.0f %% | %d | %s |%n",
                name,
                outcome.quantile(0.5),
                outcome.quantile(0.99),
                Results.shown(outcome.rate()),
                100.0 * outcome.count(429, 503) / outcome.all(),
                outcome.all() - outcome.count(200, 429, 503),
                outcome.slowestRefusal() == 0 ? "" : Results.shown(outcome.slowestRefusal()));
        say("%s", row.strip());
        return row;
    }

    // --- Memory
    // -------------------------------------------------------------------------------------------------------------

    private String memory() throws IOException, InterruptedException {
        int total = Math.min(MILLION, MILLION / 60 * seconds);
        StringBuilder table = new StringBuilder(String.format(Locale.ROOT, """

                ### Memory over %,d requests

                Everything in one process with a heap of 512 MiB: MiB in use once all garbage has been collected, and of the machine.

                | requests | live | resident |
                | --- | --- | --- |
                """, total));
        try (Server server = new Server(standalone, "-Xmx512m");
                Load load = new Load(server, SVD, SMALL)) {
            int done = 0;
            int next = 0;
            while (true) {
                if (done >= next) {
                    String row = String.format(
                            Locale.ROOT,
                            "| %,d | %.1f | %.0f |%n",
                            done,
                            server.liveBytes() / 1048576.0,
                            server.residentBytes() / 1048576.0);
                    say("%s", row.strip());
                    table.append(row);
                    if (done >= total) {
                        return table.toString();
                    }
                    next = Math.min(total, next + total / 5);
                }
                done += load.closed(CALLERS, seconds / 20.0).all();
            }
        }
    }

    // --- Large beside small
    // ---------------------------------------------------------------------------------------------------

    private String largeBesideSmall() throws IOException, InterruptedException {
        try (Server server = new Server(standalone);
                Load load = new Load(server, SVD, SMALL)) {
            load.closed(CALLERS, seconds);
            Load.Outcome idle = load.open(SMALL_RATE, seconds);
            Load.Outcome beside;
            try (LargeCallers callers = new LargeCallers(server.port(), LARGE, LARGE_CALLERS)) {
                callers.awaitFirstAnswer();
                beside = load.open(SMALL_RATE, seconds);
            }
            return String.format(Locale.ROOT, """

                            ### Small requests beside the largest

                            %d small requests per second to one process that does nothing else, and to one whose lane for large work is full
                            all the time. The slowest in a hundred are to take at most three times as long as without it.

                            | | median | 99 %% | answered, per second | refused | lost | slowest refusal |
                            | --- | --- | --- | --- | --- | --- | --- |
                            """, SMALL_RATE)
                    + row("alone", idle)
                    + row("beside large work", beside)
                    + String.format(
                            Locale.ROOT,
                            "| ratio | %.2f | %.2f | | | | |%n",
                            ratio(beside, idle, 0.5),
                            ratio(beside, idle, 0.99));
        }
    }

    private static double ratio(Load.Outcome one, Load.Outcome other, double share) {
        return one.quantile(share) / other.quantile(share);
    }
}
