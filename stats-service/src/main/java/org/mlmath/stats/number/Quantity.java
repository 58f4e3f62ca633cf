package org.mlmath.stats.number;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import org.mlmath.kit.array.ReadsArray;
import org.mlmath.kit.array.VectorOrMatrix;
import org.mlmath.kit.problem.ProblemException;
import org.mlmath.kit.problem.ProblemType;
import org.mlmath.numerics.linear.Matrix;

/**
 * A number, a list of numbers, or a matrix by its rows: what a parameter or a moment of a distribution is.
 *
 * @param number null where it is an array
 * @param array null where it is a number
 */
@JsonDeserialize(using = Quantity.Reader.class)
@JsonSerialize(using = Quantity.Writer.class)
@ReadsArray
public record Quantity(Double number, VectorOrMatrix array) {
    public static Quantity of(double number) {
        return new Quantity(number, null);
    }

    public static Quantity list(double[] entries) {
        return new Quantity(null, VectorOrMatrix.vector(entries));
    }

    public static Quantity matrix(Matrix matrix) {
        return new Quantity(null, VectorOrMatrix.matrix(matrix));
    }

    public boolean isNumber() {
        return number != null;
    }

    public boolean isList() {
        return array != null && array.vector();
    }

    public boolean isMatrix() {
        return array != null && !array.vector();
    }

    /** The numbers, row by row. */
    public double[] entries() {
        return isNumber() ? new double[] {number} : array.matrix().values();
    }

    static final class Reader extends StdDeserializer<Quantity> {
        Reader() {
            super(Quantity.class);
        }

        @Override
        public Quantity deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (parser.currentToken() == JsonToken.START_ARRAY) {
                return new Quantity(null, context.readValue(parser, VectorOrMatrix.class));
            }
            if (parser.currentToken().isNumeric()) {
                return new Quantity(context.readValue(parser, Double.class), null);
            }
            throw ProblemException.at(
                    ProblemType.INVALID_REQUEST,
                    parser.getParsingContext().pathAsPointer().toString(),
                    "expected a finite number, a list of numbers or a matrix");
        }
    }

    static final class Writer extends StdSerializer<Quantity> {
        Writer() {
            super(Quantity.class);
        }

        @Override
        public void serialize(Quantity quantity, JsonGenerator out, SerializerProvider provider) throws IOException {
            provider.defaultSerializeValue(quantity.isNumber() ? quantity.number() : quantity.array(), out);
        }
    }
}
