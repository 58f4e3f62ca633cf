package org.mlmath.stats.classification;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.InsufficientDataException;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.stats.number.Label;

/** Draws a sample in which all classes are equally frequent. */
final class Resampling {
    private final ImbalanceRequest request;
    private final List<Label> labels;
    private final int[][] members;
    private final RandomGenerator random;
    private final List<Warning> warnings;
    private final Deadline deadline;

    private final List<Label> drawn = new ArrayList<>();
    private final List<Integer> indices = new ArrayList<>();
    private final List<double[]> rows = new ArrayList<>();

    Resampling(
            ImbalanceRequest request,
            List<Label> labels,
            int[][] members,
            RandomGenerator random,
            List<Warning> warnings,
            Deadline deadline) {
        this.request = request;
        this.labels = labels;
        this.members = members;
        this.random = random;
        this.warnings = warnings;
        this.deadline = deadline;
    }

    ResampledObservations resampled() {
        if (request.method() == BalancingMethod.RANDOM_UNDER) {
            leaveOut();
        } else {
            IntStream.range(0, request.labels().size()).forEach(this::take);
        }
        int given = indices.size();
        int most = Arrays.stream(members).mapToInt(m -> m.length).max().orElse(0);
        for (int k = 0; k < members.length && request.method() != BalancingMethod.RANDOM_UNDER; k++) {
            int[] ofClass = members[k];
            int wanted = most - ofClass.length;
            if (request.method() == BalancingMethod.SMOTE && wanted > 0) {
                makeUp(ofClass, wanted, labels.get(k));
            } else {
                for (int i = 0; i < wanted; i++) {
                    take(ofClass[random.nextInt(ofClass.length)]);
                }
            }
        }
        return new ResampledObservations(
                drawn,
                request.features() == null ? null : matrix(),
                indices.stream().mapToInt(Integer::intValue).toArray(),
                indices.size() - given);
    }

    /** Keeps as many of each class as the rarest has, in their order. */
    private void leaveOut() {
        int fewest = Arrays.stream(members).mapToInt(m -> m.length).min().orElse(0);
        boolean[] kept = new boolean[request.labels().size()];
        for (int[] ofClass : members) {
            int[] shuffled = ofClass.clone();
            for (int i = 0; i < fewest; i++) { // the first steps of a shuffle
                int other = i + random.nextInt(shuffled.length - i);
                kept[shuffled[other]] = true;
                shuffled[other] = shuffled[i];
            }
        }
        IntStream.range(0, kept.length).filter(i -> kept[i]).forEach(this::take);
    }

    private void take(int index) {
        drawn.add(request.labels().values().get(index));
        indices.add(index);
        if (request.features() != null) {
            rows.add(request.features().row(index));
        }
    }

    private void makeUp(int[] ofClass, int wanted, Label label) {
        if (ofClass.length < 2) {
            throw new InsufficientDataException(
                            "Class %s has a single observation, without a neighbour for smote to go towards."
                                    .formatted(label))
                    .at("/labels");
        }
        int neighbors = Math.min(request.neighbors(), ofClass.length - 1);
        if (neighbors < request.neighbors()) {
            warnings.add(new Warning(
                    "fewer-neighbors",
                    "Class %s has %d observations: %d neighbours were used."
                            .formatted(label, ofClass.length, neighbors),
                    "/neighbors"));
        }
        double[][] points =
                Arrays.stream(ofClass).mapToObj(i -> request.features().row(i)).toArray(double[][]::new);
        int[][] nearest = new int[ofClass.length][];
        for (int i = 0; i < wanted; i++) {
            int from = random.nextInt(ofClass.length);
            if (nearest[from] == null) {
                deadline.check();
                nearest[from] = nearest(points, from, neighbors);
            }
            int to = nearest[from][random.nextInt(neighbors)];
            double share = random.nextDouble();
            double[] between = new double[points[from].length];
            for (int j = 0; j < between.length; j++) {
                between[j] = (1 - share) * points[from][j] + share * points[to][j];
            }
            drawn.add(label);
            indices.add(ofClass[from]);
            rows.add(between);
        }
    }

    /** The nearest other points by Euclidean distance, of equally near ones the first. */
    private static int[] nearest(double[][] points, int from, int count) {
        double[] distances = new double[points.length];
        for (int i = 0; i < points.length; i++) {
            double sum = 0;
            for (int j = 0; j < points[i].length; j++) {
                double d = points[i][j] - points[from][j];
                sum += d * d;
            }
            distances[i] = i == from ? Double.POSITIVE_INFINITY : sum;
        }
        return IntStream.range(0, points.length)
                .filter(i -> i != from)
                .boxed()
                .sorted((i, j) -> Double.compare(distances[i], distances[j]))
                .limit(count)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private Matrix matrix() {
        int width = request.features().columns();
        double[] values = new double[rows.size() * width];
        for (int i = 0; i < rows.size(); i++) {
            System.arraycopy(rows.get(i), 0, values, i * width, width);
        }
        return new Matrix(rows.size(), width, values);
    }
}
