package org.mlmath.kit.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.mlmath.kit.problem.ProblemException;
import org.mlmath.kit.problem.ProblemType;
import org.mlmath.numerics.linear.ComplexVector;
import org.mlmath.numerics.linear.Matrix;

/** Archives of arrays: NumPy's, our own, and those made to harm. */
class NpzTest {
    private static final ObjectMapper MAPPER =
            JsonMapper.builder(new ArrayJsonFactory()).build().registerModule(new ArrayModule(1000));

    private static Map<String, Object> read(byte[] npz) {
        return NpzReader.read(npz, 0, npz.length, new ArrayBudget(1000, bytes -> {}));
    }

    static byte[] zip(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return out.toByteArray();
    }

    private static byte[] vector(double... values) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        NpyWriter.write(new ResultArray("", new int[] {values.length}, values, null), out);
        return out.toByteArray();
    }

    @Example
    void theArchivesOfNumPyAreRead() throws IOException {
        for (String file : List.of("stored.npz", "deflated.npz", "streamed.npz")) {
            Map<String, Object> arrays = read(NpyTest.numpy(file));
            assertThat(arrays).as(file).containsOnlyKeys("matrix", "rhs");
            assertThat(((NumericArray) arrays.get("matrix")).values()).containsExactly(2, 1, 1, 3);
            assertThat(((NumericArray) arrays.get("rhs")).values()).containsExactly(3, 5);
        }
    }

    record Inner(double[] weights, String name) {}

    record Result(
            Matrix u,
            double[] values,
            ComplexVector roots,
            int[] pivots,
            List<double[]> points,
            List<double[]> groups,
            List<Inner> layers,
            Object steps,
            int rank,
            List<String> warnings) {}

    private static final Result RESULT = new Result(
            new Matrix(2, 2, new double[] {1, Double.NaN, 3, Double.POSITIVE_INFINITY}),
            new double[0],
            new ComplexVector(new double[] {1}, new double[] {-1}),
            new int[] {2, 0},
            List.of(new double[] {1, 2}, new double[] {3, 4}),
            List.of(new double[] {1}, new double[] {2, 3}),
            List.of(new Inner(new double[] {7}, "first")),
            List.of(Map.of("value", new Matrix(1, 1, new double[] {0.5}))),
            2,
            List.of());

    private static Map<String, byte[]> unzip(byte[] npz) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(npz))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return entries;
    }

    private static byte[] npz(Object result) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ResultArrays.of(result, MAPPER).writeNpz(out);
        return out.toByteArray();
    }

    @Example
    void everythingIsAnEntryOrInTheJsonBesideIt() throws IOException {
        Map<String, byte[]> entries = unzip(npz(RESULT));
        assertThat(entries.keySet())
                .containsExactly(
                        "u.npy",
                        "values.npy",
                        "roots.npy",
                        "pivots.npy",
                        "points.npy",
                        "groups.0.npy",
                        "groups.1.npy",
                        "layers.0.weights.npy",
                        "result.json");
        assertThat(new String(entries.get("result.json"), StandardCharsets.UTF_8))
                .isEqualTo("{\"groups\":[null,null],\"layers\":[{\"name\":\"first\"}],\"steps\":[{\"value\":[[0.5]]}],"
                        + "\"rank\":2,\"warnings\":[]}");
        assertThat(new String(entries.get("roots.npy"), StandardCharsets.ISO_8859_1))
                .contains("<c16");
        entries.keySet().removeAll(List.of("result.json", "roots.npy"));
        Map<String, Object> back = read(zip(entries));
        assertThat(((NumericArray) back.get("u")).values()).containsExactly(1, Double.NaN, 3, Double.POSITIVE_INFINITY);
        assertThat(((NumericArray) back.get("values")).shape()).containsExactly(0);
        assertThat(((NumericArray) back.get("pivots")).values()).containsExactly(2, 0);
        assertThat(((NumericArray) back.get("points")).shape()).containsExactly(2, 2);
        assertThat(((NumericArray) back.get("layers.0.weights")).values()).containsExactly(7);
    }

    @Example
    void theSameResultGivesTheSameBytes() throws IOException {
        assertThat(npz(RESULT)).isEqualTo(npz(RESULT));
    }

    @Property(tries = 100)
    void noDamageGoesUnnoticedOrUnexplained(@ForAll short place, @ForAll byte flip) throws IOException {
        byte[] npz = NpyTest.numpy("deflated.npz");
        byte[] damaged = npz.clone();
        damaged[Math.floorMod(place, npz.length)] ^= flip;
        try {
            Map<String, Object> arrays = read(damaged);
            // Names, times and comments are not summed; numbers are.
            arrays.values().forEach(array -> assertThat(((NumericArray) array).values())
                    .isIn((Object) new double[] {2, 1, 1, 3}, new double[] {3, 5}));
        } catch (ProblemException refused) {
            assertThat(refused.type()).isIn(ProblemType.INVALID_REQUEST, ProblemType.LIMIT_EXCEEDED);
        }
    }

    @Property(tries = 50)
    void archivesCutShortAreRefused(@ForAll short length) throws IOException {
        byte[] npz = NpyTest.numpy("stored.npz");
        byte[] cut = java.util.Arrays.copyOf(npz, Math.floorMod(length, npz.length));
        assertThatThrownBy(() -> read(cut)).isInstanceOf(ProblemException.class);
    }

    @Example
    void anArchiveThatInflatesBeyondTheLimitIsRefused() throws IOException {
        byte[] bomb = zip(Map.of("matrix.npy", new byte[10_000_000]));
        assertRefused(bomb, ProblemType.LIMIT_EXCEEDED, "inflate");
        // Declared as less than it is: inflating stops there.
        byte[] liar = zip(Map.of("matrix.npy", new byte[50_000]));
        declare(liar, 40_000);
        assertRefused(liar, ProblemType.INVALID_REQUEST, "more than it is declared");
        declare(liar, 60_000);
        assertRefused(liar, ProblemType.INVALID_REQUEST, "less than it is declared");
        byte[] tiny = zip(Map.of("matrix.npy", new byte[10]));
        declare(tiny, 60_000);
        assertRefused(tiny, ProblemType.INVALID_REQUEST, "cannot be deflated as far");
    }

    /** Changes the inflated size in the central directory's one record. */
    private static void declare(byte[] zip, int size) {
        ByteBuffer buffer = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        int directory = buffer.getInt(zip.length - 22 + 16);
        buffer.putInt(directory + 24, size);
    }

    @Example
    void entriesAreArraysByDifferentNames() throws IOException {
        assertRefused(zip(Map.of("readme.txt", new byte[1])), ProblemType.INVALID_REQUEST, "names end in .npy");
        assertRefused(zip(Map.of(".npy", new byte[1])), ProblemType.INVALID_REQUEST, "names end in .npy");
        Map<String, byte[]> two = new LinkedHashMap<>();
        two.put("aa.npy", vector(1));
        two.put("bb.npy", vector(2));
        byte[] twins = new String(zip(two), StandardCharsets.ISO_8859_1)
                .replace("bb.npy", "aa.npy")
                .getBytes(StandardCharsets.ISO_8859_1);
        assertRefused(twins, ProblemType.INVALID_REQUEST, "twice");
        Map<String, byte[]> many = new LinkedHashMap<>();
        for (int i = 0; i < 300; i++) {
            many.put(i + ".npy", new byte[0]);
        }
        assertRefused(zip(many), ProblemType.LIMIT_EXCEEDED, "300 entries");
        assertRefused("PK".getBytes(StandardCharsets.US_ASCII), ProblemType.INVALID_REQUEST, "not an npz archive");
    }

    @Example
    void theEntriesOfAllArraysTogetherAreLimited() throws IOException {
        Map<String, byte[]> two = new LinkedHashMap<>();
        two.put("a.npy", vector(new double[600]));
        two.put("b.npy", vector(new double[600]));
        assertRefused(zip(two), ProblemType.LIMIT_EXCEEDED, "together");
    }

    private static void assertRefused(byte[] npz, ProblemType type, String reason) {
        assertThatThrownBy(() -> read(npz)).isInstanceOfSatisfying(ProblemException.class, e -> {
            assertThat(e).hasMessageContaining(reason);
            assertThat(e.type()).isEqualTo(type);
        });
    }
}
