package org.mlmath.numerics.ball;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import org.mlmath.numerics.exact.Rational;

/**
 * The real numbers from (m − r)·2^e to (m + r)·2^e. With r = 0 it is one number, exactly; {@link #WHOLE} is the whole line, the
 * answer where nothing is known.
 *
 * <p>Immutable. {@code bits} is the working precision: midpoints are rounded to it and the rounding goes into the radius. A midpoint
 * also loses the digits that its radius makes meaningless, so that numbers stay short.
 */
public final class Ball {
    /** Nothing is known. */
    public static final Ball WHOLE = new Ball(BigInteger.ZERO, -1, 0);

    public static final Ball ZERO = of(0);
    public static final Ball ONE = of(1);
    public static final Ball TWO = of(2);

    /** A radius keeps so many bits. */
    private static final int RADIUS_BITS = 30;

    /** Beyond 2^(±2^40) numbers are not followed. */
    private static final long LARGEST_EXPONENT = 1L << 40;

    private final BigInteger mid;
    private final long radius;
    private final long exponent;

    private Ball(BigInteger mid, long radius, long exponent) {
        this.mid = mid;
        this.radius = radius;
        this.exponent = exponent;
    }

    public static Ball of(long value) {
        return new Ball(BigInteger.valueOf(value), 0, 0);
    }

    /** @return the finite double, exactly */
    public static Ball of(double value) {
        long bits = Double.doubleToLongBits(value);
        int biased = (int) (bits >> 52 & 0x7ff);
        long fraction = bits & 0xfffffffffffffL;
        long significand = biased == 0 ? fraction << 1 : fraction | 1L << 52;
        return new Ball(BigInteger.valueOf(bits < 0 ? -significand : significand), 0, biased - 1075);
    }

    public static Ball of(Rational value, int bits) {
        if (value.isInteger()) {
            return rounded(value.numerator(), BigInteger.ZERO, 0, bits);
        }
        return rounded(value.numerator(), BigInteger.ZERO, 0, bits)
                .divide(rounded(value.denominator(), BigInteger.ZERO, 0, bits), bits);
    }

    /** @return mid ± radius in units of 2^exponent, rounded outwards */
    static Ball rounded(BigInteger mid, BigInteger radius, long exponent, int bits) {
        int shift = Math.max(mid.bitLength() - bits, radius.bitLength() - RADIUS_BITS);
        if (shift > 0) {
            boolean exact = mid.getLowestSetBit() >= shift || mid.signum() == 0;
            mid = mid.shiftRight(shift);
            BigInteger kept = radius.shiftRight(shift);
            long units = kept.longValueExact() + (radius.signum() == 0 ? 0 : 1) + (exact ? 0 : 1);
            return limited(mid, units, exponent + shift);
        }
        return limited(mid, radius.longValueExact(), exponent);
    }

    private static Ball limited(BigInteger mid, long radius, long exponent) {
        if (mid.signum() == 0 && radius == 0) {
            return new Ball(mid, 0, 0);
        }
        long top = exponent + Math.max(mid.bitLength(), 64 - Long.numberOfLeadingZeros(radius));
        if (top > LARGEST_EXPONENT) {
            return WHOLE;
        }
        return top < -LARGEST_EXPONENT
                ? new Ball(BigInteger.ZERO, 1, -LARGEST_EXPONENT)
                : new Ball(mid, radius, exponent);
    }

    /** @return the smallest ball in reach that holds both */
    public static Ball hull(Ball a, Ball b, int bits) {
        if (a.isWhole() || b.isWhole()) {
            return WHOLE;
        }
        Ball half = a.subtract(b, bits).scale(-1);
        Ball centre = a.add(b, bits).scale(-1);
        return centre.widen(half.abs());
    }

    /** @return x·2^power */
    public Ball scale(long power) {
        return isWhole() || isZero() ? this : limited(mid, radius, exponent + power);
    }

    public boolean isWhole() {
        return radius < 0;
    }

