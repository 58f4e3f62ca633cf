package org.mlmath.numerics.exact;

import org.mlmath.numerics.linear.Matrix;

/**
 * What exact arithmetic on a matrix will take, from a look at its entries: the numbers grow with every pivot, to the length of an entry
 * times the rank.
 */
public final class ExactCost {
    /** The longest numbers that elimination may come to: a matrix of order 64 of them takes 100 MB. */
    private static final double MOST_BITS = 100_000;

    /** Seconds for one multiplication, and remainder, modulo a prime. */
    private static final double MODULAR = 8e-9;

    /** Seconds for one step of elimination: an overhead, and the schoolbook's square of the bits. */
    private static final double STEP = 2e-7;

    private static final double PER_SQUARE_BIT = 5e-12;

    /** Seconds for one multiplication modulo a prime whose reciprocal is at hand. */
    private static final double WORD = 4e-9;

    /** Seconds to reduce a fraction and write it, by the bits of its denominator: with luck a third of it, see {@link CommonDenominator}. */
    private static final double PER_REDUCED_SQUARE_BIT = 2e-11;

    private static final double BITS_PER_DIGIT = Math.log(10) / Math.log(2);

    /** What the 17 digits of a decimal take. */
    private static final int DECIMAL = 57;

    private final double rows;
    private final double columns;
    private final double bits;

    private ExactCost(double rows, double columns, double bits) {
        this.rows = rows;
        this.columns = columns;
        this.bits = bits;
    }

    /** @return of elimination on the matrices, side by side */
    public static ExactCost of(Matrix... sideBySide) {
        int least = Integer.MAX_VALUE;
        int most = Integer.MIN_VALUE;
        boolean integers = true;
        double digits = 0;
        double columns = 0;
        for (Matrix a : sideBySide) {
            columns += a.columns();
            for (double value : a.values()) {
                if (value != 0 && Double.isFinite(value)) {
                    int exponent = Math.getExponent(value);
                    least = Math.min(least, exponent);
                    most = Math.max(most, exponent);
                    integers &= value == Math.rint(value) && exponent < 53;
                }
            }
            digits += digitsOfTexts(a);
        }
        double bits = most < least ? 1 : integers ? most + 1 : DECIMAL + most - least;
        return new ExactCost(sideBySide[0].rows(), columns, bits + BITS_PER_DIGIT * digits);
    }

    /** @return the digits that bring the entries of a row to one denominator: in the worst case those of all its texts */
    private static double digitsOfTexts(Matrix a) {
        if (!a.hasTexts()) {
            return 0;
        }
        double longest = 0;
        for (int i = 0; i < a.rows(); i++) {
            double digits = 0;
            for (int j = 0; j < a.columns(); j++) {
                String text = a.text(i, j);
                if (text != null) {
                    int mark = Math.max(text.indexOf('e'), text.indexOf('E'));
                    digits += mark < 0 ? text.length() : mark + Math.abs(Double.parseDouble(text.substring(mark + 1)));
                }
            }
            longest = Math.max(longest, digits);
        }
        return longest;
    }

    private double rank() {
        return Math.min(rows, columns);
    }

    /** @return whether elimination stays within the memory there is for it */
    public boolean bearable() {
        return bits * rank() <= MOST_BITS;
    }

    /** @return of {@link ExactSystem} and {@link ReducedRowEchelon}, the fractions reduced */
    public double eliminationSeconds() {
        double r = rank();
        if (r < ModularEchelon.SMALLEST) {
            return fractionFreeSeconds();
        }
        double primes = Math.max(1, bits * r / Primes.log2());
        double beside = Math.max(1, columns - r);
        double fraction = primes * primes / 2 * WORD + PER_REDUCED_SQUARE_BIT * bits * r * bits * r;
        return primes * r * r * (r / 2 + beside) * WORD + r * beside * fraction;
    }

    /** @return of elimination that drags all digits along: {@link ExactLu}, and orthogonalization */
    public double fractionFreeSeconds() {
        double average = bits * rank() / 2;
        return rows * columns * rank() * (STEP + PER_SQUARE_BIT * average * average);
    }

    /** @return of {@link ExactRank}, for a matrix whose rank is not full */
    public double rankSeconds() {
        double primes = Math.max(1, bits * rank() / Primes.log2());
        return primes * rows * columns * MODULAR * (rank() / 3 + bits / 64);
    }
}
