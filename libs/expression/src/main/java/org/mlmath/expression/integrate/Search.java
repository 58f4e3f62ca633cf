package org.mlmath.expression.integrate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Sum;
import org.mlmath.expression.Expression.Variable;
import org.mlmath.expression.Expressions;
import org.mlmath.numerics.LimitExceededException;

/**
 * The search for an antiderivative: linearity first, then the methods in a fixed order, each of which may come back with simpler
 * integrands. It ends: depth and number of integrands are bounded, and none is tried inside itself.
 */
final class Search {
    private static final int DEPTH = 14;
    private static final int INTEGRANDS = 300;
    private static final List<String> NAMES = List.of("u", "v", "w", "t", "s", "z", "p", "q");

    /** From the sure and readable to the laborious. */
    private static final List<Method> METHODS = List.of(
            new StandardForms(),
            new PolynomialExpansion(),
            new TrigonometricPowers(),
            new InnerSubstitution(),
            new RationalFunctions(),
            new GaussianForms(),
            new ExponentialPolynomials(),
            new TrigonometricProducts(),
            new QuadraticRadicals(),
            new Parts(),
            new RationalizingSubstitution(),
            new TangentHalfAngle(),
            new Expansion());

    private record Question(Expression integrand, String variable) {}

    private final Formulas formulas;
    private final List<IntegrationStep> steps = new ArrayList<>();
    private final Map<Question, Expression> answers = new HashMap<>();
    private final Map<Question, Integer> failedAt = new HashMap<>();
    private final Set<Question> open = new HashSet<>();
    private final Set<String> names;
    private final Set<String> conditions = new LinkedHashSet<>();
    private int depth;
    private int tried;

    /** @param names the free variables, which substitutions must not reuse */
    Search(Formulas formulas, Set<String> names) {
        this.formulas = formulas;
        this.names = new HashSet<>(names);
    }

    List<IntegrationStep> steps() {
        return steps;
    }

    /** @return what the parameters must satisfy for the result to be one */
    Set<String> conditions() {
        return conditions;
    }

    void require(String condition) {
        conditions.add(condition);
    }

    void requireNonZero(Expression signed) {
        Expression divisor = signed instanceof Expression.Negate(Expression operand) ? operand : signed;
        if (!conditions.contains(Expressions.text(formulas.negate(divisor)) + " != 0")) {
            require(Expressions.text(divisor) + " != 0");
        }
    }

    int mark() {
        return steps.size();
    }

    void backTo(int mark) {
        steps.subList(mark, steps.size()).clear();
    }

    void step(IntegrationStep step) {
        steps.add(step);
    }

    /** @return a variable that is not in use */
    String freshName() {
        for (String name : NAMES) {
            if (names.add(name)) {
                return name;
            }
        }
        String name = "u_" + names.size();
        names.add(name);
        return name;
    }

    void release(String name) {
        names.remove(name);
    }

    /** @return an antiderivative, or null where none is found */
    Expression integrate(Expression integrand, String variable) {
        formulas.deadline().check();
        Question question = new Question(integrand, variable);
        Expression known = answers.get(question);
        if (known != null) {
            return known;
        }
        Integer failed = failedAt.get(question);
        if (depth >= DEPTH || (failed != null && failed <= depth) || tried >= INTEGRANDS || !open.add(question)) {
            return null;
        }
        depth++;
        tried++;
        int mark = mark();
        Expression result;
        try {
            result = linearly(integrand, variable);
        } catch (LimitExceededException e) {
            result = null; // an intermediate formula grew beyond use; another method may do better
        } finally {
            depth--;
            open.remove(question);
        }
        if (result == null) {
            backTo(mark);
            failedAt.put(question, depth);
        } else {
            answers.put(question, result);
        }
        return result;
    }

    private Expression linearly(Expression integrand, String variable) {
        if (!Formulas.depends(integrand, variable)) {
            Expression result = formulas.multiply(integrand, new Variable(variable));
            step(IntegrationStep.found(IntegrationRule.CONSTANT, integrand, variable, result));
            return result;
        }
        if (integrand instanceof Sum(List<Expression> terms)) {
            Expression result = sum(integrand, terms, variable);
            return result != null ? result : byMethod(integrand, variable);
        }
        Factors factors = Factors.of(formulas, integrand, variable);
        if (Formulas.isOne(factors.constant())) {
            return byMethod(integrand, factors, variable);
        }
        Expression rest = factors.rest(formulas);
        Expression inner = rest.equals(integrand) ? byMethod(integrand, factors, variable) : integrate(rest, variable);
        if (inner == null) {
            return null;
        }
        Expression result = scaled(factors.constant(), inner);
        step(IntegrationStep.found(IntegrationRule.CONSTANT_MULTIPLE, integrand, variable, result));
        return result;
    }

    /** The constant goes into a sum, as a(b + c) = ab + ac. */
    private Expression scaled(Expression constant, Expression inner) {
        return inner instanceof Sum(List<Expression> terms)
                ? formulas.add(terms.stream()
                        .map(term -> formulas.multiply(constant, term))
                        .toList())
                : formulas.multiply(constant, inner);
    }

    private Expression sum(Expression integrand, List<Expression> terms, String variable) {
        int mark = mark();
        List<Expression> integrals = new ArrayList<>();
        for (Expression term : terms) {
            Expression integral = integrate(term, variable);
            if (integral == null) {
                backTo(mark);
                return null;
            }
            integrals.add(integral);
        }
        Expression result = formulas.add(integrals);
        step(IntegrationStep.found(IntegrationRule.SUM, integrand, variable, result));
        return result;
    }

    private Expression byMethod(Expression integrand, String variable) {
        return byMethod(integrand, Factors.of(formulas, integrand, variable), variable);
    }

    private Expression byMethod(Expression integrand, Factors factors, String variable) {
        Attempt attempt = new Attempt(this, formulas, integrand, factors, variable);
        for (Method method : METHODS) {
            Expression result = method.apply(attempt);
            if (result != null) {
                return result;
            }
        }
        return null;
    }
}
