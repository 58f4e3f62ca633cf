package org.mlmath.numerics.sample;

/** How the values of a series hang together with those before them. */
public final class Autocorrelation {
    private Autocorrelation() {}

    /**
     * r = Σ(xᵢ − x̄)(xᵢ₊ₖ − x̄) / Σ(xᵢ − x̄)², the definition of NIST's Statistical Reference Datasets; NaN where all values are
     * equal or there are no more than k.
     *
     * @param lag k, at least 1
     */
    public static double of(double[] data, SampleMoments moments, int lag) {
        double scale = moments.standardDeviation(moments.size());
        if (data.length <= lag || !(scale > 0)) {
            return Double.NaN;
        }
        CompensatedSum products = new CompensatedSum();
        double[] deviations = new double[data.length];
        for (int i = 0; i < data.length; i++) {
            deviations[i] = moments.deviation(data[i]) / scale;
        }
        for (int i = 0; i < data.length - lag; i++) {
            products.add(deviations[i] * deviations[i + lag]);
        }
        return products.value() / data.length;
    }
}
