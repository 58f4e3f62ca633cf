package org.mlmath.numerics.distribution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.NearestName;

/**
 * A family of distributions: its name, its parameters with their aliases, its formulas, and how to make and how to fit a
 * member. Each family is declared in the file of its distribution and listed in {@link Families}; nothing else knows its name.
 */
public final class Family {
    /** Estimates the parameters of a family from data. */
    @FunctionalInterface
    public interface Fitter {
        /** @param fixed per parameter the value it is held at, NaN where it is estimated */
        Fit fit(Family family, double[] data, FitMethod method, double[] fixed, Deadline deadline);
    }

    /**
     * What several parameters must satisfy together.
     *
     * @param parameter the one that is named where they do not
     * @param statement the condition in words
     */
    private record Relation(String parameter, String statement, Predicate<double[]> holds) {}

    private final String name;
    private String title;
    private final List<Parameter> parameters = new ArrayList<>();
    private boolean discrete;
    private boolean list;
    private String support;
    private String density;
    private String distributionFunction;
    private final Map<String, String> moments = new LinkedHashMap<>();
    private final List<Relation> relations = new ArrayList<>();
    private Fitter fitter;
    private Function<double[], Distribution> constructor;

    private Family(String name) {
        this.name = name;
    }

    static Builder named(String name) {
        return new Builder(new Family(name));
    }

    public String name() {
        return name;
    }

    public String title() {
        return title;
    }

    public List<Parameter> parameters() {
        return List.copyOf(parameters);
    }

    public boolean discrete() {
        return discrete;
    }

    /** Whether its only parameter is a list of numbers: a member's values are its entries, however many. */
    public boolean takesList() {
        return list;
    }

    /**
     * A list of values as the only parameter.
     *
     * @throws InvalidParameterException at {@code /name/i} for an entry outside the domain, at {@code /name} for an empty list or
     *     one that has no member
     */
    public double[] listed(double[] values) {
        Parameter parameter = parameters.getFirst();
        if (values.length == 0) {
            throw new InvalidParameterException(parameter.name() + " is empty.").at("/" + parameter.name());
        }
        for (int i = 0; i < values.length; i++) {
            parameter.checked(parameter.name() + "/" + i, values[i]);
        }
        for (Relation relation : relations) {
            if (!relation.holds().test(values)) {
                throw new InvalidParameterException(relation.statement() + ".").at("/" + parameter.name());
            }
        }
        return values;
    }

    /** The support as LaTeX. */
    public String supportLatex() {
        return support;
    }

    /** Density or probability mass as LaTeX. */
    public String densityLatex() {
        return density;
    }

    /** P(X ≤ x) as LaTeX. */
    public String distributionFunctionLatex() {
        return distributionFunction;
    }

    /** Moments by name as LaTeX, in the order of {@link Moments}. */
    public Map<String, String> momentsLatex() {
        return new LinkedHashMap<>(moments);
    }

    /** A member, from values in the order of {@link #parameters}, which lie in their domains. */
    public Distribution member(double... values) {
        return constructor.apply(values);
    }

    /**
     * A member from parameters by name or alias.
     *
     * @throws InvalidParameterException at {@code /name} for a value outside its domain, for one given twice (by name and by
     *     alias) or not at all, and for a name that the family does not have
     */
    public Distribution member(Map<String, Double> given) {
        return member(values(given));
    }

    /** Parameters by name or alias as values in the order of {@link #parameters}; defaults filled in. */
    public double[] values(Map<String, Double> given) {
        double[] values = partial(given);
        for (int i = 0; i < values.length; i++) {
            Parameter parameter = parameters.get(i);
            if (Double.isNaN(values[i])) {
                values[i] = parameter.defaultValue().orElseThrow(() -> new InvalidParameterException(
                                "%s is required for %s: %s.".formatted(parameter.name(), name, parameter.description()))
                        .at("/" + parameter.name()));
            }
        }
        related(values, given);
        return values;
    }

    /** Whether values in their domains make a member together. */
    public boolean hasMember(double... values) {
        return relations.stream().allMatch(relation -> relation.holds().test(values));
    }

    private void related(double[] values, Map<String, Double> given) {
        for (Relation relation : relations) {
            if (!relation.holds().test(values)) {
                throw new InvalidParameterException("%s, but %s."
                                .formatted(
                                        relation.statement(),
                                        named(values).entrySet().stream()
                                                .map(entry -> entry.getKey() + " is " + Text.of(entry.getValue()))
                                                .collect(Collectors.joining(", "))))
                        .at("/" + spelling(relation.parameter(), given));
            }
        }
    }

