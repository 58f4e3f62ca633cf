package org.mlmath.numerics.exact;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.LimitExceededException;

/**
 * All complex roots of a polynomial with simple roots, right to the last digit: the coefficients are exact, and the precision is
 * raised until disks around the approximations show it.
 *
 * <p>The iteration of Aberth and Ehrlich in fixed-point numbers, started on circles whose radii the Newton polygon of the coefficients
 * gives. Each root has a disk of radius n|f(z)/(aₙ Π(z − zⱼ))| around z; where the disks are disjoint there is one root in each. Roots
 * are real or imaginary where as many disks touch the axis as algebra counts roots on it. Sources: Bini, <i>Numerical computation of
 * polynomial zeros by means of Aberth's method</i>, Numer. Algorithms 13 (1996); Smith, <i>Error bounds for zeros of a polynomial based
 * upon Gerschgorin's theorems</i>, J. ACM 17 (1970).
 */
public final class ComplexRoots {
    /** The smallest and the largest precision. */
    private static final int BITS = 128;

    private static final int MOST_BITS = 1 << 14;
    private static final int SWEEPS = 100;

    /** Bits that an approximation must be right to, a double having 53. */
    private static final int RIGHT = 62;

    /** Coefficients with the variable scaled so that every root is below 1 in modulus, lowest power first. */
    private final BigInteger[] coefficients;

    private final int degree;
    /** Roots are the scaled ones times 2 to this. */
    private final int exponent;

    private final int onRealAxis;
    private final int onImaginaryAxis;
    private final Deadline deadline;

    private int bits;
    private BigInteger[] re;
    private BigInteger[] im;
    private BigInteger[] radius;
    private BigInteger[] fixed;

    private ComplexRoots(Polynomial f, Deadline deadline) {
        this.deadline = deadline;
        this.degree = f.degree();
        BigInteger[] given = f.numerators();
        int bound = Integer.MIN_VALUE;
        for (int i = 0; i < degree; i++) {
            if (given[i].signum() != 0) {
                double size = given[i].bitLength() - given[degree].bitLength() + 1;
                bound = Math.max(bound, (int) Math.ceil(size / (degree - i)));
            }
        }
        this.exponent = bound + 1;
        this.coefficients = new BigInteger[degree + 1];
        for (int i = 0; i <= degree; i++) {
            coefficients[i] = given[i].shiftLeft(exponent >= 0 ? exponent * i : -exponent * (degree - i));
        }
        this.onRealAxis = RealRoots.of(f, deadline).size();
        this.onImaginaryAxis = imaginary(f, deadline);
    }

    /**
     * @param polynomial without multiple roots, the constant term not zero
     * @return sorted by real, then by imaginary part
     * @throws LimitExceededException where roots are too close together to be told apart with thousands of digits
     */
    public static List<ComplexRoot> of(Polynomial polynomial, Deadline deadline) {
        if (polynomial.isConstant()) {
            return List.of();
        }
        ComplexRoots search = new ComplexRoots(polynomial.primitive(), deadline);
        List<ComplexRoot> roots = new ArrayList<>(search.find());
        roots.sort((a, b) -> a.re() != b.re() ? Double.compare(a.re(), b.re()) : Double.compare(a.im(), b.im()));
        return roots;
    }

    /** f(iy) = E(−y²) + iy·O(−y²) vanishes for the common roots of E(−y²) and O(−y²). */
    private static int imaginary(Polynomial f, Deadline deadline) {
        BigInteger[] given = f.numerators();
        BigInteger[] even = new BigInteger[given.length];
        BigInteger[] odd = new BigInteger[given.length];
        for (int i = 0; i < given.length; i++) {
            BigInteger signed = i % 4 >= 2 ? given[i].negate() : given[i];
            even[i] = i % 2 == 0 ? signed : BigInteger.ZERO;
            odd[i] = i % 2 == 1 ? signed : BigInteger.ZERO;
        }
        Polynomial common = Polynomial.ofIntegers(even).gcd(Polynomial.ofIntegers(odd), deadline);
        return RealRoots.of(common, deadline).size();
    }

    private List<ComplexRoot> find() {
        double[][] start = start();
        bits = BITS + spread(start);
        re = new BigInteger[degree];
        im = new BigInteger[degree];
        for (int i = 0; i < degree; i++) {
            re[i] = scaled(Math.cos(start[i][1]), start[i][0]);
            im[i] = scaled(Math.sin(start[i][1]), start[i][0]);
        }
        while (true) {
            iterate();
            List<ComplexRoot> roots = certified();
            if (roots != null) {
                return roots;
            }
            if (2 * bits > MOST_BITS + spread(start)) {
                throw new LimitExceededException(
                        "Some complex roots of the polynomial are too close together to be told apart.");
            }
            for (int i = 0; i < degree; i++) {
                re[i] = re[i].shiftLeft(bits);
                im[i] = im[i].shiftLeft(bits);
            }
            bits *= 2;
        }
    }

