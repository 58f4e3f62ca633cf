package org.mlmath.stats.bayes.theorem;

import com.fasterxml.jackson.annotation.JsonValue;
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
import org.mlmath.kit.problem.ProblemException;
import org.mlmath.kit.problem.ProblemType;

/**
 * A number for each hypothesis, in order or by name.
 *
 * @param names null where they are given in order
 */
@JsonDeserialize(using = NamedValues.Reader.class)
record NamedValues(List<String> names, double[] values) {
    @JsonValue
    Object wire() {
        if (names == null) {
            return values;
        }
        Map<String, Double> byName = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            byName.put(names.get(i), values[i]);
        }
        return byName;
    }

    static final class Reader extends StdDeserializer<NamedValues> {
        Reader() {
            super(NamedValues.class);
        }

        @Override
        public boolean isCachable() {
            return true;
        }

        @Override
        public NamedValues deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (parser.currentToken() == JsonToken.START_ARRAY) {
                return new NamedValues(null, context.readValue(parser, double[].class));
            }
            if (parser.currentToken() != JsonToken.START_OBJECT) {
                throw ProblemException.at(
                        ProblemType.INVALID_REQUEST,
                        parser.getParsingContext().pathAsPointer().toString(),
                        "expected a list of numbers, or an object of numbers by name");
            }
            List<String> names = new ArrayList<>();
            List<Double> values = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                parser.nextToken();
                if (!parser.currentToken().isNumeric()) {
                    throw ProblemException.at(
                            ProblemType.INVALID_REQUEST,
                            parser.getParsingContext().pathAsPointer().toString(),
                            "expected a number");
                }
                names.add(name);
                values.add(context.readValue(parser, Double.class));
            }
            return new NamedValues(
                    names, values.stream().mapToDouble(value -> value).toArray());
        }
    }
}