    /** The parameter's name as the caller wrote it. */
    private String spelling(String parameter, Map<String, Double> given) {
        int index = indexOf(parameter);
        return given.keySet().stream()
                .filter(key -> indexOf(key) == index)
                .findFirst()
                .orElse(parameter);
    }

    /** As {@link #values}, but NaN for what is not given. */
    public double[] partial(Map<String, Double> given) {
        double[] values = new double[parameters.size()];
        Arrays.fill(values, Double.NaN);
        String[] source = new String[parameters.size()];
        given.forEach((key, value) -> {
            int i = indexOf(key);
            Parameter parameter = parameters.get(i);
            if (source[i] != null) {
                throw new InvalidParameterException(
                                "%s and %s say the same thing: give one of them.".formatted(source[i], key))
                        .at("/" + key);
            }
            if (value == null) {
                return;
            }
            source[i] = key;
            values[i] = parameter.checked(key, canonical(parameter, key, value));
        });
        return values;
    }

    private static double canonical(Parameter parameter, String key, double value) {
        for (Parameter.Alias alias : parameter.aliases()) {
            if (alias.name().equals(key)) {
                return alias.toParameter().applyAsDouble(value);
            }
        }
        return value;
    }

    private int indexOf(String key) {
        List<String> known = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            Parameter parameter = parameters.get(i);
            if (parameter.name().equals(key)
                    || parameter.aliases().stream()
                            .anyMatch(alias -> alias.name().equals(key))) {
                return i;
            }
            known.add(parameter.name());
            parameter.aliases().forEach(alias -> known.add(alias.name()));
        }
        throw new InvalidParameterException("%s has no parameter \"%s\".%s Its parameters are %s."
                        .formatted(name, key, NearestName.question(key, known), String.join(", ", known)))
                .at("/" + key.replace("~", "~0").replace("/", "~1"));
    }

    /** Those of the values that are not NaN, by their names. */
    Map<String, Double> held(double[] values) {
        Map<String, Double> held = named(values);
        held.values().removeIf(value -> Double.isNaN(value));
        return held;
    }

    /** Values in the order of {@link #parameters} by their names. */
    public Map<String, Double> named(double[] values) {
        Map<String, Double> named = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            named.put(
                    list
                            ? parameters.getFirst().name() + "[" + i + "]"
                            : parameters.get(i).name(),
                    values[i]);
        }
        return named;
    }

    /**
     * Fits the family to data.
     *
     * @param fixed parameters held at a value, by name or alias
     * @throws InvalidParameterException at {@code /data/i} for an observation off the support, at {@code /fixed/…} for a bad value
     * @throws org.mlmath.numerics.InsufficientDataException if the data cannot determine the parameters
     * @throws org.mlmath.numerics.DidNotConvergeException if no estimate exists
     * @throws org.mlmath.numerics.DeadlineExceededException if the search takes too long
     */
    public Fit fit(double[] data, FitMethod method, Map<String, Double> fixed, Deadline deadline) {
        double[] held;
        try {
            held = partial(fixed);
        } catch (InvalidParameterException e) {
            throw e.at("/fixed");
        }
        if (list && !fixed.isEmpty()) {
            throw new InvalidParameterException("A list of parameters is estimated as a whole.").at("/fixed");
        }
        return fitter.fit(this, data, method, held, deadline);
    }

    /** Says what a family is, line by line; {@link #build} ends it. */
    static final class Builder {
        private final Family family;

        private Builder(Family family) {
            this.family = family;
        }

        Builder title(String title) {
            family.title = title;
            return this;
        }

        Builder parameter(Parameter parameter) {
            family.parameters.add(parameter);
            return this;
        }

        /** The only parameter, of which there are any number. */
        Builder list(Parameter parameter) {
            family.list = true;
            return parameter(parameter);
        }

        Builder discrete() {
            family.discrete = true;
            return this;
        }

        Builder support(String latex) {
            family.support = latex;
            return this;
        }

        Builder density(String latex) {
            family.density = latex;
            return this;
        }

        Builder distributionFunction(String latex) {
            family.distributionFunction = latex;
            return this;
        }

        Builder moment(String name, String latex) {
            family.moments.put(name, latex);
            return this;
        }

        /** A condition on several parameters; the statement starts a sentence that ends with their values. */
        Builder relation(String parameter, String statement, Predicate<double[]> holds) {
            family.relations.add(new Relation(parameter, statement, holds));
            return this;
        }

        Builder fitting(Fitter fitter) {
            family.fitter = fitter;
            return this;
        }

        Family build(Function<double[], Distribution> constructor) {
            family.constructor = constructor;
            return family;
        }
    }
}
