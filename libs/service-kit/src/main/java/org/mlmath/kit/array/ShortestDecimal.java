package org.mlmath.kit.array;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigInteger;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * A double as the shortest decimal that reads back as the same double, nearest to it among the shortest, written as ECMAScript
 * writes numbers ({@code 1}, {@code 0.1}, {@code 1e-7}, {@code 1e+21}).
 *
 * <p>Digits by Giulietti's <i>The Schubfach way to render doubles</i> (2020): the interval of decimals that round to the double
 * is scaled by a power of ten, held in 126 bits, and at most two candidates of 16 or 17 digits are compared.
 */
final class ShortestDecimal {
    /** No double needs more bytes than this, with what is written behind it and then written over. */
    static final int MAX_LENGTH = 32;

    private static final int MIN_K = -324;
    private static final int MAX_K = 292;
    private static final long LOW_63 = Long.MAX_VALUE;
    private static final long[] SCALE_HIGH = new long[MAX_K - MIN_K + 1];
    private static final long[] SCALE_LOW = new long[MAX_K - MIN_K + 1];

    static {
        for (int k = MIN_K; k <= MAX_K; k++) {
            BigInteger g = PowersOfTen.leadingBits(-k, 126).add(BigInteger.ONE);
            SCALE_HIGH[k - MIN_K] = g.shiftRight(63).longValue();
            SCALE_LOW[k - MIN_K] = g.longValue() & LOW_63;
        }
    }

    private static final long[] TENS = new long[19];

    static {
        TENS[0] = 1;
        for (int i = 1; i < TENS.length; i++) {
            TENS[i] = TENS[i - 1] * 10;
        }
    }

    /** Eight bytes at a time, the first in the lowest. */
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long TEN_16 = 10_000_000_000_000_000L;

    private static final long ZERO_DIGITS = 0x3030_3030_3030_3030L;

    /** {@code 0.000000} */
    private static final long ZEROS = 0x3030_3030_3030_2E30L;

    private ShortestDecimal() {}

    /**
     * @param value finite
     * @param out has room for {@link #MAX_LENGTH} bytes from {@code at}
     * @return where the number ends
     */
    static int write(double value, byte[] out, int at) {
        long bits = Double.doubleToRawLongBits(value);
        out[at] = '-';
        int p = at + (int) negative(bits);
        long fraction = bits & ((1L << 52) - 1);
        int biased = (int) (bits >>> 52) & 0x7FF;
        if (biased == 0) {
            return fraction == 0 ? integer(0, out, at) : shortest(fraction, -1074, out, p); // a zero without its sign
        }
        long c = fraction | 1L << 52;
        int q = biased - 1075;
        if (q <= 0 && q > -53 && (c & ((1L << -q) - 1)) == 0) {
            return integer(c >>> -q, out, p); // below 2^53: its own digits are the shortest
        }
        return shortest(c, q, out, p);
    }

    /** Writes c·2^q. */
    private static int shortest(long c, int q, byte[] out, int p) {
        long odd = c & 1;
        long centre = c << 2;
        long right = centre + 2;
        long left;
        int k;
        if (c != 1L << 52 || q == -1074) {
            left = centre - 2;
            k = (int) ((q * 661_971_961_083L) >> 41); // ⌊q·log10(2)⌋
        } else {
            left = centre - 1; // below a power of two the doubles lie twice as close
            k = (int) ((q * 661_971_961_083L - 274_743_187_321L) >> 41); // ⌊log10(3/4·2^q)⌋
        }
        int h = q + (int) ((-k * 913_124_641_741L) >> 38) + 2; // q + ⌊-k·log2(10)⌋ + 2
        long g1 = SCALE_HIGH[k - MIN_K];
        long g0 = SCALE_LOW[k - MIN_K];
        long scaledCentre = roundToOdd(g1, g0, centre << h);
        long scaledLeft = roundToOdd(g1, g0, left << h);
        long scaledRight = roundToOdd(g1, g0, right << h);
        // What is in the interval and what is not is as good as random, so it is computed without a branch: 1 is
        // outside.
        long s = scaledCentre >> 2;
        long t = s + 1;
        long sOutside = negative((s << 2) - scaledLeft - odd);
        long tOutside = negative(scaledRight - (t << 2) - odd);
        long side = scaledCentre - ((s + t) << 1);
        long nearerIsT = negative(-side) | (side == 0 ? s & 1 : 0);
        long oneInside = sOutside ^ tOutside;
        long digits = s + (oneInside & sOutside | (oneInside ^ 1) & nearerIsT);
        if (s >= 10) {
            long tens = s / 10 * 10;
            long nextTens = tens + 10;
            long tensOutside = negative((tens << 2) - scaledLeft - odd);
            long nextOutside = negative(scaledRight - (nextTens << 2) - odd);
            long shorter = -(tensOutside ^ nextOutside); // all bits where just one of them will do
            digits = shorter & (tens + 10 * tensOutside) | ~shorter & digits;
        }
        return layOut(digits, k, out, p);
    }

