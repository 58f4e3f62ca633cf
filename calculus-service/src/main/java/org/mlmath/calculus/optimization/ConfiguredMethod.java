package org.mlmath.calculus.optimization;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.NearestName;
import org.mlmath.numerics.optimization.Clipping;
import org.mlmath.numerics.optimization.Schedule;
import org.mlmath.numerics.optimization.UpdateRule;

/**
 * A method as asked for, checked and completed: its rule, and what it takes around the rule.
 *
 * @param complete the method with its defaults filled in, as results show it
 * @param batchSize null where every step sees all observations
 */
record ConfiguredMethod(
        OptimizationMethod complete,
        UpdateRule rule,
        double learningRate,
        Schedule schedule,
        Clipping clipping,
        Integer batchSize) {

    /**
     * @throws InvalidParameterException at a parameter that the method, or the convention, does not have, or whose value has no
     *     meaning; pointers are relative to the method
     */
    static ConfiguredMethod of(OptimizationMethod given) {
        MethodDefinition definition = MethodCatalog.of(given.name());
        RuleConvention convention = given.convention() == null ? RuleConvention.TORCH : given.convention();
        if (!definition.formulas().containsKey(convention)) {
            throw new InvalidParameterException("%s has no rule under \"%s\"; there are %s."
                            .formatted(
                                    given.name().slug(),
                                    convention.slug(),
                                    definition.formulas().keySet().stream()
                                            .map(known -> '"' + known.slug() + '"')
                                            .toList()))
                    .at("/convention");
        }
        Map<MethodParameter, Double> numbers = numbers(given, definition, convention);
        if (given.centered() != null && !definition.centered()) {
            throw unknown(given.name(), definition, "centered");
        }
        Boolean centered = definition.centered() ? Boolean.valueOf(Boolean.TRUE.equals(given.centered())) : null;
        requirePositive(given.clipNorm(), "clipNorm");
        requirePositive(given.clipValue(), "clipValue");
        Integer batchSize = given.batchSize() == null && given.name() == MethodName.STOCHASTIC_GRADIENT_DESCENT
                ? Integer.valueOf(1)
                : given.batchSize();
        if (batchSize != null && batchSize < 1) {
            throw new InvalidParameterException("batchSize is %d; it has to be at least 1.".formatted(batchSize))
                    .at("/batchSize");
        }
        RateSchedule schedule;
        try {
            schedule = ScheduleCatalog.complete(given.schedule());
        } catch (InvalidParameterException e) {
            throw e.at("/schedule");
        }
        OptimizationMethod complete = new OptimizationMethod(
                given.name(),
                numbers.get(MethodParameter.LEARNING_RATE),
                numbers.get(MethodParameter.MOMENTUM),
                numbers.get(MethodParameter.DAMPENING),
                numbers.get(MethodParameter.BETA1),
                numbers.get(MethodParameter.BETA2),
                numbers.get(MethodParameter.EPSILON),
                numbers.get(MethodParameter.ALPHA),
                centered,
                numbers.get(MethodParameter.RHO),
                numbers.get(MethodParameter.WEIGHT_DECAY),
                numbers.get(MethodParameter.LEARNING_RATE_DECAY),
                numbers.get(MethodParameter.INITIAL_ACCUMULATOR),
                numbers.get(MethodParameter.MOMENTUM_DECAY),
                given.clipNorm(),
                given.clipValue(),
                batchSize,
                schedule,
                convention);
        return new ConfiguredMethod(
                complete,
                definition
                        .rule()
                        .make(new MethodDefinition.Values(
                                numbers, Boolean.TRUE.equals(centered), convention.convention())),
                numbers.get(MethodParameter.LEARNING_RATE),
                ScheduleCatalog.schedule(schedule),
                new Clipping(orInfinity(given.clipNorm()), orInfinity(given.clipValue())),
                batchSize);
    }

    /** The parameters that hold under the convention, each with its value. */
    private static Map<MethodParameter, Double> numbers(
            OptimizationMethod given, MethodDefinition definition, RuleConvention convention) {
        Map<MethodParameter, Double> numbers = new LinkedHashMap<>();
        for (MethodParameter parameter : MethodParameter.values()) {
            Double value = parameter.in(given);
            if (value != null && !definition.defaults().containsKey(parameter)) {
                throw unknown(given.name(), definition, parameter.field());
            }
            boolean holds = convention == RuleConvention.TORCH
                    || !definition.torchOnly().contains(parameter);
            if (value != null && !holds) {
                throw new InvalidParameterException("%s has no place in the rule under \"%s\"; leave it out."
                                .formatted(parameter.field(), convention.slug()))
                        .at("/" + parameter.field());
            }
            if (value != null && !definition.range(parameter).contains(value)) {
                throw new InvalidParameterException("%s is %s; it has to be %s."
                                .formatted(
                                        parameter.field(),
                                        value,
                                        definition.range(parameter).words()))
                        .at("/" + parameter.field());
            }
            if (definition.defaults().containsKey(parameter) && holds) {
                numbers.put(parameter, value == null ? definition.defaults().get(parameter) : value);
            }
        }
        return numbers;
    }

    private static InvalidParameterException unknown(MethodName method, MethodDefinition definition, String field) {
        List<String> known = new ArrayList<>(definition.defaults().keySet().stream()
                .map(MethodParameter::field)
                .toList());
        if (definition.centered()) {
            known.add("centered");
        }
        InvalidParameterException e = new InvalidParameterException("%s has no parameter %s.%s Its own are %s."
                .formatted(method.slug(), field, NearestName.question(field, known), String.join(", ", known)));
        NearestName.of(field, known).ifPresent(name -> e.with("suggestion", name));
        e.at("/" + field);
        return e;
    }

    private static void requirePositive(Double bound, String field) {
        if (bound != null && !(bound > 0)) {
            throw new InvalidParameterException("%s is %s; it has to be above 0.".formatted(field, bound))
                    .at("/" + field);
        }
    }

    private static double orInfinity(Double bound) {
        return bound == null ? Double.POSITIVE_INFINITY : bound;
    }
}
