package org.mlmath.stats.distribution;

import jakarta.validation.constraints.NotNull;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.NearestName;
import org.mlmath.numerics.distribution.Distribution;
import org.mlmath.numerics.distribution.Families;
import org.mlmath.numerics.distribution.Family;

@Schema(description = "A distribution by name")
public record DistributionChoice(
        @Schema(description = "Name of its family, as GET /v1/stats/distributions lists them", examples = "normal")
        @NotNull
        String name,

        @Schema(
                description = "Parameters by name or alias; a hypothesis may leave them out to have them estimated",
                examples = "{\"mean\": 10, \"standardDeviation\": 2}")
        Map<String, Double> parameters) {

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
        for (Map.Entry<String, Double> parameter : parameters.entrySet()) {
            if (parameter.getValue() == null) {
                throw new InvalidParameterException("%s is null; expected a number.".formatted(parameter.getKey()))
                        .at(pointer + "/parameters/"
                                + parameter.getKey().replace("~", "~0").replace("/", "~1"));
            }
        }
        try {
            return family.member(parameters);
        } catch (InvalidParameterException e) {
            throw e.at(pointer + "/parameters");
        }
    }

    /** Whether the parameters are left to the data. */
    public boolean estimated() {
        return parameters == null;
    }
}
