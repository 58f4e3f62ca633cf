package org.mlmath.stats.distribution;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.mlmath.numerics.distribution.Families;
import org.mlmath.numerics.distribution.Family;
import org.mlmath.numerics.distribution.JointFamily;
import org.mlmath.numerics.distribution.Parameter;
import org.mlmath.stats.distribution.DistributionDescriptionResult.DistributionParameter;
import org.mlmath.stats.distribution.DistributionDescriptionResult.ParameterAlias;

/** What there is to know about distributions without computing anything. */
final class DistributionCatalog {
    private DistributionCatalog() {}

    static DistributionListResult list() {
        return new DistributionListResult(Stream.concat(
                        Families.all().stream().map(DistributionCatalog::describe),
                        JointFamily.all().stream().map(DistributionCatalog::describe))
                .toList());
    }

    static DistributionDescriptionResult describe(String name) {
        return NamedJointDistribution.exists(name)
                ? describe(NamedJointDistribution.family(name))
                : describe(NamedDistribution.family(name));
    }

    private static DistributionDescriptionResult describe(JointFamily family) {
        return new DistributionDescriptionResult(
                family.name(),
                family.title(),
                family.discrete(),
                family.parameters().stream()
                        .map(parameter -> new DistributionParameter(
                                parameter.name(),
                                parameter.latex(),
                                parameter.description(),
                                "%s: %s".formatted(parameter.shape().description(), parameter.domain()),
                                null,
                                List.of()))
                        .toList(),
                family.supportLatex(),
                new TreeMap<>(family.momentsLatex()),
                Map.of(family.discrete() ? "pmf" : "pdf", family.densityLatex()));
    }

    private static DistributionDescriptionResult describe(Family family) {
        Map<String, String> formulas = new LinkedHashMap<>();
        formulas.put(family.discrete() ? "pmf" : "pdf", family.densityLatex());
        formulas.put("cdf", family.distributionFunctionLatex());
        return new DistributionDescriptionResult(
                family.name(),
                family.title(),
                family.discrete(),
                family.parameters().stream()
                        .map(parameter -> describe(family, parameter))
                        .toList(),
                family.supportLatex(),
                family.momentsLatex(),
                formulas);
    }

    private static DistributionParameter describe(Family family, Parameter parameter) {
        List<ParameterAlias> aliases = parameter.aliases().stream()
                .map(alias -> new ParameterAlias(alias.name(), alias.description()))
                .toList();
        return new DistributionParameter(
                parameter.name(),
                parameter.latex(),
                parameter.description(),
                family.takesList()
                        ? "a list, each entry " + parameter.domain().description()
                        : parameter.domain().description(),
                parameter.defaultValue().isPresent() ? parameter.defaultValue().getAsDouble() : null,
                aliases);
    }
}
