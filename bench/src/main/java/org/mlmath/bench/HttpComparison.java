package org.mlmath.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.mlmath.kit.array.ArrayJsonFactory;
import org.mlmath.kit.array.ArrayModule;
import org.mlmath.linalg.decomposition.Svd;
import org.mlmath.linalg.decomposition.SvdMode;
import org.mlmath.linalg.decomposition.SvdRequest;
import org.mlmath.linalg.decomposition.SvdResult;
import org.mlmath.linalg.pca.PcaFitRequest;
import org.mlmath.linalg.pca.PcaFitResource;
import org.mlmath.numerics.linear.Kernel;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.Matrix;

/**
 * What a request costs around its computation: processor time of a server in a process of its own, from the bytes of the request to
 * those of the answer, beside that of the bare kernel here, in turns.
 */
final class HttpComparison {
    static final String TITLE = "\n## Over HTTP\n";

    private static final String JSON = "application/json";
    static final String NPY = "application/x-npy";
    static final String NPZ = "application/x-npz";
    private static final String SVD = "/v1/linalg/decompositions/svd";
    private static final String PCA = "/v1/linalg/pca/fit";

    /** Small requests of each kind until what a server does for any of them is compiled, as it is in one that has run for a minute. */
    private static final int SMALL_WARM_UP = 10_000;

    /** Until what it does with large bodies and answers is. */
    private static final int LARGE_WARM_UP = 1_500;

    /** Of the measured requests themselves. */
    private static final int WARM_UP = 20;

    private static final int ROUNDS = 30;

    private final Server server;
    private final Server bare;
    private final ObjectMapper json = JsonMapper.builder(new ArrayJsonFactory())
            .addModule(new ArrayModule(8_000_000))
            .build();

    private HttpComparison(Server server, Server bare) {
        this.server = server;
        this.bare = bare;
    }

    /** @param application the runnable jar of the standalone application */
    static String report(Path application) throws IOException, InterruptedException {
        try (Server server = new Server(application);
                Server bare = new Server(BareReceiver.class)) {
            HttpComparison comparison = new HttpComparison(server, bare);
            comparison.warmUp();
            return TITLE
                    + """

                    Milliseconds, medians of rounds taken in turns. *Processor*: of a server in a process of its own on 127.0.0.1, all of its
                    threads, and of the kernel here, its copies included (for PCA the bare calls). *Wall*: from the first byte of the
                    request to the last of the answer, in a client that shares the two processors with the server; of the kernel
                    likewise. *Bare server*: Vert.x by itself, which takes in as many bytes, keeps none, and answers as many that mean nothing:
                    less is not to be had. Both servers have answered %,d small requests of each kind and %,d larger ones before: their
                    code is compiled.

                    JSON is to cost less than the kernel, npy and npz a tenth of it, PCA as npy half of its covariance product and eigenvectors.
                    Beyond what the bare server does, the bytes of an array that comes as npy are copied once, from the socket's buffer to
                    the array, which the JVM has filled with zeros before; and those of an answer once, to the buffer that is sent.

                    | | in, out | request | kernel | outside it | outside / kernel | bare server | wall: request | kernel | bare server |
                    | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
                    """.formatted(SMALL_WARM_UP, LARGE_WARM_UP)
                    + comparison.svd(500, WARM_UP, ROUNDS)
                    + comparison.svd(1000, 3, 8)
                    + comparison.pca()
                    + comparison.profile(500);
        }
    }

