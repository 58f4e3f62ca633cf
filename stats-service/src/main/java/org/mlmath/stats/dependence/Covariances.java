package org.mlmath.stats.dependence;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.numerics.sample.CrossProducts;
import org.mlmath.numerics.sample.ShrinkageIntensity;
import org.mlmath.stats.number.UndefinedValues;
import org.mlmath.stats.number.Words;

/** Covariance matrices. */
final class Covariances {
    private Covariances() {}

    static CovarianceResult of(CovarianceRequest request, Deadline deadline) {
        if (!(request.ddof() >= 0)) {
            throw new InvalidParameterException("ddof must not be negative.").at("/ddof");
        }
        Double given = request.shrinkage().intensity();
        if (given != null && !(given >= 0 && given <= 1)) {
            throw new InvalidParameterException("A shrinkage is from 0 to 1.").at("/shrinkage");
        }
        PairedColumns columns = PairedColumns.of(request.data(), request.x(), request.y(), request.missing(), 1);
        CrossProducts products = CrossProducts.of(columns.data().columns(), deadline);
        double intensity = intensity(request.shrinkage(), columns, products);
        Matrix matrix = shrunk(products.covariance(products.size() - request.ddof()), intensity);
        List<Warning> warnings = columns.warnings();
        warnings.addAll(UndefinedValues.warnings(matrix.values(), "/matrix"));
        if (request.explain()) {
            warnings.add(Warning.noSteps());
        }
        return new CovarianceResult(
                matrix,
                columns.pair() ? matrix.get(0, 1) : null,
                columns.data().names(),
                IntStream.range(0, products.columns())
                        .mapToDouble(products::mean)
                        .toArray(),
                intensity,
                products.size(),
                conventions(request),
                warnings);
    }

    private static double intensity(Shrinkage shrinkage, PairedColumns columns, CrossProducts products) {
        if (shrinkage.intensity() != null) {
            return shrinkage.intensity();
        }
        return switch (shrinkage.rule()) {
            case NONE -> 0;
            case LEDOIT_WOLF ->
                ShrinkageIntensity.ledoitWolf(columns.data().columns(), products, products.covariance(products.size()));
            case ORACLE_APPROXIMATING ->
                ShrinkageIntensity.oracleApproximating(products.size(), products.covariance(products.size()));
        };
    }

    private static Matrix shrunk(Matrix covariance, double intensity) {
        if (intensity == 0) {
            return covariance;
        }
        int p = covariance.rows();
        double trace = 0;
        for (int i = 0; i < p; i++) {
            trace += covariance.get(i, i);
        }
        double[] shrunk = covariance.values().clone();
        for (int i = 0; i < p; i++) {
            for (int j = 0; j < p; j++) {
                shrunk[i * p + j] = (1 - intensity) * shrunk[i * p + j] + (i == j ? intensity * trace / p : 0);
            }
        }
        return new Matrix(p, p, shrunk);
    }

    private static Map<String, String> conventions(CovarianceRequest request) {
        Map<String, String> conventions = new LinkedHashMap<>();
        conventions.put("covariance", "divisor n - " + Words.exact(request.ddof()));
        if (request.shrinkage().rule() != ShrinkageRule.NONE) {
            conventions.put("shrinkage", "(1 - shrinkage)·S + shrinkage·(tr S / p)·I; scikit-learn's S has ddof 0");
        }
        return conventions;
    }
}
