package org.mlmath.numerics.distribution;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.mlmath.numerics.linear.Matrix;

/**
 * A family of distributions of vectors, whose parameters are numbers, lists or matrices.
 *
 * @param maker from the parameters, each as a matrix: 1×1 for a number, one column for a list
 */
public record JointFamily(
        String name,
        String title,
        List<JointParameter> parameters,
        boolean discrete,
        String supportLatex,
        String densityLatex,
        Map<String, String> momentsLatex,
        Function<Map<String, Matrix>, JointDistribution> maker) {

    /** What a parameter is. */
    public enum Shape {
        NUMBER("a number"),
        LIST("a list of numbers"),
        MATRIX("a square matrix");

        private final String description;

        Shape(String description) {
            this.description = description;
        }

        public String description() {
            return description;
        }
    }

    /** @param domain which values it takes, in words */
    public record JointParameter(String name, String description, String latex, Shape shape, String domain) {}

    /** Every family of vectors there is. */
    public static List<JointFamily> all() {
        return List.of(Multinomial.FAMILY, Dirichlet.FAMILY, MultivariateNormal.FAMILY);
    }
}