    /** @return 1 for a negative number, else 0 */
    private static long negative(long x) {
        return x >>> 63;
    }

    /** @return g·cp/2^127, its last bit set if anything was cut off */
    private static long roundToOdd(long g1, long g0, long cp) {
        long x1 = Math.multiplyHigh(g0, cp);
        long y0 = g1 * cp;
        long y1 = Math.multiplyHigh(g1, cp);
        long z = (y0 >>> 1) + x1;
        long w = y1 + (z >>> 63);
        return w | ((z & LOW_63) + LOW_63) >>> 63;
    }

    /** Writes digits·10^exponent without trailing zeros; digits is not 0. */
    private static int layOut(long digits, int exponent, byte[] out, int p) {
        if (digits >= TENS[17]) { // rounded up to the next power of ten: there are zeros to spare
            digits /= 10;
            exponent++;
        }
        int length = countDigits(digits);
        int point = length + exponent; // the decimal point stands after this many digits
        // All numbers alike: seventeen digits, the first by itself and the others as bytes of two longs.
        long seventeen = digits * TENS[17 - length];
        long first = seventeen / TEN_16;
        long others = seventeen - first * TEN_16;
        long upper = others / 100_000_000;
        long high = eight(upper);
        long low = eight(others - upper * 100_000_000);
        int count = 1 + (low != 0 ? 16 - Long.numberOfLeadingZeros(low) / 8 : 8 - Long.numberOfLeadingZeros(high) / 8);
        if (point > -6 && point <= 0) {
            LONG.set(out, p, ZEROS);
            p += 2 - point;
            put(first, high, low, out, p);
            return p + count;
        }
        if (point > 0 && point <= 21) {
            if (count <= point) {
                put(first, high, low, out, p);
                Arrays.fill(out, p + Math.min(17, point), p + point, (byte) '0');
                return p + point;
            }
            put(first, high, low, out, p + 1);
            for (int i = 0; i < point; i++) {
                out[p + i] = out[p + i + 1];
            }
            out[p + point] = '.';
            return p + count + 1;
        }
        put(first, high, low, out, p + 1);
        out[p] = out[p + 1];
        if (count == 1) {
            p++;
        } else {
            out[p + 1] = '.';
            p += count + 1;
        }
        out[p++] = 'e';
        int power = point - 1;
        out[p++] = (byte) (power < 0 ? '-' : '+');
        return integer(Math.abs(power), out, p);
    }

    private static void put(long first, long high, long low, byte[] out, int p) {
        out[p] = (byte) ('0' + first);
        LONG.set(out, p + 1, high | ZERO_DIGITS);
        LONG.set(out, p + 9, low | ZERO_DIGITS);
    }

    /**
     * The eight digits of a number, one per byte, the first in the lowest byte: halved into fields of four digits, two, one, all fields at
     * a time, with division by a constant as multiplication and shift.
     */
    private static long eight(long value) {
        long fours = value * 109_951_163 >>> 40; // 109951163/2^40 is 1/10000 to the accuracy that eight digits need
        fours |= (value - fours * 10_000) << 32;
        long hundreds =
                (fours * 10_486 >>> 20) & 0x7F_0000_007FL; // 10486/2^20 is 1/100 to the accuracy that 9999 needs
        long twos = hundreds | (fours - hundreds * 100) << 16;
        long tens = (twos * 103 >>> 10) & 0x0F_000F_000F_000FL; // 103/2^10 is 1/10 to the accuracy that 99 needs
        return tens | (twos - tens * 10) << 8;
    }

    /** Writes an integer from 0 on. */
    private static int integer(long value, byte[] out, int p) {
        int end = p + countDigits(value | 1); // 0 has a digit too
        int i = end;
        while (value >= 10) {
            long tenth = value / 10;
            out[--i] = (byte) ('0' + value - tenth * 10);
            value = tenth;
        }
        out[--i] = (byte) ('0' + value);
        return end;
    }

    private static int countDigits(long value) {
        // 1233/2^12 is log10(2): a guess from the bits, one too small at most.
        int guess = ((64 - Long.numberOfLeadingZeros(value)) * 1233) >> 12;
        return guess + 1 - (int) negative(value - TENS[guess]);
    }
}
