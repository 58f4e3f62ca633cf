package org.mlmath.expression.integrate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Negate;
import org.mlmath.expression.Expression.Power;
import org.mlmath.expression.Expression.Product;
import org.mlmath.expression.Expression.Quotient;
import org.mlmath.expression.Expression.Sum;
import org.mlmath.expression.Expression.Variable;
import org.mlmath.expression.Expressions;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.exact.Rational;

/**
 * A polynomial in one variable whose coefficients are formulas without it: numbers or parameters.
 *
 * @param coefficients from the constant term upwards; the last one is not the number zero, except for the zero polynomial
 */
record Polynomial(List<Expression> coefficients) {
    static final int DEGREE = 60;

    /** @return the expression as a polynomial in the variable, or null where it is none of at most that degree */
    static Polynomial of(Formulas formulas, Expression expression, String variable, int degree) {
        List<Expression> coefficients = coefficients(formulas, expression, variable, degree);
        return coefficients == null ? null : trimmed(coefficients);
    }

    static Polynomial of(Formulas formulas, Expression expression, String variable) {
        return of(formulas, expression, variable, DEGREE);
    }

    private static Polynomial trimmed(List<Expression> coefficients) {
        int size = coefficients.size();
        while (size > 1 && Formulas.isZero(coefficients.get(size - 1))) {
            size--;
        }
        return new Polynomial(List.copyOf(coefficients.subList(0, size)));
    }

    private static List<Expression> coefficients(Formulas formulas, Expression expression, String x, int degree) {
        if (!Formulas.depends(expression, x)) {
            return List.of(expression);
        }
        return switch (expression) {
            case Variable _ -> degree < 1 ? null : List.of(Formulas.ZERO, Formulas.ONE);
            case Negate(Expression operand) -> {
                List<Expression> parts = coefficients(formulas, operand, x, degree);
                yield parts == null
                        ? null
                        : parts.stream().map(formulas::negate).toList();
            }
            case Sum(List<Expression> terms) -> {
                List<Expression> total = List.of(Formulas.ZERO);
                for (Expression term : terms) {
                    List<Expression> next = coefficients(formulas, term, x, degree);
                    if (next == null) {
                        yield null;
                    }
                    total = sum(formulas, total, next);
                }
                yield total;
            }
            case Product(List<Expression> factors) -> {
                List<Expression> total = List.of(Formulas.ONE);
                for (Expression factor : factors) {
                    List<Expression> next = coefficients(formulas, factor, x, degree);
                    if (next == null || total.size() + next.size() - 2 > degree) {
                        yield null;
                    }
                    total = product(formulas, total, next);
                }
                yield total;
            }
            case Quotient(Expression numerator, Expression denominator)
            when !Formulas.depends(denominator, x) -> {
                List<Expression> parts = coefficients(formulas, numerator, x, degree);
                yield parts == null
                        ? null
                        : parts.stream()
                                .map(part -> formulas.divide(part, denominator))
                                .toList();
            }
            case Power(Expression base, Expression exponent) -> {
                Integer power = Formulas.integer(exponent);
                if (power == null || power < 0 || power > degree) {
                    yield null;
                }
                if (base instanceof Variable) {
                    List<Expression> monomial = new ArrayList<>(Collections.nCopies(power, Formulas.ZERO));
                    monomial.add(Formulas.ONE);
                    yield monomial;
                }
                List<Expression> once = coefficients(formulas, base, x, degree);
                if (once == null || (once.size() - 1) * power > degree) {
                    yield null;
                }
                List<Expression> total = List.of(Formulas.ONE);
                for (int i = 0; i < power; i++) {
                    total = product(formulas, total, once);
                }
                yield total;
            }
            default -> null;
        };
    }

    private static List<Expression> sum(Formulas formulas, List<Expression> a, List<Expression> b) {
        List<Expression> total = new ArrayList<>();
        for (int i = 0; i < Math.max(a.size(), b.size()); i++) {
            total.add(i >= a.size() ? b.get(i) : i >= b.size() ? a.get(i) : formulas.add(a.get(i), b.get(i)));
        }
        return total;
    }

    private static List<Expression> product(Formulas formulas, List<Expression> a, List<Expression> b) {
        List<Expression> total = new ArrayList<>(Collections.nCopies(a.size() + b.size() - 1, Formulas.ZERO));
        for (int i = 0; i < a.size(); i++) {
            for (int j = 0; j < b.size(); j++) {
                if (!Formulas.isZero(a.get(i)) && !Formulas.isZero(b.get(j))) {
                    total.set(i + j, formulas.add(total.get(i + j), formulas.multiply(a.get(i), b.get(j))));
                }
            }
        }
        return total;
    }

    /** @return the coefficients as rational numbers from the constant term upwards, the last one not zero; null where they are none */
    static Rational[] rationalCoefficients(Expression expression, String variable, int degree) {
        Polynomial polynomial = of(new Formulas(Deadline.none()), expression, variable, degree);
        return polynomial == null ? null : polynomial.rational();
    }

    /** @return null where a coefficient is no rational number */
    Rational[] rational() {
        Rational[] values = coefficients.stream().map(Formulas::rational).toArray(Rational[]::new);
        return Arrays.asList(values).contains(null) ? null : values;
    }

    int degree() {
        return coefficients.size() - 1;
    }

    Expression at(int power) {
        return power < 0 || power > degree() ? Formulas.ZERO : coefficients.get(power);
    }

    Polynomial derivative(Formulas formulas) {
        List<Expression> result = new ArrayList<>();
        for (int i = 1; i <= degree(); i++) {
            result.add(formulas.multiply(Expressions.number(i), at(i)));
        }
        return result.isEmpty() ? new Polynomial(List.of(Formulas.ZERO)) : trimmed(result);
    }

    boolean isZero() {
        return degree() == 0 && Formulas.isZero(at(0));
    }

    /** @return a₀ + a₁u + a₂u² + …, highest power first */
    Expression in(Formulas formulas, Expression u) {
        List<Expression> terms = new ArrayList<>();
        for (int i = degree(); i >= 0; i--) {
            terms.add(formulas.multiply(at(i), formulas.power(u, i)));
        }
        return formulas.add(terms);
    }
}
