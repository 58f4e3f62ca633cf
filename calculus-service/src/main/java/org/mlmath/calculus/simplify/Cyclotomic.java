package org.mlmath.calculus.simplify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mlmath.numerics.exact.Polynomial;
import org.mlmath.numerics.exact.Rational;

/** xⁿ − 1 = ∏ Φ_d over the divisors d of n, and xⁿ + 1 = (x²ⁿ − 1)/(xⁿ − 1). */
final class Cyclotomic {
    private Cyclotomic() {}

    /** @return the irreducible factors of xⁿ ± 1; none for other polynomials */
    static List<Polynomial> factors(Polynomial polynomial) {
        int n = polynomial.degree();
        for (int i = 1; i < n; i++) {
            if (polynomial.coefficient(i).signum() != 0) {
                return List.of();
            }
        }
        Rational last = polynomial.coefficient(0);
        if (!polynomial.leading().equals(Rational.ONE) || !last.abs().equals(Rational.ONE)) {
            return List.of();
        }
        boolean plus = last.signum() > 0;
        Map<Integer, Polynomial> known = new TreeMap<>();
        List<Polynomial> factors = new ArrayList<>();
        int top = plus ? 2 * n : n;
        for (int d = 1; d <= top; d++) {
            if (top % d == 0) {
                Polynomial phi = phi(d, known);
                known.put(d, phi);
                if (!plus || n % d != 0) {
                    factors.add(phi);
                }
            }
        }
        return factors;
    }

    /** @param known those of all proper divisors */
    private static Polynomial phi(int n, Map<Integer, Polynomial> known) {
        Polynomial phi = Polynomial.X.power(n).subtract(Polynomial.ONE);
        for (Map.Entry<Integer, Polynomial> divisor : known.entrySet()) {
            if (n % divisor.getKey() == 0) {
                phi = phi.divide(divisor.getValue()).quotient();
            }
        }
        return phi;
    }
}
