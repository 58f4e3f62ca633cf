package org.mlmath.numerics.linear;

/**
 * Brings the blocks of order 2 of a real Schur form to the standard one: equal diagonal entries beside off-diagonal ones of opposite
 * sign for a complex pair, two triangular entries for a real one. What is 0 in theory becomes 0.
 */
final class StandardBlocks {
    private final int n;
    private final double[] t;
    private final double[] z;
    private final double noise;

    private StandardBlocks(Matrix t, Matrix z, double noise) {
        this.n = t.rows();
        this.t = t.values();
        this.z = z.values();
        this.noise = noise;
    }

    /** Brings the one block from row j on to its form, in place. */
    static void standardise(Matrix t, Matrix z, int j) {
        new StandardBlocks(t, z, 0).standardise(j);
    }

    /** The arrays are changed in place: they must be the caller's own. */
    static void standardise(Matrix t, Matrix z) {
        StandardBlocks blocks = new StandardBlocks(t, z, Math.ulp(1.0) * t.maxAbs());
        for (int j = 0; j + 2 < blocks.n; j++) {
            for (int i = j + 2; i < blocks.n; i++) {
                blocks.t[i * blocks.n + j] = 0;
            }
        }
        for (int j = 0; j + 1 < blocks.n; j++) {
            blocks.separate(j);
            blocks.standardise(j);
        }
    }

    /** Below two neighbouring diagonal entries one at most is not 0 in theory; of two that are not, the smaller is rounding. */
    private void separate(int j) {
        double here = relative(j);
        double next = j + 2 < n ? relative(j + 1) : 0;
        if (here <= Math.ulp(1.0) || here < next) {
            t[(j + 1) * n + j] = 0;
        } else if (next > 0) {
            t[(j + 2) * n + j + 1] = 0;
        }
    }

    /** @return the entry below the j-th diagonal one, beside the diagonal entries next to it, or rounding where these are 0 */
    private double relative(int j) {
        double entry = Math.abs(t[(j + 1) * n + j]);
        double neighbours = Math.abs(t[j * n + j]) + Math.abs(t[(j + 1) * n + j + 1]);
        return entry == 0 ? 0 : entry / (neighbours + noise);
    }

    private void standardise(int j) {
        double c = t[(j + 1) * n + j];
        if (c == 0) {
            return;
        }
        double b = t[j * n + j + 1];
        double half = (t[j * n + j] - t[(j + 1) * n + j + 1]) / 2;
        double discriminant = half * half + b * c;
        if (discriminant >= 0) { // (z, c) is an eigenvector: turned into the first axis, it makes the block triangular
            double root = half + Math.copySign(Math.sqrt(discriminant), half);
            double length = Math.hypot(root, c);
            rotate(j, root / length, c / length);
            t[(j + 1) * n + j] = 0;
        } else if (half != 0) { // tan 2θ = −(a − d)/(b + c) makes the diagonal entries equal
            double sum = b + c;
            double length = Math.hypot(sum, 2 * half);
            double cosine = Math.sqrt((1 + Math.abs(sum) / length) / 2);
            rotate(j, cosine, -half / (length * cosine) * Math.copySign(1, sum));
            double mean = (t[j * n + j] + t[(j + 1) * n + j + 1]) / 2;
            t[j * n + j] = mean;
            t[(j + 1) * n + j + 1] = mean;
            if (Math.signum(t[j * n + j + 1]) != -Math.signum(t[(j + 1) * n + j])) {
                standardise(j); // rounding has made a real pair of a complex one that was almost real
            }
        }
    }

    private void rotate(int j, double cosine, double sine) {
        for (int k = 0; k < n; k++) {
            turn(t, j * n + k, (j + 1) * n + k, cosine, sine);
        }
        for (int i = 0; i < n; i++) {
            turn(t, i * n + j, i * n + j + 1, cosine, sine);
            turn(z, i * n + j, i * n + j + 1, cosine, sine);
        }
    }

    private static void turn(double[] values, int first, int second, double cosine, double sine) {
        double x = values[first];
        double y = values[second];
        values[first] = cosine * x + sine * y;
        values[second] = cosine * y - sine * x;
    }
}
