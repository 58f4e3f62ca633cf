package org.mlmath.stats.estimation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mlmath.kit.answer.Warning;
import org.mlmath.kit.problem.ProblemException;
import org.mlmath.kit.problem.ProblemType;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.InsufficientDataException;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.NearestName;
import org.mlmath.numerics.distribution.Distribution;
import org.mlmath.numerics.distribution.Families;
import org.mlmath.numerics.distribution.Family;
import org.mlmath.numerics.distribution.Fit;
import org.mlmath.numerics.distribution.FitMethod;
import org.mlmath.numerics.distribution.PosteriorMode;
import org.mlmath.stats.distribution.NamedDistribution;
import org.mlmath.stats.number.MissingValues;

/** Maximum likelihood and maximum a posteriori. */
final class Estimation {
    private Estimation() {}

    static EstimationResult mle(MleRequest request, Deadline deadline) {
        Family family = family(request.distribution(), "/distribution");
        NamedDistribution.requireKnown(family, request.fixed(), "/fixed");
        List<Warning> warnings = new ArrayList<>();
        double[] data = present(request.data().values(), request.missing(), warnings);
        Fit fit = family.fit(data, FitMethod.MAXIMUM_LIKELIHOOD, request.fixed(), deadline);
        return result(
                family,
                fit,
                family.partial(request.fixed()),
                data,
                new Distribution[family.parameters().size()],
                warnings,
                Boolean.TRUE.equals(request.explain()),
                deadline);
    }

    static EstimationResult map(MapRequest request, Deadline deadline) {
        Family family = family(request.distribution(), "/distribution");
        NamedDistribution.requireKnown(family, request.fixed(), "/fixed");
        List<Warning> warnings = new ArrayList<>();
        double[] data = present(request.data().values(), request.missing(), warnings);
        double[] fixed = fixed(family, request.fixed());
        if (family.takesList()) {
            throw new InvalidParameterException(
                            "The probabilities of a categorical distribution are not estimated with separate priors.")
                    .at("/distribution");
        }
        Map<String, Distribution> priors = priors(family, request, fixed);
        Fit fit = PosteriorMode.find(family, data, request.fixed(), priors, deadline);
        Distribution[] inOrder = family.parameters().stream()
                .map(parameter -> priors.get(parameter.name()))
                .toArray(Distribution[]::new);
        return result(family, fit, fixed, data, inOrder, warnings, Boolean.TRUE.equals(request.explain()), deadline);
    }

    private static double[] fixed(Family family, Map<String, Double> given) {
        try {
            return family.partial(given);
        } catch (InvalidParameterException e) {
            throw e.at("/fixed");
        }
    }

    private static Family family(String name, String pointer) {
        return Families.named(name).orElseThrow(() -> new InvalidParameterException(
                        "There is no distribution \"%s\".%s GET /v1/stats/distributions lists them."
                                .formatted(name, NearestName.question(name, Families.names())))
                .at(pointer));
    }

    private static double[] present(double[] given, MissingValues missing, List<Warning> warnings) {
        double[] data = missing.present(given, "/data");
        if (data.length == 0) {
            throw new InsufficientDataException("At least one observation is needed.").at("/data");
        }
        if (data.length < given.length) {
            warnings.add(MissingValues.omitted(given.length - data.length, "/data"));
        }
        return data;
    }

    private static Map<String, Distribution> priors(Family family, MapRequest request, double[] fixed) {
        List<String> known =
                family.parameters().stream().map(parameter -> parameter.name()).toList();
        Map<String, Distribution> priors = new LinkedHashMap<>();
        request.prior().forEach((name, prior) -> {
            String pointer = "/prior/" + name.replace("~", "~0").replace("/", "~1");
            int index = known.indexOf(name);
            if (index < 0) {
                throw ProblemException.at(
                        ProblemType.INVALID_REQUEST,
                        pointer,
                        "%s has no parameter \"%s\".%s Known here: %s"
                                .formatted(
                                        family.name(),
                                        name,
                                        NearestName.question(name, known),
                                        String.join(", ", known)));
            }
            if (prior == null || prior.name() == null || prior.parameters() == null) {
                throw ProblemException.at(
                        ProblemType.INVALID_REQUEST, pointer, "expected {\"name\": …, \"parameters\": {…}}");
            }
            if (!Double.isNaN(fixed[index])) {
                throw new InvalidParameterException("%s is fixed and needs no prior.".formatted(name)).at(pointer);
            }
            Family of = family(prior.name(), pointer + "/name");
            if (of.discrete()) {
                throw new InvalidParameterException(
                                "A prior of a real parameter is continuous; %s is discrete.".formatted(prior.name()))
                        .at(pointer + "/name");
            }
            NamedDistribution.requireKnown(of, prior.parameters(), pointer + "/parameters");
            try {
                priors.put(name, of.member(prior.parameters()));
            } catch (InvalidParameterException e) {
                throw e.at(pointer + "/parameters");
            }
        });
        return priors;
    }

    private static EstimationResult result(
            Family family,
            Fit fit,
            double[] fixed,
            double[] data,
            Distribution[] priors,
            List<Warning> warnings,
            boolean explain,
            Deadline deadline) {
        Map<String, Double> errors = family.named(fit.standardErrors());
        Map<String, Double> held = family.named(fixed);
        errors.keySet().removeIf(name -> !Double.isNaN(held.getOrDefault(name, Double.NaN)));
        fit.remarks().forEach(remark -> warnings.add(new Warning("unusual-fit", remark, "/parameters")));
        boolean withPrior = false;
        for (Distribution prior : priors) {
            withPrior |= prior != null;
        }
        double logPrior = LikelihoodCurve.logPrior(fit.parameters(), priors);
        return new EstimationResult(
                family.name(),
                family.named(fit.parameters()),
                errors,
                fit.logLikelihood(),
                withPrior ? fit.logLikelihood() + logPrior : null,
                data.length,
                LikelihoodCurve.of(family, fit, fixed, data, priors, deadline),
                new EstimationDiagnostics(fit.gradientNorm(), fit.evaluations()),
                Map.of(
                        "standardErrors",
                        withPrior
                                ? "from the observed information of the posterior, -d2 log posterior"
                                : "from the observed information, -d2 log L",
                        "mode",
                        "of the density of the parameters as named, not of their logarithms or odds"),
                warnings,
                explain ? LikelihoodSteps.of(family, fit, fixed, data, withPrior) : null);
    }
}
