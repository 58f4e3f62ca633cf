package org.mlmath.kit.array;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.POJONode;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.mlmath.kit.problem.ProblemException;
import org.mlmath.kit.problem.ProblemType;

/**
 * A result taken apart: its arrays of numbers, by name, and the rest as JSON. What the JSON answer holds is in one or the other.
 *
 * <p>An array is what JSON shows as a vector or a matrix of numbers, whatever its type in Java; one inside objects or lists has a
 * dotted name. Steps of an explanation are for people to read: they stay in the JSON whole.
 */
public final class ResultArrays {
    private static final String STEPS = "steps";

    /** The same request gives the same bytes: every entry has the earliest time that ZIP can write. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final List<ResultArray> arrays = new ArrayList<>();
    private final byte[] rest;

    private ResultArrays(Object result, ObjectMapper mapper) throws IOException {
        try (ResultTokens tokens = new ResultTokens(mapper)) {
            mapper.writeValue(tokens, result);
            try (JsonParser parser = tokens.asParser(mapper)) {
                JsonNode tree = mapper.readTree(parser);
                separate(tree, "");
                rest = mapper.writeValueAsBytes(tree);
            }
        }
    }

    public static ResultArrays of(Object result, ObjectMapper mapper) throws IOException {
        return new ResultArrays(result, mapper);
    }

    /** Takes the arrays out of a value: a field goes, an item of a list leaves null in its place. */
    private void separate(JsonNode node, String name) {
        if (node instanceof ObjectNode object) {
            object.properties().removeIf(field -> {
                String path = name.isEmpty() ? field.getKey() : name + "." + field.getKey();
                return !path.equals(STEPS) && take(field.getValue(), path);
            });
        } else if (node instanceof ArrayNode list) {
            for (int i = 0; i < list.size(); i++) {
                if (take(list.get(i), name + "." + i)) {
                    list.setNull(i);
                }
            }
        }
    }

    private boolean take(JsonNode node, String name) {
        ResultArray array = array(node, name);
        if (array == null) {
            separate(node, name);
            return false;
        }
        arrays.add(array);
        return true;
    }

    /** @return the array that the node is as a whole, or null */
    private static ResultArray array(JsonNode node, String name) {
        if (node instanceof POJONode array) {
            return ResultArray.of(name, array.getPojo());
        }
        if (!(node instanceof ArrayNode list) || list.isEmpty()) {
            return null;
        }
        if (list.get(0).isNumber()) {
            return numbers(list, name);
        }
        List<ResultArray> items = new ArrayList<>();
        for (JsonNode item : list) {
            ResultArray array = array(item, name);
            if (array == null) {
                return null;
            }
            items.add(array);
        }
        return ResultArray.stack(name, items);
    }

    private static ResultArray numbers(ArrayNode list, String name) {
        double[] values = new double[list.size()];
        for (int i = 0; i < values.length; i++) {
            if (!list.get(i).isNumber()) {
                return null;
            }
            values[i] = list.get(i).doubleValue();
        }
        return ResultArray.of(name, values);
    }

    /**
     * Writes an npz archive: an entry per array, then {@code result.json}. Entries are stored: the digits of computed numbers do
     * not compress, and clients read stored ones at once.
     */
    public void writeNpz(OutputStream out) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setMethod(ZipOutputStream.STORED);
            for (ResultArray array : arrays) {
                CheckedOutputStream sum = new CheckedOutputStream(OutputStream.nullOutputStream(), new CRC32());
                NpyWriter.write(array, sum);
                open(
                        zip,
                        array.name() + ".npy",
                        NpyWriter.length(array),
                        sum.getChecksum().getValue());
                NpyWriter.write(array, zip);
            }
            CRC32 sum = new CRC32();
            sum.update(rest);
            open(zip, "result.json", rest.length, sum.getValue());
            zip.write(rest);
        }
    }

    private static void open(ZipOutputStream zip, String name, long size, long sum) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(TIME);
        entry.setSize(size);
        entry.setCompressedSize(size);
        entry.setCrc(sum);
        zip.putNextEntry(entry);
    }

    /**
     * @param name of the array that is wanted as npy, or null for the first
     * @throws ProblemException invalid-request when the result has no array of this name; not-acceptable when it has none at all
     */
    public Npy npy(String name) {
        String known = arrays.stream().map(ResultArray::name).collect(Collectors.joining(", "));
        if (arrays.isEmpty()) {
            throw new ProblemException(
                    ProblemType.NOT_ACCEPTABLE,
                    "This answer holds no array to be sent as %s; accept %s or %s."
                            .formatted(
                                    WireFormat.NPY.mediaType(),
                                    WireFormat.JSON.mediaType(),
                                    WireFormat.NPZ.mediaType()));
        }
        return arrays.stream()
                .filter(array -> name == null || array.name().equals(name))
                .findFirst()
                .map(Npy::new)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.INVALID_REQUEST,
                        "?field= names no array of this answer; its arrays are: " + known + "."));
    }

    /** One array of a result, to be written. */
    public static final class Npy {
        private final ResultArray array;

        private Npy(ResultArray array) {
            this.array = array;
        }

        public void write(OutputStream out) throws IOException {
            NpyWriter.write(array, out);
        }
    }
}
