package org.mlmath.calculus.convexity;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Negate;
import org.mlmath.expression.Expression.Number;
import org.mlmath.expression.Expression.Power;
import org.mlmath.expression.Expression.Product;
import org.mlmath.expression.Expression.Quotient;
import org.mlmath.expression.Expression.Sum;
import org.mlmath.expression.Expression.Variable;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.identity.ConstantZero;
import org.mlmath.expression.identity.Identity;
import org.mlmath.expression.identity.Identity.Known;
import org.mlmath.expression.identity.Identity.Method;
import org.mlmath.expression.precision.HighPrecision;
import org.mlmath.numerics.Deadline;

/**
 * Polynomials whose second derivatives are numbers that need not be rational, as √2 and π: elimination with formulas in place of numbers,
 * each pivot's sign proven, by enclosures where it is not 0 and by a separation bound where it is ({@link ConstantZero}). Rounding would
 * leave open whether a singular one, as that of (x + √2·y)², has a negative eigenvalue.
 *
 * <p>Rows are not divided: those below a positive pivot p are multiplied by it, which is positive, as all that came before.
 */
final class ConstantHessian {
    /** With more variables formulas become too long. */
    private static final int MOST_VARIABLES = 5;

    private static final int BITS = 256;

    private static final int DEGREE = 2;

    private static final Expression ZERO = Expressions.number(0);
    private static final Expression ONE = Expressions.number(1);

    private final Deadline deadline;

    private ConstantHessian(Deadline deadline) {
        this.deadline = deadline;
    }

    /** @return unknown where the expression is no such polynomial, or a sign is not proven */
    static Shape shape(Expression expression, Deadline deadline) {
        List<String> names = expression.variables();
        if (names.size() > MOST_VARIABLES) {
            return Shape.UNKNOWN;
        }
        ConstantHessian hessian = new ConstantHessian(deadline);
        Map<List<String>, Expression> terms = hessian.terms(expression);
        return terms == null
                ? Shape.UNKNOWN
                : Shape.of(
                        hessian.semidefinite(matrix(terms, names, false)),
                        hessian.semidefinite(matrix(terms, names, true)));
    }

    /**
     * The coefficients as formulas, none of whose numbers is rounded, by their variables in alphabetical order.
     *
     * @return null where the expression is not put together as a polynomial of degree two at most: kinks and gaps have derivatives that
     *     are numbers too
     */
    private Map<List<String>, Expression> terms(Expression expression) {
        if (expression.variables().isEmpty()) {
            boolean defined = HighPrecision.enclosure(expression, Map.of(), BITS, deadline)
                    .isDefined();
            return defined ? Map.of(List.of(), expression) : null;
        }
        return switch (expression) {
            case Variable(String name) -> Map.of(List.of(name), ONE);
            case Negate(Expression operand) -> product(terms(operand), Map.of(List.of(), Expressions.number(-1)));
            case Sum(List<Expression> operands) -> {
                Map<List<String>, Expression> sum = new HashMap<>();
                for (Expression operand : operands) {
                    Map<List<String>, Expression> terms = sum == null ? null : terms(operand);
                    sum = terms == null ? null : sum(sum, terms);
                }
                yield sum;
            }
            case Product(List<Expression> factors) -> {
                Map<List<String>, Expression> product = Map.of(List.of(), ONE);
                for (Expression factor : factors) {
                    product = product == null ? null : product(product, terms(factor));
                }
                yield product;
            }
            case Quotient(Expression numerator, Expression denominator)
            when denominator.variables().isEmpty() -> product(terms(numerator), terms(new Quotient(ONE, denominator)));
            case Power(Expression base, Number(BigDecimal exponent))
            when exponent.compareTo(BigDecimal.TWO) == 0 -> {
                Map<List<String>, Expression> terms = terms(base);
                yield product(terms, terms);
            }
            default -> null;
        };
    }

    private static Map<List<String>, Expression> sum(Map<List<String>, Expression> a, Map<List<String>, Expression> b) {
        Map<List<String>, Expression> sum = new HashMap<>(a);
        b.forEach((names, value) -> sum.merge(names, value, ConstantHessian::plus));
        return sum;
    }

    private static Map<List<String>, Expression> product(
            Map<List<String>, Expression> a, Map<List<String>, Expression> b) {
        if (a == null || b == null) {
            return null;
        }
        Map<List<String>, Expression> product = new HashMap<>();
        for (Map.Entry<List<String>, Expression> left : a.entrySet()) {
            for (Map.Entry<List<String>, Expression> right : b.entrySet()) {
                List<String> names = new ArrayList<>(left.getKey());
                names.addAll(right.getKey());
                names.sort(null);
                if (names.size() > DEGREE) {
                    return null;
                }
                product.merge(names, times(left.getValue(), right.getValue()), ConstantHessian::plus);
            }
        }
        return product;
    }

    private static Expression plus(Expression a, Expression b) {
        return a.equals(ZERO) ? b : b.equals(ZERO) ? a : new Sum(List.of(a, b));
    }

    private static Expression times(Expression a, Expression b) {
        return a.equals(ONE) ? b : b.equals(ONE) ? a : new Product(List.of(a, b));
    }

    private static Expression[][] matrix(Map<List<String>, Expression> terms, List<String> names, boolean negated) {
        int n = names.size();
        Expression[][] matrix = new Expression[n][n];
        for (Expression[] row : matrix) {
            Arrays.fill(row, ZERO);
        }
        terms.forEach((of, value) -> {
            if (of.size() == DEGREE) {
                int i = names.indexOf(of.getFirst());
                int j = names.indexOf(of.getLast());
                Expression signed = negated ? new Negate(value) : value;
                matrix[i][j] = i == j ? times(Expressions.number(2), signed) : signed;
                matrix[j][i] = matrix[i][j];
            }
        });
        return matrix;
    }

    private boolean semidefinite(Expression[][] a) {
        int n = a.length;
        for (int k = 0; k < n; k++) {
            OptionalInt pivot = sign(a[k][k]);
            if (pivot.isEmpty() || pivot.getAsInt() < 0) {
                return false;
            }
            for (int i = k + 1; i < n; i++) {
                if (pivot.getAsInt() == 0) {
                    OptionalInt below = sign(a[i][k]);
                    if (below.isEmpty() || below.getAsInt() != 0) { // [[0, b], [b, c]] is indefinite
                        return false;
                    }
                    continue;
                }
                for (int j = i; j < n; j++) {
                    a[i][j] = plus(times(a[k][k], a[i][j]), new Negate(times(a[k][i], a[k][j])));
                    a[j][i] = a[i][j];
                }
            }
        }
        return true;
    }

    /** @return empty where it is not proven, or the number has no value */
    private OptionalInt sign(Expression number) {
        if (number.equals(ZERO)) {
            return OptionalInt.of(0);
        }
        Integer sign = HighPrecision.at(number, Map.of(), BITS, deadline).sign();
        if (sign != null) {
            return OptionalInt.of(sign);
        }
        return ConstantZero.isProven(number, deadline) || vanishesIdentically(number)
                ? OptionalInt.of(0)
                : HighPrecision.sign(number, Map.of(), deadline);
    }

    /** Whatever the values of e and π. */
    private boolean vanishesIdentically(Expression number) {
        return Identity.of(number, ZERO, new Known(Map.of(), Set.of()), deadline)
                .filter(proof -> proof.method() == Method.NORMAL_FORM)
                .isPresent();
    }
}
