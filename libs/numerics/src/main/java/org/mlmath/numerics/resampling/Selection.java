package org.mlmath.numerics.resampling;

/** Order statistics without sorting: quickselect with the median of three (C. A. R. Hoare, Comm. ACM 4 (1961), 321-322). */
final class Selection {
    private Selection() {}

    /** Reorders the values so that the k-th smallest (from 0) stands at k, no larger ones before it and no smaller ones after it. */
    static double kth(double[] x, int k) {
        int low = 0;
        int high = x.length - 1;
        while (high > low) {
            int middle = (low + high) >>> 1;
            double a = x[low];
            double b = x[middle];
            double c = x[high];
            double pivot = Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
            int i = low;
            int j = high;
            while (i <= j) {
                while (x[i] < pivot) {
                    i++;
                }
                while (x[j] > pivot) {
                    j--;
                }
                if (i <= j) {
                    double kept = x[i];
                    x[i++] = x[j];
                    x[j--] = kept;
                }
            }
            if (k <= j) {
                high = j;
            } else if (k >= i) {
                low = i;
            } else {
                break;
            }
        }
        return x[k];
    }

    /** The quantile of type 7: linear between the order statistics around (n − 1)p. */
    static double quantile(double[] x, double p) {
        double position = (x.length - 1) * p;
        int k = (int) Math.floor(position);
        double lower = kth(x, k);
        double share = position - k;
        if (share == 0 || k + 1 == x.length) {
            return lower;
        }
        double upper = x[k + 1];
        for (int i = k + 2; i < x.length; i++) {
            upper = Math.min(upper, x[i]);
        }
        return lower + share * (upper - lower);
    }
}
