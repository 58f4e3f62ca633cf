package org.mlmath.kit.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.mlmath.kit.problem.ProblemException;
import org.mlmath.kit.problem.ProblemType;

/** Arrays as npy: what NumPy wrote, what we write, every type and order, and what is no array. */
class NpyTest {
    private static final String[] TYPES = {"f2", "f4", "f8", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8", "b1"};

    private static Object read(byte[] npy) {
        return NpyReader.read(npy, 0, npy.length, "/matrix", new ArrayBudget(1000, bytes -> {}));
    }

    private static NumericArray readArray(byte[] npy) {
        return (NumericArray) read(npy);
    }

    static byte[] numpy(String file) throws IOException {
        try (InputStream in = NpyTest.class.getResourceAsStream("/numpy/" + file)) {
            return in.readAllBytes();
        }
    }

    private static byte[] written(ResultArray array) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        NpyWriter.write(array, out);
        assertThat(out.size()).isEqualTo((int) NpyWriter.length(array));
        return out.toByteArray();
    }

    /** An npy file, made as the format says, of any version. */
    static byte[] npy(int version, String literal, byte[] data) {
        byte[] header = literal.getBytes(StandardCharsets.ISO_8859_1);
        ByteBuffer file = ByteBuffer.allocate(12 + header.length + data.length).order(ByteOrder.LITTLE_ENDIAN);
        file.put(NpyHeader.MAGIC).put((byte) version).put((byte) 0);
        if (version == 1) {
            file.putShort((short) header.length);
        } else {
            file.putInt(header.length);
        }
        file.put(header).put(data);
        return Arrays.copyOf(file.array(), file.position());
    }

    private static String literal(String descr, boolean fortran, String shape) {
        return "{'descr': '%s', 'fortran_order': %s, 'shape': %s, }\n"
                .formatted(descr, fortran ? "True" : "False", shape);
    }

    /** @return an entry of the type with these bits, as bytes and as the double it means */
    private static double put(ByteBuffer data, String type, long bits) {
        switch (type) {
            case "f8" -> data.putLong(bits);
            case "f4" -> data.putInt((int) bits);
            case "f2", "i2", "u2" -> data.putShort((short) bits);
            case "i8", "u8" -> data.putLong(bits);
            case "i4", "u4" -> data.putInt((int) bits);
            default -> data.put((byte) bits);
        }
        return switch (type) {
            case "f8" -> Double.longBitsToDouble(bits);
            case "f4" -> Float.intBitsToFloat((int) bits);
            case "f2" -> Float.float16ToFloat((short) bits);
            case "i8" -> bits;
            case "i4" -> (int) bits;
            case "i2" -> (short) bits;
            case "i1" -> (byte) bits;
            case "u8" -> new java.math.BigInteger(Long.toUnsignedString(bits)).doubleValue();
            case "u4" -> bits & 0xFFFFFFFFL;
            case "u2" -> bits & 0xFFFFL;
            case "u1" -> bits & 0xFFL;
            default -> (byte) bits == 0 ? 0 : 1;
        };
    }

