package org.mlmath.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.mlmath.calculus.derivative.DerivativeRequest;
import org.mlmath.calculus.derivative.DerivativeResource;
import org.mlmath.kit.array.ArrayJsonFactory;
import org.mlmath.kit.array.ArrayModule;
import org.mlmath.linalg.decomposition.SvdRequest;
import org.mlmath.linalg.decomposition.SvdResource;
import org.mlmath.stats.mean.StudentTTestResource;
import org.mlmath.stats.mean.StudentTTwoSampleRequest;

/** What the smallest requests cost beside a server that reads and writes their JSON and does nothing else. */
final class SmallRequests {
    static final String TITLE = "\n## Small requests";

    /** As many of each until its code is compiled, which takes some ten thousand; they are sent in turns. */
    private static final int WARM_UP = Integer.getInteger("mlmath.bench.warm-up", 60_000);

    private static final int CALLS = 2_000;
    private static final int ROUNDS = 25;

    /** Calls of a computation that are measured together. */
    private static final int REPEATED = 200;

    /** A request and its computation without any server. */
    private record Subject<T>(String name, String path, String body, Class<T> type, Function<T, Object> computation) {
        Rounds.Subject here(ObjectMapper json) throws IOException {
            T request = json.readValue(body, type);
            return () -> {
                Object result = null;
                for (int i = 0; i < REPEATED; i++) {
                    result = computation.apply(request);
                }
                return result;
            };
        }
    }

    private static final List<Subject<?>> SUBJECTS = List.of(
            new Subject<>(
                    "SVD 3 × 3",
                    "/v1/linalg/decompositions/svd",
                    "{\"matrix\": [[4.5, 1.25, -2], [0.5, 3, 1], [2, -1.75, 6]]}",
                    SvdRequest.class,
                    request -> new SvdResource().decompose(request)),
            new Subject<>(
                    "t test of two samples",
                    "/v1/stats/tests/t-two-sample",
                    "{\"a\": [30.02, 29.99, 30.11, 29.97, 30.01, 29.99], \"b\": [29.89, 29.93, 29.72, 29.98, 30.02, 29.98]}",
                    StudentTTwoSampleRequest.class,
                    request -> new StudentTTestResource().twoSample(request)),
            new Subject<>(
                    "derivative",
                    "/v1/calculus/derivative",
                    "{\"expression\": \"x^2*sin(x)\", \"variable\": \"x\"}",
                    DerivativeRequest.class,
                    request -> new DerivativeResource().differentiate(request)));

    private SmallRequests() {}

    /** @param application the runnable jar of the standalone application */
    static String report(Path application) throws IOException, InterruptedException {
        StringBuilder report = new StringBuilder(TITLE + """


                Microseconds of processor time per request, all threads of a server in a process of its own, eight connections,
                medians of rounds taken in turns. The request is computed each time (`Cache-Control: no-cache`); kept, it comes from the
                cache. The echo is bare Vert.x, which reads the same JSON into a tree and writes it again. What is spent around the computation
                is to be at most 1.5 times that. An answer is several times as long as its request: the other echo reads the request and
                writes the operation's answer, a tree that it has ready.

                What is left around the computation of the SVD is spread thinly. Of its samples in a profile 20 % are in reading sockets and
                decoding HTTP, 18 % in the router and what judges requests by their heads, 14 % in the head of the answer and its encoding, 11 % in
                writing JSON, 7 % in reading it, 11 % in REST without that, 8 % in validation and admission, 6 % in setting up requests, 5 % in writing to
                sockets. Netty and Vert.x alone take four times what they take in the echo.

                | | request | kept | computation | echo | (request - computation) / echo | echo of the answer | of that |
                | --- | --- | --- | --- | --- | --- | --- | --- |
                """);
        ObjectMapper json = JsonMapper.builder(new ArrayJsonFactory())
                .addModule(new ArrayModule(1_000_000))
                .build();
        try (Server server = new Server(application);
                Server echo = new Server(EchoServer.class)) {
            for (Subject<?> subject : SUBJECTS) {
                report.append(row(subject, server, echo, json));
            }
        }
        return report.toString();
    }

    private static String row(Subject<?> subject, Server server, Server echo, ObjectMapper json)
            throws IOException, InterruptedException {
        double computation = 1000 * Rounds.least(20, 5, subject.here(json))[0] / REPEATED;
        double[] micros;
        try (Server answering = new Server(EchoServer.class, server.answer(subject.path(), subject.body()));
                Callers anew =
                        new Callers(server.port(), subject.path(), "Cache-Control: no-cache\r\n", subject.body());
                Callers kept = new Callers(server.port(), subject.path(), "", subject.body());
                Callers echoed = new Callers(echo.port(), subject.path(), "", subject.body());
                Callers answered = new Callers(answering.port(), subject.path(), "", subject.body())) {
            for (int sent = 0; sent < WARM_UP; sent += CALLS) {
                anew.call(CALLS);
                kept.call(CALLS);
                echoed.call(CALLS);
                answered.call(CALLS);
            }
            micros = medians(
                    () -> perCall(server, anew),
                    () -> perCall(server, kept),
                    () -> perCall(echo, echoed),
                    () -> perCall(answering, answered));
        }
        double around = micros[0] - computation;
        System.out.printf(
                Locale.ROOT,
                "%s: %.1f, kept %.1f, computation %.1f, echo %.1f: %.2f, of the answer %.1f: %.2f%n",
                subject.name(),
                micros[0],
                micros[1],
                computation,
                micros[2],
                around / micros[2],
                micros[3],
                around / micros[3]);
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %s | %s | %.2f | %s | %.2f |%n",
                subject.name(),
                Results.shown(micros[0]),
                Results.shown(micros[1]),
                Results.shown(computation),
                Results.shown(micros[2]),
                around / micros[2],
                Results.shown(micros[3]),
                around / micros[3]);
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
