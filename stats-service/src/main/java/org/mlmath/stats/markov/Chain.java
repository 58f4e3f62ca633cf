package org.mlmath.stats.markov;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.mlmath.numerics.DimensionMismatchException;
import org.mlmath.numerics.InsufficientDataException;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.stats.number.Label;
import org.mlmath.stats.number.Labels;

/**
 * A chain of a request.
 *
 * @param transition rows that add up to 1 as nearly as doubles can
 * @param states their names: 0, 1, … unless others were given
 */
record Chain(Matrix transition, List<Label> states) {
    /** By how much probabilities may miss 1 in all. */
    private static final double TOLERANCE = 1e-9;

    /** @throws InvalidParameterException where a row is no distribution */
    static Chain of(Matrix transition, Labels names) {
        int n = transition.rows();
        if (!transition.isSquare()) {
            throw new DimensionMismatchException(
                            "A transition matrix is square; this one is %s.".formatted(transition.shape()))
                    .at("/transition");
        }
        if (n == 0) {
            throw new InsufficientDataException("There are no states.").at("/transition");
        }
        double[] values = new double[n * n];
        for (int i = 0; i < n; i++) {
            double[] row = distribution(transition.row(i), "/transition/" + i);
            System.arraycopy(row, 0, values, i * n, n);
        }
        return new Chain(new Matrix(n, n, values), states(names, n));
    }

    /** The probabilities made to add up to 1. */
    private static double[] distribution(double[] given, String pointer) {
        double sum = 0;
        for (int j = 0; j < given.length; j++) {
            if (!(given[j] >= 0 && given[j] <= 1 + TOLERANCE)) {
                throw new InvalidParameterException("A probability is from 0 to 1; got %s.".formatted(given[j]))
                        .at(pointer + "/" + j);
            }
            sum += given[j];
        }
        if (!(Math.abs(sum - 1) <= TOLERANCE)) {
            throw new InvalidParameterException("The probabilities of a row add up to 1; these to %s.".formatted(sum))
                    .at(pointer)
                    .with("sum", sum);
        }
        double[] probabilities = given.clone();
        for (int j = 0; j < given.length; j++) {
            probabilities[j] /= sum;
        }
        return probabilities;
    }

    private static List<Label> states(Labels names, int n) {
        if (names == null) {
            return IntStream.range(0, n).mapToObj(Label::of).toList();
        }
        if (names.size() != n) {
            throw new DimensionMismatchException("There are %d states and %d names.".formatted(n, names.size()))
                    .at("/states");
        }
        Map<Label, Integer> seen = new HashMap<>();
        for (int i = 0; i < n; i++) {
            if (seen.putIfAbsent(names.values().get(i), i) != null) {
                throw new InvalidParameterException("Two states have the name %s."
                                .formatted(names.values().get(i)))
                        .at("/states/" + i);
            }
        }
        return names.values();
    }

    /** The distribution a chain starts from. */
    double[] start(ChainStart start) {
        int n = states.size();
        if (start.distribution() != null) {
            if (start.distribution().length != n) {
                throw new DimensionMismatchException(
                                "There are %d states and %d probabilities.".formatted(n, start.distribution().length))
                        .at("/start");
            }
            return distribution(start.distribution(), "/start");
        }
        int state = states.indexOf(start.state());
        if (state < 0) {
            throw new InvalidParameterException("There is no state %s.".formatted(start.state())).at("/start");
        }
        double[] distribution = new double[n];
        distribution[state] = 1;
        return distribution;
    }

    List<Label> names(int[] indices) {
        return IntStream.of(indices).mapToObj(states::get).toList();
    }
}
