package org.mlmath.stats.markov;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import org.mlmath.stats.number.Label;

/**
 * Where a chain starts.
 *
 * @param state null where a distribution is given
 * @param distribution null where a state is given
 */
@JsonDeserialize(using = ChainStart.Reader.class)
public record ChainStart(Label state, double[] distribution) {
    /** Reads a state's name or a list of probabilities. */
    static final class Reader extends StdDeserializer<ChainStart> {
        Reader() {
            super(ChainStart.class);
        }

        @Override
        public ChainStart deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return parser.currentToken() == JsonToken.START_ARRAY
                    ? new ChainStart(null, context.readValue(parser, double[].class))
                    : new ChainStart(context.readValue(parser, Label.class), null);
        }
    }
}
