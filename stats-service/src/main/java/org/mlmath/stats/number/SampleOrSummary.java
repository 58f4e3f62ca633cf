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
import org.mlmath.kit.work.Cost;

/**
 * A sample, or what is known of it: one of the two is null.
 *
 * @param observations NaN where one is missing
 */
@JsonDeserialize(using = SampleOrSummary.Reader.class)
@ReadsArray
public record SampleOrSummary(double[] observations, Summary summary) {
    private static final double SECONDS_PER_OBSERVATION = 4e-8;

    /**
     * @param standardDeviation with divisor n − 1
     * @param size number of observations
     */
    public record Summary(Double mean, Double standardDeviation, Long size) {}

    /** The number of observations, missing ones included. */
    public long size() {
        return observations == null ? summary.size() : observations.length;
    }

    /** What it costs to summarize samples, any of which may be null, beside what comes after. */
    public static Cost cost(double secondsAfter, SampleOrSummary... samples) {
        long count = 0;
        for (SampleOrSummary sample : samples) {
            count += sample == null || sample.observations() == null ? 0 : sample.observations().length;
        }
        return new Cost(secondsAfter + count * SECONDS_PER_OBSERVATION, 4096 + 16 * count);
    }

    static final class Reader extends StdDeserializer<SampleOrSummary> {
        Reader() {
            super(SampleOrSummary.class);
        }

        @Override
        public SampleOrSummary deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (parser.currentToken() == JsonToken.START_ARRAY) {
                Observations observations = context.readValue(parser, Observations.class);
                return new SampleOrSummary(observations.values(), null);
            }
            String pointer = pointer(parser);
            if (parser.currentToken() == JsonToken.START_OBJECT) {
                return new SampleOrSummary(null, complete(context.readValue(parser, Summary.class), pointer));
            }
            throw ProblemException.at(
                    ProblemType.INVALID_REQUEST,
                    pointer,
                    "expected a list of numbers, or a summary {\"mean\": …, \"standardDeviation\": …, \"size\": …}");
        }

        /** Where the value stands: within its own opening bracket Jackson already counts the inside. */
        static String pointer(JsonParser parser) {
            var context = parser.getParsingContext();
            boolean opened = parser.currentToken() == JsonToken.START_OBJECT;
            return (opened ? context.getParent() : context).pathAsPointer().toString();
        }

        static Summary complete(Summary summary, String pointer) {
            require(summary.mean() != null, pointer + "/mean", "is required");
            require(summary.standardDeviation() != null, pointer + "/standardDeviation", "is required");
            require(summary.size() != null, pointer + "/size", "is required");
            require(summary.standardDeviation() >= 0, pointer + "/standardDeviation", "must not be negative");
            require(summary.size() >= 1, pointer + "/size", "must be at least 1");
            return summary;
        }

        static void require(boolean holds, String pointer, String otherwise) {
            if (!holds) {
                throw ProblemException.at(ProblemType.INVALID_REQUEST, pointer, otherwise);
            }
        }
    }
}
