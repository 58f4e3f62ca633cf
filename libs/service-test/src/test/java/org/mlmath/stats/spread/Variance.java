package org.mlmath.stats.spread;

import org.hipparchus.util.FastMath;
import org.mlmath.stats.location.Mean;

/** A computation that names a numerical library. */
public final class Variance {
    Mean mean;

    double deviation(double variance) {
        return FastMath.sqrt(variance);
    }
}
