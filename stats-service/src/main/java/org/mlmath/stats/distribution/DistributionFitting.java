package org.mlmath.stats.distribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mlmath.kit.answer.Warning;
import org.mlmath.kit.work.Work;
import org.mlmath.numerics.InsufficientDataException;
import org.mlmath.numerics.distribution.Family;
import org.mlmath.numerics.distribution.Fit;
import org.mlmath.stats.number.MissingValues;
import org.mlmath.stats.number.Quantity;

/** Parameters estimated from data. */
final class DistributionFitting {
    private DistributionFitting() {}

    static DistributionFitResult of(String name, DistributionFitRequest request) {
        Family family = NamedDistribution.family(name);
        NamedDistribution.requireKnown(family, request.fixed(), "/fixed");
        double[] given = request.data().values();
        double[] data = request.missing().present(given, "/data");
        if (data.length == 0) {
            throw new InsufficientDataException("At least one observation is needed.").at("/data");
        }
        Fit fit = family.fit(data, request.method().method(), request.fixed(), Work.deadline());
        Map<String, Quantity> errors = NamedDistribution.quantities(family, fit.standardErrors());
        if (!family.takesList()) {
            family.named(family.partial(request.fixed())).forEach((parameter, value) -> {
                if (!Double.isNaN(value)) {
                    errors.remove(parameter);
                }
            });
        }
        List<Warning> warnings = new ArrayList<>();
        if (data.length < given.length) {
            warnings.add(MissingValues.omitted(given.length - data.length, "/data"));
        }
        fit.remarks().forEach(remark -> warnings.add(new Warning("unusual-fit", remark, "/parameters")));
        if (Boolean.TRUE.equals(request.explain())) {
            warnings.add(Warning.noSteps());
        }
        return new DistributionFitResult(
                family.name(),
                NamedDistribution.quantities(family, fit.parameters()),
                errors,
                fit.logLikelihood(),
                fit.aic(),
                fit.bic(data.length),
                data.length,
                new FitDiagnostics(fit.gradientNorm(), fit.evaluations()),
                Map.of("standardErrors", request.method().standardErrors(), "variance", "divisor n"),
                warnings);
    }
}
