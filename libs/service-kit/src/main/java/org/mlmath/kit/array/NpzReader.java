package org.mlmath.kit.array;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.mlmath.kit.problem.ProblemException;
import org.mlmath.kit.problem.ProblemType;

/**
 * Reads an npz archive: a ZIP file of npy arrays, stored or deflated, with or without the 64-bit extension that NumPy always
 * writes. Entries are found by the central directory, which alone knows their sizes when the archive was written to a stream. No
 * declared size is believed: it is held against the limits before memory is taken, and inflating stops there.
 * Source: PKWARE, APPNOTE.TXT, .ZIP File Format Specification, 4.3 and 4.5.3.
 */
final class NpzReader {
    private static final int MAX_ARRAYS = 256;
    private static final int END_SIGNATURE = 0x06054b50;
    private static final int END_64_SIGNATURE = 0x06064b50;
    private static final int LOCATOR_64_SIGNATURE = 0x07064b50;
    private static final int CENTRAL_SIGNATURE = 0x02014b50;
    private static final int LOCAL_SIGNATURE = 0x04034b50;
    private static final long IN_EXTENSION = 0xFFFFFFFFL;
    private static final int ENCRYPTED = 1;

    /** Deflate cannot do better: 258 bytes by a match of two bits. */
    private static final int MAX_RATIO = 1032;

    /** An array that is not a vector of doubles needs no more than this beside its entries. */
    private static final long HEADER_ROOM = 65_548;

    private final ByteBuffer in;
    private final byte[] bytes;
    private final int from;
    private final int length;
    private final ArrayBudget budget;
    private long inflated;

    private NpzReader(byte[] bytes, int from, int to, ArrayBudget budget) {
        this.bytes = bytes;
        this.from = from;
        this.length = to - from;
        this.in = ByteBuffer.wrap(bytes, from, length).slice().order(ByteOrder.LITTLE_ENDIAN);
        this.budget = budget;
    }

    /** @return the arrays by name, without {@code .npy}, in the order of the archive; single truth values as Booleans */
    static Map<String, Object> read(byte[] bytes, int from, int to, ArrayBudget budget) {
        try {
            return new NpzReader(bytes, from, to, budget).readEntries();
        } catch (IndexOutOfBoundsException | ArithmeticException e) {
            throw malformed("something in it lies outside of it");
        }
    }

    private Map<String, Object> readEntries() {
        int end = endOfDirectory();
        long count = Short.toUnsignedInt(in.getShort(end + 10));
        long at = Integer.toUnsignedLong(in.getInt(end + 16));
        if (end >= 20 && in.getInt(end - 20) == LOCATOR_64_SIGNATURE) {
            int end64 = Math.toIntExact(within(in.getLong(end - 12)));
            if (in.getInt(end64) != END_64_SIGNATURE) {
                throw malformed("its 64-bit end is not where it should be");
            }
            count = in.getLong(end64 + 32);
            at = in.getLong(end64 + 48);
        }
        if (count < 0 || count > MAX_ARRAYS) {
            throw new ProblemException(
                            ProblemType.LIMIT_EXCEEDED,
                            "The npz archive has %s entries; it may have %d."
                                    .formatted(Long.toUnsignedString(count), MAX_ARRAYS))
                    .with("limit", MAX_ARRAYS);
        }
        Map<String, Object> arrays = new LinkedHashMap<>();
        int entry = Math.toIntExact(within(at));
        for (int i = 0; i < count; i++) {
            entry = readEntry(entry, arrays);
        }
        return arrays;
    }

    /** The end record is the last thing but a comment of at most 65535 bytes. */
    private int endOfDirectory() {
        for (int at = length - 22; at >= Math.max(0, length - 22 - 65_535); at--) {
            if (in.getInt(at) == END_SIGNATURE && at + 22 + Short.toUnsignedInt(in.getShort(at + 20)) == length) {
                return at;
            }
        }
        throw malformed("it is not a ZIP file, or cut off");
    }

    /** Reads the entry whose record in the central directory is here; returns where the next record is. */
    private int readEntry(int at, Map<String, Object> arrays) {
        if (in.getInt(at) != CENTRAL_SIGNATURE) {
            throw malformed("its directory is damaged");
        }
        int nameLength = Short.toUnsignedInt(in.getShort(at + 28));
        int extraLength = Short.toUnsignedInt(in.getShort(at + 30));
        int commentLength = Short.toUnsignedInt(in.getShort(at + 32));
        byte[] nameBytes = new byte[nameLength];
        in.get(at + 46, nameBytes);
        String name = name(new String(nameBytes, StandardCharsets.UTF_8));
        String pointer = ArrayBody.pointer(name);
        long[] sizes = {
            Integer.toUnsignedLong(in.getInt(at + 24)), // inflated
            Integer.toUnsignedLong(in.getInt(at + 20)), // as it is here
            Integer.toUnsignedLong(in.getInt(at + 42)) // where it begins
        };
        readExtension(at + 46 + nameLength, extraLength, sizes);
        if ((in.getShort(at + 8) & ENCRYPTED) != 0) {
            throw refuse(pointer, "is encrypted");
        }
        int method = Short.toUnsignedInt(in.getShort(at + 10));
        if (arrays.containsKey(name)) {
            throw refuse(pointer, "is in the archive twice");
        }
        arrays.put(name, readArray(pointer, method, in.getInt(at + 16), sizes));
        return at + 46 + nameLength + extraLength + commentLength;
    }

