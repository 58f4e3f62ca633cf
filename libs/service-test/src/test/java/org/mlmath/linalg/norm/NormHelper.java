package org.mlmath.linalg.norm;

import org.mlmath.stats.utils.Sums;

/** A name that says nothing, in a service that knows another. */
public final class NormHelper {
    Sums sums;
}
