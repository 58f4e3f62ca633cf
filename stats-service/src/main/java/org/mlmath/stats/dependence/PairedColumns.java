package org.mlmath.stats.dependence;

import java.util.ArrayList;
import java.util.List;
import org.mlmath.kit.answer.Warning;
import org.mlmath.kit.array.Observations;
import org.mlmath.kit.problem.ProblemException;
import org.mlmath.kit.problem.ProblemType;
import org.mlmath.numerics.DimensionMismatchException;
import org.mlmath.numerics.InsufficientDataException;
import org.mlmath.stats.number.DataColumns;
import org.mlmath.stats.number.MissingValues;

/**
 * Columns whose observations belong together row by row, given as data or as x and y.
 *
 * @param data without missing values
 * @param pair whether x and y were given
 * @param warnings what was left out
 */
record PairedColumns(DataColumns data, boolean pair, List<Warning> warnings) {
    /**
     * @param needed the fewest observations
     * @throws InsufficientDataException for fewer
     */
    static PairedColumns of(DataColumns data, Observations x, Observations y, MissingValues missing, int needed) {
        boolean pair = data == null;
        DataColumns given = pair ? joined(x, y) : data;
        if (!pair && (x != null || y != null)) {
            throw ProblemException.at(
                    ProblemType.INVALID_REQUEST, x != null ? "/x" : "/y", "stands beside data; give data, or x and y");
        }
        String pointer = pair ? "" : "/data";
        if (given.columns().isEmpty()) {
            throw new InsufficientDataException("There are no columns.").at(pointer);
        }
        DataColumns complete = given.complete(missing, pointer);
        if (complete.rows() < needed) {
            throw new InsufficientDataException("There %s, but at least %d are needed."
                            .formatted(
                                    complete.rows() == 1
                                            ? "is 1 complete observation"
                                            : "are " + complete.rows() + " complete observations",
                                    needed))
                    .at(pair ? "/x" : pointer)
                    .with("size", complete.rows());
        }
        List<Warning> warnings = new ArrayList<>();
        if (complete.rows() < given.rows()) {
            warnings.add(MissingValues.omitted(given.rows() - complete.rows(), pair ? "/x" : pointer));
        }
        return new PairedColumns(complete, pair, warnings);
    }

    private static DataColumns joined(Observations x, Observations y) {
        if (x == null || y == null) {
            throw ProblemException.at(
                    ProblemType.INVALID_REQUEST,
                    x == null && y == null ? "/data" : x == null ? "/x" : "/y",
                    "is required: data, or x and y");
        }
        if (x.values().length != y.values().length) {
            throw new DimensionMismatchException(
                            "x has %d observations, y has %d.".formatted(x.values().length, y.values().length))
                    .at("/y");
        }
        return new DataColumns(DataColumns.Form.NAMED, List.of("x", "y"), List.of(x.values(), y.values()));
    }

    /** Observations and columns of a request as it was read, null where none were given. */
    static long[] shape(DataColumns data, Observations x) {
        return data != null
                ? new long[] {data.rows(), data.columns().size()}
                : new long[] {x == null ? 0 : x.values().length, 2};
    }
}
