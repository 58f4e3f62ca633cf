package org.mlmath.stats.location;

import jakarta.validation.constraints.NotNull;
import org.mlmath.stats.spread.Variance;

/** A computation that knows the web, and a package that knows it back. */
public final class Mean {
    @NotNull
    Variance variance;
}
