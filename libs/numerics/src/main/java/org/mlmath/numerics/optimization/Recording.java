package org.mlmath.numerics.optimization;

/**
 * Which iterates a run keeps: those between {@code from} and {@code to} whose distance from {@code from} is a multiple of
 * {@code every}, and always the first and last of the run inside that window. When more than {@code maxPoints} come together, every
 * second one is given up, as often as needed, so that a run of unknown length is kept evenly and never by less than about half
 * of {@code maxPoints}.
 *
 * @param every at least 1
 * @param from at least 0
 * @param to at least {@code from}; {@link Long#MAX_VALUE} for the end
 * @param maxPoints at least 2
 * @param state whether the rule's memory is kept too
 */
public record Recording(long every, long from, long to, int maxPoints, boolean state) {
    public static final Recording DEFAULT = new Recording(1, 0, Long.MAX_VALUE, 10_000, false);
}