    /** @return factor·2^exponent as a fixed-point number */
    private BigInteger scaled(double factor, double exponent) {
        int whole = (int) Math.floor(exponent);
        long mantissa = Math.round(factor * Math.pow(2, exponent - whole) * 0x1p50);
        int shift = bits + whole - 50;
        return shift >= 0
                ? BigInteger.valueOf(mantissa).shiftLeft(shift)
                : BigInteger.valueOf(mantissa).shiftRight(-shift);
    }

    /** How many bits the smallest start is below the largest possible root. */
    private static int spread(double[][] start) {
        double least = 0;
        for (double[] point : start) {
            least = Math.min(least, point[0]);
        }
        return (int) -least;
    }

    /** @return log2 of the modulus, and the angle: on circles whose radii are the slopes of the upper hull of log2|aᵢ| */
    private double[][] start() {
        double[] logs = new double[degree + 1];
        for (int i = 0; i <= degree; i++) {
            logs[i] = coefficients[i].signum() == 0 ? Double.NEGATIVE_INFINITY : log2(coefficients[i]);
        }
        double[][] start = new double[degree][];
        int from = 0;
        while (from < degree) {
            int to = from + 1;
            double steepest = Double.NEGATIVE_INFINITY;
            for (int j = from + 1; j <= degree; j++) {
                double slope = (logs[j] - logs[from]) / (j - from);
                if (slope >= steepest) {
                    steepest = slope;
                    to = j;
                }
            }
            for (int k = from; k < to; k++) {
                double angle = 2 * Math.PI * (k - from) / (to - from) + 2 * Math.PI * from / degree + 0.7;
                start[k] = new double[] {-steepest, angle};
            }
            from = to;
        }
        return start;
    }

    private static double log2(BigInteger value) {
        int shift = Math.max(0, value.bitLength() - 60);
        return Math.log(value.abs().shiftRight(shift).doubleValue()) / Math.log(2) + shift;
    }

    /** The coefficients over the largest, with twice the bits: values lose as many as the coefficients differ by. */
    private void truncate() {
        int largest = 0;
        for (BigInteger coefficient : coefficients) {
            largest = Math.max(largest, coefficient.bitLength());
        }
        int precision = 2 * bits;
        fixed = new BigInteger[degree + 1];
        for (int i = 0; i <= degree; i++) {
            fixed[i] = precision >= largest
                    ? coefficients[i].shiftLeft(precision - largest)
                    : coefficients[i].shiftRight(largest - precision);
        }
    }

