package org.mlmath.stats.number;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.util.Arrays;
import org.mlmath.kit.array.Observations;
import org.mlmath.kit.array.ReadsArray;
import org.mlmath.kit.problem.ProblemException;
import org.mlmath.kit.problem.ProblemType;

/**
 * What was observed in one arm of an experiment: observations, or how many of how many trials succeeded, or a sample's summary. Two of
 * the three are null.
 *
 * @param observations NaN where one is missing; successes are 1 and failures 0
 */
@JsonDeserialize(using = SuccessesOrSample.Reader.class)
@ReadsArray
public record SuccessesOrSample(double[] observations, Successes.Counts counts, SampleOrSummary.Summary summary) {
    /** Whether these can be outcomes of trials: counts, or nothing but 0 and 1. */
    public boolean canSucceed() {
        return counts != null
                || observations != null
                        && observations.length > 0
                        && Arrays.stream(observations).allMatch(x -> x == 0 || x == 1 || Double.isNaN(x));
    }

    public Successes successes() {
        return new Successes(observations, counts);
    }

    /** @throws ProblemException at the pointer, for counts */
    public SampleOrSummary sample(String pointer) {
        if (counts != null) {
            throw ProblemException.at(
                    ProblemType.INVALID_REQUEST,
                    pointer,
                    "one arm has successes and trials, so the other needs them too");
        }
        return new SampleOrSummary(observations, summary);
    }

    /** The number of observations to be read through. */
    public long length() {
        return observations == null ? 0 : observations.length;
    }

    static final class Reader extends StdDeserializer<SuccessesOrSample> {
        private record Fields(Long successes, Long trials, Double mean, Double standardDeviation, Long size) {}

        Reader() {
            super(SuccessesOrSample.class);
        }

        @Override
        public SuccessesOrSample deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (parser.currentToken() == JsonToken.START_ARRAY) {
                return new SuccessesOrSample(
                        context.readValue(parser, Observations.class).values(), null, null);
            }
            String pointer = SampleOrSummary.Reader.pointer(parser);
            if (parser.currentToken() != JsonToken.START_OBJECT) {
                throw ProblemException.at(
                        ProblemType.INVALID_REQUEST,
                        pointer,
                        "expected {\"successes\": …, \"trials\": …}, a list of numbers, or a summary"
                                + " {\"mean\": …, \"standardDeviation\": …, \"size\": …}");
            }
            Fields fields = context.readValue(parser, Fields.class);
            boolean counted = fields.successes() != null || fields.trials() != null;
            if (counted) {
                SampleOrSummary.Reader.require(
                        fields.mean() == null && fields.standardDeviation() == null && fields.size() == null,
                        pointer,
                        "give successes and trials, or a summary, not both");
                return new SuccessesOrSample(
                        null,
                        Successes.Reader.complete(new Successes.Counts(fields.successes(), fields.trials()), pointer),
                        null);
            }
            return new SuccessesOrSample(
                    null,
                    null,
                    SampleOrSummary.Reader.complete(
                            new SampleOrSummary.Summary(fields.mean(), fields.standardDeviation(), fields.size()),
                            pointer));
        }
    }
}
