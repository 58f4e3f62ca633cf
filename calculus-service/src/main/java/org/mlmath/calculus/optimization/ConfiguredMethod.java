package org.mlmath.calculus.optimization;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.NearestName;
import org.mlmath.numerics.optimization.Clipping;
import org.mlmath.numerics.optimization.Schedule;
import org.mlmath.numerics.optimization.UpdateRule;
import org.mlmath.numerics.optimization.direct.CmaEs;

/**
 * A method as asked for, checked and completed: its rule, and what it takes around the rule.
 *
 * @param given as the request has it
 * @param numbers the parameters that have a say, with the defaults filled in
 * @param choices likewise
 * @param convention null for a method that has but one
 * @param rateSchedule null for a method that has none
 * @param batchSize null where every step sees all observations
 */
record ConfiguredMethod(
        OptimizationMethod given,
        MethodDefinition definition,
        Map<MethodParameter, Double> numbers,
        Map<MethodChoice, Object> choices,
        RuleConvention convention,
        RateSchedule rateSchedule,
        Integer batchSize) {

    /**
     * @throws InvalidParameterException at a parameter that the method, or the convention, does not have, or whose value has no
     *     meaning; pointers are relative to the method
     */
    static ConfiguredMethod of(OptimizationMethod given) {
        MethodDefinition definition = MethodCatalog.of(given.name(), given.lineSearch());
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
        Map<MethodChoice, Object> choices = choices(given, definition);
        Map<MethodParameter, Double> numbers =
                numbers(given, definition, convention, choices.get(MethodChoice.LINE_SEARCH));
        if (choices.get(MethodChoice.LINE_SEARCH) == LineSearchKind.STRONG_WOLFE) {
            requireRoom(numbers.get(MethodParameter.SUFFICIENT_DECREASE), numbers.get(MethodParameter.CURVATURE));
        }
        if (!definition.firstOrder()) {
            requireAbsent(given);
            return new ConfiguredMethod(given, definition, numbers, choices, null, null, null);
        }
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
        return new ConfiguredMethod(given, definition, numbers, choices, convention, schedule, batchSize);
    }

    /** @return the same with all of the objective in each step */
    ConfiguredMethod withoutBatches() {
        return new ConfiguredMethod(given, definition, numbers, choices, convention, rateSchedule, null);
    }

    /** @return whether its steps depend on a seed */
    boolean draws() {
        return batchSize != null
                || given.name() == MethodName.CMA_ES
                || choices.get(MethodChoice.SELECTION) == CoordinateSelection.RANDOM;
    }

    /** @param seed for a method that draws */
    UpdateRule rule(long seed) {
        RuleConvention rules = convention == null ? RuleConvention.TORCH : convention;
        return definition.rule().make(new MethodDefinition.Values(numbers, choices, rules.convention(), seed));
    }

    /** @return the learning rate; for a method that has none a number that plays no part */
    double learningRate() {
        return numbers.getOrDefault(MethodParameter.LEARNING_RATE, 1.0);
    }

    Schedule schedule() {
        return rateSchedule == null ? new Schedule.Constant() : ScheduleCatalog.schedule(rateSchedule);
    }

    Clipping clipping() {
        return new Clipping(orInfinity(given.clipNorm()), orInfinity(given.clipValue()));
    }

    /** @return the method with its defaults filled in, as results show it */
    OptimizationMethod complete(int dimension) {
        Double population = numbers.get(MethodParameter.POPULATION_SIZE);
        return new OptimizationMethod(
                given.name(),
                numbers.get(MethodParameter.LEARNING_RATE),
                numbers.get(MethodParameter.MOMENTUM),
                numbers.get(MethodParameter.DAMPENING),
                numbers.get(MethodParameter.BETA1),
                numbers.get(MethodParameter.BETA2),
                numbers.get(MethodParameter.EPSILON),
                numbers.get(MethodParameter.ALPHA),
                (Boolean) choices.get(MethodChoice.CENTERED),
                numbers.get(MethodParameter.RHO),
                numbers.get(MethodParameter.WEIGHT_DECAY),
                numbers.get(MethodParameter.LEARNING_RATE_DECAY),
                numbers.get(MethodParameter.INITIAL_ACCUMULATOR),
                numbers.get(MethodParameter.MOMENTUM_DECAY),
                (LineSearchKind) choices.get(MethodChoice.LINE_SEARCH),
                numbers.get(MethodParameter.SUFFICIENT_DECREASE),
                numbers.get(MethodParameter.CURVATURE),
                numbers.get(MethodParameter.BACKTRACKING),
                whole(numbers.get(MethodParameter.HISTORY)),
                (ConjugateVariant) choices.get(MethodChoice.VARIANT),
                (CoordinateSelection) choices.get(MethodChoice.SELECTION),
                (Boolean) choices.get(MethodChoice.ADAPTIVE),
                numbers.get(MethodParameter.SIMPLEX_SIZE),
                numbers.get(MethodParameter.SIGMA),
                population != null && population == 0
                        ? Integer.valueOf(CmaEs.population(dimension))
                        : whole(population),
                given.clipNorm(),
                given.clipValue(),
                batchSize,
                rateSchedule,
                convention);
    }

    private static Integer whole(Double number) {
        return number == null ? null : Integer.valueOf(number.intValue());
    }

    /** The choices that the method has, each as made. */
    private static Map<MethodChoice, Object> choices(OptimizationMethod given, MethodDefinition definition) {
        Map<MethodChoice, Object> choices = new EnumMap<>(MethodChoice.class);
        for (MethodChoice choice : MethodChoice.values()) {
            Object value = choice.in(given);
            if (value != null && !definition.choices().containsKey(choice)) {
                throw unknown(given.name(), definition, choice.field());
            }
            if (definition.choices().containsKey(choice)) {
                choices.put(choice, value == null ? definition.choices().get(choice) : value);
            }
        }
        return choices;
    }

    /** The parameters that hold under the convention and the line search, each with its value. */
    private static Map<MethodParameter, Double> numbers(
            OptimizationMethod given, MethodDefinition definition, RuleConvention convention, Object search) {
        Map<MethodParameter, Double> numbers = new LinkedHashMap<>();
        for (MethodParameter parameter : MethodParameter.values()) {
            Double value = parameter.in(given);
            if (value != null && !definition.defaults().containsKey(parameter)) {
                throw unknown(given.name(), definition, parameter.field());
            }
            boolean inRule = convention == RuleConvention.TORCH
                    || !definition.torchOnly().contains(parameter);
            if (value != null && !inRule) {
                throw new InvalidParameterException("%s has no place in the rule under \"%s\"; leave it out."
                                .formatted(parameter.field(), convention.slug()))
                        .at("/" + parameter.field());
            }
            boolean inSearch = MethodDefinition.applies(parameter, search);
            if (value != null && !inSearch) {
                throw new InvalidParameterException(
                                "%s has no place in this line search; leave it out.".formatted(parameter.field()))
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
            if (definition.defaults().containsKey(parameter) && inRule && inSearch) {
                numbers.put(parameter, value == null ? definition.defaults().get(parameter) : value);
            }
        }
        return numbers;
    }

    private static InvalidParameterException unknown(MethodName method, MethodDefinition definition, String field) {
        List<String> known = new ArrayList<>(definition.defaults().keySet().stream()
                .map(MethodParameter::field)
                .toList());
        definition.choices().keySet().forEach(choice -> known.add(choice.field()));
        InvalidParameterException e = new InvalidParameterException("%s has no parameter %s.%s Its own are %s."
                .formatted(method.slug(), field, NearestName.question(field, known), String.join(", ", known)));
        NearestName.of(field, known).ifPresent(name -> e.with("suggestion", name));
        e.at("/" + field);
        return e;
    }

    /** Steps that come from more than one gradient leave nothing to clip, to deal out in batches or to schedule. */
    private static void requireAbsent(OptimizationMethod given) {
        Map<String, Object> around = new LinkedHashMap<>();
        around.put("clipNorm", given.clipNorm());
        around.put("clipValue", given.clipValue());
        around.put("batchSize", given.batchSize());
        around.put("schedule", given.schedule());
        around.forEach((field, value) -> {
            if (value != null) {
                throw new InvalidParameterException(
                                "%s goes with first-order methods that take each step from one gradient;"
                                                .formatted(field)
                                        + " leave it out.")
                        .at("/" + field);
            }
        });
    }

    private static void requireRoom(double sufficientDecrease, double curvature) {
        if (!(sufficientDecrease < curvature)) {
            throw new InvalidParameterException(
                            "curvature is %s and sufficientDecrease %s; it has to be the larger one, or"
                                            .formatted(curvature, sufficientDecrease)
                                    + " there may be no such length.")
                    .at("/curvature");
        }
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