    private void iterate() {
        truncate();
        boolean[] settled = new boolean[degree];
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            boolean moving = false;
            for (int i = 0; i < degree; i++) {
                deadline.check();
                if (!settled[i]) {
                    settled[i] = !step(i);
                    moving |= !settled[i];
                }
            }
            if (!moving) {
                return;
            }
        }
    }

    /** One correction of Aberth and Ehrlich; @return whether it was more than rounding */
    private boolean step(int i) {
        BigInteger[] f = {fixed[degree], BigInteger.ZERO};
        BigInteger[] slope = {BigInteger.ZERO, BigInteger.ZERO};
        for (int k = degree - 1; k >= 0; k--) {
            slope = times(slope, re[i], im[i]);
            slope[0] = slope[0].add(f[0]);
            slope[1] = slope[1].add(f[1]);
            f = times(f, re[i], im[i]);
            f[0] = f[0].add(fixed[k]);
        }
        if (f[0].signum() == 0 && f[1].signum() == 0) {
            return false;
        }
        BigInteger[] repulsion = {BigInteger.ZERO, BigInteger.ZERO};
        for (int j = 0; j < degree; j++) {
            if (j != i) {
                BigInteger x = re[i].subtract(re[j]);
                BigInteger y = im[i].subtract(im[j]);
                if (x.signum() == 0 && y.signum() == 0) {
                    re[i] = re[i].add(BigInteger.ONE.shiftLeft(8).multiply(BigInteger.valueOf(i + 1L)));
                    im[i] = im[i].add(BigInteger.ONE.shiftLeft(7));
                    return true;
                }
                BigInteger[] inverse = divide(new BigInteger[] {BigInteger.ONE.shiftLeft(bits), BigInteger.ZERO}, x, y);
                repulsion[0] = repulsion[0].add(inverse[0]);
                repulsion[1] = repulsion[1].add(inverse[1]);
            }
        }
        // w = f/(f′ − f·Σ 1/(z − zⱼ))
        BigInteger[] pushed = times(f, repulsion[0], repulsion[1]);
        BigInteger x = slope[0].subtract(pushed[0]);
        BigInteger y = slope[1].subtract(pushed[1]);
        if (x.signum() == 0 && y.signum() == 0) {
            re[i] = re[i].add(re[i].shiftRight(4)).add(BigInteger.ONE);
            return true;
        }
        BigInteger[] w = divide(f, x, y);
        re[i] = re[i].subtract(w[0]);
        im[i] = im[i].subtract(w[1]);
        return Math.max(w[0].bitLength(), w[1].bitLength()) > 4;
    }

    private BigInteger[] times(BigInteger[] a, BigInteger x, BigInteger y) {
        return new BigInteger[] {
            a[0].multiply(x).subtract(a[1].multiply(y)).shiftRight(bits),
            a[0].multiply(y).add(a[1].multiply(x)).shiftRight(bits)
        };
    }

    private BigInteger[] divide(BigInteger[] a, BigInteger x, BigInteger y) {
        BigInteger norm = x.multiply(x).add(y.multiply(y));
        return new BigInteger[] {
            a[0].multiply(x).add(a[1].multiply(y)).shiftLeft(bits).divide(norm),
            a[1].multiply(x).subtract(a[0].multiply(y)).shiftLeft(bits).divide(norm)
        };
    }

    /** @return the roots, or null where the precision does not suffice to be sure of their digits */
    private List<ComplexRoot> certified() {
        radius = new BigInteger[degree];
        for (int i = 0; i < degree; i++) {
            deadline.check();
            radius[i] = radius(i);
            if (radius[i] == null) {
                return null;
            }
        }
        for (int i = 0; i < degree; i++) {
            for (int j = 0; j < i; j++) {
                BigInteger x = re[i].subtract(re[j]);
                BigInteger y = im[i].subtract(im[j]);
                BigInteger reach = radius[i].add(radius[j]);
                if (x.multiply(x).add(y.multiply(y)).compareTo(reach.multiply(reach)) <= 0) {
                    return null;
                }
            }
        }
        int real = 0;
        int imaginary = 0;
        for (int i = 0; i < degree; i++) {
            real += im[i].abs().compareTo(radius[i]) <= 0 ? 1 : 0;
            imaginary += re[i].abs().compareTo(radius[i]) <= 0 ? 1 : 0;
        }
        if (real != onRealAxis || imaginary != onImaginaryAxis) {
            return null;
        }
        List<ComplexRoot> roots = new ArrayList<>();
        for (int i = 0; i < degree; i++) {
            boolean zeroRe = re[i].abs().compareTo(radius[i]) <= 0;
            boolean zeroIm = im[i].abs().compareTo(radius[i]) <= 0;
            int right = radius[i].bitLength() + RIGHT;
            if (!zeroRe && re[i].bitLength() < right || !zeroIm && im[i].bitLength() < right) {
                return null;
            }
            roots.add(new ComplexRoot(zeroRe ? 0 : rounded(re[i]), zeroIm ? 0 : rounded(im[i])));
        }
        return roots;
    }

    /** @return n|f(z)|/(|aₙ| Π|z − zⱼ|) and what was rounded, from above; null where an approximation is another one's */
    private BigInteger radius(int i) {
        if (re[i].multiply(re[i]).add(im[i].multiply(im[i])).bitLength() > 2 * bits) {
            return null; // outside the unit disk, where rounding errors would grow
        }
        // Relative to the largest coefficient f is known to within the errors of 2n truncated products.
        BigInteger[] f = {fixed[degree], BigInteger.ZERO};
        for (int k = degree - 1; k >= 0; k--) {
            f = times(f, re[i], im[i]);
            f[0] = f[0].add(fixed[k]);
        }
        BigInteger size = f[0].abs().add(f[1].abs()).add(BigInteger.valueOf(16L * degree + 16));
        BigInteger bound = size.multiply(BigInteger.valueOf(degree)).shiftLeft(bits);
        bound = bound.divide(fixed[degree].abs().subtract(BigInteger.ONE).max(BigInteger.ONE))
                .add(BigInteger.ONE);
        for (int j = 0; j < degree; j++) {
            if (j != i) {
                BigInteger x = re[i].subtract(re[j]);
                BigInteger y = im[i].subtract(im[j]);
                BigInteger distance = x.multiply(x).add(y.multiply(y)).sqrt();
                if (distance.signum() == 0) {
                    return null;
                }
                bound = bound.shiftLeft(bits).divide(distance).add(BigInteger.ONE);
            }
        }
        return bound;
    }

    private double rounded(BigInteger value) {
        int shift = exponent - bits;
        return shift >= 0
                ? value.shiftLeft(shift).doubleValue()
                : new Rational(value, BigInteger.ONE.shiftLeft(-shift)).doubleValue();
    }
}
