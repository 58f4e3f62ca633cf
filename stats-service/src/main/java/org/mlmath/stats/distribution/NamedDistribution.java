package org.mlmath.stats.distribution;

import java.util.ArrayList;
import java.util.LinkedHashMap;
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
import org.mlmath.stats.number.Quantity;

/**
 * The distribution that a path and a request name.
 *
 * @param parameters by name, defaults filled in, aliases resolved
 */
public record NamedDistribution(Family family, Map<String, Quantity> parameters, Distribution distribution) {
    /**
     * @throws ProblemException not-found for an unknown family; invalid-request at {@code /parameters/…} for a parameter that
     *     it does not have, or needs and was not given
     * @throws InvalidParameterException at {@code /parameters/…} for a value without meaning
     */
    public static NamedDistribution of(String name, Map<String, Quantity> given) {
        Family family = family(name);
        requireKnown(family, given, "/parameters");
        try {
            if (family.takesList()) {
                return ofList(family, given);
            }
            Map<String, Double> numbers = new LinkedHashMap<>();
            given.forEach((key, value) -> {
                if (!value.isNumber()) {
                    throw ProblemException.at(
                            ProblemType.INVALID_REQUEST, "/parameters/" + key, "expected a finite number");
                }
                numbers.put(key, value.number());
            });
            double[] values = family.values(numbers);
            return new NamedDistribution(family, quantities(family, values), family.member(values));
        } catch (InvalidParameterException e) {
            throw e.at("/parameters");
        }
    }

    private static NamedDistribution ofList(Family family, Map<String, Quantity> given) {
        String parameter = family.parameters().getFirst().name();
        Quantity list = given.get(parameter);
        if (list == null) {
            throw new InvalidParameterException("%s is required for %s.".formatted(parameter, family.name()))
                    .at("/" + parameter);
        }
        if (!list.isList()) {
            throw ProblemException.at(
                    ProblemType.INVALID_REQUEST, "/parameters/" + parameter, "expected a list of numbers");
        }
        return new NamedDistribution(family, given, family.member(family.listed(list.entries())));
    }

    /** Values of parameters by name, as they are answered. */
    static Map<String, Quantity> quantities(Family family, double[] values) {
        Map<String, Quantity> quantities = new LinkedHashMap<>();
        if (family.takesList()) {
            quantities.put(family.parameters().getFirst().name(), Quantity.list(values));
        } else {
            family.named(values).forEach((name, value) -> quantities.put(name, Quantity.of(value)));
        }
        return quantities;
    }

    public static Family family(String name) {
        return Families.named(name).orElseThrow(() -> {
            if (NamedJointDistribution.exists(name)) {
                return new ProblemException(
                        ProblemType.NOT_FOUND,
                        "%s is a distribution of vectors: it has pdf, pmf, log-pdf, sample and moments."
                                .formatted(name));
            }
            ProblemException unknown = new ProblemException(
                    ProblemType.NOT_FOUND,
                    "There is no distribution \"%s\".%s GET /v1/stats/distributions lists them."
                            .formatted(name, NearestName.question(name, Families.names())));
            NearestName.of(name, Families.names()).ifPresent(nearest -> unknown.with("suggestion", nearest));
            return unknown;
        });
    }

    /** Names of parameters are fields of the request: an unknown one is refused as any unknown field is. */
    public static void requireKnown(Family family, Map<String, ?> given, String pointer) {
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
