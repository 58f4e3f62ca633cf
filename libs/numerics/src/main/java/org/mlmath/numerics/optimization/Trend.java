package org.mlmath.numerics.optimization;

/** The last 64 steps in brief: which went up, which turned the gradient round, and the values. */
public final class Trend {
    static final int WINDOW = 64;

    private final double[] values = new double[WINDOW + 1];
    private long rises;
    private long reversals;
    private long steps;

    Trend(double valueAtStart) {
        values[0] = valueAtStart;
    }

    void see(double value, boolean reversed) {
        double before = values[(int) (steps % values.length)];
        steps++;
        values[(int) (steps % values.length)] = value;
        rises = rises << 1 | (value > before ? 1 : 0);
        reversals = reversals << 1 | (reversed ? 1 : 0);
    }

    /** @return the number of steps that the other answers are about, at most {@link #WINDOW} */
    public int steps() {
        return (int) Math.min(steps, WINDOW);
    }

    /** @return how many of them went up */
    public int rises() {
        return Long.bitCount(rises);
    }

    /** @return after how many of them the gradient pointed against the one before */
    public int reversals() {
        return Long.bitCount(reversals);
    }

    /** @return the value that many steps before the end */
    public double valueBefore(int stepsBack) {
        return values[(int) ((steps - stepsBack) % values.length)];
    }

    /** @return the part of the range of the values in the first half of those steps that they have in the second; NaN where that is 0 */
    public double damping() {
        int half = steps() / 2;
        return range(0, half) / range(half, steps());
    }

    private double range(int from, int to) {
        double smallest = Double.POSITIVE_INFINITY;
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = from; i <= to; i++) {
            smallest = Math.min(smallest, valueBefore(i));
            largest = Math.max(largest, valueBefore(i));
        }
        return largest - smallest;
    }

    /** @return the smallest value at those steps and before the first of them */
    public double smallest() {
        double smallest = Double.POSITIVE_INFINITY;
        for (int i = 0; i <= steps(); i++) {
            smallest = Math.min(smallest, valueBefore(i));
        }
        return smallest;
    }

    /** @return the largest value there */
    public double largest() {
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i <= steps(); i++) {
            largest = Math.max(largest, valueBefore(i));
        }
        return largest;
    }
}
