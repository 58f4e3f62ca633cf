package org.mlmath.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Whether memory stays flat over many requests of many kinds, none of which has been asked before. */
final class MemoryRun {
    private static final int MILLION = 1_000_000;
    private static final int POINTS = 10;
    private static final int CALLERS = 32;

    /** Two of them are refused: a matrix that is not positive definite, and JSON that breaks off. */
    private static final List<Load.Request> KINDS = List.of(
            new Load.Request(
                    "/v1/linalg/decompositions/svd", "{\"matrix\": [[1.#######, 2, 3], [4, 5, 6], [7, 8, 10]]}"),
            new Load.Request(
                    "/v1/calculus/derivative", "{\"expression\": \"x^2*sin(1.#######*x)\", \"variable\": \"x\"}"),
            new Load.Request(
                    "/v1/stats/tests/t-two-sample",
                    "{\"a\": [30.02, 29.99, 30.11, 29.#######, 30.01, 29.99], \"b\": [29.89, 29.93, 29.72, 29.98, 30.02, 29.98]}"),
            new Load.Request("/v1/linalg/systems/solve", "{\"matrix\": [[4, 1.#######], [2, 3]], \"rhs\": [1, 2]}"),
            new Load.Request(
                    "/v1/calculus/gradient",
                    "{\"expression\": \"(1-x)^2 + 1#######*(y-x^2)^2\", \"at\": [-1.5, 2], \"explain\": true}"),
            new Load.Request(
                    "/v1/stats/distributions/normal/cdf",
                    "{\"parameters\": {\"mean\": 0.#######, \"standardDeviation\": 1}, \"at\": -0.6745}"),
            new Load.Request("/v1/linalg/decompositions/cholesky", "{\"matrix\": [[1, 2.#######], [2.#######, 3]]}"),
            new Load.Request(
                    "/v1/calculus/optimization/minimize",
                    "{\"objective\": {\"expression\": \"x^2 + 1.#######*y^2\"},"
                            + " \"method\": {\"name\": \"adam\", \"learningRate\": 0.1}, \"start\": [-1.5, 2], \"maxIterations\": 100}"),
            new Load.Request(
                    "/v1/stats/bootstrap",
                    "{\"data\": [3.1, 0.4, 1.9, 7.2, 0.#######], \"resamples\": 200, \"seed\": 3}"),
            new Load.Request("/v1/linalg/decompositions/svd", "{\"matrix\": [[1.#######, 2"));

    private MemoryRun() {}

    static String report(Path standalone) throws IOException, InterruptedException {
        StringBuilder table = new StringBuilder();
        int done = 0;
        int[] ended = new int[3];
        try (Server server = new Server(standalone, "-Xmx512m");
                Load load = new Load(server, KINDS)) {
            table.append(row(0, server));
            for (int point = 1; point <= POINTS; point++) {
                Outcome outcome = load.count(CALLERS, MILLION / POINTS);
                done += outcome.all();
                ended[0] += outcome.count(200);
                ended[1] += outcome.count(400, 422);
                ended[2] += outcome.all() - outcome.count(200, 400, 422);
                table.append(row(done, server));
            }
        }
        return String.format(Locale.ROOT, """

                ### Memory over %,d requests

                Everything in one process with a heap of 512 MiB and %d callers: %d kinds of requests in turns, no two alike, so that none is
                answered from the cache, which fills. %,d were answered with 200, %,d with the problem that they have, %,d otherwise. MiB in
                use once all garbage has been collected, and of the machine. The cache may have a sixteenth of the heap.

                | requests | live | resident |
                | --- | --- | --- |
                """, done, CALLERS, KINDS.size(), ended[0], ended[1], ended[2]) + table;
    }

    private static String row(int done, Server server) {
        String row = String.format(
                Locale.ROOT,
                "| %,d | %.1f | %.0f |%n",
                done,
                server.liveBytes() / 1048576.0,
                server.residentBytes() / 1048576.0);
        System.out.print(row);
        return row;
    }
}
