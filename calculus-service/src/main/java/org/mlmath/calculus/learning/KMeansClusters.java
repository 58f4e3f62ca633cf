package org.mlmath.calculus.learning;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.mlmath.calculus.learning.KMeansResult.ClusterDiagnostics;
import org.mlmath.calculus.learning.KMeansResult.ClusterRound;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DimensionMismatchException;
import org.mlmath.numerics.InsufficientDataException;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.clustering.KMeans;
import org.mlmath.numerics.linear.Matrix;

/** Clusters by k-means, with the rounds that led to them. */
final class KMeansClusters {
    private static final long MOST_NUMBERS = 500_000;

    private KMeansClusters() {}

    /**
     * @throws InvalidParameterException for more clusters than observations
     * @throws DimensionMismatchException where centroids or points have another number of coordinates
     */
    static KMeansResult of(KMeansRequest request, UnaryOperator<Long> seeds, Deadline deadline) {
        Matrix data = request.data().matrix();
        int k = request.k();
        if (data.rows() == 0 || data.columns() == 0) {
            throw new InsufficientDataException("There are no observations.").at("/data");
        }
        if (k > data.rows()) {
            throw new InvalidParameterException(
                            "%d clusters cannot be made of %d observations.".formatted(k, data.rows()))
                    .at("/k");
        }
        Matrix given = request.initialization().centroids();
        if (given != null && (given.rows() != k || given.columns() != data.columns())) {
            throw new DimensionMismatchException("The starting centroids are %s; k = %d and %d coordinates need %d×%d."
                            .formatted(given.shape(), k, data.columns(), k, data.columns()))
                    .at("/initialization");
        }
        Matrix points =
                request.assign() == null ? null : LearningData.points(request.assign(), data.columns(), "/assign");
        Long seed = given == null ? seeds.apply(request.seed()) : null;
        KMeans found = given == null
                ? KMeans.fit(
                        data,
                        k,
                        request.initialization().rule(),
                        request.starts(),
                        request.maxIterations(),
                        seed,
                        MOST_NUMBERS,
                        deadline)
                : KMeans.from(data, given, request.maxIterations(), MOST_NUMBERS, deadline);
        KMeans.Round result = found.result();
        int[] sizes = new int[k];
        for (int label : result.labels()) {
            sizes[label]++;
        }
        List<ClusterRound> history = new ArrayList<>();
        for (int i = 0; i < found.numbers().length; i++) {
            KMeans.Round round = found.rounds().get(i);
            history.add(new ClusterRound(found.numbers()[i], round.centroids(), round.labels(), round.inertia()));
        }
        return new KMeansResult(
                result.centroids(),
                result.labels(),
                result.inertia(),
                sizes,
                found.converged(),
                found.numbers()[found.numbers().length - 1],
                history,
                found.inertias(),
                points == null ? null : KMeans.assign(points, result.centroids()),
                seed,
                new ClusterDiagnostics(explained(data, result.inertia()), found.relocated(), found.start()),
                conventions(),
                warnings(request, data, found, sizes));
    }

    /** 1 − inertia / the inertia of one cluster; null where all observations are alike. */
    private static Double explained(Matrix data, double inertia) {
        double[] means = new double[data.columns()];
        for (int i = 0; i < data.rows(); i++) {
            for (int j = 0; j < means.length; j++) {
                means[j] += data.get(i, j) / data.rows();
            }
        }
        KMeans one = KMeans.from(data, new Matrix(1, means.length, means), 0, 0, Deadline.none());
        double total = one.result().inertia();
        return total > 0 ? 1 - inertia / total : null;
    }

    private static List<Warning> warnings(KMeansRequest request, Matrix data, KMeans found, int[] sizes) {
        List<Warning> warnings = new ArrayList<>();
        if (!found.converged()) {
            warnings.add(new Warning(
                    "did-not-converge",
                    "Assignments still changed in round %d.".formatted(found.numbers()[found.numbers().length - 1]),
                    "/maxIterations"));
        }
        int empty = 0;
        for (int size : sizes) {
            empty += size == 0 ? 1 : 0;
        }
        if (empty > 0) {
            Set<List<Double>> distinct = new HashSet<>();
            for (int i = 0; i < data.rows() && distinct.size() < request.k(); i++) {
                List<Double> row = new ArrayList<>();
                for (double value : data.row(i)) {
                    row.add(value + 0.0);
                }
                distinct.add(row);
            }
            warnings.add(new Warning(
                    "empty-clusters",
                    distinct.size() < request.k()
                            ? "Only %d observations are different; %d of %d clusters are empty."
                                    .formatted(distinct.size(), empty, request.k())
                            : "%d of %d clusters are empty.".formatted(empty, request.k()),
                    "/k"));
        }
        if (found.numbers().length <= found.numbers()[found.numbers().length - 1]) {
            warnings.add(new Warning(
                    "history-thinned", "The rounds hold too many numbers; some between are left out.", "/history"));
        }
        if (Boolean.TRUE.equals(request.explain())) {
            warnings.add(Warning.noSteps());
        }
        return List.copyOf(warnings);
    }

    private static Map<String, String> conventions() {
        Map<String, String> conventions = new LinkedHashMap<>();
        conventions.put("inertia", "sum, not mean, of squared Euclidean distances, as scikit-learn's inertia_");
        conventions.put("scaling", "coordinates are taken as they are; bring them to like units first");
        conventions.put("emptyClusters", "moved to the observation farthest from its centroid, as scikit-learn");
        conventions.put(
                "initialization",
                "k-means++ takes the best of 2 + log k candidates for each centroid, as scikit-learn");
        conventions.put("converged", "no assignment changes (scikit-learn's tol = 0)");
        return conventions;
    }
}
