package org.mlmath.stats.number;

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
 * Counts of events, each over one unit of exposure, or their total over a total exposure.
 *
 * @param counts null where the total is given; NaN where one is missing
 */
@JsonDeserialize(using = EventCounts.Reader.class)
@ReadsArray
public record EventCounts(double[] counts, double events, double exposure) {
    /** How many numbers were given. */
    public int size() {
        return counts == null ? 1 : counts.length;
    }

    static final class Reader extends StdDeserializer<EventCounts> {
        private record Total(Double events, Double exposure) {}

        Reader() {
            super(EventCounts.class);
        }

        @Override
        public EventCounts deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (parser.currentToken() == JsonToken.START_ARRAY) {
                double[] counts = context.readValue(parser, Observations.class).values();
                return new EventCounts(counts, 0, counts.length);
            }
            if (parser.currentToken().isNumeric()) {
                return new EventCounts(new double[] {context.readValue(parser, Double.class)}, 0, 1);
            }
            var at = parser.getParsingContext();
            boolean opened = parser.currentToken() == JsonToken.START_OBJECT;
            String pointer = (opened ? at.getParent() : at).pathAsPointer().toString();
            if (opened) {
                Total total = context.readValue(parser, Total.class);
                require(total.events() != null, pointer + "/events", "is required");
                require(total.exposure() != null, pointer + "/exposure", "is required");
                return new EventCounts(null, total.events(), total.exposure());
            }
            throw ProblemException.at(
                    ProblemType.INVALID_REQUEST,
                    pointer,
                    "expected a count, a list of counts, or their total {\"events\": …, \"exposure\": …}");
        }

        private static void require(boolean holds, String pointer, String otherwise) {
            if (!holds) {
                throw ProblemException.at(ProblemType.INVALID_REQUEST, pointer, otherwise);
            }
        }
    }
}
