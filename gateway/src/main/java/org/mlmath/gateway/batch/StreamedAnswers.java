package org.mlmath.gateway.batch;

import io.vertx.core.Context;
import org.mlmath.kit.problem.ProblemException;
import org.mlmath.kit.work.Account;
import org.mlmath.kit.work.Progress;

/** Answers told as they come, a line each. While their reader is behind, no more are asked for. */
final class StreamedAnswers implements Answers {
    private final Progress progress;
    private final Account account;
    private final Context context;
    private boolean toBeFlushed;

    StreamedAnswers(Progress progress, Account account, Context context) {
        this.progress = progress;
        this.account = account;
        this.context = context;
    }

    @Override
    public void take(long bytes) {
        account.reserve(bytes);
    }

    @Override
    public void drop(long bytes) {
        account.release(bytes);
    }

    @Override
    public ProblemException full() {
        return null;
    }

    /** What is answered in one turn of the event loop is sent together. */
    @Override
    public void add(int index, BatchResult.Answer answer, long bytes) {
        progress.point(answer.onOneLine());
        account.release(bytes);
        if (!toBeFlushed) {
            toBeFlushed = true;
            context.runOnContext(turn -> {
                toBeFlushed = false;
                progress.flush();
            });
        }
    }

    @Override
    public boolean isReady(Runnable later) {
        return progress.isTaken(later);
    }
}
