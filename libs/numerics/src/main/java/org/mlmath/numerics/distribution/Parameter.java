package org.mlmath.numerics.distribution;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import org.mlmath.numerics.InvalidParameterException;

/**
 * One parameter of a family.
 *
 * @param name as on the wire
 * @param description what it means, in a few words
 * @param latex its symbol
 * @param domain which values it takes
 * @param defaultValue what it is when not given; empty when it must be given
 * @param aliases other quantities that determine it
 */
public record Parameter(
        String name,
        String description,
        String latex,
        Domain domain,
        OptionalDouble defaultValue,
        List<Alias> aliases) {

    /** Which values a parameter takes. All of them are finite. */
    public enum Domain {
        REAL("a real number"),
        POSITIVE("a number greater than 0"),
        NON_NEGATIVE("a number, at least 0"),
        PROBABILITY("a number from 0 to 1"),
        POSITIVE_PROBABILITY("a number greater than 0, at most 1"),
        INTEGER("an integer from -9007199254740991 to 9007199254740991"),
        COUNT("an integer from 0 to 9007199254740991");

        private static final double LARGEST_COUNT = 0x1p53 - 1;
        private final String description;

        Domain(String description) {
            this.description = description;
        }

        public String description() {
            return description;
        }

        boolean contains(double value) {
            return switch (this) {
                case REAL -> Double.isFinite(value);
                case POSITIVE -> value > 0 && value <= Double.MAX_VALUE;
                case NON_NEGATIVE -> value >= 0 && value <= Double.MAX_VALUE;
                case PROBABILITY -> value >= 0 && value <= 1;
                case POSITIVE_PROBABILITY -> value > 0 && value <= 1;
                case INTEGER -> Math.abs(value) <= LARGEST_COUNT && value == Math.rint(value);
                case COUNT -> value >= 0 && value <= LARGEST_COUNT && value == Math.rint(value);
            };
        }
    }

    /**
     * Another way to give a parameter.
     *
     * @param toParameter from the alias's value to the parameter's
     */
    public record Alias(String name, String description, DoubleUnaryOperator toParameter) {}

    public static Parameter real(String name, String description, String latex) {
        return of(name, description, latex, Domain.REAL);
    }

    public static Parameter positive(String name, String description, String latex) {
        return of(name, description, latex, Domain.POSITIVE);
    }

    public static Parameter probability(String name, String description, String latex) {
        return of(name, description, latex, Domain.PROBABILITY);
    }

    public static Parameter count(String name, String description, String latex) {
        return of(name, description, latex, Domain.COUNT);
    }

    /** A parameter that must be given, without aliases. */
    public static Parameter of(String name, String description, String latex, Domain domain) {
        return new Parameter(name, description, latex, domain, OptionalDouble.empty(), List.of());
    }

    public Parameter defaulting(double value) {
        return new Parameter(name, description, latex, domain, OptionalDouble.of(value), aliases);
    }

    public Parameter alias(String aliasName, String aliasDescription, DoubleUnaryOperator toParameter) {
        List<Alias> more = new ArrayList<>(aliases);
        more.add(new Alias(aliasName, aliasDescription, toParameter));
        return new Parameter(name, description, latex, domain, defaultValue, List.copyOf(more));
    }

    /** @throws InvalidParameterException at {@code /given} if the value is outside the domain */
    double checked(String given, double value) {
        if (!domain.contains(value)) {
            throw new InvalidParameterException(
                            "%s must be %s, but is %s.".formatted(name, domain.description(), Text.of(value)))
                    .at("/" + given);
        }
        return value;
    }
}