    private void warmUp() throws IOException {
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < SMALL_WARM_UP; i++) {
            warmUp(random(3, 3, random), random(6, 2, random));
        }
        for (int i = 0; i < LARGE_WARM_UP; i++) {
            warmUp(random(130, 130, random), random(1_000, 20, random)); // no larger than needed to be taken for large
        }
        for (int i = 0; i < LARGE_WARM_UP; i++) {
            new PcaFitResource().fit(request(random(1_000, 100, random)));
        }
    }

    /** Others each time: no answer is one given before. */
    private void warmUp(Matrix square, Matrix data) throws IOException {
        byte[] text = json.writeValueAsBytes(Map.of("matrix", square));
        byte[] npy = npy(square);
        bare.post(BareReceiver.path(server.post(SVD, JSON, JSON, text)), JSON, JSON, text);
        bare.post(BareReceiver.path(server.post(SVD, NPY, NPZ, npy)), NPY, NPZ, npy);
        server.post(PCA, NPY, NPZ, npy(data));
    }

    private static PcaFitRequest request(Matrix data) {
        return new PcaFitRequest(data, null, null, null, null, null, null, null, null);
    }

    private String svd(int n, int warmUp, int rounds) throws IOException {
        Matrix a = random(n, n);
        byte[] text = json.writeValueAsBytes(Map.of("matrix", a));
        byte[] npy = npy(a);
        String echoText = BareReceiver.path(server.post(SVD, JSON, JSON, text));
        String echoNpy = BareReceiver.path(server.post(SVD, NPY, NPZ, npy));
        Cost[] costs = medians(
                warmUp,
                rounds,
                () -> cost(server, () -> server.post(SVD, JSON, JSON, text)),
                () -> cost(server, () -> server.post(SVD, NPY, NPZ, npy)),
                () -> here(() -> Kernels.current().svd(a, Kernel.Vectors.THIN)),
                () -> cost(bare, () -> bare.post(echoText, JSON, JSON, text)),
                () -> cost(bare, () -> bare.post(echoNpy, NPY, NPZ, npy)));
        return row("SVD %d × %d".formatted(n, n), "JSON, JSON", costs[0], costs[2], costs[3])
                + row("SVD %d × %d".formatted(n, n), "npy, npz", costs[1], costs[2], costs[4]);
    }

    private String pca() {
        Matrix data = random(10_000, 100);
        byte[] npy = npy(data);
        String echo = BareReceiver.path(server.post(PCA, NPY, NPZ, npy));
        try (BareCall calls = BareCall.covarianceEigen(data)) {
            PcaFitRequest request = request(data);
            Cost[] costs = medians(
                    WARM_UP,
                    2 * ROUNDS,
                    () -> cost(server, () -> server.post(PCA, NPY, NPZ, npy)),
                    () -> here(() -> new PcaFitResource().fit(request)),
                    () -> {
                        calls.prepare();
                        return here(() -> {
                            calls.call();
                            return null;
                        });
                    },
                    () -> cost(bare, () -> bare.post(echo, NPY, NPZ, npy)));
            return row("PCA 10,000 × 100 (beside syrk, syevd)", "npy, npz", costs[0], costs[2], costs[3])
                    + row("the same without HTTP", "", costs[1], costs[2], null);
        }
    }

    /** Where the time of a request goes that comes as JSON and is answered so. */
    private String profile(int n) throws IOException {
        Matrix a = random(n, n);
        byte[] text = json.writeValueAsBytes(Map.of("matrix", a));
        SvdResult result = Svd.decompose(a, SvdMode.THIN, null, false);
        double[] millis = Arrays.stream(medians(
                        20,
                        ROUNDS,
                        () -> cost(server, () -> server.post(SVD, JSON, JSON, text)),
                        () -> here(() -> unchecked(() -> json.readValue(text, SvdRequest.class))),
                        () -> here(() -> Kernels.current().svd(a, Kernel.Vectors.THIN)),
                        () -> here(() -> Svd.decompose(a, SvdMode.THIN, null, false)),
                        () -> here(() -> unchecked(() -> {
                            json.writeValue(OutputStream.nullOutputStream(), result);
                            return null;
                        }))))
                .mapToDouble(Cost::processor)
                .toArray();
        double read = millis[1];
        double kernel = millis[2];
        double checked = millis[3] - kernel;
        double write = millis[4];
        return String.format(
                Locale.ROOT,
                """

                Where the time of a %d × %d SVD goes, JSON in and out (%.1f MB read, %d numbers written):

                | | ms | |
                | --- | --- | --- |
                | the kernel | %.1f | %.0f %% |
                | signs and certificates | %.1f | %.0f %% |
                | reading JSON | %.1f | %.0f %% |
                | writing JSON | %.1f | %.0f %% |
                | the rest: the network, copies, collection of garbage | %.1f | %.0f %% |
                """,
                n,
                n,
                text.length / 1e6,
                2 * n * n + n,
                kernel,
                100 * kernel / millis[0],
                checked,
                100 * checked / millis[0],
                read,
                100 * read / millis[0],
                write,
                100 * write / millis[0],
                millis[0] - kernel - checked - read - write,
                100 * (millis[0] - kernel - checked - read - write) / millis[0]);
    }

    private static String row(String name, String forms, Cost request, Cost kernel, Cost bare) {
        double outside = request.processor - kernel.processor;
        String row = String.format(
                Locale.ROOT,
                "| %s | %s | %s | %s | %s | %.2f | %s | %s | %s | %s |%n",
                name,
                forms,
                Results.shown(request.processor),
                Results.shown(kernel.processor),
                Results.shown(outside),
                outside / kernel.processor,
                bare == null ? "" : Results.shown(bare.processor),
                Results.shown(request.wall),
                Results.shown(kernel.wall),
                bare == null ? "" : Results.shown(bare.wall));
        System.out.print(row);
        return row;
    }

    /** In milliseconds, of processors and on the wall. */
    private record Cost(double processor, double wall) {}

    private static Cost cost(Server server, Runnable request) {
        double before = server.processorMillis();
        long began = System.nanoTime();
        request.run();
        double wall = (System.nanoTime() - began) / 1e6;
        return new Cost(server.processorMillis() - before, wall);
    }

    private static Cost here(Rounds.Subject work) {
        long began = System.nanoTime();
        double processor = Rounds.least(1, 0, work)[0];
        return new Cost(processor, (System.nanoTime() - began) / 1e6);
    }

    @SafeVarargs
    private static Cost[] medians(int warmUp, int rounds, Supplier<Cost>... measured) {
        Cost[][] costs = new Cost[measured.length][rounds];
        for (int round = -warmUp; round < rounds; round++) {
            for (int i = 0; i < measured.length; i++) {
                Cost one = measured[i].get();
                if (round >= 0) {
                    costs[i][round] = one;
                }
            }
        }
        return Arrays.stream(costs)
                .map(all -> new Cost(median(all, Cost::processor), median(all, Cost::wall)))
                .toArray(Cost[]::new);
    }

    private static double median(Cost[] costs, ToDoubleFunction<Cost> of) {
        return Arrays.stream(costs).mapToDouble(of).sorted().toArray()[costs.length / 2];
    }

    interface Reading {
        Object read() throws IOException;
    }

    static Object unchecked(Reading reading) {
        try {
            return reading.read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Matrix random(int rows, int columns) {
        return random(rows, columns, new SplittableRandom(1));
    }

    private static Matrix random(int rows, int columns, SplittableRandom random) {
        return new Matrix(
                rows,
                columns,
                random.doubles((long) rows * columns).map(u -> 2 * u - 1).toArray());
    }

    static byte[] npy(Matrix a) {
        String header =
                "{'descr': '<f8', 'fortran_order': False, 'shape': (%d, %d), }".formatted(a.rows(), a.columns());
        ByteBuffer npy = ByteBuffer.allocate(128 + 8 * a.values().length).order(ByteOrder.LITTLE_ENDIAN);
        npy.put((byte) 0x93)
                .put("NUMPY".getBytes(StandardCharsets.US_ASCII))
                .put((byte) 1)
                .put((byte) 0);
        npy.putShort((short) 118);
        npy.put((header + " ".repeat(117 - header.length()) + "\n").getBytes(StandardCharsets.US_ASCII));
        npy.asDoubleBuffer().put(a.values());
        return npy.array();
    }
}
