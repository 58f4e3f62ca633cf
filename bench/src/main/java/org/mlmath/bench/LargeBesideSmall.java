package org.mlmath.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * How long small requests take while the lane for large work is full. Alone and beside large work in turns, so that what else the machine
 * does disturbs both; the medians of the turns count.
 */
final class LargeBesideSmall {
    private static final Load.Request SMALL =
            new Load.Request("/v1/linalg/decompositions/svd", "{\"matrix\": [[1, 2, 3], [4, 5, 6], [7, 8, 10]]}");

    private static final int CALLERS = 32;

    /** Small requests per second. */
    private static final int RATE = 500;

    /** For which each turn lasts at most: so long that fifty of its requests are slower than the other 99 in a hundred. */
    private static final int MOST_SECONDS = 10;

    private static final int TURNS = 3;

    private static final int LARGE_CALLERS = 6;

    private static final int WHILE_MILLIS = 500;

    /** Of one processor, the share that a server takes which has nothing to do, and a little more. */
    private static final double RESTING = 0.05;

    private final Load load;
    private final Server server;
    private final int seconds;
    private final Turns alone = new Turns();

    private LargeBesideSmall(Server server, Load load, int seconds) {
        this.server = server;
        this.load = load;
        this.seconds = seconds;
    }

    /**
     * @param application the runnable jar of the server
     * @param seconds for which each turn lasts, if that is not more than it needs to
     */
    static String report(Path application, int seconds) throws IOException, InterruptedException {
        int each = Math.min(seconds, MOST_SECONDS);
        try (Server server = new Server(application);
                Load load = new Load(server, SMALL)) {
            load.closed(CALLERS, each / 2.0);
            load.open(RATE, each / 2.0); // makes the connections
            return new LargeBesideSmall(server, load, each).report();
        }
    }

    private String report() throws IOException, InterruptedException {
        for (LargeCallers.Kind kind : LargeCallers.Kind.values()) {
            beside(kind, new Turns()); // a warm-up: what is large takes ways of its own
        }
        Turns decompositions = new Turns();
        for (int turn = 0; turn < TURNS; turn++) {
            alone();
            beside(LargeCallers.Kind.SVD_NPY, decompositions);
        }
        alone();
        Turns json = new Turns();
        beside(LargeCallers.Kind.EIGEN_JSON, json);
        return String.format(Locale.ROOT, """

                        ### Small requests beside the largest

                        %d small requests per second to one process that does nothing else, and to one whose lane for large work is full
                        all the time: there is more of it than can be done, and %d callers ask again 2 s after they are refused. Who sends the large
                        requests would be on another machine, and takes what all others leave of the processors (nice 19). In turns of %d s, %d alone
                        and %d beside singular value decompositions, once beside eigenvalues as JSON; medians of the turns, and of their 99 %% the least
                        and the greatest. The slowest in a hundred are to take at most three times as long as without large work.

                        | | median | 99 %% | of the turns | since sent: 99 %% | not answered | sent late: 99 %% | large, per minute | median / alone | 99 %% / alone |
                        | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
                        """, RATE, LARGE_CALLERS, seconds, TURNS + 1, TURNS)
                + alone.row("alone", alone)
                + decompositions.row("beside SVD of 2000 × 2000, npy", alone)
                + json.row("beside eigenvalues of 1000 × 1000, JSON", alone);
    }

    private void alone() {
        alone.add(load.open(RATE, seconds));
    }

    private void beside(LargeCallers.Kind kind, Turns turns) throws IOException, InterruptedException {
        try (LargeCallers callers = new LargeCallers(server.port(), kind, LARGE_CALLERS)) {
            callers.awaitFirstAnswer();
            long since = System.nanoTime();
            int before = callers.answered();
            turns.add(load.open(RATE, seconds));
            turns.large += callers.answered() - before;
            turns.minutes += (System.nanoTime() - since) / 60e9;
        }
        awaitRest();
    }

    /** What has been begun is computed to its end, though its callers have gone: until then, nobody is alone. */
    private void awaitRest() throws InterruptedException {
        double before;
        do {
            before = server.processorMillis();
            Thread.sleep(WHILE_MILLIS);
        } while (server.processorMillis() - before > RESTING * WHILE_MILLIS);
    }

    /** Of one kind, one after the other. */
    private static final class Turns {
        private final List<Outcome> outcomes = new ArrayList<>();
        private int large;
        private double minutes;

        void add(Outcome outcome) {
            outcomes.add(outcome);
            System.out.println(outcome);
        }

        private double[] each(ToDoubleFunction<Outcome> figure) {
            return outcomes.stream().mapToDouble(figure).sorted().toArray();
        }

        private double median(ToDoubleFunction<Outcome> figure) {
            double[] sorted = each(figure);
            return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
        }

        String row(String name, Turns alone) {
            double[] slowest = each(outcome -> outcome.quantile(0.99));
            double median = median(outcome -> outcome.quantile(0.5));
            double slow = median(outcome -> outcome.quantile(0.99));
            String row = String.format(
                    Locale.ROOT,
                    "| %s | %.2f | %.2f | %.2f–%.2f | %.2f | %d | %.2f | %s | %s | %s |%n",
                    name,
                    median,
                    slow,
                    slowest[0],
                    slowest[slowest.length - 1],
                    median(outcome -> outcome.sinceSent(0.99)),
                    outcomes.stream()
                            .mapToInt(outcome -> outcome.all() - outcome.count(200))
                            .sum(),
                    median(outcome -> outcome.delay(0.99)),
                    this == alone ? "" : String.format(Locale.ROOT, "%.0f", large / minutes),
                    this == alone ? "" : ratio(median, alone.median(outcome -> outcome.quantile(0.5))),
                    this == alone ? "" : ratio(slow, alone.median(outcome -> outcome.quantile(0.99))));
            System.out.println(row.strip());
            return row;
        }

        private static String ratio(double one, double other) {
            return String.format(Locale.ROOT, "%.2f", one / other);
        }
    }
}
