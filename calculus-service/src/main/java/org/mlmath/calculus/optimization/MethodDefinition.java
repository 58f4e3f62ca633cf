package org.mlmath.calculus.optimization;

import java.util.Map;
import java.util.Set;
import org.mlmath.numerics.optimization.Convention;
import org.mlmath.numerics.optimization.UpdateRule;
import org.mlmath.numerics.optimization.descent.Armijo;
import org.mlmath.numerics.optimization.descent.FixedLength;
import org.mlmath.numerics.optimization.descent.LineSearch;
import org.mlmath.numerics.optimization.descent.StrongWolfe;

/**
 * One method as it is documented, and how its rule is made.
 *
 * @param title its name in words
 * @param formulas LaTeX, by each convention that it can follow, the default first
 * @param defaults its parameters in the order of importance, with their defaults
 * @param torchOnly those that other conventions do not know
 * @param choices what it lets one choose, with the defaults
 * @param positiveEpsilon whether ε has to be above 0
 * @param firstOrder whether steps are made from one gradient each, which may be a batch's, clipped, and scheduled
 * @param source where it was first described
 * @param rule makes the rule from the parameters' values
 */
record MethodDefinition(
        String title,
        Map<RuleConvention, String> formulas,
        Map<MethodParameter, Double> defaults,
        Set<MethodParameter> torchOnly,
        Map<MethodChoice, Object> choices,
        boolean positiveEpsilon,
        boolean firstOrder,
        String source,
        RuleMaker rule) {

    /** A first-order method. */
    MethodDefinition(
            String title,
            Map<RuleConvention, String> formulas,
            Map<MethodParameter, Double> defaults,
            Set<MethodParameter> torchOnly,
            Map<MethodChoice, Object> choices,
            boolean positiveEpsilon,
            String source,
            RuleMaker rule) {
        this(title, formulas, defaults, torchOnly, choices, positiveEpsilon, true, source, rule);
    }

    /** A method of one convention that finds its way by a search or by values. */
    MethodDefinition(
            String title,
            String formula,
            Map<MethodParameter, Double> defaults,
            Map<MethodChoice, Object> choices,
            String source,
            RuleMaker rule) {
        this(title, Map.of(RuleConvention.TORCH, formula), defaults, Set.of(), choices, false, false, source, rule);
    }

    @FunctionalInterface
    interface RuleMaker {
        UpdateRule make(Values values);
    }

    /**
     * A method's parameters, all there.
     *
     * @param numbers with the defaults filled in
     * @param choices likewise
     * @param seed for methods that draw
     */
    record Values(
            Map<MethodParameter, Double> numbers, Map<MethodChoice, Object> choices, Convention convention, long seed) {
        double get(MethodParameter parameter) {
            return numbers.getOrDefault(parameter, 0.0);
        }

        boolean is(MethodChoice choice) {
            return Boolean.TRUE.equals(choices.get(choice));
        }

        LineSearch search() {
            return switch ((LineSearchKind) choices.get(MethodChoice.LINE_SEARCH)) {
                case NONE -> new FixedLength();
                case ARMIJO -> new Armijo(get(MethodParameter.SUFFICIENT_DECREASE), get(MethodParameter.BACKTRACKING));
                case STRONG_WOLFE ->
                    new StrongWolfe(get(MethodParameter.SUFFICIENT_DECREASE), get(MethodParameter.CURVATURE));
            };
        }
    }

    /** @return whether a parameter has a say under the line search chosen, if any */
    static boolean applies(MethodParameter parameter, Object search) {
        return switch (parameter) {
            case SUFFICIENT_DECREASE -> search != LineSearchKind.NONE;
            case CURVATURE -> search == LineSearchKind.STRONG_WOLFE;
            case BACKTRACKING -> search == LineSearchKind.ARMIJO;
            default -> true;
        };
    }

    MethodParameter.Range range(MethodParameter parameter) {
        // A search tries the learning rate first, and would find nothing from 0.
        boolean positive = parameter == MethodParameter.EPSILON && positiveEpsilon
                || parameter == MethodParameter.LEARNING_RATE && !firstOrder;
        return positive ? MethodParameter.Range.POSITIVE : parameter.range();
    }
}
