package org.mlmath.stats.description;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import org.mlmath.kit.problem.ProblemException;
import org.mlmath.kit.problem.ProblemType;

/** The bins of a histogram as asked for: how many, where their edges are, or by which rule. */
@JsonDeserialize(using = Bins.Reader.class)
public sealed interface Bins {
    /** So many of equal width. */
    record Count(int bins) implements Bins {}

    /** Between neighbouring edges. */
    record Edges(double[] edges) implements Bins {}

    /** As many of equal width as a rule says. */
    record ByRule(BinRule rule) implements Bins {}

    /** Reads a number, a list or a name. */
    final class Reader extends StdDeserializer<Bins> {
        Reader() {
            super(Bins.class);
        }

        @Override
        public Bins deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return switch (parser.currentToken()) {
                case JsonToken.VALUE_NUMBER_INT -> new Count(context.readValue(parser, Integer.class));
                case JsonToken.START_ARRAY -> new Edges(context.readValue(parser, double[].class));
                case JsonToken.VALUE_STRING -> new ByRule(context.readValue(parser, BinRule.class));
                default ->
                    throw ProblemException.at(
                            ProblemType.INVALID_REQUEST,
                            parser.getParsingContext().pathAsPointer().toString(),
                            "expected a number of bins, a list of edges, or a rule such as \"freedman-diaconis\"");
            };
        }
    }
}
