package org.mlmath.kit.array;

import ch.randelshofer.fastdoubleparser.JavaDoubleParser;

/**
 * The nearest double to a decimal, from its digits.
 *
 * <p>Three ways, the first that is certain: one exact operation on doubles (Clinger, <i>How to read floating point numbers
 * accurately</i>, PLDI 1990); a 128-bit product with a table of powers of ten (Lemire, <i>Number parsing at a gigabyte per
 * second</i>, Software: Practice and Experience 51, 2021); a library for what is left (more than 19 digits, subnormals, halfway
 * cases), about one number in a thousand.
 */
final class Decimals {
    private static final double[] SMALL_POWERS = new double[23];

    static {
        double power = 1;
        for (int i = 0; i < SMALL_POWERS.length; i++) {
            SMALL_POWERS[i] = power;
            power *= 10; // exact up to 10^22
        }
    }

    private Decimals() {}

    /**
     * @param digits the significant digits as an integer, at most 10^19, unsigned
     * @param exponent the power of ten they are multiplied by
     * @param buffer where the whole number stands as text, for the last way
     * @return the nearest double, infinite when out of range
     */
    static double nearest(boolean negative, long digits, int exponent, byte[] buffer, int start, int end) {
        if (digits == 0) {
            return negative ? -0.0 : 0.0;
        }
        if (digits > 0 && digits < 1L << 53 && exponent >= -22 && exponent <= 22) {
            double magnitude = exponent < 0 ? digits / SMALL_POWERS[-exponent] : digits * SMALL_POWERS[exponent];
            return negative ? -magnitude : magnitude;
        }
        long bits = byProduct(digits, exponent);
        if (bits < 0) {
            return JavaDoubleParser.parseDouble(buffer, start, end - start);
        }
        return Double.longBitsToDouble(negative ? bits | Long.MIN_VALUE : bits);
    }

    /** @return the bits of the nearest positive double, or -1 where the 128-bit product does not decide it */
    private static long byProduct(long digits, int exponent) {
        if (exponent < PowersOfTen.MIN || exponent > PowersOfTen.MAX) {
            return -1;
        }
        int shift = Long.numberOfLeadingZeros(digits);
        long w = digits << shift;
        long powerHigh = PowersOfTen.high(exponent);
        long high = Math.unsignedMultiplyHigh(w, powerHigh);
        long low = w * powerHigh;
        if ((high & 0x1FF) == 0x1FF && Long.compareUnsigned(low + w, low) < 0) {
            // The part of the power that was left out could carry into the bits kept: take it in.
            long powerLow = PowersOfTen.low(exponent);
            long carry = Math.unsignedMultiplyHigh(w, powerLow);
            long rest = w * powerLow;
            long sum = low + carry;
            if (Long.compareUnsigned(sum, low) < 0) {
                high++;
            }
            low = sum;
            if ((high & 0x1FF) == 0x1FF && low == -1 && Long.compareUnsigned(rest + w, rest) < 0) {
                return -1;
            }
        }
        int top = (int) (high >>> 63);
        long mantissa = high >>> (top + 9); // 54 bits: one more than a double keeps
        if (low == 0 && (high & 0x1FF) == 0 && (mantissa & 3) == 1) {
            return -1; // exactly halfway as far as the product tells
        }
        mantissa = (mantissa + (mantissa & 1)) >>> 1;
        // 217706/2^16 is log2(10) to the accuracy that floors it rightly for these exponents.
        int binary = ((217706 * exponent) >> 16) + 64 + 1023 - shift - (1 ^ top);
        if (mantissa >>> 53 != 0) {
            mantissa >>>= 1;
            binary++;
        }
        if (binary < 1 || binary > 2046) {
            return -1; // subnormal or out of range
        }
        return ((long) binary << 52) | (mantissa & ((1L << 52) - 1));
    }
}
