package org.mlmath.expression.taylor;

import java.util.List;
import org.mlmath.numerics.exact.Rational;

/**
 * One term c·Π(xᵢ − aᵢ)^pᵢ of a Taylor polynomial.
 *
 * @param powers one per variable
 * @param exact the coefficient, null where it is not known to be rational
 * @param value the coefficient as a double
 */
public record TaylorTerm(List<Integer> powers, Rational exact, double value) {
    public int degree() {
        return powers.stream().mapToInt(Integer::intValue).sum();
    }
}
