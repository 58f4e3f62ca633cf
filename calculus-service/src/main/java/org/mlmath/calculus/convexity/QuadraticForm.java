package org.mlmath.calculus.convexity;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.mlmath.expression.Expression;
import org.mlmath.numerics.exact.Rational;

/**
 * A polynomial of degree two at most with rational coefficients.
 *
 * @param terms as {@link PolynomialTerms} has them
 */
record QuadraticForm(Map<List<String>, Rational> terms) {
    private static final int DEGREE = 2;

    static final QuadraticForm ZERO = new QuadraticForm(Map.of());

    /** @return null where the expression is none */
    static QuadraticForm of(Expression expression) {
        PolynomialTerms polynomial = PolynomialTerms.of(expression, DEGREE);
        return polynomial == null ? null : new QuadraticForm(polynomial.terms());
    }

    QuadraticForm plus(QuadraticForm other) {
        return new QuadraticForm(new PolynomialTerms(terms)
                .plus(new PolynomialTerms(other.terms))
                .terms());
    }

    /** @return this without the squares of variables that occur in no product with another, and those squares by themselves */
    Map<String, Rational> separableSquares() {
        Map<String, Rational> squares = new HashMap<>();
        terms.forEach((names, value) -> {
            if (names.size() == 2 && names.getFirst().equals(names.getLast())) {
                squares.put(names.getFirst(), value);
            }
        });
        terms.keySet().forEach(names -> {
            if (names.size() == 2 && !names.getFirst().equals(names.getLast())) {
                squares.keySet().removeAll(names);
            }
        });
        return squares;
    }

    QuadraticForm without(Map<String, Rational> squares) {
        Map<List<String>, Rational> rest = new HashMap<>(terms);
        squares.keySet().forEach(name -> rest.remove(List.of(name, name)));
        return new QuadraticForm(rest);
    }

    /** On all of space, by exact elimination. */
    Shape shape() {
        List<String> names = names();
        if (names.isEmpty()) {
            return Shape.CONSTANT;
        }
        Rational[][] hessian = matrix(names, false);
        return Shape.of(semidefinite(hessian, 1), semidefinite(hessian, -1));
    }

    /** @return whether the root of this is a norm of affine functions: the form in one variable more is nowhere negative */
    boolean isSquareOfNorm() {
        return semidefinite(matrix(names(), true), 1);
    }

    private List<String> names() {
        TreeSet<String> names = new TreeSet<>();
        terms.keySet().forEach(names::addAll);
        return List.copyOf(names);
    }

    /** Twice the matrix of the form; homogeneous: with a last row for a variable that is 1. */
    private Rational[][] matrix(List<String> names, boolean homogeneous) {
        int n = names.size() + (homogeneous ? 1 : 0);
        Rational[][] matrix = new Rational[n][n];
        for (Rational[] row : matrix) {
            Arrays.fill(row, Rational.ZERO);
        }
        terms.forEach((of, value) -> {
            if (of.size() == DEGREE || homogeneous) {
                int i = of.isEmpty() ? n - 1 : names.indexOf(of.getFirst());
                int j = of.size() < DEGREE ? n - 1 : names.indexOf(of.getLast());
                matrix[i][j] = i == j ? value.add(value) : value;
                matrix[j][i] = matrix[i][j];
            }
        });
        return matrix;
    }

    private static boolean semidefinite(Rational[][] symmetric, int sign) {
        int n = symmetric.length;
        Rational[][] a = new Rational[n][];
        for (int i = 0; i < n; i++) {
            a[i] = symmetric[i].clone();
        }
        for (int k = 0; k < n; k++) {
            Rational pivot = a[k][k];
            if (sign * pivot.signum() < 0) {
                return false;
            }
            for (int i = k + 1; i < n; i++) {
                if (pivot.signum() == 0) {
                    if (a[i][k].signum() != 0) { // [[0, b], [b, c]] is indefinite
                        return false;
                    }
                    continue;
                }
                Rational factor = a[i][k].divide(pivot);
                for (int j = k + 1; j < n; j++) {
                    a[i][j] = a[i][j].subtract(factor.multiply(a[k][j]));
                }
            }
        }
        return true;
    }
}