    @Property(tries = 300)
    void everyTypeIsReadInEitherOrderAndEveryVersion(
            @ForAll @IntRange(max = 11) int type,
            @ForAll boolean big,
            @ForAll boolean fortran,
            @ForAll @IntRange(min = 1, max = 3) int version,
            @ForAll @Size(min = 6, max = 6) long[] bits) {
        ByteBuffer data = ByteBuffer.allocate(48).order(big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        double[] sent = new double[6];
        for (int i = 0; i < 6; i++) {
            sent[i] = put(data, TYPES[type], bits[i]);
        }
        byte[] entries = Arrays.copyOf(data.array(), data.position());
        NumericArray array =
                readArray(npy(version, literal((big ? ">" : "<") + TYPES[type], fortran, "(2, 3)"), entries));
        assertThat(array.shape()).containsExactly(2, 3);
        for (int i = 0; i < 6; i++) {
            double expected = sent[fortran ? i % 3 * 2 + i / 3 : i];
            assertThat(Double.doubleToRawLongBits(array.values()[i])).isEqualTo(Double.doubleToRawLongBits(expected));
        }
    }

    @Property(tries = 200)
    void whatIsWrittenReadsBackBitForBit(@ForAll @Size(max = 40) long[] bits) throws IOException {
        double[] values =
                Arrays.stream(bits).mapToDouble(Double::longBitsToDouble).toArray();
        byte[] file = written(new ResultArray("x", new int[] {values.length}, values, null));
        assertThat((file.length - 8 * values.length) % 64).isZero();
        double[] back = readArray(file).values();
        assertThat(Arrays.stream(back).mapToLong(Double::doubleToRawLongBits)).containsExactly(box(bits));
    }

    private static Long[] box(long[] bits) {
        return Arrays.stream(bits).boxed().toArray(Long[]::new);
    }

    @Example
    void piecesJoinWithoutASeam() throws IOException {
        double[] values = new double[20_001];
        Arrays.setAll(values, i -> i / 7.0);
        byte[] file = written(new ResultArray("x", new int[] {20_001}, values, null));
        NumericArray back =
                (NumericArray) NpyReader.read(file, 0, file.length, "/x", new ArrayBudget(20_001, bytes -> {}));
        assertThat(back.values()).isEqualTo(values);
    }

    @Property(tries = 200)
    void whatArrivesInPiecesIsWhatIsReadAtOnce(
            @ForAll boolean big,
            @ForAll boolean fortran,
            @ForAll @Size(min = 6, max = 6) long[] bits,
            @ForAll @IntRange(max = 48) int begun,
            @ForAll @IntRange(min = 1, max = 20) int piece) {
        ByteBuffer data = ByteBuffer.allocate(48).order(big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        data.asLongBuffer().put(bits);
        byte[] file = npy(1, literal(big ? ">f8" : "<f8", fortran, "(2, 3)"), data.array());
        int at = file.length - 48 + begun;
        NpyArrival arrival = NpyArrival.begin(file, 0, at, file.length, 6);
        for (; at < file.length; at += piece) {
            arrival.take(ByteBuffer.wrap(file, at, Math.min(piece, file.length - at)));
        }
        NumericArray arrived = arrival.array(new ArrayBudget(6, bytes -> {}));
        assertThat(arrived.shape()).containsExactly(2, 3);
        assertThat(Arrays.stream(arrived.values()).mapToLong(Double::doubleToRawLongBits))
                .containsExactly(box(Arrays.stream(readArray(file).values())
                        .mapToLong(Double::doubleToRawLongBits)
                        .toArray()));
    }

    @Example
    void whatPromisesNoDoublesOfThisLengthIsNotBegun() {
        byte[] doubles = npy(1, literal("<f8", false, "(2, 3)"), new byte[48]);
        int head = doubles.length - 48;
        assertThat(NpyArrival.begin(doubles, 0, head, doubles.length, 6)).isNotNull();
        assertThat(NpyArrival.begin(doubles, 0, head - 1, doubles.length, 6)).isNull(); // the header is not there yet
        assertThat(NpyArrival.begin(doubles, 0, head, doubles.length - 8, 6)).isNull();
        assertThat(NpyArrival.begin(doubles, 0, head, doubles.length, 5)).isNull();
        byte[] integers = npy(1, literal("<i8", false, "(2, 3)"), new byte[48]);
        assertThat(NpyArrival.begin(integers, 0, integers.length, integers.length, 6))
                .isNull();
        byte[] huge = npy(1, literal("<f8", false, "(2147483647, 2147483647)"), new byte[48]);
        assertThat(NpyArrival.begin(huge, 0, huge.length, huge.length, 8_000_000))
                .isNull();
        assertThat(NpyArrival.begin(new byte[1000], 0, 1000, 1000, 6)).isNull();
    }

    @Example
    void complexNumbersAlternateTheirParts() throws IOException {
        byte[] file = written(new ResultArray("x", new int[] {1, 2}, new double[] {1, 2}, new double[] {3, -0.0}));
        assertThat(new String(file, StandardCharsets.ISO_8859_1))
                .contains("{'descr': '<c16', 'fortran_order': False, 'shape': (1, 2), }");
        ByteBuffer data = ByteBuffer.wrap(file, file.length - 32, 32).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(new double[] {data.getDouble(), data.getDouble(), data.getDouble(), data.getDouble()})
                .containsExactly(1, 3, 2, -0.0);
    }

    @Example
    void theFilesOfNumPyAreRead() throws IOException {
        double[] a = {1.5, -2, 3, 4, 5, -0.0};
        for (String file :
                new String[] {"c-order", "fortran-order", "big-endian", "half", "single", "version-2", "version-3"}) {
            NumericArray array = readArray(numpy(file + ".npy"));
            assertThat(array.shape()).as(file).containsExactly(2, 3);
            assertThat(array.values()).as(file).containsExactly(a);
        }
        double[] count = new double[24];
        Arrays.setAll(count, i -> i);
        assertThat(readArray(numpy("cube.npy")).values()).containsExactly(count);
        assertThat(readArray(numpy("truths.npy")).values()).containsExactly(1, 0, 1);
        assertThat(readArray(numpy("unsigned.npy")).values())
                .containsExactly(0, 9007199254740992.0, 9223372036854777856.0, 18446744073709551616.0);
        assertThat(readArray(numpy("scalar.npy")).shape()).isEmpty();
    }

    @Example
    void ourFilesAreThoseOfNumPy() throws IOException {
        ResultArray array = new ResultArray("x", new int[] {2, 3}, new double[] {1.5, -2, 3, 4, 5, -0.0}, null);
        assertThat(written(array)).isEqualTo(numpy("c-order.npy"));
    }

    @Example
    void whatIsNotNumbersIsNamed() throws IOException {
        assertRefused(numpy("objects.npy"), "pickles are never opened");
        assertRefused(numpy("complex.npy"), "complex");
        assertRefused(numpy("text.npy"), "text");
        assertRefused(numpy("records.npy"), "structured");
        assertRefused(npy(1, literal("<f16", false, "(1,)"), new byte[16]), "dtype '<f16'");
        assertRefused(npy(1, literal("=f8", false, "(1,)"), new byte[8]), "dtype");
        assertRefused(npy(1, literal("|f8", false, "(1,)"), new byte[8]), "dtype");
    }

    @Example
    void aHeaderIsParsedAndNotBelieved() {
        assertRefused(new byte[3], "3 bytes");
        assertRefused("not an array at all".getBytes(StandardCharsets.US_ASCII), "does not begin with");
        assertRefused(npy(4, literal("<f8", false, "(1,)"), new byte[8]), "version 4.0");
        assertRefused(npy(1, literal("<f8", false, "(2,)"), new byte[8]), "8 bytes of entries");
        assertRefused(npy(1, literal("<f8", false, "(1,)"), new byte[9]), "9 bytes of entries");
        assertRefused(npy(1, literal("<f8", false, "(1)"), new byte[8]), "not a tuple");
        assertRefused(npy(1, literal("<f8", false, "(-1,)"), new byte[8]), "not a whole number");
        assertRefused(npy(1, literal("<f8", false, "(1 1,)"), new byte[8]), "comma");
        assertRefused(npy(1, literal("<f8", false, "(1,1,1,1,1)"), new byte[8]), "dimensions");
        assertRefused(npy(1, literal("<f8", false, "(2147483647, 2147483647, 2147483647)"), new byte[8]), "counted");
        assertRefused(npy(1, literal("<f8", false, "(0, 2147483647)"), new byte[0]), "dimension");
        assertRefused(npy(1, literal("<f8", false, "(99999999999999999999,)"), new byte[0]), "dimension");
        assertRefused(npy(1, "{'descr': '<f8', 'shape': (1,)}", new byte[8]), "missing");
        assertRefused(npy(1, "{'descr': '<f8', 'descr': '<f8'}", new byte[8]), "twice");
        assertRefused(npy(1, "{'descr': __import__('os')}", new byte[8]), "quotes");
        assertRefused(npy(1, literal("<f8", false, "(1,)") + "x", new byte[8]), "follows");
        assertRefused(npy(1, "{", new byte[8]), "quotes");
        byte[] cut = npy(2, literal("<f8", false, "(1,)"), new byte[0]);
        cut[8] = (byte) 0xFF;
        assertRefused(cut, "cut off");
        cut[11] = (byte) 0x7F;
        assertRefused(cut, "header of");
    }

    @Example
    void moreEntriesThanAllowedAreRefusedBeforeTheyAreLookedAt() {
        assertThatThrownBy(() -> read(npy(1, literal("<f8", false, "(8000000000,)"), new byte[8])))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> read(npy(1, literal("<f8", false, "(1001,)"), new byte[8])))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.type()).isEqualTo(ProblemType.LIMIT_EXCEEDED));
    }

    private static void assertRefused(byte[] npy, String reason) {
        assertThatThrownBy(() -> read(npy)).isInstanceOfSatisfying(ProblemException.class, e -> {
            assertThat(e.type()).isEqualTo(ProblemType.INVALID_REQUEST);
            assertThat(e).hasMessageContaining(reason);
            assertThat(e.errors().getFirst().pointer()).isEqualTo("/matrix");
        });
    }
}
