package org.mlmath.stats.resampling;

import java.util.ArrayList;
import java.util.List;
import org.mlmath.kit.answer.Warning;
import org.mlmath.kit.problem.ProblemException;
import org.mlmath.kit.problem.ProblemType;
import org.mlmath.numerics.DimensionMismatchException;
import org.mlmath.numerics.InsufficientDataException;
import org.mlmath.stats.number.DataColumns;
import org.mlmath.stats.number.MissingValues;
import org.mlmath.stats.number.PairedObservations;
import org.mlmath.stats.number.Sample;

/**
 * The one or two samples that a bootstrap draws from.
 *
 * @param paired whether two samples are drawn from together
 */
record BootstrapSamples(double[][] values, boolean paired, List<Warning> warnings) {
    static BootstrapSamples of(BootstrapRequest request) {
        boolean one = request.statistic().needs() == BootstrapStatistic.Needs.ONE;
        if (request.data() != null && (request.a() != null || request.b() != null)) {
            throw ProblemException.at(
                    ProblemType.INVALID_REQUEST,
                    request.a() != null ? "/a" : "/b",
                    "stands beside data; give data, or a and b");
        }
        return one ? one(request) : two(request);
    }

    private static BootstrapSamples one(BootstrapRequest request) {
        if (request.data() == null) {
            String pointer = request.a() != null ? "/a" : request.b() != null ? "/b" : "/data";
            throw ProblemException.at(
                    ProblemType.INVALID_REQUEST,
                    pointer,
                    pointer.equals("/data")
                            ? "is required: data, or two samples a and b"
                            : "the statistic is of one sample: give it as data");
        }
        DataColumns columns = columns(request.data(), 1, request.missing());
        List<Warning> warnings = omitted(request.data(), columns);
        requireSize(columns.rows(), "/data");
        return new BootstrapSamples(new double[][] {columns.columns().getFirst()}, false, warnings);
    }

    private static BootstrapSamples two(BootstrapRequest request) {
        if (request.data() != null) {
            DataColumns columns = columns(request.data(), 2, request.missing());
            requireSize(columns.rows(), "/data");
            return new BootstrapSamples(
                    columns.columns().toArray(double[][]::new), true, omitted(request.data(), columns));
        }
        if (request.a() == null || request.b() == null) {
            throw ProblemException.at(
                    ProblemType.INVALID_REQUEST,
                    request.a() == null ? "/a" : "/b",
                    "is required: the statistic is of two samples");
        }
        if (request.paired() || request.statistic().needs() == BootstrapStatistic.Needs.PAIRS) {
            PairedObservations pairs =
                    PairedObservations.of(request.a().values(), request.b().values(), request.missing());
            requireSize(pairs.size(), "/a");
            return new BootstrapSamples(new double[][] {pairs.a(), pairs.b()}, true, pairs.warnings());
        }
        Sample a = Sample.of(request.a(), "/a", request.missing(), 2);
        Sample b = Sample.of(request.b(), "/b", request.missing(), 2);
        List<Warning> warnings = new ArrayList<>(a.warnings());
        warnings.addAll(b.warnings());
        return new BootstrapSamples(new double[][] {a.values(), b.values()}, false, warnings);
    }

    private static DataColumns columns(DataColumns data, int needed, MissingValues missing) {
        if (data.columns().size() != needed) {
            throw new DimensionMismatchException("data has %d columns, but the statistic is of %s."
                            .formatted(
                                    data.columns().size(),
                                    needed == 1 ? "one sample" : "two samples: give two columns, or a and b"))
                    .at("/data");
        }
        return data.complete(missing, "/data");
    }

    private static List<Warning> omitted(DataColumns given, DataColumns complete) {
        int omitted = given.rows() - complete.rows();
        return omitted == 0 ? List.of() : List.of(MissingValues.omitted(omitted, "/data"));
    }

    private static void requireSize(int size, String pointer) {
        if (size < 2) {
            throw new InsufficientDataException("There %s; resampling shows nothing of fewer than 2."
                            .formatted(size == 0 ? "are no observations" : "is 1 observation"))
                    .at(pointer)
                    .with("size", size);
        }
    }
}
