package org.mlmath.bench;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What becomes of requests at half of what can be answered, at twice as much, and at half again. */
final class Overload {
    /** Some milliseconds of computation, another each time. */
    static final Load.Request COMPUTING = new Load.Request(
            "/v1/stats/bootstrap",
            "{\"data\": ["
                    + IntStream.range(0, 200)
                            .mapToObj(i -> String.format(Locale.ROOT, "%.3f", 10 + 3 * Math.sin(i * i)))
                            .collect(Collectors.joining(", "))
                    + "], \"resamples\": 10000, \"seed\": 1#######}");

    private static final String HEADER = """

            | | median | 99 % | since sent: 99 % | answered, per second | refused | lost | refused within: median | 99 % | sent late: 99 % |
            | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
            """;

    /** What is asked for first, of what a few callers get: that may be far more than many do. */
    private static final double FIRST = 0.25;

    /** By so many times as much is asked for until no more is answered. */
    private static final double MORE = 1.5;

    /** What is more by less than this part is not more. */
    private static final double NOT_MORE = 0.03;

    private static final int SEARCHES = 8;

    private static final int SEARCH_SECONDS = 3;

    /** As the load begins: what is too much has to be told from a burst first. */
    private static final int ENTRY_SECONDS = 1;

    private final int seconds;
    private final StringBuilder table = new StringBuilder(HEADER);

    Overload(int seconds) {
        this.seconds = seconds;
    }

    /**
     * Measures at half, at twice, and at half of what can be answered. That is the most that was answered of what came at a steady rate, over
     * as many connections as it takes: few callers who ask again when they have an answer get less, being answered one by one, or more,
     * having few connections.
     *
     * @param callers who ask again when they have an answer, as warm-up and for a first rate
     * @param warmUp seconds: on one core the JVMs' compilers get little of it
     * @return what can be answered per second
     */
    double measure(String name, Load load, int callers, double warmUp) {
        load.closed(callers, warmUp);
        double closed = load.closed(callers, SEARCH_SECONDS).rate();
        load.open(2 * closed, seconds); // a JVM has to learn refusing, too: while it is interpreted it fills the core
        double sustainable = 0;
        double asked = FIRST * closed;
        for (int search = 0; search < SEARCHES; search++) {
            double answered = load.open(asked, SEARCH_SECONDS).rate();
            boolean isMore = answered > sustainable * (1 + NOT_MORE);
            sustainable = Math.max(sustainable, answered);
            if (!isMore) {
                break;
            }
            asked = MORE * sustainable;
        }
        load.open(sustainable / 2, 1); // until nothing is left of it
        add("half, " + name, load.open(sustainable / 2, seconds));
        Load.Entry twice = load.enter(2 * sustainable, ENTRY_SECONDS, seconds);
        add("twice, " + name + ": the first second", twice.first());
        add("twice, " + name + ": from then on", twice.then());
        add("half again, " + name, load.open(sustainable / 2, seconds));
        return sustainable;
    }

    void add(String name, Outcome outcome) {
        String row = String.format(
                Locale.ROOT,
                "| %s | %.2f | %.2f | %.2f | %s | %.0f %% | %d | %s | %s | %.2f |%n",
                name,
                outcome.quantile(0.5),
                outcome.quantile(0.99),
                outcome.sinceSent(0.99),
                Results.shown(outcome.rate()),
                100.0 * outcome.count(429, 503) / outcome.all(),
                outcome.all() - outcome.count(200, 429, 503),
                Results.shown(outcome.refusal(0.5)),
                Results.shown(outcome.refusal(0.99)),
                outcome.delay(0.99));
        System.out.println(row.strip());
        table.append(row);
    }

    String table() {
        return table.toString();
    }
}
