package org.mlmath.stats.distribution;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mlmath.kit.problem.ProblemException;
import org.mlmath.kit.problem.ProblemType;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.MathException;
import org.mlmath.numerics.NearestName;
import org.mlmath.numerics.distribution.JointDistribution;
import org.mlmath.numerics.distribution.JointFamily;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.stats.number.Quantity;

/** The distribution of vectors that a path and a request name. */
record NamedJointDistribution(JointFamily family, Map<String, Quantity> parameters, JointDistribution distribution) {
    static boolean exists(String name) {
        return JointFamily.all().stream().anyMatch(family -> family.name().equals(name));
    }

    static JointFamily family(String name) {
        return JointFamily.all().stream()
                .filter(family -> family.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static NamedJointDistribution of(String name, Map<String, Quantity> given) {
        JointFamily family = family(name);
        List<String> known = family.parameters().stream()
                .map(JointFamily.JointParameter::name)
                .toList();
        given.forEach((key, value) -> {
            if (!known.contains(key)) {
                throw refused(
                        key.replace("~", "~0").replace("/", "~1"),
                        "%s has no parameter \"%s\".%s Known here: %s"
                                .formatted(name, key, NearestName.question(key, known), String.join(", ", known)));
            }
        });
        Map<String, Matrix> values = new LinkedHashMap<>();
        for (JointFamily.JointParameter parameter : family.parameters()) {
            Quantity value = given.get(parameter.name());
            if (value == null) {
                throw new InvalidParameterException(
                                "%s is required for %s: %s.".formatted(parameter.name(), name, parameter.description()))
                        .at("/parameters/" + parameter.name());
            }
            boolean fits =
                    switch (parameter.shape()) {
                        case NUMBER -> value.isNumber();
                        case LIST -> value.isList();
                        case MATRIX -> value.isMatrix();
                    };
            if (!fits) {
                throw refused(parameter.name(), "expected " + parameter.shape().description());
            }
            values.put(parameter.name(), value.isMatrix() ? value.array().matrix() : Matrix.column(value.entries()));
        }
        try {
            return new NamedJointDistribution(family, given, family.maker().apply(values));
        } catch (MathException e) {
            throw e.at("/parameters");
        }
    }

    private static ProblemException refused(String parameter, String detail) {
        return ProblemException.at(ProblemType.INVALID_REQUEST, "/parameters/" + parameter, detail);
    }
}
