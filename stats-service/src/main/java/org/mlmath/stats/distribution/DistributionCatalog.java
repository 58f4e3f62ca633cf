package org.mlmath.stats.distribution;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mlmath.numerics.distribution.Families;
import org.mlmath.numerics.distribution.Family;
import org.mlmath.numerics.distribution.Parameter;
import org.mlmath.stats.distribution.DistributionDescriptionResult.DistributionParameter;
import org.mlmath.stats.distribution.DistributionDescriptionResult.ParameterAlias;

/** What there is to know about distributions without computing anything. */
final class DistributionCatalog {
    private DistributionCatalog() {}

    static DistributionListResult list() {
        return new DistributionListResult(
                Families.all().stream().map(DistributionCatalog::describe).toList());
    }

    static DistributionDescriptionResult describe(String name) {
        return describe(NamedDistribution.family(name));
    }

    private static DistributionDescriptionResult describe(Family family) {
        Map<String, String> formulas = new LinkedHashMap<>();
        formulas.put(family.discrete() ? "pmf" : "pdf", family.densityLatex());
        formulas.put("cdf", family.distributionFunctionLatex());
        return new DistributionDescriptionResult(
                family.name(),
                family.title(),
                family.discrete(),
                family.parameters().stream().map(DistributionCatalog::describe).toList(),
                family.supportLatex(),
                family.momentsLatex(),
                formulas);
    }

    private static DistributionParameter describe(Parameter parameter) {
        List<ParameterAlias> aliases = parameter.aliases().stream()
                .map(alias -> new ParameterAlias(alias.name(), alias.description()))
                .toList();
        return new DistributionParameter(
                parameter.name(),
                parameter.latex(),
                parameter.description(),
                parameter.domain().description(),
                parameter.defaultValue().isPresent() ? parameter.defaultValue().getAsDouble() : null,
                aliases);
    }
}