    /** @return whether it is one number */
    public boolean isExact() {
        return radius == 0;
    }

    /** @return whether it is exactly 0 */
    public boolean isZero() {
        return radius == 0 && mid.signum() == 0;
    }

    /** @return whether all its numbers are positive */
    public boolean isPositive() {
        return radius >= 0 && mid.signum() > 0 && mid.compareTo(BigInteger.valueOf(radius)) > 0;
    }

    /** @return whether all its numbers are negative */
    public boolean isNegative() {
        return radius >= 0 && mid.signum() < 0 && mid.negate().compareTo(BigInteger.valueOf(radius)) > 0;
    }

    public boolean containsZero() {
        return !isPositive() && !isNegative();
    }

    /** @return whether the two may be the same number */
    public boolean overlaps(Ball other) {
        return isWhole()
                || other.isWhole()
                || subtract(other, 64 + mid.bitLength()).containsZero();
    }

    /** @return how many leading bits of the midpoint are certain, the larger the better; exact balls have all */
    public int accuracy() {
        if (isWhole()) {
            return Integer.MIN_VALUE;
        }
        return radius == 0 ? Integer.MAX_VALUE : mid.bitLength() - (64 - Long.numberOfLeadingZeros(radius));
    }

    /** @return an exponent k with |x| < 2^k for all its numbers; Long.MAX_VALUE for the whole line, Long.MIN_VALUE for 0 */
    public long magnitude() {
        if (isWhole()) {
            return Long.MAX_VALUE;
        }
        return isZero()
                ? Long.MIN_VALUE
                : exponent + mid.abs().add(BigInteger.valueOf(radius)).bitLength();
    }

    /** @return the midpoint as an exact ball */
    public Ball midpoint() {
        return isWhole() ? ZERO : new Ball(mid, 0, mid.signum() == 0 ? 0 : exponent);
    }

    /** @return the radius as an exact ball; the whole line for the whole line */
    public Ball radius() {
        return isWhole() ? WHOLE : new Ball(BigInteger.valueOf(radius), 0, radius == 0 ? 0 : exponent);
    }

    /** @return the least number, as an exact ball */
    public Ball lower() {
        return isWhole() ? WHOLE : limited(mid.subtract(BigInteger.valueOf(radius)), 0, exponent);
    }

    /** @return the greatest number, as an exact ball */
    public Ball upper() {
        return isWhole() ? WHOLE : limited(mid.add(BigInteger.valueOf(radius)), 0, exponent);
    }

    /** @return with a radius larger by the modulus of the bound */
    public Ball widen(Ball bound) {
        if (isWhole() || bound.isWhole()) {
            return WHOLE;
        }
        if (bound.isZero()) {
            return this;
        }
        BigInteger units = bound.mid.abs().add(BigInteger.valueOf(bound.radius));
        BigInteger own = BigInteger.valueOf(radius);
        if (mid.signum() == 0 && radius == 0) {
            return rounded(BigInteger.ZERO, units, bound.exponent, RADIUS_BITS);
        }
        if (bound.exponent >= exponent) {
            long shift = bound.exponent - exponent;
            if (shift > 1 << 20) { // the whole ball is less than one unit of the bound
                return rounded(BigInteger.ZERO, units.add(BigInteger.ONE), bound.exponent, RADIUS_BITS);
            }
            BigInteger total = own.add(units.shiftLeft((int) shift));
            return rounded(mid, total, exponent, Math.max(mid.bitLength(), RADIUS_BITS));
        }
        long shift = exponent - bound.exponent;
        if (radius == 0) {
            // An exact midpoint gets finer units for its first radius.
            int finer = (int) Math.min(shift, Math.max(0, 4096 - mid.bitLength()));
            BigInteger rest = shift - finer > units.bitLength()
                    ? BigInteger.ONE
                    : units.shiftRight((int) (shift - finer)).add(BigInteger.ONE);
            BigInteger fine = mid.shiftLeft(finer);
            return rounded(fine, rest, exponent - finer, fine.bitLength());
        }
        BigInteger rest = shift > units.bitLength()
                ? BigInteger.ONE
                : units.shiftRight((int) shift).add(BigInteger.ONE);
        return rounded(mid, own.add(rest), exponent, Math.max(mid.bitLength(), RADIUS_BITS));
    }

