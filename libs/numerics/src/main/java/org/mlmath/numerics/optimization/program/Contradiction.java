package org.mlmath.numerics.optimization.program;

/** What multipliers of rows, with the bounds that go with them, prove. */
final class Contradiction {
    private Contradiction() {}

    /**
     * Fills in the multipliers of bounds: the slope g = Aᵀμ + Eᵀλ is made up for by ν = g where it is positive, ω = −g where it is
     * negative.
     *
     * @return −bᵀμ − fᵀλ + lᵀν − uᵀω
     */
    static double complete(Constraints constraints, Multipliers multipliers) {
        int inequalities = constraints.limits().length;
        CompensatedProduct total = new CompensatedProduct(0);
        for (int i = 0; i < constraints.rows(); i++) {
            total.subtract(multiplier(multipliers, i, inequalities), constraints.right(i));
        }
        for (int j = 0; j < constraints.variables(); j++) {
            CompensatedProduct slope = new CompensatedProduct(0);
            for (int i = 0; i < constraints.rows(); i++) {
                double multiplier = multiplier(multipliers, i, inequalities);
                slope.subtract(-multiplier, constraints.entry(i, j));
            }
            double g = slope.value();
            double bound = g > 0 ? constraints.lower()[j] : constraints.upper()[j];
            if (Double.isInfinite(bound)) {
                continue; // what is left is rounding: else the violations could be made smaller along this variable
            }
            multipliers.lower()[j] = Math.max(0, g);
            multipliers.upper()[j] = Math.max(0, -g);
            if (g != 0) {
                total.subtract(-g, bound);
            }
        }
        return total.value();
    }

    /** Multiplies those of the rows by a power of two, so that the largest is in [1, 2). */
    static void normalize(Multipliers multipliers) {
        double largest = Math.max(largest(multipliers.inequalities()), largest(multipliers.equations()));
        scale(multipliers.inequalities(), -Math.getExponent(largest));
        scale(multipliers.equations(), -Math.getExponent(largest));
    }

    private static double largest(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    private static void scale(double[] values, int exponent) {
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.scalb(values[i], exponent);
        }
    }

    private static double multiplier(Multipliers multipliers, int row, int inequalities) {
        return row < inequalities
                ? multipliers.inequalities()[row]
                : multipliers.equations()[row - inequalities];
    }
}
