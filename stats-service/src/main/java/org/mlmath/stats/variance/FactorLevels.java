package org.mlmath.stats.variance;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mlmath.kit.array.Observations;
import org.mlmath.kit.array.ReadsArray;
import org.mlmath.kit.problem.ProblemException;
import org.mlmath.kit.problem.ProblemType;
import org.mlmath.stats.number.Words;

/**
 * The level of a factor for each observation.
 *
 * @param labels texts, or numbers as texts; null where one is missing
 */
@JsonDeserialize(using = FactorLevels.Reader.class)
@ReadsArray
record FactorLevels(List<String> labels) {
    /** The different labels in order of appearance, with their places. */
    Map<String, Integer> indices() {
        Map<String, Integer> indices = new LinkedHashMap<>();
        for (String label : labels) {
            if (label != null) {
                indices.putIfAbsent(label, indices.size());
            }
        }
        return indices;
    }

    static final class Reader extends StdDeserializer<FactorLevels> {
        Reader() {
            super(FactorLevels.class);
        }

        @Override
        public FactorLevels deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (parser.currentToken() == JsonToken.VALUE_EMBEDDED_OBJECT) {
                return numbers(context.readValue(parser, Observations.class).values());
            }
            if (parser.currentToken() != JsonToken.START_ARRAY) {
                throw refusal(parser);
            }
            List<String> labels = new ArrayList<>();
            for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
                labels.add(
                        switch (token) {
                            case VALUE_STRING, VALUE_TRUE, VALUE_FALSE -> parser.getText();
                            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Words.exact(parser.getDoubleValue());
                            case VALUE_NULL -> null;
                            default -> throw refusal(parser);
                        });
            }
            return new FactorLevels(labels);
        }

        private static FactorLevels numbers(double[] values) {
            List<String> labels = new ArrayList<>(values.length);
            for (double value : values) {
                labels.add(Double.isNaN(value) ? null : Words.exact(value));
            }
            return new FactorLevels(labels);
        }

        private static ProblemException refusal(JsonParser parser) {
            return ProblemException.at(
                    ProblemType.INVALID_REQUEST,
                    parser.getParsingContext().pathAsPointer().toString(),
                    "expected a list of levels, each a text or a number");
        }
    }
}