    public Ball negate() {
        return isWhole() ? this : new Ball(mid.negate(), radius, exponent);
    }

    public Ball abs() {
        if (isPositive() || isZero()) {
            return this;
        }
        if (isNegative()) {
            return negate();
        }
        if (isWhole()) {
            return this;
        }
        // [0, |m| + r]
        BigInteger most = mid.abs().add(BigInteger.valueOf(radius));
        return rounded(most, most, exponent - 1, RADIUS_BITS);
    }

    public Ball add(Ball other, int bits) {
        if (isWhole() || other.isWhole()) {
            return WHOLE;
        }
        if (isZero()) {
            return other;
        }
        if (other.isZero()) {
            return this;
        }
        long top = Math.max(exponent + mid.bitLength(), other.exponent + other.mid.bitLength());
        // Below this the smaller number does not reach the result's digits.
        long floor = Math.max(Math.min(exponent, other.exponent), top - 2L * bits - 64);
        floor = Math.max(floor, Math.max(exponent, other.exponent) - (1L << 24));
        BigInteger[] own = at(floor);
        BigInteger[] others = other.at(floor);
        return rounded(own[0].add(others[0]), own[1].add(others[1]), floor, bits);
    }

    /** Midpoint and radius in units of 2^floor. */
    private BigInteger[] at(long floor) {
        long shift = exponent - floor;
        if (shift >= 0) {
            return new BigInteger[] {
                mid.shiftLeft((int) shift), BigInteger.valueOf(radius).shiftLeft((int) shift)
            };
        }
        int down = (int) Math.min(-shift, Integer.MAX_VALUE / 2);
        return new BigInteger[] {
            mid.shiftRight(down), BigInteger.valueOf(radius).shiftRight(down).add(BigInteger.TWO)
        };
    }

    public Ball subtract(Ball other, int bits) {
        return add(other.negate(), bits);
    }

    public Ball multiply(Ball other, int bits) {
        if (isZero() || other.isZero()) {
            return ZERO;
        }
        if (isWhole() || other.isWhole()) {
            return WHOLE;
        }
        BigInteger error = BigInteger.ZERO;
        if (radius != 0 || other.radius != 0) {
            BigInteger own = BigInteger.valueOf(radius);
            BigInteger others = BigInteger.valueOf(other.radius);
            error = mid.abs()
                    .multiply(others)
                    .add(other.mid.abs().multiply(own))
                    .add(own.multiply(others));
        }
        return rounded(mid.multiply(other.mid), error, exponent + other.exponent, bits);
    }

    /** @return the quotient; the whole line where the divisor may be 0 */
    public Ball divide(Ball other, int bits) {
        if (isWhole() || other.containsZero()) {
            return WHOLE;
        }
        if (isZero()) {
            return ZERO;
        }
        int shift = Math.max(0, bits + 8 + other.mid.bitLength() - mid.bitLength());
        BigInteger[] quotient = mid.shiftLeft(shift).divideAndRemainder(other.mid);
        BigInteger error = quotient[1].signum() == 0 ? BigInteger.ZERO : BigInteger.ONE;
        if (radius != 0 || other.radius != 0) {
            BigInteger own = BigInteger.valueOf(radius);
            BigInteger others = BigInteger.valueOf(other.radius);
            BigInteger divisor = other.mid.abs();
            error = error.add(BigInteger.ONE)
                    .add(mid.abs()
                            .multiply(others)
                            .add(divisor.multiply(own))
                            .shiftLeft(shift)
                            .divide(divisor.multiply(divisor.subtract(others))));
        }
        return rounded(quotient[0], error, exponent - other.exponent - shift, bits);
    }

