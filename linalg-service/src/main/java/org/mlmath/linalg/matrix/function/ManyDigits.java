package org.mlmath.linalg.matrix.function;

import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.linear.Matrix;

/**
 * The square root and the logarithm of a small matrix with no eigenvalue at or below 0, right to the last digit of a double however many
 * digits its condition costs: computed in twice and again twice as many bits, until two answers agree.
 *
 * <p>The root by the product form of the iteration of Denman and Beavers, scaled by the determinant: M ← ½(I + ½(μ²M + (μ²M)⁻¹)),
 * X ← ½μX(I + (μ²M)⁻¹), M → I and X → A^(1/2). The logarithm by roots until A^(1/2ᵏ) is near I, and then
 * log B = 2(Y + Y³/3 + Y⁵/5 + …) with Y = (B − I)(B + I)⁻¹. Neither needs eigenvalues, and an eigenvalue below 0 shows by the iteration
 * not converging. Source: Higham, <i>Functions of Matrices</i>, §6.3 (6.29), §11.5 and problem 11.8 (the series).
 */
final class ManyDigits {
    private static final int FEWEST = 192;
    private static final int MOST = 1536;

    /** Beyond what scaling leaves: eigenvalues within 2⁻³⁰ radians of the negative axis are still told from negative ones. */
    private static final int MOST_ITERATIONS = 60;

    private static final int MOST_ROOTS = 120;

    /** From ‖M − I‖ below 2^this on the iteration converges as well without scaling. */
    private static final int NEAR = -4;

    /** Of A^(1/2ᵏ) − I, entry by entry. */
    private static final int NEAR_IDENTITY = -4;

    private final Deadline deadline;

    private ManyDigits(Deadline deadline) {
        this.deadline = deadline;
    }

    /** @return null where it does not converge: A is singular, or has a negative eigenvalue or one hardly to be told from that */
    static Matrix of(Matrix a, FunctionName function, Deadline deadline) {
        ManyDigits digits = new ManyDigits(deadline);
        BlockFloat last = null;
        for (int bits = FEWEST; bits <= MOST; bits *= 2) {
            BlockFloat argument = BlockFloat.of(a, bits);
            BlockFloat value = function == FunctionName.LOG ? digits.log(argument) : digits.sqrt(argument);
            if (value == null && last == null && bits > FEWEST) {
                return null; // as before, with half as many
            }
            if (value != null && last != null && value.agrees(last)) {
                return value.toMatrix(last);
            }
            last = value;
        }
        return null;
    }

    private BlockFloat sqrt(BlockFloat a) {
        BlockFloat m = a;
        BlockFloat x = a;
        boolean near = false;
        int n = a.n();
        for (int k = 0; k < MOST_ITERATIONS; k++) {
            deadline.check();
            BlockFloat.Inverse inverse = m.inverse();
            if (inverse == null) {
                return null;
            }
            // μ² is a power of four, so that μ is one of two.
            int halved = near ? 0 : (int) Math.rint(-inverse.logDeterminant() / n / 2);
            BlockFloat inverted = inverse.inverse().scaled(-2 * halved);
            x = x.times(inverted.plusIdentity(1)).scaled(halved - 1);
            m = m.scaled(2 * halved).plus(inverted).scaled(-1).plusIdentity(1).scaled(-1);
            BlockFloat rest = m.plusIdentity(-1);
            int distance = rest.isZero() ? -a.bits() : rest.magnitude();
            near |= distance < NEAR;
            if (2 * distance < -a.bits() + Integer.SIZE) { // convergence is quadratic: what is left is rounding
                return x;
            }
        }
        return null;
    }

    private BlockFloat log(BlockFloat a) {
        BlockFloat root = a;
        int roots = 0;
        BlockFloat less = root.plusIdentity(-1);
        while (!less.isZero() && less.magnitude() > NEAR_IDENTITY) {
            root = sqrt(root);
            if (root == null || ++roots > MOST_ROOTS) {
                return null;
            }
            less = root.plusIdentity(-1);
        }
        BlockFloat.Inverse inverse = root.plusIdentity(1).inverse();
        if (inverse == null) {
            return null;
        }
        BlockFloat y = less.times(inverse.inverse());
        BlockFloat square = y.times(y);
        BlockFloat power = y;
        BlockFloat sum = y;
        for (int k = 3; !power.isZero() && power.magnitude() > sum.magnitude() - a.bits(); k += 2) {
            deadline.check();
            power = power.times(square);
            sum = sum.plus(power.over(k));
        }
        return sum.scaled(roots + 1);
    }
}
