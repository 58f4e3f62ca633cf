package org.mlmath.stats.classification;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DimensionMismatchException;
import org.mlmath.numerics.InsufficientDataException;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.LimitExceededException;
import org.mlmath.stats.number.Label;
import org.mlmath.stats.number.Labels;

/** Weights of classes, and samples in which they are equally frequent. */
final class Imbalance {
    /** Where accuracy is no longer worth much: the rarest class has a tenth of the most frequent one's observations. */
    private static final double SEVERE = 10;

    private static final long MOST_ENTRIES = 10_000_000;

    private Imbalance() {}

    static ImbalanceResult of(ImbalanceRequest request, long seed, Deadline deadline) {
        requireValid(request);
        List<Label> labels = request.labels().distinct();
        Labels.requireFew(labels.size(), "/labels");
        int[][] members = members(request.labels().values(), labels);
        int[] counts = Arrays.stream(members).mapToInt(m -> m.length).toArray();
        double n = request.labels().size();
        double[] weights = new double[counts.length];
        int most = 0;
        int fewest = Integer.MAX_VALUE;
        for (int k = 0; k < counts.length; k++) {
            weights[k] = n / (counts.length * (double) counts[k]);
            most = Math.max(most, counts[k]);
            fewest = Math.min(fewest, counts[k]);
        }
        List<Warning> warnings = new ArrayList<>();
        if (most >= SEVERE * fewest) {
            warnings.add(new Warning(
                    "severe-imbalance",
                    "The most frequent class has %.3g times the observations of the rarest: judge by precision and recall, not accuracy."
                            .formatted((double) most / fewest),
                    "/imbalanceRatio"));
        }
        boolean resample = request.method() != BalancingMethod.WEIGHTS;
        ResampledObservations resampled = null;
        if (resample) {
            requireRoom(request, (long) most * counts.length);
            RandomGenerator random =
                    RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            resampled = new Resampling(request, labels, members, random, warnings, deadline).resampled();
            warnings.add(new Warning(
                    "resample-training-only",
                    "Resample the training set alone, after it was split: test data made equally frequent say nothing of the world.",
                    "/resampled"));
        }
        if (request.explain()) {
            warnings.add(Warning.noSteps());
        }
        return new ImbalanceResult(
                labels,
                counts,
                weights,
                (double) most / fewest,
                resampled,
                resample ? seed : null,
                Map.of("weights", "n / (classes · count), scikit-learn's \"balanced\""),
                warnings);
    }

    /** Which observations are of each class. */
    private static int[][] members(List<Label> observations, List<Label> labels) {
        Map<Label, List<Integer>> members = new HashMap<>();
        for (int i = 0; i < observations.size(); i++) {
            members.computeIfAbsent(observations.get(i), label -> new ArrayList<>())
                    .add(i);
        }
        return labels.stream()
                .map(label ->
                        members.get(label).stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    private static void requireRoom(ImbalanceRequest request, long rows) {
        long width =
                request.features() == null ? 1 : Math.max(1, request.features().columns());
        if (request.method() != BalancingMethod.RANDOM_UNDER && rows * width > MOST_ENTRIES) {
            throw new LimitExceededException(
                            "The equally frequent classes would have %d observations of %d numbers; at most %d numbers are made."
                                    .formatted(rows, width, MOST_ENTRIES))
                    .at("/method");
        }
    }

    private static void requireValid(ImbalanceRequest request) {
        int size = request.labels().size();
        if (size == 0) {
            throw new InsufficientDataException("There are no observations.")
                    .at("/labels")
                    .with("size", 0);
        }
        if (request.neighbors() < 1) {
            throw new InvalidParameterException("At least one neighbour is needed.").at("/neighbors");
        }
        if (request.features() != null && request.features().rows() != size) {
            throw new DimensionMismatchException("There are %d rows of features and %d labels."
                            .formatted(request.features().rows(), size))
                    .at("/features");
        }
        if (request.method() == BalancingMethod.SMOTE && request.features() == null) {
            throw new InvalidParameterException(
                            "smote makes new observations and needs the features of those there are.")
                    .at("/features");
        }
    }
}
