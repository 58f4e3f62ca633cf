package org.mlmath.stats.information;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mlmath.numerics.InsufficientDataException;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.sample.CompensatedSum;
import org.mlmath.stats.number.Label;

/**
 * Probabilities of outcomes, given or observed.
 *
 * @param values adding up to 1
 * @param observations how many they were observed from; 0 where they were given
 */
record Probabilities(double[] values, double observations) {
    /** By how much probabilities may miss 1 in all. */
    private static final double TOLERANCE = 1e-9;

    /** @param outcomes a list */
    static Probabilities of(Outcomes outcomes, OutcomeKind kind, String pointer) {
        if (outcomes.labels() != null || (kind == OutcomeKind.SAMPLES && outcomes.numbers() != null)) {
            return shared(labels(outcomes, pointer), pointer);
        }
        if (outcomes.numbers() == null) {
            throw new InvalidParameterException("A list is needed here, not a table.").at(pointer);
        }
        return of(outcomes.numbers(), kind, pointer);
    }

    /** @param numbers probabilities or counts */
    static Probabilities of(double[] numbers, OutcomeKind kind, String pointer) {
        return kind.of(numbers) == OutcomeKind.COUNTS ? counted(numbers, pointer) : given(numbers, pointer);
    }

    /** Observations as labels. */
    static List<Label> labels(Outcomes outcomes, String pointer) {
        if (outcomes.labels() != null) {
            return outcomes.labels();
        }
        if (outcomes.numbers() == null) {
            throw new InvalidParameterException("A list of observations is needed here.").at(pointer);
        }
        List<Label> labels = new ArrayList<>(outcomes.numbers().length);
        for (double number : outcomes.numbers()) {
            labels.add(Label.of(number));
        }
        return labels;
    }

    /** Two lists of observations as shares of the same outcomes. */
    static Probabilities[] paired(List<Label> p, List<Label> q) {
        requireSome(p.size(), "/p");
        requireSome(q.size(), "/q");
        Map<Label, Integer> index = new TreeMap<>();
        p.forEach(label -> index.put(label, 0));
        q.forEach(label -> index.put(label, 0));
        int next = 0;
        for (Map.Entry<Label, Integer> entry : index.entrySet()) {
            entry.setValue(next++);
        }
        return new Probabilities[] {shares(p, index), shares(q, index)};
    }

    private static Probabilities shares(List<Label> labels, Map<Label, Integer> index) {
        double[] shares = new double[index.size()];
        for (Label label : labels) {
            shares[index.get(label)] += 1;
        }
        for (int i = 0; i < shares.length; i++) {
            shares[i] /= labels.size();
        }
        return new Probabilities(shares, labels.size());
    }

    private static Probabilities shared(List<Label> labels, String pointer) {
        requireSome(labels.size(), pointer);
        Map<Label, Integer> counts = new HashMap<>();
        labels.forEach(label -> counts.merge(label, 1, Integer::sum));
        double n = labels.size();
        double[] shares = new TreeMap<>(counts)
                .values().stream().mapToDouble(count -> count / n).toArray();
        return new Probabilities(shares, n);
    }

    private static Probabilities counted(double[] counts, String pointer) {
        CompensatedSum sum = new CompensatedSum();
        for (int i = 0; i < counts.length; i++) {
            if (!(counts[i] >= 0)) {
                throw new InvalidParameterException("A count must not be negative.").at(pointer + "/" + i);
            }
            sum.add(counts[i]);
        }
        double total = sum.value();
        if (!(total > 0)) {
            throw new InsufficientDataException("Nothing was counted.").at(pointer);
        }
        double[] shares = counts.clone();
        for (int i = 0; i < shares.length; i++) {
            shares[i] /= total;
        }
        return new Probabilities(shares, total);
    }

    private static Probabilities given(double[] probabilities, String pointer) {
        requireSome(probabilities.length, pointer);
        CompensatedSum sum = new CompensatedSum();
        for (int i = 0; i < probabilities.length; i++) {
            if (!(probabilities[i] >= 0)) {
                throw new InvalidParameterException("A probability must not be negative.").at(pointer + "/" + i);
            }
            sum.add(probabilities[i]);
        }
        if (!(Math.abs(sum.value() - 1) <= TOLERANCE)) {
            throw new InvalidParameterException(
                            "Probabilities add up to 1; these to %s. If they are counts or observations, say so with kind."
                                    .formatted(sum.value()))
                    .at(pointer)
                    .with("sum", sum.value());
        }
        double[] values = probabilities.clone();
        for (int i = 0; i < values.length; i++) {
            values[i] /= sum.value();
        }
        return new Probabilities(values, 0);
    }

    private static void requireSome(int size, String pointer) {
        if (size == 0) {
            throw new InsufficientDataException("There are no outcomes.")
                    .at(pointer)
                    .with("size", 0);
        }
    }

    /** Outcomes that have any probability. */
    int possible() {
        int possible = 0;
        for (double p : values) {
            possible += p > 0 ? 1 : 0;
        }
        return possible;
    }
}
