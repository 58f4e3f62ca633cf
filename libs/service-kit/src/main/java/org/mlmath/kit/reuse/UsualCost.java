package org.mlmath.kit.reuse;

/** What the requests of one operation have cost lately, in nanoseconds: a look-up costs more than it saves where that is next to nothing. */
public final class UsualCost {
    /** How much of the mean the latest request makes up. */
    private static final double SHARE = 1.0 / 16;

    private volatile double mean = Double.NaN;

    /** Concurrent requests may be lost of: it is a mean of many. */
    public void add(long nanos) {
        double before = mean;
        mean = Double.isNaN(before) ? nanos : before + SHARE * (nanos - before);
    }

    /** @return whether requests usually cost this much, or may, as long as nobody knows */
    public boolean reaches(long nanos) {
        return !(mean < nanos);
    }
}
