package org.mlmath.bench;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;

/** What became of requests: how many had which status (0: none), and how long they took. */
final class Outcome {
    /** Longer than any answer is waited for, in nanoseconds. */
    private static final long LONGEST = 120_000_000_000L;

    private static final int DIGITS = 3;

    private final int[] statuses;
    private final Histogram answers;
    private final Histogram refusals;
    private final Histogram delays;
    private final Histogram answersSinceSent;
    private double seconds;
    private double processorSeconds;

    Outcome() {
        this(new int[600], histogram(), histogram(), histogram(), histogram());
    }

    private Outcome(
            int[] statuses, Histogram answers, Histogram refusals, Histogram delays, Histogram answersSinceSent) {
        this.statuses = statuses;
        this.answers = answers;
        this.refusals = refusals;
        this.delays = delays;
        this.answersSinceSent = answersSinceSent;
    }

    private static Histogram histogram() {
        return new Histogram(LONGEST, DIGITS);
    }

    /** @param delay nanoseconds by which the sender itself was late */
    void sent(long delay) {
        delays.recordValue(Math.clamp(delay, 0, LONGEST));
    }

    /**
     * @param taken nanoseconds since the request was due
     * @param takenSinceSent nanoseconds since it was sent
     */
    void ended(int status, long taken, long takenSinceSent) {
        statuses[status]++;
        if (status == 200) {
            answersSinceSent.recordValue(Math.clamp(takenSinceSent, 0, LONGEST));
            answers.recordValue(Math.clamp(taken, 0, LONGEST));
        } else if (status != 0) {
            refusals.recordValue(Math.clamp(taken, 0, LONGEST));
        }
    }

    void over(double seconds, double processorSeconds) {
        this.seconds = seconds;
        this.processorSeconds = processorSeconds;
    }

    /** @return answers of 200 in a second */
    double rate() {
        return statuses[200] / seconds;
    }

    int count(int... of) {
        return Arrays.stream(of).map(status -> statuses[status]).sum();
    }

    int all() {
        return Arrays.stream(statuses).sum();
    }

    /** @return milliseconds within which this share of the answers came */
    double quantile(double share) {
        return quantile(answers, share);
    }

    /** @return milliseconds from when it was sent within which this share of the answers came */
    double sinceSent(double share) {
        return quantile(answersSinceSent, share);
    }

    /** @return milliseconds within which this share of all that was not answered with 200 was told so */
    double refusal(double share) {
        return quantile(refusals, share);
    }

    /** @return milliseconds by which this share of the requests was sent late at most */
    double delay(double share) {
        return quantile(delays, share);
    }

    /** @return microseconds of processor time that sending a request and reading its answer took */
    double processorMicros() {
        return processorSeconds * 1e6 / all();
    }

    private static double quantile(Histogram histogram, double share) {
        return histogram.getTotalCount() == 0 ? Double.NaN : histogram.getValueAtPercentile(100 * share) / 1e6;
    }

    /** @return all of it in one line */
    String line() {
        StringJoiner counts = new StringJoiner(",");
        for (int status = 0; status < statuses.length; status++) {
            if (statuses[status] > 0) {
                counts.add(status + "=" + statuses[status]);
            }
        }
        return counts + " " + seconds + " " + processorSeconds + " " + text(answers) + " " + text(refusals) + " "
                + text(delays) + " " + text(answersSinceSent);
    }

    static Outcome parse(String line) {
        String[] parts = line.split(" ");
        int[] statuses = new int[600];
        for (String count : parts[0].split(",")) {
            String[] pair = count.split("=");
            statuses[Integer.parseInt(pair[0])] = Integer.parseInt(pair[1]);
        }
        Outcome outcome = new Outcome(
                statuses, histogram(parts[3]), histogram(parts[4]), histogram(parts[5]), histogram(parts[6]));
        outcome.over(Double.parseDouble(parts[1]), Double.parseDouble(parts[2]));
        return outcome;
    }

    private static String text(Histogram histogram) {
        ByteBuffer bytes = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
        int length = histogram.encodeIntoCompressedByteBuffer(bytes);
        return Base64.getEncoder().encodeToString(Arrays.copyOf(bytes.array(), length));
    }

    private static Histogram histogram(String text) {
        try {
            return Histogram.decodeFromCompressedByteBuffer(
                    ByteBuffer.wrap(Base64.getDecoder().decode(text)), LONGEST);
        } catch (DataFormatException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    public String toString() {
        Map<Integer, Integer> counts = new TreeMap<>();
        for (int status = 0; status < statuses.length; status++) {
            if (statuses[status] > 0) {
                counts.put(status, statuses[status]);
            }
        }
        return "%s in %.1f s, answered %.2f/%.2f/%.2f ms, refused %.2f/%.2f/%.2f ms, sent late %.2f/%.2f ms, %.1f us each"
                .formatted(
                        counts,
                        seconds,
                        quantile(0.5),
                        quantile(0.99),
                        quantile(1),
                        refusal(0.5),
                        refusal(0.99),
                        refusal(1),
                        delay(0.5),
                        delay(0.99),
                        processorMicros());
    }
}
