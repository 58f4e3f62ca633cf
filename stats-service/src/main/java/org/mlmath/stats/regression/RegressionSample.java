package org.mlmath.stats.regression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.mlmath.kit.answer.Warning;
import org.mlmath.kit.array.Observations;
import org.mlmath.numerics.DimensionMismatchException;
import org.mlmath.numerics.DomainException;
import org.mlmath.numerics.InsufficientDataException;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.NearestName;
import org.mlmath.numerics.regression.LinearFit;
import org.mlmath.stats.number.DataColumns;
import org.mlmath.stats.number.MissingValues;

/**
 * The observations that a model is fitted to, none of them missing anything.
 *
 * @param names of the features
 * @param features their columns
 * @param target a value per observation
 * @param weights positive, or null for 1 each
 * @param vector whether the features were given as one vector
 * @param warnings what was left out
 */
record RegressionSample(
        List<String> names,
        List<double[]> features,
        double[] target,
        double[] weights,
        boolean vector,
        List<Warning> warnings) {

    int size() {
        return target.length;
    }

    /**
     * @throws DimensionMismatchException where features, target and weights are of different lengths
     * @throws InvalidParameterException for a missing value that may not be, a negative weight, or a target column that is not there
     * @throws InsufficientDataException where nothing is left
     */
    static RegressionSample of(
            DataColumns features, RegressionTarget target, Observations weights, MissingValues missing) {
        return of(features, target, "target", weights, missing);
    }

    /** @param field the target's name in the request */
    static RegressionSample of(
            DataColumns features, RegressionTarget target, String field, Observations weights, MissingValues missing) {
        List<String> names = new ArrayList<>(features.names());
        List<double[]> columns = new ArrayList<>(features.columns());
        double[] y = target.values();
        if (y == null) {
            int at = column(target.column(), features, "/" + field);
            y = columns.remove(at);
            names.remove(at);
        }
        requireLength(y.length, features.rows(), field, "/" + field);
        double[] w = weights == null ? null : weights.values();
        if (w != null) {
            requireLength(w.length, features.rows(), "weights", "/weights");
        }
        boolean[] leave = new boolean[y.length];
        int incomplete = 0;
        int weightless = 0;
        for (int i = 0; i < y.length; i++) {
            String at = missingAt(i, features, target, "/" + field, w);
            if (at != null) {
                if (missing == MissingValues.REFUSE) {
                    throw new InvalidParameterException(
                                    "Observation %d is missing. With missing: \"omit\" it is left out.".formatted(i))
                            .at(at);
                }
                leave[i] = true;
                incomplete++;
            } else if (w != null) {
                requireWeight(w[i], i);
                leave[i] = w[i] == 0;
                weightless += leave[i] ? 1 : 0;
            }
        }
        List<Warning> warnings = new ArrayList<>();
        if (incomplete > 0) {
            warnings.add(MissingValues.omitted(incomplete, "/features"));
        }
        if (weightless > 0) {
            warnings.add(new Warning(
                    "zero-weights",
                    "%d of the observations have weight 0 and do not count.".formatted(weightless),
                    "/weights"));
        }
        if (incomplete + weightless > 0) {
            int[] kept = IntStream.range(0, y.length).filter(i -> !leave[i]).toArray();
            columns.replaceAll(column -> rows(column, kept));
            y = rows(y, kept);
            w = w == null ? null : rows(w, kept);
        }
        if (y.length == 0) {
            throw new InsufficientDataException("There is no observation to fit the model to.").at("/features");
        }
        return new RegressionSample(
                names, columns, y, w, features.form() == DataColumns.Form.VECTOR, List.copyOf(warnings));
    }

    /** @throws DomainException where the squares of the observations overflowed in the fit */
    static void requireFinite(LinearFit fit) {
        boolean finite = Double.isFinite(fit.minimum());
        double[] coefficients = fit.coefficients();
        for (int j : fit.kept()) {
            finite &= Double.isFinite(coefficients[j]);
        }
        if (!finite) {
            throw new DomainException(
                            "The sums of squares or the coefficients are larger than the largest double: scale features and target.")
                    .at("/features");
        }
    }

    private static int column(String name, DataColumns features, String pointer) {
        int at = features.form() == DataColumns.Form.NAMED ? features.names().indexOf(name) : -1;
        if (at < 0) {
            throw new InvalidParameterException(
                            features.form() == DataColumns.Form.NAMED
                                    ? "The features have no column \"%s\".%s"
                                            .formatted(name, NearestName.question(name, features.names()))
                                    : "A target is named only among named columns.")
                    .at(pointer);
        }
        return at;
    }

    private static void requireLength(int length, int rows, String what, String pointer) {
        if (length != rows) {
            throw new DimensionMismatchException(
                            "features has %d observations, %s has %d.".formatted(rows, what, length))
                    .at(pointer);
        }
    }

    private static String missingAt(
            int i, DataColumns features, RegressionTarget target, String pointer, double[] weights) {
        for (int j = 0; j < features.columns().size(); j++) {
            if (Double.isNaN(features.columns().get(j)[i])) {
                return features.pointer("/features", i, j);
            }
        }
        if (target.values() != null && Double.isNaN(target.values()[i])) {
            return pointer + "/" + i;
        }
        return weights != null && Double.isNaN(weights[i]) ? "/weights/" + i : null;
    }

    private static void requireWeight(double weight, int i) {
        if (!(weight >= 0) || Double.isInfinite(weight)) {
            throw new InvalidParameterException("A weight is %s; weights are at least 0.".formatted(weight))
                    .at("/weights/" + i);
        }
    }

    private static double[] rows(double[] column, int[] kept) {
        return Arrays.stream(kept).mapToDouble(i -> column[i]).toArray();
    }

    /**
     * The columns of points to predict at, in the order of the features.
     *
     * @throws DimensionMismatchException where the points have another number of coordinates
     * @throws InvalidParameterException for an unknown column, or a missing value
     */
    List<double[]> pointsToPredict(DataColumns points) {
        List<double[]> columns = new ArrayList<>();
        if (points.form() == DataColumns.Form.NAMED && !vector) {
            for (String name : points.names()) {
                if (!names.contains(name)) {
                    throw new InvalidParameterException(
                                    "There is no feature \"%s\".%s".formatted(name, NearestName.question(name, names)))
                            .at("/predictAt");
                }
            }
            for (String name : names) {
                int at = points.names().indexOf(name);
                if (at < 0) {
                    throw new DimensionMismatchException("The points have no value of \"%s\".".formatted(name))
                            .at("/predictAt");
                }
                columns.add(points.columns().get(at));
            }
        } else if (points.form() == DataColumns.Form.VECTOR && names.size() != 1 && points.rows() == names.size()) {
            // One point of several features, written as a vector.
            for (int j = 0; j < names.size(); j++) {
                columns.add(new double[] {points.columns().getFirst()[j]});
            }
        } else {
            columns.addAll(points.columns());
        }
        if (columns.isEmpty() || (columns.size() != names.size() && points.rows() > 0)) {
            throw new DimensionMismatchException("A point to predict at has %d coordinates; there are %d features."
                            .formatted(columns.size(), names.size()))
                    .at("/predictAt");
        }
        for (double[] column : columns) {
            for (int i = 0; i < column.length; i++) {
                if (Double.isNaN(column[i])) {
                    throw new InvalidParameterException("A point to predict at has no missing coordinates.")
                            .at("/predictAt/" + i);
                }
            }
        }
        return columns;
    }
}
