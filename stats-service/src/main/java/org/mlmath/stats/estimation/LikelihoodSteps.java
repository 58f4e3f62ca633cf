package org.mlmath.stats.estimation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.mlmath.kit.answer.Step;
import org.mlmath.numerics.distribution.Family;
import org.mlmath.numerics.distribution.Fit;
import org.mlmath.stats.number.Words;

/** The textbook's derivation of an estimate: likelihood, its logarithm, the derivative, the maximum. */
final class LikelihoodSteps {
    /** @param logarithm ℓ, and derivative: the equations its derivatives give, as LaTeX */
    private record Derivation(String logarithm, String derivative) {}

    private static final Map<String, Derivation> DERIVATIONS = Map.ofEntries(
            Map.entry(
                    "normal",
                    new Derivation(
                            "-n\\ln\\sigma-\\tfrac n2\\ln 2\\pi-\\frac{\\sum(x_i-\\mu)^2}{2\\sigma^2}",
                            "\\frac{\\sum(x_i-\\mu)}{\\sigma^2}=0,\\quad -\\frac n\\sigma+\\frac{\\sum(x_i-\\mu)^2}{\\sigma^3}=0"
                                    + "\\;\\Rightarrow\\;\\hat\\mu=\\bar x,\\ \\hat\\sigma^2=\\tfrac1n\\sum(x_i-\\hat\\mu)^2")),
            Map.entry(
                    "log-normal",
                    new Derivation(
                            "-\\sum\\ln x_i-n\\ln\\sigma-\\tfrac n2\\ln 2\\pi-\\frac{\\sum(\\ln x_i-\\mu)^2}{2\\sigma^2}",
                            "\\hat\\mu=\\tfrac1n\\sum\\ln x_i,\\quad\\hat\\sigma^2=\\tfrac1n\\sum(\\ln x_i-\\hat\\mu)^2")),
            Map.entry(
                    "exponential",
                    new Derivation(
                            "n\\ln\\lambda-\\lambda\\sum x_i",
                            "\\frac n\\lambda-\\sum x_i=0\\;\\Rightarrow\\;\\hat\\lambda=\\frac{1}{\\bar x}")),
            Map.entry(
                    "poisson",
                    new Derivation(
                            "\\ln\\lambda\\sum x_i-n\\lambda-\\sum\\ln x_i!",
                            "\\frac{\\sum x_i}{\\lambda}-n=0\\;\\Rightarrow\\;\\hat\\lambda=\\bar x")),
            Map.entry(
                    "bernoulli",
                    new Derivation(
                            "s\\ln p+(n-s)\\ln(1-p),\\quad s=\\sum x_i",
                            "\\frac sp-\\frac{n-s}{1-p}=0\\;\\Rightarrow\\;\\hat p=\\frac sn")),
            Map.entry(
                    "binomial",
                    new Derivation(
                            "\\sum\\ln\\binom{N}{x_i}+s\\ln p+(mN-s)\\ln(1-p),\\quad s=\\sum x_i,\\ m\\text{ observations of } N \\text{ trials}",
                            "\\frac sp-\\frac{mN-s}{1-p}=0\\;\\Rightarrow\\;\\hat p=\\frac{s}{mN}")),
            Map.entry(
                    "geometric",
                    new Derivation(
                            "n\\ln p+\\left(\\sum x_i-n\\right)\\ln(1-p)",
                            "\\frac np-\\frac{\\sum x_i-n}{1-p}=0\\;\\Rightarrow\\;\\hat p=\\frac{1}{\\bar x}")),
            Map.entry(
                    "uniform",
                    new Derivation(
                            "-n\\ln(b-a)\\text{ if all } x_i\\in[a,b]\\text{, else } -\\infty",
                            "\\text{no zero: } \\ell \\text{ grows as the interval shrinks, until } \\hat a=\\min x_i,\\ \\hat b=\\max x_i")),
            Map.entry(
                    "laplace",
                    new Derivation(
                            "-n\\ln 2b-\\frac1b\\sum|x_i-\\mu|",
                            "\\hat\\mu=\\operatorname{median}x_i,\\quad -\\frac nb+\\frac{\\sum|x_i-\\hat\\mu|}{b^2}=0\\;\\Rightarrow\\;"
                                    + "\\hat b=\\tfrac1n\\sum|x_i-\\hat\\mu|")),
            Map.entry(
                    "pareto",
                    new Derivation(
                            "n\\ln\\alpha+n\\alpha\\ln s-(\\alpha+1)\\sum\\ln x_i",
                            "\\hat s=\\min x_i,\\quad\\frac n\\alpha-\\sum\\ln\\frac{x_i}{\\hat s}=0")),
            Map.entry(
                    "rayleigh",
                    new Derivation(
                            "\\sum\\ln x_i-2n\\ln\\sigma-\\frac{\\sum x_i^2}{2\\sigma^2}",
                            "-\\frac{2n}{\\sigma}+\\frac{\\sum x_i^2}{\\sigma^3}=0\\;\\Rightarrow\\;\\hat\\sigma^2=\\frac{\\sum x_i^2}{2n}")),
            Map.entry(
                    "gamma",
                    new Derivation(
                            "na\\ln\\lambda-n\\ln\\Gamma(a)+(a-1)\\sum\\ln x_i-\\lambda\\sum x_i",
                            "\\frac{na}{\\lambda}-\\sum x_i=0,\\quad n\\ln\\lambda-n\\psi(a)+\\sum\\ln x_i=0")));

