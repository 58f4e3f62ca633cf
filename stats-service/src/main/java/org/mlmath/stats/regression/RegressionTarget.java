package org.mlmath.stats.regression;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import org.mlmath.kit.array.Observations;
import org.mlmath.kit.array.ReadsArray;
import org.mlmath.kit.problem.ProblemException;
import org.mlmath.kit.problem.ProblemType;

/**
 * What is regressed: a value per observation, or the name of the feature column that holds them. One of the two is null.
 *
 * @param values NaN where one is missing
 */
@JsonDeserialize(using = RegressionTarget.Reader.class)
@ReadsArray
public record RegressionTarget(double[] values, String column) {
    static final class Reader extends StdDeserializer<RegressionTarget> {
        Reader() {
            super(RegressionTarget.class);
        }

        @Override
        public RegressionTarget deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (parser.currentToken() == JsonToken.START_ARRAY) {
                return new RegressionTarget(
                        context.readValue(parser, Observations.class).values(), null);
            }
            if (parser.currentToken() == JsonToken.VALUE_STRING) {
                return new RegressionTarget(null, parser.getText());
            }
            throw ProblemException.at(
                    ProblemType.INVALID_REQUEST,
                    parser.getParsingContext().pathAsPointer().toString(),
                    "expected a list of numbers, or the name of a column of the features");
        }
    }
}
