package org.mlmath.kit.array;

import java.math.BigInteger;

/**
 * A double as the shortest decimal that reads back as the same double, nearest to it among the shortest, written as ECMAScript
 * writes numbers ({@code 1}, {@code 0.1}, {@code 1e-7}, {@code 1e+21}).
 *
 * <p>Digits by Giulietti's <i>The Schubfach way to render doubles</i> (2020): the interval of decimals that round to the double
 * is scaled by a power of ten, held in 126 bits, and at most two candidates of 16 or 17 digits are compared.
 */
final class ShortestDecimal {
    /** No double needs more bytes than this. */
    static final int MAX_LENGTH = 25;

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

    private static final byte[] PAIRS = new byte[200];

    static {
        for (int i = 0; i < 100; i++) {
            PAIRS[2 * i] = (byte) ('0' + i / 10);
            PAIRS[2 * i + 1] = (byte) ('0' + i % 10);
        }
    }

    private ShortestDecimal() {}

    /**
     * @param value finite
     * @param out has room for {@link #MAX_LENGTH} bytes from {@code at}
     * @return where the number ends
     */
    static int write(double value, byte[] out, int at) {
        long bits = Double.doubleToRawLongBits(value);
        int p = at;
        if (bits < 0 && value != 0) { // the sign of a zero is not written
            out[p++] = '-';
        }
        long fraction = bits & ((1L << 52) - 1);
        int biased = (int) (bits >>> 52) & 0x7FF;
        if (biased == 0) {
            return fraction == 0 ? digit(out, p) : shortest(fraction, -1074, out, p);
        }
        long c = fraction | 1L << 52;
        int q = biased - 1075;
        if (q <= 0 && q > -53 && (c & ((1L << -q) - 1)) == 0) {
            return layOut(c >>> -q, 0, out, p); // an integer below 2^53: its own digits are the shortest
        }
        return shortest(c, q, out, p);
    }

    private static int digit(byte[] out, int p) {
        out[p] = '0';
        return p + 1;
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
        long s = scaledCentre >> 2;
        if (s >= 10) {
            long tens = s / 10 * 10;
            long nextTens = tens + 10;
            boolean tensInside = scaledLeft + odd <= tens << 2;
            boolean nextInside = (nextTens << 2) + odd <= scaledRight;
            if (tensInside != nextInside) {
                return layOut(tensInside ? tens : nextTens, k, out, p);
            }
        }
        long t = s + 1;
        boolean sInside = scaledLeft + odd <= s << 2;
        boolean tInside = (t << 2) + odd <= scaledRight;
        if (sInside != tInside) {
            return layOut(sInside ? s : t, k, out, p);
        }
        long side = scaledCentre - ((s + t) << 1);
        return layOut(side < 0 || (side == 0 && (s & 1) == 0) ? s : t, k, out, p);
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

    /** Writes digits·10^exponent without trailing zeros. */
    private static int layOut(long digits, int exponent, byte[] out, int p) {
        while (true) {
            long tenth = digits / 10;
            if (tenth * 10 != digits) {
                break;
            }
            digits = tenth;
            exponent++;
        }
        int count = countDigits(digits);
        int point = count + exponent; // the decimal point stands after this many digits
        if (exponent >= 0 && point <= 21) {
            p = digits(digits, count, out, p);
            for (int i = 0; i < exponent; i++) {
                out[p++] = '0';
            }
            return p;
        }
        if (point > 0 && point <= 21) {
            digits(digits, count, out, p + 1);
            System.arraycopy(out, p + 1, out, p, point);
            out[p + point] = '.';
            return p + count + 1;
        }
        if (point > -6 && point <= 0) {
            out[p++] = '0';
            out[p++] = '.';
            for (int i = point; i < 0; i++) {
                out[p++] = '0';
            }
            return digits(digits, count, out, p);
        }
        digits(digits, count, out, p + 1);
        out[p] = out[p + 1];
        if (count == 1) {
            p++;
        } else {
            out[p + 1] = '.';
            p += count + 1;
        }
        out[p++] = 'e';
        int power = point - 1;
        if (power < 0) {
            out[p++] = '-';
            power = -power;
        } else {
            out[p++] = '+';
        }
        return digits(power, countDigits(power), out, p);
    }

    private static int countDigits(long value) {
        // 1233/2^12 is log10(2): a guess from the bits, one too small at most.
        int guess = ((64 - Long.numberOfLeadingZeros(value)) * 1233) >> 12;
        return guess + (value >= TENS[guess] ? 1 : 0);
    }

    private static final long[] TENS = new long[19];

    static {
        TENS[0] = 1;
        for (int i = 1; i < TENS.length; i++) {
            TENS[i] = TENS[i - 1] * 10;
        }
    }

    /** Writes exactly this many digits; returns where they end. */
    private static int digits(long value, int count, byte[] out, int p) {
        int i = p + count;
        while (value >= 100) {
            long rest = value / 100;
            int pair = 2 * (int) (value - rest * 100);
            out[--i] = PAIRS[pair + 1];
            out[--i] = PAIRS[pair];
            value = rest;
        }
        if (value >= 10) {
            out[--i] = PAIRS[2 * (int) value + 1];
            out[--i] = PAIRS[2 * (int) value];
        } else {
            out[--i] = (byte) ('0' + value);
        }
        return p + count;
    }
}
