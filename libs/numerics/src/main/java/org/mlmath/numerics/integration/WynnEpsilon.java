package org.mlmath.numerics.integration;

import java.util.ArrayList;
import java.util.List;

/**
 * Wynn's epsilon algorithm: limits of sequences whose errors are sums of geometric sequences.
 *
 * <p>Source: P. Wynn, MTAC 10 (1956), 91-96; the estimate as in QUADPACK, routine QELG: how far the last three results are apart.
 */
final class WynnEpsilon {
    private List<Double> column = new ArrayList<>();
    private final List<Double> results = new ArrayList<>();

    void add(double partial) {
        List<Double> next = new ArrayList<>();
        next.add(partial);
        double older = 0;
        for (int i = 0; i < column.size(); i++) {
            double difference = next.get(i) - column.get(i);
            double value = older + (difference == 0 ? Double.POSITIVE_INFINITY : 1 / difference);
            if (!Double.isFinite(value)) {
                break;
            }
            older = column.get(i);
            next.add(value);
        }
        column = next;
        int even = (next.size() - 1) / 2 * 2;
        results.add(next.get(even));
    }

    double value() {
        return results.getLast();
    }

    double error() {
        int n = results.size();
        if (n < 4) {
            return Double.POSITIVE_INFINITY;
        }
        double last = results.get(n - 1);
        return Math.abs(last - results.get(n - 2)) + Math.abs(last - results.get(n - 3));
    }
}
