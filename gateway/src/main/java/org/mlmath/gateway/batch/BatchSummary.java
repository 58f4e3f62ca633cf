package org.mlmath.gateway.batch;

/**
 * The last line of a batch that is answered line by line.
 *
 * @param requests how many have been answered
 * @param succeeded of them, with a status below 400
 * @param cost seconds of one core spent on all of them, in whole microseconds as each of them says it
 */
record BatchSummary(int requests, int succeeded, double cost) {
    static BatchSummary of(int requests, int succeeded, double cost) {
        return new BatchSummary(requests, succeeded, Math.rint(1e6 * cost) / 1e6);
    }
}
