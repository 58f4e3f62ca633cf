package org.mlmath.expression.domain;

import java.util.List;
import java.util.Optional;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Negate;
import org.mlmath.expression.Expression.Sum;
import org.mlmath.expression.polynomial.AlgebraicRoots;
import org.mlmath.expression.polynomial.AlgebraicRoots.Root;
import org.mlmath.expression.polynomial.RationalFunction;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.exact.Polynomial;

/**
 * Polynomials with rational coefficients: their sign changes at each root of odd multiplicity, and the roots are isolated exactly.
 * Those without a short formula are ends by their digits.
 */
final class HigherDegree {
    /** Above, factoring could take longer than anybody would wait for a description. */
    private static final int DEGREE = 12;

    private static final int BITS = 256;

    private HigherDegree() {}

    /** @return where f is below, at and above c; nothing for what is no such polynomial, or one too large */
    static Optional<Sides> compare(Expression f, Expression c) {
        List<String> variables = f.variables();
        if (variables.size() != 1) {
            return Optional.empty();
        }
        return RationalFunction.of(new Sum(List.of(f, new Negate(c))), variables.getFirst())
                .flatMap(RationalFunction::polynomial)
                .filter(p -> p.degree() >= 1 && p.degree() <= DEGREE && p.bitLength() <= BITS)
                .map(HigherDegree::sides);
    }

    private static Sides sides(Polynomial polynomial) {
        List<Root> roots = AlgebraicRoots.real(polynomial, Deadline.none());
        boolean odd = polynomial.degree() % 2 == 1;
        boolean positive = polynomial.leading().signum() > 0 != odd; // far to the left
        RealSet below = RealSet.NONE;
        RealSet above = RealSet.NONE;
        RealSet zeros = RealSet.NONE;
        RealSet left = RealSet.ALL;
        for (Root root : roots) {
            Endpoint at = root.exact() == null ? Endpoint.digits(root.root().nearest()) : Endpoint.of(root.exact());
            RealSet before = left.and(RealSet.below(at));
            above = positive ? above.or(before) : above;
            below = positive ? below : below.or(before);
            zeros = zeros.or(RealSet.point(at));
            left = left.and(RealSet.above(at));
            positive ^= root.multiplicity() % 2 == 1;
        }
        return new Sides(positive ? below : below.or(left), zeros, positive ? above.or(left) : above);
    }
}
