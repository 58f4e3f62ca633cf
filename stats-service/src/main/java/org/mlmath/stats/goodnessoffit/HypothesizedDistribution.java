package org.mlmath.stats.goodnessoffit;

import jakarta.validation.constraints.NotNull;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.NearestName;
import org.mlmath.numerics.distribution.Distribution;
import org.mlmath.numerics.distribution.Families;
import org.mlmath.numerics.distribution.Family;

@Schema(description = "A distribution that data may come from")
public record HypothesizedDistribution(
        @Schema(description = "Name of its family, as GET /v1/stats/distributions lists them", examples = "normal")
        @NotNull
        String name,

        @Schema(
                description = "Parameters by name or alias; where left out, they are estimated from the data",
                examples = "{\"mean\": 10, \"standardDeviation\": 2}")
        Map<String, Double> parameters) {

    /** @throws InvalidParameterException at {@code /distribution/name} for a family there is not */
    Family family() {
        return Families.named(name).orElseThrow(() -> new InvalidParameterException(
                        "There is no distribution \"%s\".%s GET /v1/stats/distributions lists them."
                                .formatted(name, NearestName.question(name, Families.names())))
                .at("/distribution/name"));
    }

    /** @throws InvalidParameterException at {@code /distribution/parameters/…} for one unknown, missing or without meaning */
    Distribution distribution() {
        Family family = family();
        for (Map.Entry<String, Double> parameter : parameters.entrySet()) {
            if (parameter.getValue() == null) {
                throw new InvalidParameterException("%s is null; expected a number.".formatted(parameter.getKey()))
                        .at("/distribution/parameters/"
                                + parameter.getKey().replace("~", "~0").replace("/", "~1"));
            }
        }
        try {
            return family.member(parameters);
        } catch (InvalidParameterException e) {
            throw e.at("/distribution/parameters");
        }
    }

    boolean estimated() {
        return parameters == null;
    }
}
