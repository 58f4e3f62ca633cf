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

    private static final Load.Request SMALL =
            new Load.Request("/v1/linalg/decompositions/svd", "{\"matrix\": [[1, 2, 3], [4, 5, 6], [7, 8, 10]]}");
    private static final int CALLERS = 32;

    /** Of what keeps a core busy for milliseconds: two for each core. */
    private static final int CALLERS_COMPUTING = 4;

    /** So many times as long it takes two JVMs on one core to be warm. */
    private static final int LONG_WARM_UP = 3;

    private static final int ROUNDS = 6;

    private final Path standalone;
    private final Path linalg;
    private final Path stats;
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
        stats = root.resolve("stats-service/target/quarkus-app/quarkus-run.jar");
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

                Requests are 3 × 3 singular value decompositions as JSON, unless said otherwise, each load for %d s after a warm-up of the same
                length. The servers share the cores with what sends the requests: a process of one thread, which counts each
                request from when it was due, sends none on a connection whose last is not answered, goes before the servers where
                the operating system allows it (for callers elsewhere would not wait for them), and says how late it was itself.
                It stands for many callers: it keeps as many connections as ask in 40 ms, 128 at least, and the gateway has no bound
                for what one caller has under way.
                """.formatted(seconds)
                + comparison.gateway()
                + comparison.overload()
                + comparison.memory()
                + LargeBesideSmall.report(application, seconds);
    }

    /** The part of the report that goes by this name, by itself. */
    static String part(String name, Path application, int seconds) throws IOException, InterruptedException {
        LoadComparison comparison = new LoadComparison(application, seconds);
        return switch (name) {
            case "gateway" -> comparison.gateway();
            case "overload" -> comparison.overload();
            case "memory" -> comparison.memory();
            case "large" -> LargeBesideSmall.report(application, seconds);
            default -> throw new IllegalArgumentException("no part of the load runs is called " + name);
        };
    }

    private static void say(String format, Object... arguments) {
        System.out.printf(Locale.ROOT, format + "%n", arguments);
    }

    // --- The gateway
    // ------------------------------------------------------------------------------------------------------

    private String gateway() throws IOException, InterruptedException {
        try (Server service = new Server(linalg);
                Server bare = new Server(BareHop.class, Integer.toString(service.port()));
                Server front = before(service);
                Load direct = new Load(service, SMALL);
                Load throughBare = new Load(bare, SMALL);
                Load through = new Load(front, SMALL)) {
            for (Load load : new Load[] {direct, throughBare, through}) {
                load.closed(CALLERS, seconds);
            }
            return processorTime(service, bare, front, direct, throughBare, through) + added(direct, through);
        }
    }

    /** @return the gateway before a service that answers everything, and on the same cores; who sends is many callers, not one */
    private Server before(Server service) throws IOException, InterruptedException {
        return new Server(
                service.placement(),
                gateway,
                Stream.concat(
                                Stream.of("-Dmlmath.rate.concurrency=0"),
                                Stream.of("linalg", "calculus", "stats")
                                        .map(name ->
                                                "-Dmlmath.gateway.upstreams." + name + ".url=" + service.address()))
                        .toArray(String[]::new));
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
                Outcome outcome = loads[i].closed(CALLERS, (double) seconds / ROUNDS);
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

    /** Directly and through the gateway in turns, twice each. */
    private static final int TURNS = 2;

    private String added(Load direct, Load through) {
        double half = through.closed(CALLERS, seconds).rate() / 2;
        direct.open(half, seconds);
        through.open(half, seconds); // over more connections than before, some of which are new
        Overload table = new Overload(seconds);
        double directly = 0;
        double relayed = 0;
        for (int turn = 0; turn < TURNS; turn++) {
            Outcome one = direct.open(half, seconds);
            Outcome other = through.open(half, seconds);
            table.add("directly", one);
            table.add("through the gateway", other);
            directly += one.quantile(0.5) / TURNS;
            relayed += other.quantile(0.5) / TURNS;
        }
        return String.format(Locale.ROOT, """

                ### What the gateway adds

                Milliseconds until answered with 200, at a steady %s requests per second: half of what %d callers get through the gateway
                who ask again as soon as they have an answer. It is to add less than 0.3 ms at the median, and adds %.2f.
                """, Results.shown(half), CALLERS, relayed - directly) + table.table();
    }

    // --- More than can be answered
    // ---------------------------------------------------------------------------------------------

    private String overload() throws IOException, InterruptedException {
        Overload table = new Overload(seconds);
        String computing = computing(table);
        String small = small(table);
        return String.format(
                        Locale.ROOT,
                        """

                        ### More than can be answered

                        Requests come at a steady rate whatever becomes of them: half of what can be answered, then twice as much, then half again;
                        milliseconds until answered with 200, and until refused with 503 or 429. Those who are answered are to be answered as quickly
                        at twice, and the others to be told at once. What comes in a moment is no reason to refuse anybody, so that in the first second
                        of too much some wait until that has been told from it: it stands by itself.

                        What can be answered is the most that was, of what came at a steady rate: half as much again as was answered before, until no
                        more is. *Computing*: a bootstrap of 10,000 resamples, some milliseconds for one core, no two alike; %s. *Small*: 3 × 3 singular
                        value decompositions; %s. What two cores answer of those, half a core sends: twice as much can not be sent from the same two.
                        So %s.
                        """,
                        computing,
                        small,
                        Placement.isPossible()
                                ? "here the servers have one core, together, and who sends has the other"
                                : "where processes cannot be told on which core to run, as here, it is sent late")
                + table.table();
    }

    private static String answered(double throughGateway, double inOneProcess) {
        return Results.shown(throughGateway) + " per second can be answered through the gateway, "
                + Results.shown(inOneProcess) + " in one process";
    }

    private String computing(Overload table) throws IOException, InterruptedException {
        double relayed;
        try (Server service = new Server(stats);
                Server front = before(service);
                Load through = new Load(front, Overload.COMPUTING)) {
            relayed = table.measure("computing, through the gateway", through, CALLERS_COMPUTING, seconds);
        }
        try (Server server = new Server(standalone);
                Load load = new Load(server, Overload.COMPUTING)) {
            return answered(relayed, table.measure("computing, in one process", load, CALLERS_COMPUTING, seconds));
        }
    }

    private String small(Overload table) throws IOException, InterruptedException {
        double relayed;
        try (Server service = new Server(Placement.FIRST, linalg);
                Server front = before(service);
                Load through = new Load(front, SMALL)) {
            relayed = table.measure("small, through the gateway", through, CALLERS, LONG_WARM_UP * seconds);
        }
        try (Server server = new Server(Placement.FIRST, standalone);
                Load load = new Load(server, SMALL)) {
            return answered(relayed, table.measure("small, in one process", load, CALLERS, LONG_WARM_UP * seconds));
        }
    }

    // --- Memory
    // -------------------------------------------------------------------------------------------------------------

    private String memory() throws IOException, InterruptedException {
        return MemoryRun.report(standalone);
    }
}
