package org.mlmath.stats.information;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.mlmath.kit.array.ReadsArray;
import org.mlmath.kit.problem.ProblemException;
import org.mlmath.kit.problem.ProblemType;
import org.mlmath.stats.distribution.DistributionChoice;
import org.mlmath.stats.number.Label;

/**
 * What is known of a random variable, or of two: three of the four are null.
 *
 * @param numbers probabilities, counts or observations
 * @param table probabilities or counts of two variables, a row per value of the first
 * @param labels observations by name
 * @param distribution a distribution by name
 */
@JsonDeserialize(using = Outcomes.Reader.class)
@ReadsArray
public record Outcomes(double[] numbers, double[][] table, List<Label> labels, DistributionChoice distribution) {
    /** Number of entries given. */
    long size() {
        if (table != null) {
            return (long) table.length * table[0].length;
        }
        return numbers != null ? numbers.length : labels != null ? labels.size() : 1;
    }

    static final class Reader extends StdDeserializer<Outcomes> {
        Reader() {
            super(Outcomes.class);
        }

        @Override
        public Outcomes deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (parser.currentToken() == JsonToken.START_OBJECT) {
                return new Outcomes(null, null, null, context.readValue(parser, DistributionChoice.class));
            }
            if (parser.currentToken() != JsonToken.START_ARRAY) {
                throw refuse(
                        parser,
                        "expected a list of probabilities, counts or observations, or a distribution {\"name\": …, \"parameters\": …}");
            }
            return list(parser, context);
        }

        private static Outcomes list(JsonParser parser, DeserializationContext context) throws IOException {
            List<Label> labels = new ArrayList<>();
            List<double[]> rows = new ArrayList<>();
            boolean numeric = true;
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                JsonToken token = parser.currentToken();
                if (token == JsonToken.VALUE_NULL) {
                    throw refuse(parser, "is null; expected a number or a name");
                }
                if (token == JsonToken.START_ARRAY ? !labels.isEmpty() : !rows.isEmpty()) {
                    throw refuse(parser, "expected a list, or a table whose rows are lists");
                }
                if (token == JsonToken.START_ARRAY) {
                    rows.add(row(parser, context, rows));
                } else {
                    labels.add(context.readValue(parser, Label.class));
                    numeric &= token.isNumeric();
                }
            }
            if (!rows.isEmpty()) {
                return new Outcomes(null, rows.toArray(double[][]::new), null, null);
            }
            return numeric
                    ? new Outcomes(
                            labels.stream().mapToDouble(x -> (Double) x.value()).toArray(), null, null, null)
                    : new Outcomes(null, null, labels, null);
        }

        private static double[] row(JsonParser parser, DeserializationContext context, List<double[]> before)
                throws IOException {
            String pointer =
                    parser.getParsingContext().getParent().pathAsPointer().toString();
            double[] row = context.readValue(parser, double[].class);
            int wanted = before.isEmpty() ? row.length : before.getFirst().length;
            if (row.length != wanted || row.length == 0) {
                throw ProblemException.at(
                        ProblemType.INVALID_REQUEST,
                        pointer,
                        "has %d entries; expected %s".formatted(row.length, wanted == 0 ? "at least 1" : wanted));
            }
            return row;
        }

        private static ProblemException refuse(JsonParser parser, String detail) {
            return ProblemException.at(
                    ProblemType.INVALID_REQUEST,
                    parser.getParsingContext().pathAsPointer().toString(),
                    detail);
        }
    }
}
