package org.mlmath.stats.distribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mlmath.kit.problem.ProblemException;
import org.mlmath.kit.problem.ProblemType;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.NearestName;
import org.mlmath.numerics.distribution.Distribution;
import org.mlmath.numerics.distribution.Families;
import org.mlmath.numerics.distribution.Family;
import org.mlmath.numerics.distribution.Parameter;

/**
 * The distribution that a path and a request name.
 *
 * @param parameters by name, defaults filled in, aliases resolved
 */
public record NamedDistribution(Family family, Map<String, Double> parameters, Distribution distribution) {
    /**
     * @throws ProblemException not-found for an unknown family; invalid-request at {@code /parameters/…} for a parameter that
     *     it does not have, or needs and was not given
     * @throws InvalidParameterException at {@code /parameters/…} for a value without meaning
     */
    public static NamedDistribution of(String name, Map<String, Double> given) {
        Family family = family(name);
        requireKnown(family, given, "/parameters");
        try {
            double[] values = family.values(given);
            return new NamedDistribution(family, family.named(values), family.member(values));
        } catch (InvalidParameterException e) {
            throw e.at("/parameters");
        }
    }

    public static Family family(String name) {
        return Families.named(name).orElseThrow(() -> {
            ProblemException unknown = new ProblemException(
                    ProblemType.NOT_FOUND,
                    "There is no distribution \"%s\".%s GET /v1/stats/distributions lists them."
                            .formatted(name, NearestName.question(name, Families.names())));
            NearestName.of(name, Families.names()).ifPresent(nearest -> unknown.with("suggestion", nearest));
            return unknown;
        });
    }

    /** Names of parameters are fields of the request: an unknown one is refused as any unknown field is. */
    public static void requireKnown(Family family, Map<String, Double> given, String pointer) {
        List<String> known = new ArrayList<>();
        for (Parameter parameter : family.parameters()) {
            known.add(parameter.name());
            parameter.aliases().forEach(alias -> known.add(alias.name()));
        }
        given.forEach((key, value) -> {
            String at = pointer + "/" + key.replace("~", "~0").replace("/", "~1");
            if (!known.contains(key)) {
                ProblemException unknown = ProblemException.at(
                        ProblemType.INVALID_REQUEST,
                        at,
                        "%s has no parameter \"%s\".%s Known here: %s"
                                .formatted(
                                        family.name(),
                                        key,
                                        NearestName.question(key, known),
                                        String.join(", ", known)));
                NearestName.of(key, known).ifPresent(nearest -> unknown.with("suggestion", nearest));
                throw unknown;
            }
            if (value == null) {
                throw ProblemException.at(ProblemType.INVALID_REQUEST, at, "expected a finite number");
            }
        });
    }
}
