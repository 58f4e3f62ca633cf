package org.mlmath.kit.array;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.ObjectCodec;
import com.fasterxml.jackson.core.io.IOContext;
import com.fasterxml.jackson.core.json.UTF8JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Jackson's generator of bytes, writing doubles as their shortest decimals straight into its buffer. NaN, which means undefined
 * or missing, is written {@code null}; infinities, which JSON has no numbers for, as the texts {@code "Infinity"} and
 * {@code "-Infinity"}.
 */
final class ArrayGenerator extends UTF8JsonGenerator {
    private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] INFINITY = "\"Infinity\"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] MINUS_INFINITY = "\"-Infinity\"".getBytes(StandardCharsets.US_ASCII);

    private long undefined;
    private String firstUndefined;
    private boolean deferring;
    private List<?> warnings;

    ArrayGenerator(IOContext context, int features, ObjectCodec codec, OutputStream out, char quote) {
        super(context, features, codec, out, quote);
    }

    @Override
    public void writeNumber(double value) throws IOException {
        _verifyValueWrite("write a number");
        put(value);
    }

    /** How many NaN were written so far. */
    long undefined() {
        return undefined;
    }

    /** JSON Pointer to the number, or the innermost array of numbers, that was undefined first; null where none was. */
    String firstUndefined() {
        return firstUndefined;
    }

    /** Whether the warnings of what is being written are to be left to what it is a part of. */
    void deferWarnings(boolean defer) {
        deferring = defer;
    }

    boolean defersWarnings() {
        return deferring;
    }

    void leaveWarnings(List<?> left) {
        warnings = left;
    }

    /** The warnings that a part left, once; null where it left none. */
    List<?> takeWarnings() {
        List<?> left = warnings;
        warnings = null;
        return left;
    }

    /** Writes {@code count} numbers as one array. */
    static void write(JsonGenerator generator, double[] values, int from, int count) throws IOException {
        generator.writeStartArray();
        if (generator instanceof ArrayGenerator bytes) {
            bytes.putAll(values, from, count);
        } else {
            for (int i = from; i < from + count; i++) {
                generator.writeNumber(values[i]);
            }
        }
        generator.writeEndArray();
    }

    private void putAll(double[] values, int from, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            if (i > 0) {
                if (_outputTail >= _outputEnd) {
                    _flushBuffer();
                }
                _outputBuffer[_outputTail++] = ',';
            }
            put(values[from + i]);
        }
    }

    private void put(double value) throws IOException {
        if (_outputTail + ShortestDecimal.MAX_LENGTH >= _outputEnd) {
            _flushBuffer();
        }
        if (Double.isFinite(value)) {
            _outputTail = ShortestDecimal.write(value, _outputBuffer, _outputTail);
        } else {
            if (Double.isNaN(value) && undefined++ == 0) {
                firstUndefined = getOutputContext().pathAsPointer().toString();
            }
            byte[] word = Double.isNaN(value) ? NULL : value > 0 ? INFINITY : MINUS_INFINITY;
            System.arraycopy(word, 0, _outputBuffer, _outputTail, word.length);
            _outputTail += word.length;
        }
    }
}
