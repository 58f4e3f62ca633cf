package org.mlmath.bench;

import java.util.Locale;

/** Runs of many steps: of an optimiser beside a loop written by hand, of training beside the matrix products it is made of. */
final class RunComparison {
    private static final int[] BATCHES = {32, 128, 10_000};
    private static final int ROUNDS = 12;
    private static final double SECONDS = 5;

    private RunComparison() {}

    static String report() {
        return adam() + epochs();
    }

    private static String adam() {
        AdamBenchmark adam = new AdamBenchmark();
        double[] millis = Rounds.least(ROUNDS, SECONDS, adam::expression, adam::trajectory, adam::hand);
        return String.format(
                Locale.ROOT,
                """

                ## A million steps of Adam

                Milliseconds of processor time, the least of some rounds taken in turns: Rosenbrock's function from its text, with 10,000
                iterates kept and with all of them, beside a loop written by hand that keeps none.

                | | ms | / by hand |
                | --- | --- | --- |
                | from the expression | %s | %.2f |
                | with the whole trajectory | %s | %.2f |
                | by hand | %s | |
                """,
                Results.shown(millis[0]),
                millis[0] / millis[2],
                Results.shown(millis[1]),
                millis[1] / millis[2],
                Results.shown(millis[2]));
    }

    private static String epochs() {
        StringBuilder report = new StringBuilder("""

                ## An epoch of a network

                Milliseconds of processor time likewise: a 784-128-10 network (relu, softmax, Adam) on 10,000 examples, beside the
                same matrix products called bare on the same kernel. In small batches the steps of Adam, one for each of 102,000
                parameters and batch, weigh as much as the products.

                | batch | epoch | products | epoch / products |
                | --- | --- | --- | --- |
                """);
        for (int batch : BATCHES) {
            NetworkBenchmark network = new NetworkBenchmark();
            network.batchSize = batch;
            network.prepare();
            double[] millis = Rounds.least(ROUNDS, SECONDS, network::epoch, network::products);
            report.append(String.format(
                    Locale.ROOT,
                    "| %,d | %s | %s | %.2f |%n",
                    batch,
                    Results.shown(millis[0]),
                    Results.shown(millis[1]),
                    millis[0] / millis[1]));
        }
        return report.toString();
    }
}
