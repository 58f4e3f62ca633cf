package org.mlmath.numerics.distribution;

/** The Bernoulli family: binomial distributions with one trial. */
public final class Bernoulli {
    public static final Family FAMILY = Family.named("bernoulli")
            .title("Bernoulli distribution")
            .parameter(Parameter.probability("probability", "probability p of a success (the value 1)", "p"))
            .discrete()
            .support("k \\in \\{0, 1\\}")
            .density("p^k(1-p)^{1-k}")
            .distributionFunction("1-p\\text{ for } 0\\le k<1")
            .moment("mean", "p")
            .moment("variance", "p(1-p)")
            .moment("skewness", "\\frac{1-2p}{\\sqrt{p(1-p)}}")
            .moment("excessKurtosis", "\\frac{1-6p(1-p)}{p(1-p)}")
            .moment("entropy", "-p\\ln p-(1-p)\\ln(1-p)")
            .moment("median", "0\\text{ for } p\\le\\tfrac12\\text{, else } 1")
            .moment("mode", "0\\text{ for } p<\\tfrac12\\text{, else } 1")
            .fitting((family, data, method, fixed, deadline) -> {
                Fit fit = BinomialFit.fit(Binomial.FAMILY, data, method, new double[] {1, fixed[0]}, deadline);
                double[] probability = {fit.parameters()[1]};
                double[] error = {fit.standardErrors()[1]};
                return Fit.closedForm(
                        family,
                        probability,
                        error,
                        data,
                        fixed,
                        method,
                        fit.remarks().toArray(String[]::new));
            })
            .build(p -> new Binomial(1, p[0]));

    private Bernoulli() {}
}
