package org.mlmath.calculus.sample;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mlmath.calculus.point.Variables;
import org.mlmath.kit.problem.ProblemException;
import org.mlmath.kit.problem.ProblemType;
import org.mlmath.numerics.DimensionMismatchException;
import org.mlmath.numerics.InvalidParameterException;

/**
 * Something given for each variable.
 *
 * @param byName null where it is in order
 * @param inOrder null where it is by name
 */
record PerVariable<T>(Map<String, T> byName, List<T> inOrder) {
    /** More variables than a grid can have. */
    private static final int MOST = 64;

    interface Item<T> {
        /** Reads the value at which the parser stands. */
        T read(JsonParser parser) throws IOException;
    }

    static <T> PerVariable<T> byName(JsonParser parser, Item<T> item) throws IOException {
        Map<String, T> values = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = Variables.name(parser.currentName(), pointer(parser));
            parser.nextToken();
            require(parser, values.size());
            values.put(name, item.read(parser));
        }
        return new PerVariable<>(values, null);
    }

    static <T> PerVariable<T> inOrder(JsonParser parser, Item<T> item) throws IOException {
        List<T> values = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            require(parser, values.size());
            values.add(item.read(parser));
        }
        return new PerVariable<>(null, values);
    }

    private static void require(JsonParser parser, int size) {
        if (size >= MOST) {
            throw ProblemException.at(
                    ProblemType.LIMIT_EXCEEDED,
                    pointer(parser),
                    "a grid has at most " + Grid.DIMENSIONS + " variables");
        }
    }

    /** @return the values in the order of these variables */
    List<T> in(List<String> variables) {
        if (byName == null) {
            if (inOrder.size() != variables.size()) {
                throw new DimensionMismatchException("There are %d entries for the %d variables %s."
                        .formatted(inOrder.size(), variables.size(), String.join(", ", variables)));
            }
            return inOrder;
        }
        List<T> values = new ArrayList<>();
        for (String variable : variables) {
            T value = byName.get(variable);
            if (value == null) {
                throw new InvalidParameterException("There is no entry for %s.".formatted(variable));
            }
            values.add(value);
        }
        return values;
    }

    static ProblemException refused(JsonParser parser, String why) {
        return ProblemException.at(ProblemType.INVALID_REQUEST, pointer(parser), why);
    }

    private static String pointer(JsonParser parser) {
        return parser.getParsingContext().pathAsPointer().toString();
    }
}
