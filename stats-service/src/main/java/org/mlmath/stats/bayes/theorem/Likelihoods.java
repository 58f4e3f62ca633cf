package org.mlmath.stats.bayes.theorem;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.mlmath.kit.problem.ProblemException;
import org.mlmath.kit.problem.ProblemType;

/**
 * One piece of evidence or several, each with a likelihood per hypothesis; or a table with a row per hypothesis.
 *
 * @param rows never empty
 * @param several whether a list of rows was given, rather than one row
 */
@JsonDeserialize(using = Likelihoods.Reader.class)
record Likelihoods(List<NamedValues> rows, boolean several) {
    static final class Reader extends StdDeserializer<Likelihoods> {
        Reader() {
            super(Likelihoods.class);
        }

        @Override
        public Likelihoods deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (parser.currentToken() != JsonToken.START_ARRAY) {
                return new Likelihoods(List.of(context.readValue(parser, NamedValues.class)), false);
            }
            List<NamedValues> rows = new ArrayList<>();
            List<Double> numbers = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                boolean row = parser.currentToken() == JsonToken.START_ARRAY
                        || parser.currentToken() == JsonToken.START_OBJECT;
                if (row
                        ? !numbers.isEmpty()
                        : !rows.isEmpty() || !parser.currentToken().isNumeric()) {
                    throw ProblemException.at(
                            ProblemType.INVALID_REQUEST,
                            parser.getParsingContext().pathAsPointer().toString(),
                            "expected numbers, one per hypothesis, or a list of such lists");
                }
                if (row) {
                    rows.add(context.readValue(parser, NamedValues.class));
                } else {
                    numbers.add(context.readValue(parser, Double.class));
                }
            }
            if (!rows.isEmpty()) {
                return new Likelihoods(rows, true);
            }
            double[] one = numbers.stream().mapToDouble(value -> value).toArray();
            return new Likelihoods(List.of(new NamedValues(null, one)), false);
        }
    }
}
