package org.mlmath.calculus.simplify;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Negate;
import org.mlmath.expression.Expression.Power;
import org.mlmath.expression.Expression.Product;
import org.mlmath.expression.Expression.Quotient;
import org.mlmath.expression.polynomial.RationalFunction;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.exact.Polynomial;
import org.mlmath.numerics.exact.Polynomial.Division;
import org.mlmath.numerics.exact.Polynomial.Factor;
import org.mlmath.numerics.exact.Rational;
import org.mlmath.symbolic.ComputerAlgebra;

/**
 * A polynomial with rational coefficients as a constant times powers of factors that are irreducible over the rational numbers.
 * Multiple factors are split off by greatest common divisors, linear ones by the rational root theorem; what is left of degree 4
 * and more goes through computer algebra, and is multiplied out again before it is believed.
 *
 * @param constant the leading coefficient, over those of the factors
 * @param factors with coprime integer coefficients, by degree
 * @param complete whether every factor is known to be irreducible
 */
record Factorization(Rational constant, List<Factor> factors, boolean complete) {
    /** Divisors of the first and the last coefficient whose quotients are tried. */
    private static final int CANDIDATES = 4_000;

    private static final int DIVISORS = 200_000;

    static Factorization of(Polynomial polynomial, String variable, Deadline deadline) {
        List<Factor> factors = new ArrayList<>();
        boolean complete = true;
        for (Factor part : polynomial.squareFree(deadline)) {
            Polynomial rest = part.polynomial();
            for (Polynomial linear : linear(rest, deadline)) {
                rest = rest.divide(linear).quotient().primitive();
                factors.add(new Factor(linear, part.multiplicity()));
            }
            if (rest.degree() <= 0) {
                continue;
            }
            List<Polynomial> parts = rest.degree() <= 3
                    ? List.of(rest)
                    : Cyclotomic.factors(part.polynomial()).stream()
                            .filter(cyclotomic -> cyclotomic.degree() > 1)
                            .toList();
            parts = parts.isEmpty() ? split(rest, variable, deadline) : parts;
            complete &= rest.degree() <= 3 || !parts.isEmpty();
            for (Polynomial irreducible : parts.isEmpty() ? List.of(rest) : parts) {
                factors.add(new Factor(irreducible, part.multiplicity()));
            }
        }
        factors.sort(Comparator.comparingInt(
                        (Factor factor) -> factor.polynomial().degree())
                .thenComparing(factor -> factor.polynomial().coefficient(0).abs())
                .thenComparing(factor -> factor.polynomial().text("x")));
        Rational leading = polynomial.isZero() ? Rational.ZERO : polynomial.leading();
        for (Factor factor : factors) {
            for (int i = 0; i < factor.multiplicity(); i++) {
                leading = leading.divide(factor.polynomial().leading());
            }
        }
        return new Factorization(leading, List.copyOf(factors), complete);
    }

    /** The factors q·x − p of a square-free polynomial: p divides the last coefficient, q the first. */
    private static List<Polynomial> linear(Polynomial polynomial, Deadline deadline) {
        List<Polynomial> found = new ArrayList<>();
        Polynomial rest = polynomial;
        if (rest.coefficient(0).signum() == 0) {
            found.add(Polynomial.X);
            rest = rest.divide(Polynomial.X).quotient();
        }
        if (rest.degree() == 1) {
            found.add(rest.primitive());
            return found;
        }
        List<BigInteger> above = divisors(rest.coefficient(0).numerator());
        List<BigInteger> below = divisors(rest.leading().numerator());
        if (rest.degree() < 1 || (long) above.size() * below.size() > CANDIDATES) {
            return found;
        }
        for (BigInteger q : below) {
            for (BigInteger p : above) {
                deadline.check();
                if (!p.gcd(q).equals(BigInteger.ONE)) {
                    continue;
                }
                for (Rational root : List.of(new Rational(p, q), new Rational(p.negate(), q))) {
                    if (polynomial.signAt(root) == 0) {
                        found.add(Polynomial.of(List.of(root.negate(), Rational.ONE))
                                .primitive());
                    }
                }
            }
        }
        return found;
    }

    /** The divisors that trial division finds; none where the number is too large for it to find all. */
    private static List<BigInteger> divisors(BigInteger number) {
        BigInteger n = number.abs();
        List<BigInteger> divisors = new ArrayList<>();
        if (n.bitLength() > 2 * 17) {
            return divisors;
        }
        long value = n.longValueExact();
        for (long d = 1; d * d <= value && d < DIVISORS; d++) {
            if (value % d == 0) {
                divisors.add(BigInteger.valueOf(d));
                if (d != value / d) {
                    divisors.add(BigInteger.valueOf(value / d));
                }
            }
        }
        return divisors;
    }

    /** By computer algebra; empty where it has nothing to say or what it says is wrong. */
    private static List<Polynomial> split(Polynomial polynomial, String variable, Deadline deadline) {
        Optional<Expression> found = ComputerAlgebra.factor(new PolynomialForm(variable).of(polynomial), deadline);
        List<Polynomial> parts = new ArrayList<>();
        if (found.isEmpty() || !collect(found.get(), variable, parts)) {
            return List.of();
        }
        Polynomial rest = polynomial;
        for (Polynomial part : parts) {
            Division division = rest.divide(part);
            if (!division.remainder().isZero()) {
                return List.of();
            }
            rest = division.quotient();
        }
        return rest.isConstant() ? parts : List.of();
    }

    private static boolean collect(Expression expression, String variable, List<Polynomial> parts) {
        return switch (expression) {
            case Negate(Expression operand) -> collect(operand, variable, parts);
            case Product(List<Expression> factors) ->
                factors.stream().allMatch(factor -> collect(factor, variable, parts));
            case Quotient(Expression numerator, Expression denominator)
            when denominator.variables().isEmpty() -> collect(numerator, variable, parts);
            case Power _ when !(((Power) expression).base() instanceof Expression.Variable) -> false; // square-free
            default -> {
                Optional<Polynomial> polynomial =
                        RationalFunction.of(expression, variable).flatMap(RationalFunction::polynomial);
                polynomial.filter(p -> !p.isConstant()).ifPresent(p -> parts.add(p.primitive()));
                yield polynomial.isPresent();
            }
        };
    }
}
