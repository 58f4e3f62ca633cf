package org.mlmath.calculus.optimization;

import java.util.Map;
import java.util.Set;
import org.mlmath.numerics.optimization.Convention;
import org.mlmath.numerics.optimization.UpdateRule;

/**
 * One method as it is documented, and how its rule is made.
 *
 * @param title its name in words
 * @param formulas LaTeX, by each convention that it can follow, the default first
 * @param defaults its parameters in the order of importance, with their defaults
 * @param torchOnly those that other conventions do not know
 * @param centered whether it takes {@code centered}
 * @param positiveEpsilon whether ε has to be above 0
 * @param source where it was first described
 * @param rule makes the rule from the parameters' values
 */
record MethodDefinition(
        String title,
        Map<RuleConvention, String> formulas,
        Map<MethodParameter, Double> defaults,
        Set<MethodParameter> torchOnly,
        boolean centered,
        boolean positiveEpsilon,
        String source,
        RuleMaker rule) {

    @FunctionalInterface
    interface RuleMaker {
        UpdateRule make(Values values);
    }

    /**
     * A method's parameters, all there.
     *
     * @param numbers with the defaults filled in
     */
    record Values(Map<MethodParameter, Double> numbers, boolean centered, Convention convention) {
        double get(MethodParameter parameter) {
            return numbers.getOrDefault(parameter, 0.0);
        }
    }

    MethodParameter.Range range(MethodParameter parameter) {
        return parameter == MethodParameter.EPSILON && positiveEpsilon
                ? MethodParameter.Range.POSITIVE
                : parameter.range();
    }
}
