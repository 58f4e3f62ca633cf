package org.mlmath.kit.array;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.ObjectCodec;
import com.fasterxml.jackson.core.io.IOContext;
import com.fasterxml.jackson.core.json.UTF8JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Jackson's generator of bytes, writing doubles as their shortest decimals straight into its buffer. NaN, which means undefined
 * or missing, is written {@code null}; infinities, which JSON has no numbers for, as the texts {@code "Infinity"} and
 * {@code "-Infinity"}.
 */
final class ArrayGenerator extends UTF8JsonGenerator {
    private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] INFINITY = "\"Infinity\"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] MINUS_INFINITY = "\"-Infinity\"".getBytes(StandardCharsets.US_ASCII);

    ArrayGenerator(IOContext context, int features, ObjectCodec codec, OutputStream out, char quote) {
        super(context, features, codec, out, quote);
    }

    @Override
    public void writeNumber(double value) throws IOException {
        _verifyValueWrite("write a number");
        put(value);
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
            byte[] word = Double.isNaN(value) ? NULL : value > 0 ? INFINITY : MINUS_INFINITY;
            System.arraycopy(word, 0, _outputBuffer, _outputTail, word.length);
            _outputTail += word.length;
        }
    }
}
