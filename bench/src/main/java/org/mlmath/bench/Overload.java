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

    private final int seconds;
    private final StringBuilder table = new StringBuilder(HEADER);

    Overload(int seconds) {
        this.seconds = seconds;
    }

    /** Measures at half, at twice, and at half of a rate. */
    void measure(String name, Load load, double sustainable) {
        load.open(sustainable / 2, seconds); // over more connections than before, some of which are new
        load.open(2 * sustainable, seconds); // a JVM has to learn refusing, too
        add("half, " + name, load.open(sustainable / 2, seconds));
        add("twice, " + name, load.open(2 * sustainable, seconds));
        add("half again, " + name, load.open(sustainable / 2, seconds));
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
