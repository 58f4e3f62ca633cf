package org.mlmath.calculus.learning;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import org.mlmath.kit.array.ReadsArray;
import org.mlmath.kit.problem.ProblemException;
import org.mlmath.kit.problem.ProblemType;
import org.mlmath.numerics.clustering.KMeans;
import org.mlmath.numerics.linear.Matrix;

/**
 * How centroids are first chosen, or what they are. One of the two is null.
 *
 * @param centroids a row for each
 */
@JsonDeserialize(using = CentroidStart.Reader.class)
@ReadsArray
public record CentroidStart(KMeans.Start rule, Matrix centroids) {
    static final class Reader extends StdDeserializer<CentroidStart> {
        Reader() {
            super(CentroidStart.class);
        }

        @Override
        public CentroidStart deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (parser.currentToken() == JsonToken.START_ARRAY) {
                return new CentroidStart(null, context.readValue(parser, Matrix.class));
            }
            if (parser.currentToken() == JsonToken.VALUE_STRING) {
                switch (parser.getText()) {
                    case "k-means++":
                        return new CentroidStart(KMeans.Start.PLUS_PLUS, null);
                    case "random":
                        return new CentroidStart(KMeans.Start.RANDOM, null);
                    default:
                        break;
                }
            }
            throw ProblemException.at(
                    ProblemType.INVALID_REQUEST,
                    parser.getParsingContext().pathAsPointer().toString(),
                    "expected \"k-means++\", \"random\", or a matrix with a row for each centroid");
        }
    }
}
