package org.mlmath.kit.array;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.util.function.Function;
import org.mlmath.kit.problem.ProblemException;
import org.mlmath.kit.problem.ProblemType;
import org.mlmath.numerics.linear.ComplexMatrix;
import org.mlmath.numerics.linear.ComplexVector;
import org.mlmath.numerics.linear.Matrix;

/** Teaches Jackson the array types: {@code double[]}, matrices real and complex, vector-or-matrix, observations. */
public final class ArrayModule extends SimpleModule {
    /** @param maxEntries the most entries one array may have */
    public ArrayModule(int maxEntries) {
        super("mlmath-arrays");
        addDeserializer(
                double[].class, new Reader<>(double[].class, EntryRules.VECTOR, maxEntries, NumericArray::values));
        addDeserializer(
                Observations.class,
                new Reader<>(
                        Observations.class,
                        EntryRules.OBSERVATIONS,
                        maxEntries,
                        array -> new Observations(array.values())));
        addDeserializer(
                ObservationTable.class,
                new Reader<>(
                        ObservationTable.class,
                        EntryRules.OBSERVATION_TABLE,
                        maxEntries,
                        ArrayModule::observationTable));
        addDeserializer(Matrix.class, new Reader<>(Matrix.class, EntryRules.MATRIX, maxEntries, ArrayModule::matrix));
        addDeserializer(
                VectorOrMatrix.class,
                new Reader<>(
                        VectorOrMatrix.class, EntryRules.VECTOR_OR_MATRIX, maxEntries, ArrayModule::vectorOrMatrix));
        addDeserializer(
                Tensor.class,
                new Reader<>(
                        Tensor.class,
                        EntryRules.TENSOR,
                        maxEntries,
                        array -> new Tensor(array.shape(), array.values())));
        addSerializer(Tensor.class, new Writer<>(Tensor.class, (t, out) -> write(t, 0, 0, out)));
        addSerializer(
                double[].class, new Writer<>(double[].class, (v, out) -> ArrayGenerator.write(out, v, 0, v.length)));
        addSerializer(Matrix.class, new Writer<>(Matrix.class, ArrayModule::write));
        addSerializer(VectorOrMatrix.class, new Writer<>(VectorOrMatrix.class, ArrayModule::write));
        addSerializer(ComplexVector.class, new Writer<>(ComplexVector.class, ArrayModule::write));
        addSerializer(ComplexMatrix.class, new Writer<>(ComplexMatrix.class, ArrayModule::write));
    }

    private static Matrix matrix(NumericArray array) {
        return new Matrix(array.shape()[0], array.shape()[1], array.values(), array.texts());
    }

    private static ObservationTable observationTable(NumericArray array) {
        int[] shape = array.shape();
        boolean vector = shape.length == 1;
        return new ObservationTable(shape[0], vector ? 1 : shape[1], array.values(), vector);
    }

    private static VectorOrMatrix vectorOrMatrix(NumericArray array) {
        return array.shape().length == 1
                ? new VectorOrMatrix(new Matrix(array.shape()[0], 1, array.values(), array.texts()), true)
                : VectorOrMatrix.matrix(matrix(array));
    }

    /** @return where the part that was written ends */
    private static int write(Tensor tensor, int depth, int from, JsonGenerator out) throws IOException {
        int length = tensor.shape()[depth];
        if (depth == tensor.shape().length - 1) {
            ArrayGenerator.write(out, tensor.values(), from, length);
            return from + length;
        }
        out.writeStartArray();
        int at = from;
        for (int i = 0; i < length; i++) {
            at = write(tensor, depth + 1, at, out);
        }
        out.writeEndArray();
        return at;
    }

    private static void write(Matrix matrix, JsonGenerator out) throws IOException {
        out.writeStartArray();
        for (int i = 0; i < matrix.rows(); i++) {
            ArrayGenerator.write(out, matrix.values(), i * matrix.columns(), matrix.columns());
        }
        out.writeEndArray();
    }

    private static void write(VectorOrMatrix array, JsonGenerator out) throws IOException {
        if (array.vector()) {
            double[] entries = array.matrix().values();
            ArrayGenerator.write(out, entries, 0, entries.length);
        } else {
            write(array.matrix(), out);
        }
    }

    private static void write(ComplexVector vector, JsonGenerator out) throws IOException {
        write(vector.re(), vector.im(), 0, vector.re().length, out);
    }

    private static void write(ComplexMatrix matrix, JsonGenerator out) throws IOException {
        out.writeStartArray();
        for (int i = 0; i < matrix.rows(); i++) {
            write(matrix.re(), matrix.im(), i * matrix.columns(), matrix.columns(), out);
        }
        out.writeEndArray();
    }

    private static void write(double[] re, double[] im, int from, int count, JsonGenerator out) throws IOException {
        if (im == null) {
            ArrayGenerator.write(out, re, from, count);
            return;
        }
        out.writeStartArray();
        for (int i = from; i < from + count; i++) {
            out.writeStartObject();
            out.writeNumberField("re", re[i]);
            out.writeNumberField("im", im[i]);
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private static final class Reader<T> extends StdDeserializer<T> implements ContextualDeserializer {
        private final transient EntryRules rules;
        private final int maxEntries;
        private final transient Function<NumericArray, T> make;

        Reader(Class<T> type, EntryRules rules, int maxEntries, Function<NumericArray, T> make) {
            super(type);
            this.rules = rules;
            this.maxEntries = maxEntries;
            this.make = make;
        }

        /** Else a reader that has this read an array, as one that takes several forms does, has it made anew for each. */
        @Override
        public boolean isCachable() {
            return true;
        }

        @Override
        @SuppressWarnings("unchecked")
        public JsonDeserializer<?> createContextual(DeserializationContext context, BeanProperty property) {
            boolean text = property != null && property.getAnnotation(ExactEntries.class) != null;
            return text == rules.text()
                    ? this
                    : new Reader<>((Class<T>) handledType(), rules.withText(), maxEntries, make);
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (parser.currentToken() != JsonToken.START_ARRAY) {
                throw ProblemException.at(
                        ProblemType.INVALID_REQUEST,
                        parser.getParsingContext().pathAsPointer().toString(),
                        "is " + described(parser.currentToken()) + "; expected " + rules.expected());
            }
            return make.apply(ArrayParser.read(parser, context, rules, maxEntries));
        }

        private static String described(JsonToken token) {
            return switch (token) {
                case START_OBJECT -> "an object";
                case VALUE_STRING -> "text";
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a single number";
                case VALUE_TRUE, VALUE_FALSE -> "true or false";
                default -> "not an array";
            };
        }
    }

    @FunctionalInterface
    private interface Writing<T> {
        void write(T value, JsonGenerator out) throws IOException;
    }

    private static final class Writer<T> extends StdSerializer<T> {
        private final transient Writing<T> writing;

        Writer(Class<T> type, Writing<T> writing) {
            super(type);
            this.writing = writing;
        }

        @Override
        public void serialize(T value, JsonGenerator out, SerializerProvider provider) throws IOException {
            if (out instanceof ResultTokens tokens) {
                tokens.writeEmbeddedObject(value); // whole, to be sent as such
            } else {
                writing.write(value, out);
            }
        }
    }
}
