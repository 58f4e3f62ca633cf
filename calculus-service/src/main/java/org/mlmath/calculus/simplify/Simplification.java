package org.mlmath.calculus.simplify;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.mlmath.calculus.algebra.Agreement;
import org.mlmath.calculus.derivative.SymbolicDiagnostics;
import org.mlmath.calculus.equivalence.VariableAssumption;
import org.mlmath.calculus.point.Variables;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Comparison;
import org.mlmath.expression.Expression.Constant;
import org.mlmath.expression.Expression.Negate;
import org.mlmath.expression.Expression.Sum;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.Relation;
import org.mlmath.expression.domain.Condition;
import org.mlmath.expression.domain.Endpoint;
import org.mlmath.expression.domain.Interval;
import org.mlmath.expression.domain.NaturalDomain;
import org.mlmath.expression.polynomial.RationalFunction;
import org.mlmath.expression.simplify.Simplifier;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DomainException;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.LimitExceededException;
import org.mlmath.numerics.MathException;
import org.mlmath.symbolic.ComputerAlgebra;

/**
 * Another form of the same expression.
 *
 * <p><i>simplify</i> collects candidates (numbers and like terms combined, quotients in lowest terms in several forms, what real
 * numbers allow, computer algebra's), compares each with the given expression, and takes the shortest that agrees; at worst that
 * is the given one. The other forms have one candidate, which is withheld, with a warning, where it does not agree.
 */
public final class Simplification {
    private static final Map<String, String> CONVENTIONS = Map.of(
            "domain",
            "real numbers; sqrt(x^2) is abs(x), and what cancels holds where the given expression is defined",
            "factors",
            "irreducible over the rational numbers, with coprime integer coefficients");

    private final Expression given;
    private final String variable;
    private final Map<String, Relation> known = new TreeMap<>();
    private final Map<String, Interval> within = new TreeMap<>();
    private final Deadline deadline;
    private final Working working;
    private final List<Warning> warnings = new ArrayList<>();

    private Simplification(Expression given, String variable, Deadline deadline) {
        this.given = given;
        this.variable = variable;
        this.deadline = deadline;
        this.working = new Working(given);
    }

    /**
     * @param variable of partial fractions; null: the only one
     * @param assumptions what is known of variables; null: nothing
     * @throws InvalidParameterException where partial fractions are asked for and there are several variables and none is named
     * @throws DomainException where partial fractions are asked for of what is no quotient of polynomials with rational coefficients
     * @throws LimitExceededException where the form would be too long
     */
    public static SimplifyResult of(
            String text,
            Form form,
            String variable,
            Map<String, VariableAssumption> assumptions,
            boolean explain,
            Deadline deadline) {
        Expression given = Variables.of(text, null).expression();
        String by = variable == null ? null : Variables.name(variable, "/variable");
        List<String> free = given.variables();
        if (form == Form.PARTIAL_FRACTIONS && by == null && free.size() > 1) {
            throw new InvalidParameterException(
                            "The expression has the variables %s; say of which to make partial fractions."
                                    .formatted(String.join(", ", free)))
                    .at("/variable");
        }
        try {
            String of = by != null ? by : free.isEmpty() ? "x" : free.getFirst();
            Simplification simplification = new Simplification(given, of, deadline);
            if (assumptions != null) {
                assumptions.forEach(simplification::assume);
            }
            return simplification.in(form, explain);
        } catch (MathException e) {
            throw e.pointer().isEmpty() ? e.at("/expression") : e;
        }
    }

    /** What is known of a variable's sign; that it is an integer changes nothing here. */
    private void assume(String name, VariableAssumption assumption) {
        String variable = Variables.name(name, "/assumptions");
        Relation sign = assumption.toZero();
        if (sign == null || sign == Relation.NOT_EQUAL) {
            return;
        }
        known.put(variable, sign);
        Endpoint zero = new Endpoint(Expressions.number(0), 0, true);
        boolean above = sign == Relation.GREATER || sign == Relation.GREATER_OR_EQUAL;
        within.put(
                variable,
                above
                        ? new Interval(
                                zero, false, new Endpoint(Constant.INFINITY, Double.POSITIVE_INFINITY, true), false)
                        : new Interval(
                                new Endpoint(new Negate(Constant.INFINITY), Double.NEGATIVE_INFINITY, true),
                                false,
                                zero,
                                false));
    }

    private SimplifyResult in(Form form, boolean explain) {
        Expression result =
                switch (form) {
                    case SIMPLIFY -> simplified();
                    case EXPAND -> expanded();
                    case FACTOR -> factored();
                    case PARTIAL_FRACTIONS -> inPartialFractions();
                };
        Agreement agreement = Agreement.of(given, result, within, deadline);
        if (!agreement.holds() && agreement.points() + agreement.missing() > 0) {
            warnings.add(new Warning(
                    "withheld",
                    "The form that was found does not agree with the expression at a sample point; the expression is given as it was.",
                    "/expression"));
            result = given;
            agreement = Agreement.of(given, given, within, deadline);
        } else if (agreement.points() == 0) {
            warnings.add(new Warning(
                    "not-verified",
                    "No sample point was found at which the forms could be compared.",
                    "/diagnostics/verified"));
        }
        NaturalDomain domain = NaturalDomain.of(given);
        addExtension(domain, result);
        return new SimplifyResult(
                Expressions.text(result),
                Expressions.latex(result),
                form,
                domain.text(),
                explain ? working.steps(result) : null,
                CONVENTIONS,
                new SymbolicDiagnostics(
                        new SymbolicDiagnostics.Verified(agreement.points(), agreement.largestDifference())),
                warnings);
    }

