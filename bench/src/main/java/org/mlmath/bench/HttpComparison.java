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

    /** Requests until the server's code is compiled. */
    private static final int WARM_UP = 150;

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
            return TITLE
                    + """

                    Milliseconds of processor time, medians of rounds taken in turns: a server in a process of its own on 127.0.0.1,
                    all of its threads, and the kernel here, its copies included (for PCA the bare calls). *Bare server*: Vert.x by itself,
                    which takes in as many bytes, keeps none, and answers as many that mean nothing: less is not to be had.

                    JSON is to cost less than the kernel, npy and npz a tenth of it, PCA as npy half of its covariance product and eigenvectors.
                    Beyond what the bare server takes, each byte of an array is copied twice on its way in, to a buffer that outlives the
                    socket's and from there to its array, and twice on its way out. That grows with n² and the kernel with n³. Of 8 MB for
                    PCA, taking them in takes a bare server as long as everything may that is not the product and its eigenvectors.

                    | | request | in, out | kernel | outside it | outside / kernel | bare server |
                    | --- | --- | --- | --- | --- | --- | --- |
                    """
                    + comparison.svd(500, WARM_UP, ROUNDS)
                    + comparison.svd(1000, 10, 8)
                    + comparison.pca()
                    + comparison.profile(500);
        }
    }

    private String svd(int n, int warmUp, int rounds) throws IOException {
        Matrix a = random(n, n);
        byte[] text = json.writeValueAsBytes(Map.of("matrix", a));
        byte[] npy = npy(a);
        String echoText = BareReceiver.path(server.post(SVD, JSON, JSON, text));
        String echoNpy = BareReceiver.path(server.post(SVD, NPY, NPZ, npy));
        double[] millis = medians(
                warmUp,
                rounds,
                () -> cost(server, () -> server.post(SVD, JSON, JSON, text)),
                () -> cost(server, () -> server.post(SVD, NPY, NPZ, npy)),
                () -> here(() -> Kernels.current().svd(a, Kernel.Vectors.THIN)),
                () -> cost(bare, () -> bare.post(echoText, JSON, JSON, text)),
                () -> cost(bare, () -> bare.post(echoNpy, NPY, NPZ, npy)));
        return row("SVD %d × %d".formatted(n, n), "JSON, JSON", millis[0], millis[2], millis[3])
                + row("SVD %d × %d".formatted(n, n), "npy, npz", millis[1], millis[2], millis[4]);
    }

    private String pca() {
        Matrix data = random(10_000, 100);
        byte[] npy = npy(data);
        String echo = BareReceiver.path(server.post(PCA, NPY, NPZ, npy));
        try (BareCall calls = BareCall.covarianceEigen(data)) {
            PcaFitRequest request = new PcaFitRequest(data, null, null, null, null, null, null, null, null);
            double[] millis = medians(
                    WARM_UP,
                    ROUNDS,
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
            return row("PCA 10,000 × 100 (beside syrk, syevd)", "npy, npz", millis[0], millis[2], millis[3])
                    + row("the same without HTTP", "", millis[1], millis[2], Double.NaN);
        }
    }

    /** Where the time of a request goes that comes as JSON and is answered so. */
    private String profile(int n) throws IOException {
        Matrix a = random(n, n);
        byte[] text = json.writeValueAsBytes(Map.of("matrix", a));
        SvdResult result = Svd.decompose(a, SvdMode.THIN, null, false);
        double[] millis = medians(
                20,
                ROUNDS,
                () -> cost(server, () -> server.post(SVD, JSON, JSON, text)),
                () -> here(() -> unchecked(() -> json.readValue(text, SvdRequest.class))),
                () -> here(() -> Kernels.current().svd(a, Kernel.Vectors.THIN)),
                () -> here(() -> Svd.decompose(a, SvdMode.THIN, null, false)),
                () -> here(() -> unchecked(() -> {
                    json.writeValue(OutputStream.nullOutputStream(), result);
                    return null;
                })));
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

    private static String row(String name, String forms, double request, double kernel, double bare) {
        System.out.printf(
                Locale.ROOT,
                "%s %s: %.2f, %.2f of it the kernel; bare server %.2f%n",
                name,
                forms,
                request,
                kernel,
                bare);
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %s | %s | %.2f | %s |%n",
                name,
                Results.shown(request),
                forms,
                Results.shown(kernel),
                Results.shown(request - kernel),
                (request - kernel) / kernel,
                Results.shown(bare));
    }

    private static double cost(Server server, Runnable request) {
        double before = server.processorMillis();
        request.run();
        return server.processorMillis() - before;
    }

    private static double here(Rounds.Subject work) {
        return Rounds.least(1, 0, work)[0];
    }

    @SafeVarargs
    private static double[] medians(int warmUp, int rounds, Supplier<Double>... measured) {
        double[][] millis = new double[measured.length][rounds];
        for (int round = -warmUp; round < rounds; round++) {
            for (int i = 0; i < measured.length; i++) {
                double one = measured[i].get();
                if (round >= 0) {
                    millis[i][round] = one;
                }
            }
        }
        return Arrays.stream(millis)
                .mapToDouble(all -> Arrays.stream(all).sorted().toArray()[rounds / 2])
                .toArray();
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
        SplittableRandom random = new SplittableRandom(1);
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
