package org.mlmath.stats.number;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.mlmath.kit.array.ReadsArray;
import org.mlmath.kit.problem.ProblemException;
import org.mlmath.kit.problem.ProblemType;
import org.mlmath.numerics.LimitExceededException;

/**
 * The class of each observation.
 *
 * @param values in the order of the observations
 */
@JsonDeserialize(using = Labels.Reader.class)
@ReadsArray
public record Labels(List<Label> values) {
    private static final int MOST_CLASSES = 1000;

    public int size() {
        return values.size();
    }

    /** The different labels, ascending. */
    public List<Label> distinct() {
        return List.copyOf(new TreeSet<>(values));
    }

    /**
     * @param classes how many there are
     * @throws LimitExceededException for more than anybody tells apart
     */
    public static void requireFew(int classes, String pointer) {
        if (classes > MOST_CLASSES) {
            throw new LimitExceededException(
                            "There are %d classes; at most %d are taken.".formatted(classes, MOST_CLASSES))
                    .at(pointer);
        }
    }

    static final class Reader extends StdDeserializer<Labels> {
        Reader() {
            super(Labels.class);
        }

        @Override
        public Labels deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (parser.currentToken() != JsonToken.START_ARRAY) {
                throw ProblemException.at(
                        ProblemType.INVALID_REQUEST,
                        parser.getParsingContext().pathAsPointer().toString(),
                        "expected a list of labels, such as [0, 1, 1] or [\"cat\", \"dog\"]");
            }
            Label.Reader each = new Label.Reader();
            List<Label> labels = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                labels.add(each.deserialize(parser, context));
            }
            return new Labels(labels);
        }
    }
}
