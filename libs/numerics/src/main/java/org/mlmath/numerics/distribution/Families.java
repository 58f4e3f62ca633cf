package org.mlmath.numerics.distribution;

import java.util.List;
import java.util.Optional;

/** Every family there is. A new one is its file and a line here. */
public final class Families {
    private static final List<Family> ALL = List.of(
            Normal.FAMILY,
            Uniform.FAMILY,
            Exponential.FAMILY,
            Gamma.FAMILY,
            Beta.FAMILY,
            ChiSquare.FAMILY,
            StudentT.FAMILY,
            FisherF.FAMILY,
            LogNormal.FAMILY,
            Weibull.FAMILY,
            Pareto.FAMILY,
            InverseGamma.FAMILY,
            Cauchy.FAMILY,
            Laplace.FAMILY,
            Logistic.FAMILY,
            Gumbel.FAMILY,
            Triangular.FAMILY,
            Rayleigh.FAMILY,
            VonMises.FAMILY,
            Bernoulli.FAMILY,
            Binomial.FAMILY,
            Geometric.FAMILY,
            NegativeBinomial.FAMILY,
            Hypergeometric.FAMILY,
            Poisson.FAMILY,
            BetaBinomial.FAMILY,
            DiscreteUniform.FAMILY,
            Categorical.FAMILY);

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
