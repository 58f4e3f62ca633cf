package org.mlmath.stats.dependence;

/**
 * Confidence limits of a correlation by Fisher's z = artanh r, nearly normal with variance 1/(n − 3) for Pearson's coefficient,
 * (1 + ρ²/2)/(n − 3) for Spearman's and 0.437/(n − 4) for Kendall's (D. Bonett and T. Wright, Psychometrika 65 (2000), 23-28).
 */
final class FisherZ {
    private FisherZ() {}

    static double of(double r) {
        return Math.abs(r) == 1 ? Math.copySign(Double.POSITIVE_INFINITY, r) : 0.5 * Math.log1p(2 * r / (1 - r));
    }

    /** The standard error of z; infinite for too few observations. */
    static double standardError(CorrelationMethod method, double r, int n) {
        int used = method == CorrelationMethod.KENDALL ? 4 : 3;
        return n > used ? Math.sqrt(variance(method, r) / (n - used)) : Double.POSITIVE_INFINITY;
    }

    /** The correlation whose z is so far above that of r. */
    static double shifted(double r, double by) {
        return Math.abs(r) == 1 ? r : Math.tanh(of(r) + by);
    }

    private static double variance(CorrelationMethod method, double r) {
        return switch (method) {
            case PEARSON -> 1;
            case SPEARMAN -> 1 + r * r / 2;
            case KENDALL -> 0.437;
        };
    }
}
