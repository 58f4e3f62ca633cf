package org.mlmath.kit.work;

/**
 * What a request will take, estimated from its shape before anything is computed.
 *
 * @param seconds of one core, within a factor of about three
 * @param bytes of memory beside the request itself: copies, workspace, result
 */
public record Cost(double seconds, long bytes) {
    /** Work too small to be worth estimating: a few microseconds. */
    public static final Cost SMALL = new Cost(1e-5, 4096);

    public Cost plus(Cost other) {
        return new Cost(seconds + other.seconds, bytes + other.bytes);
    }
}
