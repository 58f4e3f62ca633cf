package org.mlmath.stats.description;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.mlmath.numerics.sample.SampleMoments;
import org.mlmath.numerics.sample.SampleQuantiles;

/** How many bins a histogram should have, by what the sample is like. */
public enum BinRule {
    /** The more bins of Freedman and Diaconis' and Sturges' rules. */
    @JsonProperty("auto")
    AUTO {
        @Override
        double bins(double[] data, double range) {
            return Math.max(FREEDMAN_DIACONIS.bins(data, range), STURGES.bins(data, range));
        }
    },

    /** Width 2·IQR / ∛n (Z. Wahrsch. 57 (1981), 453-476). */
    @JsonProperty("freedman-diaconis")
    FREEDMAN_DIACONIS {
        @Override
        double bins(double[] data, double range) {
            return range / (2 * SampleQuantiles.of(data).interquartileRange() / Math.cbrt(data.length));
        }
    },

    /** Width (24√π / n)^(1/3)·s, 3.49 s / ∛n, with divisor n in s (Biometrika 66 (1979), 605-610). */
    @JsonProperty("scott")
    SCOTT {
        @Override
        double bins(double[] data, double range) {
            double deviation = SampleMoments.of(data).standardDeviation(data.length);
            return range / (Math.cbrt(24 * Math.sqrt(Math.PI) / data.length) * deviation);
        }
    },

    /** log₂ n + 1 bins (J. Amer. Statist. Assoc. 21 (1926), 65-66). */
    @JsonProperty("sturges")
    STURGES {
        @Override
        double bins(double[] data, double range) {
            return log2(data.length) + 1;
        }
    },

    /** Sturges' rule with more bins for a skewed sample (Amer. Statist. 30 (1976), 181-183). */
    @JsonProperty("doane")
    DOANE {
        @Override
        double bins(double[] data, double range) {
            double n = data.length;
            double skewness = Math.abs(SampleMoments.of(data).skewness());
            double error = Math.sqrt(6 * (n - 2) / ((n + 1) * (n + 3)));
            return n > 2 && !Double.isNaN(skewness) ? 1 + log2(n) + log2(1 + skewness / error) : 1;
        }
    },

    /** 2∛n bins. */
    @JsonProperty("rice")
    RICE {
        @Override
        double bins(double[] data, double range) {
            return 2 * Math.cbrt(data.length);
        }
    },

    /** √n bins. */
    @JsonProperty("sqrt")
    SQUARE_ROOT {
        @Override
        double bins(double[] data, double range) {
            return Math.sqrt(data.length);
        }
    };

    /** The number of bins before it is rounded up; infinite or NaN where the rule's spread is 0. */
    abstract double bins(double[] data, double range);

    private static double log2(double x) {
        return Math.log(x) / Math.log(2);
    }
}