    private static String name(String file) {
        if (!file.endsWith(".npy") || file.length() == 4) {
            String shown = file.length() > 60 ? file.substring(0, 60) + "…" : file;
            throw malformed("its entry \"" + shown + "\" is not an array: names end in .npy");
        }
        return file.substring(0, file.length() - 4);
    }

    /** The 64-bit extension holds those of the values, in this order, that did not fit into 32 bits. */
    private void readExtension(int at, int extraLength, long[] sizes) {
        int end = at + extraLength;
        int field = at;
        while (field + 4 <= end) {
            int tag = Short.toUnsignedInt(in.getShort(field));
            int next = field + 4 + Short.toUnsignedInt(in.getShort(field + 2));
            if (tag == 1) {
                int value = field + 4;
                for (int i = 0; i < sizes.length; i++) {
                    if (sizes[i] == IN_EXTENSION) {
                        if (value + 8 > Math.min(next, end)) {
                            throw malformed("its 64-bit sizes are cut off");
                        }
                        sizes[i] = in.getLong(value);
                        value += 8;
                    }
                }
                return;
            }
            field = next;
        }
    }

    private Object readArray(String pointer, int method, int checksum, long[] sizes) {
        int local = Math.toIntExact(within(sizes[2]));
        if (in.getInt(local) != LOCAL_SIGNATURE) {
            throw malformed("an entry is not where its directory says");
        }
        int start = local
                + 30
                + Short.toUnsignedInt(in.getShort(local + 26))
                + Short.toUnsignedInt(in.getShort(local + 28));
        int packed = Math.toIntExact(within(sizes[1]));
        within((long) start + packed);
        byte[] source = bytes;
        int begin = from + start;
        int end = begin + packed;
        if (method == 8) {
            source = inflate(pointer, begin, packed, sizes[0]);
            begin = 0;
            end = source.length;
        } else if (method != 0 || sizes[0] != packed) {
            throw refuse(pointer, "is compressed in a way that is not read; store or deflate it");
        }
        CRC32 sum = new CRC32();
        sum.update(source, begin, end - begin);
        if ((int) sum.getValue() != checksum) {
            throw refuse(pointer, "is damaged: its checksum is not that of its content");
        }
        return NpyReader.read(source, begin, end, pointer, budget);
    }

    private byte[] inflate(String pointer, int begin, int packed, long declared) {
        long most = 8L * budget.limit() + HEADER_ROOM;
        inflated += Math.max(0, declared);
        if (declared < 0 || inflated > most) {
            throw ProblemException.at(
                            ProblemType.LIMIT_EXCEEDED,
                            pointer,
                            "is declared to inflate to %s bytes; all entries together may have %d"
                                    .formatted(Long.toUnsignedString(declared), most))
                    .with("limit", most);
        }
        if (declared > (long) MAX_RATIO * packed) {
            throw refuse(pointer, "cannot be deflated as far as it is declared to be");
        }
        budget.takeBytes(declared);
        byte[] content = new byte[(int) declared];
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(bytes, begin, packed);
            int filled = 0;
            while (filled < content.length) {
                int read = inflater.inflate(content, filled, content.length - filled);
                if (read == 0) {
                    throw refuse(pointer, "inflates to less than it is declared to");
                }
                filled += read;
            }
            // One byte more would be one too many; asking for it also takes in the end of the stream.
            if (inflater.inflate(new byte[1]) != 0 || !inflater.finished()) {
                throw refuse(pointer, "inflates to more than it is declared to");
            }
            return content;
        } catch (DataFormatException e) {
            throw refuse(pointer, "cannot be inflated: it is damaged");
        } finally {
            inflater.end();
        }
    }

    private long within(long place) {
        if (place < 0 || place > length) {
            throw new IndexOutOfBoundsException();
        }
        return place;
    }

    private static ProblemException refuse(String pointer, String detail) {
        return ProblemException.at(ProblemType.INVALID_REQUEST, pointer, detail);
    }

    private static ProblemException malformed(String detail) {
        return new ProblemException(ProblemType.INVALID_REQUEST, "The body is not an npz archive: " + detail + ".");
    }
}
