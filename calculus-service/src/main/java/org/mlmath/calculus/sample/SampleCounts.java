package org.mlmath.calculus.sample;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import org.mlmath.kit.array.ReadsArray;

/**
 * Numbers of points per variable: {@code [101, 51]} in their order, {@code {"x": 101}} by name, or one number for all. The schema
 * is in {@code META-INF/microprofile-config.properties}.
 *
 * @param counts null where there is one for all
 * @param same one for all, or null
 */
@JsonDeserialize(using = SampleCounts.Reader.class)
@ReadsArray
public record SampleCounts(PerVariable<Integer> counts, Integer same) {

    List<Integer> in(List<String> variables) {
        return same != null ? Collections.nCopies(variables.size(), same) : counts.in(variables);
    }

    /** @return how many points, as far as it can be told without the variables */
    double product() {
        if (same != null) {
            return (double) same * same;
        }
        return (counts.byName() == null ? counts.inOrder() : counts.byName().values())
                .stream().mapToDouble(Integer::doubleValue).reduce(1, (a, b) -> a * b);
    }

    static final class Reader extends StdDeserializer<SampleCounts> {
        Reader() {
            super(SampleCounts.class);
        }

        @Override
        public SampleCounts deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return switch (parser.currentToken()) {
                case START_OBJECT -> new SampleCounts(PerVariable.byName(parser, Reader::count), null);
                case START_ARRAY -> new SampleCounts(PerVariable.inOrder(parser, Reader::count), null);
                default -> new SampleCounts(null, count(parser));
            };
        }

        private static Integer count(JsonParser parser) throws IOException {
            boolean small = parser.currentToken() == JsonToken.VALUE_NUMBER_INT
                    && parser.getNumberType() == JsonParser.NumberType.INT;
            if (!small || parser.getIntValue() < 2) {
                throw PerVariable.refused(parser, "expected a number of points, an integer of at least 2");
            }
            return parser.getIntValue();
        }
    }
}
