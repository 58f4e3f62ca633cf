package org.mlmath.numerics.distribution;

import java.util.List;
import java.util.Optional;

/** Every family there is. A new one is its file and a line here. */
public final class Families {
    private static final List<Family> ALL =
            List.of(Normal.FAMILY, StudentT.FAMILY, ChiSquare.FAMILY, FisherF.FAMILY, Binomial.FAMILY);

    private Families() {}

    public static List<Family> all() {
        return ALL;
    }

    public static Optional<Family> named(String name) {
        return ALL.stream().filter(family -> family.name().equals(name)).findFirst();
    }

    public static List<String> names() {
        return ALL.stream().map(Family::name).toList();
    }
}