    /** @return the root of the numbers that have one; the whole line where none may have */
    public Ball sqrt(int bits) {
        if (isZero()) {
            return ZERO;
        }
        if (isWhole() || upper().isNegative()) {
            return WHOLE;
        }
        BigInteger least = mid.subtract(BigInteger.valueOf(radius)).max(BigInteger.ZERO);
        BigInteger most = mid.add(BigInteger.valueOf(radius));
        int shift = Math.max(0, 2 * bits + 8 - most.bitLength());
        if ((exponent - shift & 1) != 0) {
            shift++;
        }
        BigInteger[] low = least.shiftLeft(shift).sqrtAndRemainder();
        long scale = (exponent - shift) / 2;
        if (radius == 0) {
            return rounded(low[0], low[1].signum() == 0 ? BigInteger.ZERO : BigInteger.ONE, scale, bits);
        }
        BigInteger high = most.shiftLeft(shift).sqrt().add(BigInteger.ONE);
        // in half units, so that the middle is one
        return rounded(low[0].add(high), high.subtract(low[0]), scale - 1, bits);
    }

    /** @return the power with an integer exponent, which may be negative; 1 for the exponent 0 */
    public Ball power(BigInteger n, int bits) {
        if (n.signum() < 0) {
            return ONE.divide(power(n.negate(), bits), bits);
        }
        Ball power = ONE;
        for (int i = n.bitLength() - 1; i >= 0 && !power.isWhole(); i--) {
            power = power.multiply(power, bits);
            if (n.testBit(i)) {
                power = power.multiply(this, bits);
            }
        }
        return power;
    }

    /** @return floor of all its numbers, or null where they have several */
    public BigInteger floor() {
        if (isWhole() || magnitude() > 1 << 16) {
            return null;
        }
        BigInteger low = floor(mid.subtract(BigInteger.valueOf(radius)));
        BigInteger high = radius == 0 ? low : floor(mid.add(BigInteger.valueOf(radius)));
        return low.equals(high) ? low : null;
    }

    private BigInteger floor(BigInteger units) {
        return exponent >= 0
                ? units.shiftLeft((int) exponent)
                : units.shiftRight((int) Math.min(-exponent, Integer.MAX_VALUE / 2));
    }

    /** @return the integer next to the midpoint; null where it is too long */
    BigInteger nearestInteger() {
        return add(of(0.5), 1 << 17).midpoint().floor();
    }

    /** @return the midpoint in units of 2^−places, rounded down */
    BigInteger fixed(int places) {
        long shift = exponent + places;
        return shift >= 0 ? mid.shiftLeft((int) shift) : mid.shiftRight((int) Math.min(-shift, Integer.MAX_VALUE / 2));
    }

    /** @return the nearest double to the midpoint, or one beside it */
    public double doubleValue() {
        if (isWhole()) {
            return Double.NaN;
        }
        int shift = Math.max(0, mid.bitLength() - 64);
        double leading = mid.shiftRight(shift).doubleValue();
        long scale = Math.clamp(exponent + shift, -5000L, 5000L);
        return Math.scalb(leading, (int) scale);
    }

    /** @return the midpoint, rounded to so many decimal digits; its binary exponent is to be moderate */
    public BigDecimal decimal(int digits) {
        MathContext context = new MathContext(digits, RoundingMode.HALF_EVEN);
        BigDecimal units = new BigDecimal(mid);
        return exponent >= 0
                ? units.multiply(BigDecimal.TWO.pow((int) exponent, new MathContext(digits + 10)), context)
                : units.divide(BigDecimal.TWO.pow((int) -exponent, new MathContext(digits + 10)), context);
    }

    @Override
    public String toString() {
        return isWhole()
                ? "?"
                : Math.abs(exponent) > 1 << 20
                        ? mid + "±" + radius + "·2^" + exponent
                        : decimal(20) + "±" + radius().decimal(3);
    }
}
