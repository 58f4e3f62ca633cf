package org.mlmath.numerics.integration;

/**
 * An integral by values.
 *
 * @param value the integral
 * @param errorEstimate of its absolute error, rounding included
 * @param modulus about ∫|f|: what rounding errors are relative to
 * @param evaluations how many values were used
 * @param undefined a point where a needed value was not a finite number; NaN: none
 */
public record Quadrature(double value, double errorEstimate, double modulus, long evaluations, double undefined) {
    public static final Quadrature ZERO = new Quadrature(0, 0, 0, 0, Double.NaN);

    public Quadrature(double value, double errorEstimate, double modulus, long evaluations) {
        this(value, errorEstimate, modulus, evaluations, Double.NaN);
    }

    /** @return whether every value that was needed existed */
    public boolean isDefined() {
        return undefined != undefined && Double.isFinite(value);
    }

    /** The integral over both ranges. */
    public Quadrature plus(Quadrature other) {
        return new Quadrature(
                value + other.value,
                errorEstimate + other.errorEstimate,
                modulus + other.modulus,
                evaluations + other.evaluations,
                undefined == undefined ? undefined : other.undefined);
    }

    /** With so many evaluations more, which led to no better result. */
    public Quadrature afterMore(long others) {
        return new Quadrature(value, errorEstimate, modulus, evaluations + others, undefined);
    }
}