    private LikelihoodSteps() {}

    static List<Step> of(Family family, Fit fit, double[] fixed, double[] data, boolean withPrior) {
        Derivation derivation = DERIVATIONS.get(family.name());
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(
                "likelihood",
                "The likelihood",
                "The observations are independent, so that their joint density is the product of %d factors."
                        .formatted(data.length),
                "L=\\prod_{i=1}^{%d} f(x_i),\\quad f(%s)=%s"
                        .formatted(data.length, family.discrete() ? "k" : "x", family.densityLatex()),
                null));
        steps.add(new Step(
                "logarithm",
                "Its logarithm",
                "The logarithm is largest where the likelihood is, and turns the product into a sum.",
                "\\ell=\\ln L=" + (derivation == null ? "\\sum_i\\ln f(x_i)" : derivation.logarithm()),
                null));
        if (withPrior) {
            steps.add(new Step(
                    "prior",
                    "The posterior density",
                    "Bayes' theorem: the posterior is proportional to likelihood times prior, so that the prior's logarithm is added.",
                    "\\ln\\pi(\\theta\\mid x)=\\ell(\\theta)+\\ln\\pi(\\theta)+\\text{const}",
                    null));
        }
        steps.add(new Step(
                "derivative",
                "Its derivatives",
                derivation == null || withPrior
                        ? "At the maximum all derivatives vanish. These equations have no closed solution in general and are solved by iteration."
                        : "At the maximum the derivatives vanish, or the function ends.",
                derivation == null || withPrior
                        ? "\\frac{\\partial}{\\partial\\theta_j}%s=0"
                                .formatted(withPrior ? "[\\ell+\\ln\\pi]" : "\\ell")
                        : derivation.derivative(),
                null));
        steps.add(new Step(
                "maximum",
                withPrior ? "The posterior's mode" : "The maximum",
                "With the numbers put in; the second derivative there gives the standard errors.",
                maximum(family, fit, fixed),
                family.named(fit.parameters())));
        return steps;
    }

    private static String maximum(Family family, Fit fit, double[] fixed) {
        StringJoiner text = new StringJoiner(",\\quad ");
        for (int i = 0; i < fixed.length; i++) {
            if (Double.isNaN(fixed[i])) {
                text.add(
                        "\\hat{%s}=%s".formatted(family.parameters().get(i).latex(), Words.latex(fit.parameters()[i])));
            }
        }
        return text.toString();
    }
}
