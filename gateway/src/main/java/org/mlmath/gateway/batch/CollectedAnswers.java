package org.mlmath.gateway.batch;

import java.util.Arrays;
import org.mlmath.kit.problem.ProblemException;
import org.mlmath.kit.problem.ProblemType;
import org.mlmath.kit.work.Account;

/** Answers kept until the last is there, in the order of the requests. */
final class CollectedAnswers implements Answers {
    /** As they came, and once more as they are written into one body. */
    private static final int COPIES = 2;

    private final BatchResult.Answer[] answers;
    private final Account account;
    private final long limit;
    private long held;
    private ProblemException full;

    /** @param limit bytes of all answers together */
    CollectedAnswers(int count, Account account, long limit) {
        this.answers = new BatchResult.Answer[count];
        this.account = account;
        this.limit = limit;
    }

    @Override
    public void take(long bytes) {
        if (held + bytes > limit) {
            full = tooLarge();
            throw full;
        }
        account.reserve(COPIES * bytes);
        held += bytes;
    }

    private ProblemException tooLarge() {
        return new ProblemException(
                        ProblemType.OVERLOADED,
                        ("The answers of one batch may have %d bytes together, and this one's do not fit in any more. Send this"
                                        + " request again with fewer others, or ask for the answers as application/x-ndjson.")
                                .formatted(limit))
                .with("limit", limit);
    }

    @Override
    public void drop(long bytes) {
        account.release(COPIES * bytes);
        held -= bytes;
    }

    @Override
    public ProblemException full() {
        return full;
    }

    @Override
    public void add(int index, BatchResult.Answer answer, long bytes) {
        answers[index] = answer;
    }

    @Override
    public boolean isReady(Runnable later) {
        return true;
    }

    BatchResult result() {
        return new BatchResult(Arrays.asList(answers));
    }

    long bytes() {
        return held;
    }
}