    private void addExtension(NaturalDomain domain, Expression result) {
        String own = domain.text();
        String other = NaturalDomain.of(result).text();
        if (!domain.isEverywhere()
                && !own.equals(other)
                && !conditions(domain).equals(conditions(NaturalDomain.of(result)))) {
            warnings.add(new Warning(
                    "domain-changed",
                    "Where the given expression has a value: %s. Where the result has one: %s.".formatted(own, other),
                    "/expression"));
        }
    }

    /** The conditions, however their sides are written. */
    private Set<String> conditions(NaturalDomain domain) {
        Set<String> conditions = new HashSet<>();
        for (Condition condition : domain.conditions()) {
            String text = Expressions.text(condition.requirement());
            if (condition.requirement() instanceof Comparison(Expression left, Relation relation, Expression right)) {
                Expression difference = new Sum(List.of(left, new Negate(right)));
                text = Expressions.text(Expansion.of(difference, deadline)) + relation.text();
            }
            conditions.add(text);
        }
        return conditions;
    }

    private Optional<RationalForms> rational() {
        return given.variables().size() > 1
                ? Optional.empty()
                : RationalFunction.of(given, variable).map(f -> new RationalForms(f, variable, deadline));
    }

    private Expression expanded() {
        Expression result = Expansion.of(given, deadline);
        working.became(
                "expand",
                "Multiply out",
                "Every term of one factor is multiplied by every term of the other, then like terms are collected.",
                result);
        return result;
    }

    private Expression factored() {
        Optional<RationalForms> own = rational();
        Expression result;
        if (own.isPresent()) {
            working.became(
                    "collect",
                    "Collect",
                    "Written as one quotient in lowest terms, by falling powers.",
                    own.get().byPowers());
            result = own.get().inFactors();
        } else {
            Simplifier simplifier = new Simplifier(deadline);
            Expression plain = simplifier.simplify(given);
            result = ComputerAlgebra.factor(plain, deadline)
                    .map(FallingPowers::of)
                    .orElse(plain);
            if (!Agreement.of(given, result, within, deadline).holds()) {
                result = plain;
            }
        }
        working.became(
                "factor",
                "Factor",
                "Common factors, multiple roots and rational roots split off; what is left has no factor with rational coefficients.",
                result);
        return result;
    }

    private Expression inPartialFractions() {
        Optional<RationalFunction> function = RationalFunction.of(given, variable);
        if (function.isPresent()) {
            return new RationalForms(function.get(), variable, deadline).inPartialFractions(working);
        }
        return ComputerAlgebra.apart(given, variable, deadline)
                .map(FallingPowers::of)
                .filter(found -> given.variables().size() > 1)
                .orElseThrow(() -> new DomainException(
                        "%s is no quotient of polynomials in %s with rational coefficients; partial fractions are of these."
                                .formatted(Expressions.text(given), variable)));
    }

    private Expression simplified() {
        Simplifier simplifier = new Simplifier(deadline);
        Expression plain = simplifier.simplify(given);
        working.became("combine", "Combine", "Numbers, like terms and equal bases combined.", plain);
        List<Expression> candidates = new ArrayList<>(List.of(plain));
        Optional<RationalForms> own = rational();
        own.ifPresent(forms -> {
            candidates.add(forms.byPowers());
            candidates.add(forms.inFactors());
        });
        if (own.isEmpty()) {
            Expression real = new RealRules(simplifier, known).of(plain);
            candidates.add(real);
            candidates.addAll(byAlgebra(real, simplifier));
        }
        Expression best = given;
        for (Expression candidate : candidates) {
            double length = Measure.of(candidate);
            boolean better = best == given ? length <= Measure.of(best) : length < Measure.of(best);
            if (better && Agreement.of(given, candidate, within, deadline).holds()) {
                best = candidate;
            }
        }
        String how = own.isPresent()
                ? "Numerator and denominator divided by their greatest common divisor."
                : "By identities of the functions in it.";
        working.became(
                own.isPresent() ? "cancel" : "identity", own.isPresent() ? "Cancel" : "Apply identities", how, best);
        return best;
    }

    private List<Expression> byAlgebra(Expression real, Simplifier simplifier) {
        if (Measure.of(real) < 3) {
            return List.of();
        }
        List<Expression> found = new ArrayList<>();
        // Of quotients of factorials it knows more when they are written with Γ.
        ComputerAlgebra.simplify(Factorials.asGamma(real), deadline).ifPresent(result -> {
            found.add(FallingPowers.of(result));
            found.add(FallingPowers.of(new RealRules(simplifier, known).of(result)));
        });
        return found;
    }
}
