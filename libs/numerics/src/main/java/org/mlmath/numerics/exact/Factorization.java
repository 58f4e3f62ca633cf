package org.mlmath.numerics.exact;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.mlmath.numerics.Deadline;

/**
 * Polynomials over the rational numbers as products of irreducible ones.
 *
 * <p>Modulo a prime (distinct degrees, then Cantor and Zassenhaus), lifted by Hensel's lemma beyond the bound of Mignotte for
 * coefficients of factors, and put together again by trying out subsets, up to a number of trials. Source: von zur Gathen and
 * Gerhard, <i>Modern Computer Algebra</i>, 3rd ed., ch. 14 and 15.
 *
 * @param factors primitive, by rising degree; their product to the multiplicities is the polynomial up to a constant
 * @param irreducible whether every factor is known to be
 */
public record Factorization(List<Polynomial.Factor> factors, boolean irreducible) {
    /** Above this degree factors stay as the square-free decomposition has them. */
    private static final int DEGREE = 120;

    /** Subsets of modular factors that are tried. */
    private static final int TRIALS = 20_000;

    /** The one with the fewest factors leaves the fewest subsets. */
    private static final int PRIMES = 4;

    /** @param polynomial not zero */
    public static Factorization of(Polynomial polynomial, Deadline deadline) {
        List<Polynomial.Factor> factors = new ArrayList<>();
        boolean irreducible = true;
        for (Polynomial.Factor part : polynomial.squareFree(deadline)) {
            Parts parts = new Parts(deadline);
            parts.split(part.polynomial());
            irreducible &= parts.irreducible;
            parts.found.forEach(found -> factors.add(new Polynomial.Factor(found, part.multiplicity())));
        }
        factors.sort(Comparator.comparingInt(factor -> factor.polynomial().degree()));
        return new Factorization(List.copyOf(factors), irreducible);
    }

    /** The factors of one polynomial without multiple ones. */
    private static final class Parts {
        private final Deadline deadline;
        private final List<Polynomial> found = new ArrayList<>();
        private boolean irreducible = true;

        Parts(Deadline deadline) {
            this.deadline = deadline;
        }

        void split(Polynomial squareFree) {
            Polynomial rest = squareFree;
            if (rest.coefficient(0).signum() == 0) {
                found.add(Polynomial.X);
                rest = rest.dividedBy(Polynomial.X);
            }
            if (rest.degree() == 1) {
                found.add(rest);
            } else if (rest.degree() > DEGREE) {
                found.add(rest);
                irreducible = false;
            } else if (rest.degree() > 1) {
                combine(rest);
            }
        }

        private void combine(Polynomial f) {
            int p = 0;
            List<long[]> modular = null;
            int tried = 0;
            for (int k = 0; tried < PRIMES && k < Primes.count(); k++) {
                int candidate = Primes.get(k);
                long[] residues = Residues.of(f, candidate);
                boolean usable = residues.length == f.degree() + 1
                        && Residues.gcd(residues, Residues.derivative(residues, candidate), candidate).length == 1;
                if (usable) {
                    tried++;
                    List<long[]> factors = new ModularFactors(candidate, deadline).of(residues);
                    if (modular == null || factors.size() < modular.size()) {
                        modular = factors;
                        p = candidate;
                    }
                    if (modular.size() == 1) {
                        found.add(f);
                        return;
                    }
                }
            }
            HenselLifting lifting = new HenselLifting(f, p, modular, deadline);
            choose(f, lifting.factors(), lifting.modulus());
        }

        /** Tries the subsets of lifted factors by rising size; what is left over in the end is a factor itself. */
        private void choose(Polynomial f, List<BigInteger[]> lifted, BigInteger modulus) {
            Polynomial rest = f;
            List<BigInteger[]> left = new ArrayList<>(lifted);
            int trials = 0;
            int size = 1;
            while (2 * size <= left.size()) {
                int[] subset = first(size);
                boolean split = false;
                while (subset != null && !split) {
                    deadline.check();
                    if (++trials > TRIALS) {
                        found.add(rest);
                        irreducible = false;
                        return;
                    }
                    Polynomial candidate = candidate(rest, left, subset, modulus);
                    Polynomial quotient = candidate == null ? null : rest.dividedBy(candidate);
                    if (quotient != null) {
                        found.add(candidate);
                        rest = quotient.primitive();
                        for (int i = size - 1; i >= 0; i--) {
                            left.remove(subset[i]);
                        }
                        split = true;
                    } else {
                        subset = next(subset, left.size());
                    }
                }
                size += split ? 0 : 1;
            }
            if (!rest.isConstant()) {
                found.add(rest);
            }
        }

