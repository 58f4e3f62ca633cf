package org.mlmath.calculus.sample;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.util.List;
import org.mlmath.calculus.point.Point;
import org.mlmath.kit.array.ReadsArray;

/**
 * An interval per variable: {@code [[0, "pi"], [-1, 1]]} in their order or {@code {"x": [0, "pi"]}} by name, each also as {@code
 * {"lower": 0, "upper": 1}}. The schema is in {@code META-INF/microprofile-config.properties}.
 *
 */
@JsonDeserialize(using = SampleRanges.Reader.class)
@ReadsArray
public record SampleRanges(PerVariable<Range> ranges) {

    /** @param lower not above the upper end; both finite */
    record Range(double lower, double upper) {}

    /** @return the names of the variables where the ranges have them, else null */
    List<String> names() {
        return ranges.byName() == null ? null : List.copyOf(ranges.byName().keySet());
    }

    List<Range> in(List<String> variables) {
        return ranges.in(variables);
    }

    static final class Reader extends StdDeserializer<SampleRanges> {
        Reader() {
            super(SampleRanges.class);
        }

        @Override
        public SampleRanges deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return switch (parser.currentToken()) {
                case START_OBJECT -> new SampleRanges(PerVariable.byName(parser, Reader::range));
                case START_ARRAY -> new SampleRanges(PerVariable.inOrder(parser, Reader::range));
                default ->
                    throw PerVariable.refused(
                            parser, "expected an interval [lower, upper] per variable, by name or in their order");
            };
        }

        private static Range range(JsonParser parser) throws IOException {
            Double lower = null;
            Double upper = null;
            if (parser.currentToken() == JsonToken.START_OBJECT) {
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String name = parser.currentName();
                    parser.nextToken();
                    switch (name) {
                        case "lower" -> lower = Point.coordinate(parser);
                        case "upper" -> upper = Point.coordinate(parser);
                        default -> throw PerVariable.refused(parser, "an interval has a lower and an upper end");
                    }
                }
            } else if (parser.currentToken() == JsonToken.START_ARRAY && parser.nextToken() != JsonToken.END_ARRAY) {
                lower = Point.coordinate(parser);
                if (parser.nextToken() != JsonToken.END_ARRAY) {
                    upper = Point.coordinate(parser);
                    if (parser.nextToken() != JsonToken.END_ARRAY) {
                        throw PerVariable.refused(parser, "an interval has two ends");
                    }
                }
            }
            if (lower == null || upper == null) {
                throw PerVariable.refused(parser, "expected an interval [lower, upper]");
            }
            return new Range(lower, upper);
        }
    }
}
