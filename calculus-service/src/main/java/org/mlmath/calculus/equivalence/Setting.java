package org.mlmath.calculus.equivalence;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mlmath.calculus.point.Bounds;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Branch;
import org.mlmath.expression.Expression.Call;
import org.mlmath.expression.Expression.Comparison;
import org.mlmath.expression.Expression.Piecewise;
import org.mlmath.expression.Expression.Variable;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.Function;
import org.mlmath.expression.Relation;
import org.mlmath.expression.identity.Identity;
import org.mlmath.numerics.exact.Rational;

/**
 * The variables of a comparison and what is asked of each: bounds, a sign, being an integer.
 *
 * @param variables in alphabetical order
 * @param emptyRanges whether sums and products over nothing count: where it is said what their bounds may be
 */
record Setting(List<String> variables, Map<String, Range> ranges, boolean emptyRanges) {

    /** @param toZero null where the sign is open */
    record Range(Bounds bounds, Relation toZero, boolean integer) {
        static final Range FREE = new Range(Bounds.ALL, null, false);

        boolean admits(Rational value) {
            double nearest = value.doubleValue();
            return (!integer || value.isInteger())
                    && (toZero == null || toZero.of(value.signum(), 0) == 1)
                    && bounds.lower() <= nearest
                    && nearest <= bounds.upper();
        }

        /** @return the number itself or, for an integer variable, an integer beside it; within the bounds where that is possible */
        Rational fit(Rational value) {
            if (!integer || value.isInteger()) {
                return value;
            }
            BigInteger whole = value.numerator().divide(value.denominator());
            return new Rational(whole, BigInteger.ONE);
        }

        boolean isPositive() {
            return bounds.lower() > 0 || toZero == Relation.GREATER || isNonnegative() && toZero == Relation.NOT_EQUAL;
        }

        boolean isNegative() {
            return bounds.upper() < 0 || toZero == Relation.LESS;
        }

        boolean isNonnegative() {
            return bounds.lower() >= 0 || toZero == Relation.GREATER || toZero == Relation.GREATER_OR_EQUAL;
        }
    }

    static Setting of(
            List<String> variables,
            Map<String, Bounds> domain,
            Map<String, VariableAssumption> assumptions,
            List<String> integers) {
        Map<String, Range> ranges = new HashMap<>();
        for (String name : variables) {
            VariableAssumption assumption = assumptions.getOrDefault(name, VariableAssumption.REAL);
            ranges.put(
                    name,
                    new Range(
                            domain.getOrDefault(name, Bounds.ALL),
                            assumption.toZero(),
                            assumption.integer() || integers.contains(name)));
        }
        return new Setting(
                variables,
                ranges,
                integers.stream().anyMatch(name -> domain.containsKey(name) || assumptions.containsKey(name)));
    }

    Range range(String variable) {
        return ranges.getOrDefault(variable, Range.FREE);
    }

    boolean admits(Map<String, Rational> point) {
        for (String name : variables) {
            if (!range(name).admits(point.get(name))) {
                return false;
            }
        }
        return true;
    }

    /** @return the expression, without a value where the bounds or signs do not hold: its natural domain is then that of the comparison */
    Expression restrict(Expression expression) {
        List<Expression> conditions = conditions();
        return switch (conditions.size()) {
            case 0 -> expression;
            case 1 -> new Piecewise(List.of(new Branch(conditions.getFirst(), expression)), null);
            default -> new Piecewise(List.of(new Branch(new Call(Function.AND, conditions), expression)), null);
        };
    }

    private List<Expression> conditions() {
        List<Expression> conditions = new ArrayList<>();
        for (String name : variables) {
            Range range = range(name);
            Expression variable = new Variable(name);
            if (Double.isFinite(range.bounds.lower())) {
                conditions.add(new Comparison(variable, Relation.GREATER_OR_EQUAL, literal(range.bounds.lower())));
            }
            if (Double.isFinite(range.bounds.upper())) {
                conditions.add(new Comparison(variable, Relation.LESS_OR_EQUAL, literal(range.bounds.upper())));
            }
            if (range.toZero != null) {
                conditions.add(new Comparison(variable, range.toZero, Expressions.number(0)));
            }
        }
        return conditions;
    }

    private static Expression literal(double value) {
        return Expressions.number(new BigDecimal(Double.toString(value)));
    }

    /** @return what algebra may use */
    Identity.Known known() {
        Map<String, Integer> signs = new HashMap<>();
        Set<String> integers = new HashSet<>();
        for (String name : variables) {
            Range range = range(name);
            // At 0, a single point, nothing more is claimed than values show.
            if (range.isNonnegative()) {
                signs.put(name, 1);
            } else if (range.isNegative() || range.toZero == Relation.LESS_OR_EQUAL || range.bounds.upper() <= 0) {
                signs.put(name, -1);
            }
            if (range.integer) {
                integers.add(name);
            }
        }
        return new Identity.Known(signs, integers);
    }

    /** @return the integer variables as a phrase, empty where there is none */
    String integersText() {
        List<String> integers =
                variables.stream().filter(name -> range(name).integer()).toList();
        return integers.isEmpty()
                ? ""
                : String.join(", ", integers) + (integers.size() == 1 ? " an integer" : " integers");
    }
}