        /** @return what the product of the subset stands for, or null where its constant term already rules it out */
        private static Polynomial candidate(
                Polynomial rest, List<BigInteger[]> left, int[] subset, BigInteger modulus) {
            BigInteger leading = rest.leading().numerator();
            BigInteger constant = leading;
            for (int i : subset) {
                constant = constant.multiply(left.get(i)[0]).mod(modulus);
            }
            constant = symmetric(constant, modulus);
            BigInteger all = leading.multiply(rest.coefficient(0).numerator());
            if (constant.signum() == 0 || all.mod(constant.abs()).signum() != 0) {
                return null;
            }
            BigInteger[] product = {leading};
            for (int i : subset) {
                product = HenselLifting.multiply(product, left.get(i), modulus);
            }
            for (int i = 0; i < product.length; i++) {
                product[i] = symmetric(product[i], modulus);
            }
            return Polynomial.ofIntegers(product).primitive();
        }

        private static BigInteger symmetric(BigInteger residue, BigInteger modulus) {
            return residue.shiftLeft(1).compareTo(modulus) > 0 ? residue.subtract(modulus) : residue;
        }

        private static int[] first(int size) {
            int[] subset = new int[size];
            for (int i = 0; i < size; i++) {
                subset[i] = i;
            }
            return subset;
        }

        /** @return the next subset of the same size in lexicographic order, or null */
        private static int[] next(int[] subset, int of) {
            int i = subset.length - 1;
            while (i >= 0 && subset[i] == of - subset.length + i) {
                i--;
            }
            if (i < 0) {
                return null;
            }
            subset[i]++;
            for (int j = i + 1; j < subset.length; j++) {
                subset[j] = subset[j - 1] + 1;
            }
            return subset;
        }
    }

    /** Irreducible factors modulo a prime. */
    private static final class ModularFactors {
        private final int p;
        private final Deadline deadline;
        private final SplittableRandom random = new SplittableRandom(20_240_601); // any: the same factors come out
        private final List<long[]> found = new ArrayList<>();

        ModularFactors(int p, Deadline deadline) {
            this.p = p;
            this.deadline = deadline;
        }

        /** @param squareFree without multiple factors modulo the prime */
        List<long[]> of(long[] squareFree) {
            long[] rest = Residues.monic(squareFree, p);
            long[] x = {0, 1};
            long[] power = x;
            for (int degree = 1; 2 * degree < rest.length; degree++) {
                deadline.check();
                power = Residues.power(power, BigInteger.valueOf(p), rest, p); // x^(p^degree)
                long[] same = Residues.gcd(Residues.subtract(power, x, p), rest, p);
                if (same.length > 1) {
                    equalDegree(same, degree);
                    rest = Residues.divide(rest, same, p)[0];
                    power = Residues.remainder(power, rest, p);
                }
            }
            if (rest.length > 1) {
                found.add(rest);
            }
            return found;
        }

        /** A product of irreducible factors of one degree: the powers of a random polynomial are ±1 modulo each of them. */
        private void equalDegree(long[] product, int degree) {
            if (product.length - 1 == degree) {
                found.add(product);
                return;
            }
            BigInteger exponent =
                    BigInteger.valueOf(p).pow(degree).subtract(BigInteger.ONE).shiftRight(1);
            while (true) {
                deadline.check();
                long[] trial = random.longs(product.length - 1, 0, p).toArray();
                long[] power = Residues.power(Residues.trimmed(trial), exponent, product, p);
                long[] part = Residues.gcd(Residues.subtract(power, new long[] {1}, p), product, p);
                if (part.length > 1 && part.length < product.length) {
                    equalDegree(part, degree);
                    equalDegree(Residues.divide(product, part, p)[0], degree);
                    return;
                }
            }
        }
    }
}
