package org.mlmath.kit.array;

import java.util.function.LongConsumer;
import org.mlmath.kit.problem.ProblemException;
import org.mlmath.kit.problem.ProblemType;

/** What the arrays of one request may still take: entries, and memory that is counted before it is allocated. */
public final class ArrayBudget {
    private final int limit;
    private final LongConsumer memory;
    private long left;

    /**
     * @param entries the most that all arrays together may have
     * @param memory reserves bytes, or refuses
     */
    public ArrayBudget(int entries, LongConsumer memory) {
        this.limit = entries;
        this.memory = memory;
        this.left = entries;
    }

    /** Takes room for an array of doubles. */
    void takeEntries(String pointer, long entries) {
        if (entries > left) {
            throw ProblemException.at(
                            ProblemType.LIMIT_EXCEEDED,
                            pointer,
                            "does not fit: all arrays of a request together may have " + limit + " entries")
                    .with("limit", limit);
        }
        left -= entries;
        memory.accept(entries * Double.BYTES);
    }

    /** Takes bytes that are needed while reading. */
    void takeBytes(long bytes) {
        memory.accept(bytes);
    }

    int limit() {
        return limit;
    }
}
