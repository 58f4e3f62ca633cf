package org.mlmath.stats.distribution;

import jakarta.validation.constraints.NotNull;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.NearestName;
import org.mlmath.numerics.distribution.Distribution;
import org.mlmath.numerics.distribution.Families;
import org.mlmath.numerics.distribution.Family;
import org.mlmath.stats.number.Quantity;

@Schema(description = "A distribution by name")
public record DistributionChoice(
        @Schema(description = "Name of its family, as GET /v1/stats/distributions lists them", examples = "normal")
        @NotNull
        String name,

        @Schema(
                description =
                        "Parameters by name or alias, numbers or of a categorical one a list; a hypothesis may leave them out to have them estimated",
                examples = "{\"mean\": 10, \"standardDeviation\": 2}")
        Map<String, Quantity> parameters) {

    /**
     * @param pointer where the choice stands in the request
     * @throws InvalidParameterException at its {@code /name} for one that is missing or a family there is not
     */
    public Family family(String pointer) {
        if (name == null) { // where the choice is one of several forms, it has not been validated
            throw new InvalidParameterException("The name of a distribution is needed.").at(pointer + "/name");
        }
        return Families.named(name).orElseThrow(() -> new InvalidParameterException(
                        "There is no distribution \"%s\".%s GET /v1/stats/distributions lists them."
                                .formatted(name, NearestName.question(name, Families.names())))
                .at(pointer + "/name"));
    }

    /**
     * @param pointer where the choice stands in the request
     * @throws InvalidParameterException at its {@code /parameters/…} for one unknown, missing or without meaning
     */
    public Distribution distribution(String pointer) {
        Family family = family(pointer);
        if (parameters == null) {
            throw new InvalidParameterException("The parameters of %s are needed.".formatted(name))
                    .at(pointer + "/parameters");
        }
        parameters.forEach((key, value) -> require(value != null, key, "is null; expected a number", pointer));
        try {
            return family.takesList() ? ofList(family, pointer) : family.member(numbers(pointer));
        } catch (InvalidParameterException e) {
            throw e.pointer().startsWith(pointer + "/parameters") ? e : e.at(pointer + "/parameters");
        }
    }

    private Distribution ofList(Family family, String pointer) {
        String parameter = family.parameters().getFirst().name();
        NamedDistribution.requireKnown(family, parameters, pointer + "/parameters");
        Quantity list = parameters.get(parameter);
        if (list == null || !list.isList()) {
            throw new InvalidParameterException("%s has a list of numbers.".formatted(name)).at("/" + parameter);
        }
        return family.member(family.listed(list.entries()));
    }

    /**
     * The parameters of a family all of whose parameters are numbers.
     *
     * @throws InvalidParameterException at {@code pointer/parameters/…} for one that is none
     */
    public Map<String, Double> numbers(String pointer) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        parameters.forEach((key, value) -> {
            require(value != null && value.isNumber(), key, "is not a number", pointer);
            numbers.put(key, value.number());
        });
        return numbers;
    }

    private static void require(boolean holds, String key, String otherwise, String pointer) {
        if (!holds) {
            throw new InvalidParameterException("%s %s.".formatted(key, otherwise))
                    .at(pointer + "/parameters/" + key.replace("~", "~0").replace("/", "~1"));
        }
    }

    /** Whether the parameters are left to the data. */
    public boolean estimated() {
        return parameters == null;
    }
}
