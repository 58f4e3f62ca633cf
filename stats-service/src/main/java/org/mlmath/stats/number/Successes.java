package org.mlmath.stats.number;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.util.List;
import org.mlmath.kit.answer.Warning;
import org.mlmath.kit.array.Observations;
import org.mlmath.kit.array.ReadsArray;
import org.mlmath.kit.problem.ProblemException;
import org.mlmath.kit.problem.ProblemType;
import org.mlmath.kit.work.Cost;
import org.mlmath.numerics.InsufficientDataException;
import org.mlmath.numerics.InvalidParameterException;

/**
 * Outcomes of trials that succeed or fail, or how many there were: one of the two is null.
 *
 * @param outcomes 1 or 0, NaN where one is missing
 */
@JsonDeserialize(using = Successes.Reader.class)
@ReadsArray
public record Successes(double[] outcomes, Counts counts) {
    /** From here on doubles do not hold every integer. */
    private static final long MOST_TRIALS = 1L << 53;

    /** How many trials succeeded, of how many. */
    public record Counts(Long successes, Long trials) {}

    /** Outcomes counted. */
    public record Counted(double successes, double trials, List<Warning> warnings) {
        public double failures() {
            return trials - successes;
        }

        public double proportion() {
            return successes / trials;
        }
    }

    /**
     * @throws InvalidParameterException at {@code pointer/i} for an outcome that is neither 0 nor 1, or is missing unless those are
     *     omitted; at {@code pointer/trials} for more than 2^53
     * @throws InsufficientDataException at the pointer where there are no trials
     */
    public Counted counted(String pointer, MissingValues missing) {
        if (counts != null) {
            if (counts.trials() > MOST_TRIALS) {
                throw new InvalidParameterException("There can be 2^53 trials at most.").at(pointer + "/trials");
            }
            requireTrials(counts.trials(), pointer);
            return new Counted(counts.successes(), counts.trials(), List.of());
        }
        long successes = 0;
        long trials = 0;
        for (int i = 0; i < outcomes.length; i++) {
            double outcome = outcomes[i];
            if (outcome == 0 || outcome == 1) {
                trials++;
                successes += (long) outcome;
            } else if (!Double.isNaN(outcome)) {
                throw new InvalidParameterException(
                                "An outcome is 1 (success) or 0 (failure), but this is " + Words.exact(outcome) + ".")
                        .at(pointer + "/" + i);
            } else if (missing == MissingValues.REFUSE) {
                throw MissingValues.refusal(i, pointer);
            }
        }
        requireTrials(trials, pointer);
        int omitted = (int) (outcomes.length - trials);
        return new Counted(
                successes, trials, omitted == 0 ? List.of() : List.of(MissingValues.omitted(omitted, pointer)));
    }

    /** What it costs to count and test samples. */
    public static Cost cost(Successes... samples) {
        long count = 0;
        for (Successes sample : samples) {
            count += sample == null || sample.outcomes() == null ? 0 : sample.outcomes().length;
        }
        return new Cost(2e-5 + 2e-9 * count, 4096);
    }

    private static void requireTrials(long trials, String pointer) {
        if (trials == 0) {
            throw new InsufficientDataException("There are no trials.").at(pointer);
        }
    }

    static final class Reader extends StdDeserializer<Successes> {
        Reader() {
            super(Successes.class);
        }

        @Override
        public Successes deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (parser.currentToken() == JsonToken.START_ARRAY) {
                return new Successes(
                        context.readValue(parser, Observations.class).values(), null);
            }
            String pointer = SampleOrSummary.Reader.pointer(parser);
            if (parser.currentToken() == JsonToken.START_OBJECT) {
                return new Successes(null, complete(context.readValue(parser, Counts.class), pointer));
            }
            throw ProblemException.at(
                    ProblemType.INVALID_REQUEST,
                    pointer,
                    "expected outcomes as a list of 0 and 1, or their counts {\"successes\": …, \"trials\": …}");
        }

        static Counts complete(Counts counts, String pointer) {
            SampleOrSummary.Reader.require(counts.successes() != null, pointer + "/successes", "is required");
            SampleOrSummary.Reader.require(counts.trials() != null, pointer + "/trials", "is required");
            SampleOrSummary.Reader.require(counts.successes() >= 0, pointer + "/successes", "must not be negative");
            SampleOrSummary.Reader.require(
                    counts.successes() <= counts.trials(), pointer + "/successes", "must not be more than the trials");
            return counts;
        }
    }
}
