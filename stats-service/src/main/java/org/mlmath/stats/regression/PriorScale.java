package org.mlmath.stats.regression;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import org.mlmath.kit.array.VectorOrMatrix;
import org.mlmath.kit.problem.ProblemException;
import org.mlmath.kit.problem.ProblemType;
import org.mlmath.numerics.DimensionMismatchException;
import org.mlmath.numerics.linear.Matrix;

/**
 * A precision or covariance: one number for all coefficients, one for each, or a matrix.
 *
 * @param number null where an array was given
 * @param array null where a number was given
 */
@JsonDeserialize(using = PriorScale.Reader.class)
public record PriorScale(Double number, VectorOrMatrix array) {
    /**
     * The p×p matrix that is meant.
     *
     * @throws DimensionMismatchException for an array of another size
     */
    Matrix matrix(int p) {
        if (array != null && !array.vector()) {
            if (array.matrix().rows() != p || array.matrix().columns() != p) {
                throw new DimensionMismatchException(
                        "The matrix is %s; there are %d coefficients, the intercept among them."
                                .formatted(array.matrix().shape(), p));
            }
            return array.matrix();
        }
        if (array != null && array.matrix().rows() != p) {
            throw new DimensionMismatchException("There are %d numbers for %d coefficients, the intercept among them."
                    .formatted(array.matrix().rows(), p));
        }
        double[] values = new double[p * p];
        for (int j = 0; j < p; j++) {
            values[j * (p + 1)] = array == null ? number : array.matrix().get(j, 0);
        }
        return new Matrix(p, p, values);
    }

    static final class Reader extends StdDeserializer<PriorScale> {
        Reader() {
            super(PriorScale.class);
        }

        @Override
        public PriorScale deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (parser.currentToken() == JsonToken.START_ARRAY) {
                return new PriorScale(null, context.readValue(parser, VectorOrMatrix.class));
            }
            if (parser.currentToken().isNumeric()) {
                return new PriorScale(context.readValue(parser, Double.class), null);
            }
            throw ProblemException.at(
                    ProblemType.INVALID_REQUEST,
                    parser.getParsingContext().pathAsPointer().toString(),
                    "expected a number, a number for each coefficient, or a matrix");
        }
    }
}
