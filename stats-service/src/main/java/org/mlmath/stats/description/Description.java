package org.mlmath.stats.description;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.InsufficientDataException;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.sample.Autocorrelation;
import org.mlmath.numerics.sample.CompensatedSum;
import org.mlmath.numerics.sample.SampleMoments;
import org.mlmath.numerics.sample.SampleQuantiles;
import org.mlmath.stats.number.DataColumns;
import org.mlmath.stats.number.MissingValues;
import org.mlmath.stats.number.Words;

/** Summarizes data column by column. */
final class Description {
    private final DescribeRequest request;

    private Description(DescribeRequest request) {
        this.request = request;
    }

    static DescribeResult of(DescribeRequest request, Deadline deadline) {
        DataColumns data = request.data();
        if (data.columns().isEmpty() || data.rows() == 0) {
            throw new InsufficientDataException("There are no observations.")
                    .at("/data")
                    .with("size", 0);
        }
        requireValid(request);
        WeightedSample.checkWeights(request.weights(), data.rows());
        Description description = new Description(request);
        Map<String, ColumnDescription> columns = new LinkedHashMap<>();
        List<Warning> warnings = new ArrayList<>();
        for (int j = 0; j < data.columns().size(); j++) {
            deadline.check();
            double[] column = data.columns().get(j);
            data.requirePresent(j, request.missing(), "/data");
            String pointer = data.pointer("/data", j);
            ColumnDescription summary = description.describe(column, pointer);
            if (summary.missing() > 0) {
                warnings.add(MissingValues.omitted(summary.missing(), pointer));
            }
            columns.put(data.names().get(j), summary);
        }
        if (request.explain()) {
            warnings.add(Warning.noSteps());
        }
        boolean vector = data.form() == DataColumns.Form.VECTOR;
        return new DescribeResult(
                vector ? columns.get("x1") : null, vector ? null : columns, description.conventions(), warnings);
    }

    private static void requireValid(DescribeRequest request) {
        if (!(request.ddof() >= 0)) {
            throw new InvalidParameterException("ddof must not be negative.").at("/ddof");
        }
        QuantileRequest.requireType(request.quantileType(), "/quantileType");
    }

    private ColumnDescription describe(double[] column, String pointer) {
        boolean nothing = Arrays.stream(column).allMatch(Double::isNaN);
        if (nothing && request.data().form() != DataColumns.Form.VECTOR) {
            return empty(column.length);
        }
        WeightedSample sample = WeightedSample.of(column, request.weights(), request.missing(), pointer);
        double[] values = sample.values();
        double[] weights = sample.weights();
        SampleMoments moments = SampleMoments.of(values, weights);
        SampleQuantiles quantiles = SampleQuantiles.of(values, weights);
        int type = request.quantileType();
        double n = moments.weight();
        double divisor = request.weightKind().divisor(moments, request.ddof());
        double deviation = moments.standardDeviation(divisor);
        double[] quartiles = {quantiles.at(0.25, type), quantiles.at(0.5, type), quantiles.at(0.75, type)};
        double[] sorted = quantiles.sorted();
        double min = sorted[0];
        double max = sorted[sorted.length - 1];
        double g1 = moments.skewness();
        double g2 = moments.excessKurtosis();
        return new ColumnDescription(
                values.length,
                sample.missing(),
                Ties.distinct(sorted),
                moments.sum(),
                moments.mean(),
                deviation / Math.sqrt(effectiveSize(moments)),
                deviation,
                moments.variance(divisor),
                min,
                quartiles,
                quartiles[1],
                max,
                max - min,
                quartiles[2] - quartiles[0],
                g1,
                g2,
                n > 2 ? Math.sqrt(n * (n - 1)) / (n - 2) * g1 : Double.NaN,
                n > 3 ? (n - 1) / ((n - 2) * (n - 3)) * ((n + 1) * g2 + 6) : Double.NaN,
                medianDistance(values, weights, quartiles[1]),
                meanDistance(values, weights, moments),
                moments.mean() == 0 ? Double.NaN : deviation / Math.abs(moments.mean()),
                Math.hypot(moments.mean(), moments.standardDeviation(n)),
                positiveMean(values, weights, n, min, false),
                positiveMean(values, weights, n, min, true),
                Ties.mode(values, weights),
                Autocorrelation.of(values, weights == null ? moments : SampleMoments.of(values), 1));
    }

    private double effectiveSize(SampleMoments moments) {
        return request.weightKind() == WeightKind.FREQUENCY
                ? moments.weight()
                : moments.weight() * moments.weight() / moments.squaredWeight();
    }

    private static double medianDistance(double[] values, double[] weights, double median) {
        double[] distances =
                Arrays.stream(values).map(x -> Math.abs(x - median)).toArray();
        return SampleQuantiles.of(distances, weights).median();
    }

    private static double meanDistance(double[] values, double[] weights, SampleMoments moments) {
        double[] distances =
                Arrays.stream(values).map(x -> Math.abs(moments.deviation(x))).toArray();
        return SampleMoments.of(distances, weights).mean();
    }

    /** The geometric or the harmonic mean; NaN unless all observations are positive. */
    private static double positiveMean(double[] values, double[] weights, double n, double min, boolean harmonic) {
        if (!(min > 0)) {
            return Double.NaN;
        }
        CompensatedSum sum = new CompensatedSum();
        for (int i = 0; i < values.length; i++) {
            double w = weights == null ? 1 : weights[i];
            sum.add(w * (harmonic ? min / values[i] : Math.log(values[i] / min)));
        }
        return harmonic ? n * min / sum.value() : min * Math.exp(sum.value() / n);
    }

    private static ColumnDescription empty(int missing) {
        double[] quartiles = {Double.NaN, Double.NaN, Double.NaN};
        return new ColumnDescription(
                0, missing, 0, 0.0, null, null, null, null, null, quartiles, null, null, null, null, null, null, null,
                null, null, null, null, null, null, null, null, null);
    }

    private Map<String, String> conventions() {
        Map<String, String> conventions = new LinkedHashMap<>();
        conventions.put("variance", "divisor n - " + Words.exact(request.ddof()));
        conventions.put(
                "quartiles",
                "type %d of Hyndman and Fan (1996)".formatted(request.quantileType())
                        + (request.quantileType() == 7 ? ", as NumPy and R by default" : ""));
        conventions.put(
                "skewness",
                "skewness and excessKurtosis are the moment coefficients g1 and g2 (SciPy), the adjusted ones G1 and G2 (SAS, Excel, pandas)");
        if (request.weights() != null) {
            conventions.put(
                    "weights",
                    request.weightKind() == WeightKind.FREQUENCY
                            ? "frequencies: n is the sum of the weights"
                            : "reliabilities: n - ddof becomes W - ddof·Σw²/W");
        }
        return conventions;
    }
}
