package org.mlmath.gateway.batch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mlmath.kit.problem.Problem;
import org.mlmath.kit.problem.ProblemException;
import org.mlmath.kit.problem.ProblemType;
import org.mlmath.kit.problem.Problems;
import org.mlmath.numerics.CancelledException;
import org.mlmath.numerics.Deadline;

/**
 * One batch: its requests are begun in order, a few at a time, and answered as they finish. It all happens on one event loop, so nothing is
 * locked.
 *
 * <p>How many are under way at a time follows what the server can take. Where one is refused because the lanes are full, while others of
 * this caller's batches fill them, it waits for one of those to finish and is sent again, and for a while there is one fewer at a time;
 * only where the caller has nothing else under way is the load somebody else's, and the refusal its answer.
 */
final class Batch {
    /** What is under way when the time is over has been told when that is; this much later it is not waited for any longer. */
    private static final long GRACE_MILLIS = 500;

    private static final int LONGEST_ID = 64;

    private final Context context;
    private final FrontDoor door;
    private final ObjectMapper mapper;
    private final List<Item> items;
    private final Answers answers;
    private final Deadline deadline;
    private final Caller caller;
    private final Turns turns;
    private final Promise<Void> done = Promise.promise();
    private final Map<Integer, Exchange> underWay = new HashMap<>();
    private final Deque<Integer> again = new ArrayDeque<>();
    private final int widest;
    private int width;
    private int taken;
    private int next;
    private int answered;
    private int succeeded;
    private double cost;
    private long timer;
    private boolean timeIsOver;
    private boolean turnInHand;
    private boolean turnAwaited;
    private volatile boolean stopped;

    /**
     * Whose batch it is.
     *
     * @param requestId of the batch; its requests are called so, with a dot and their index
     * @param headers that every one of them carries
     * @param allowed seconds that a request by itself is allowed
     * @param toll for each of them
     */
    record Caller(String requestId, MultiMap headers, double allowed, Toll toll) {
        String idOf(int index) {
            String suffix = "." + index;
            int kept = Math.min(requestId.length(), LONGEST_ID - suffix.length());
            return requestId.substring(0, kept) + suffix;
        }
    }

    /**
     * @param turns of the caller's batches, of which each request takes one while it is under way
     * @param width requests under way at a time, at most
     */
    Batch(
            Context context,
            FrontDoor door,
            ObjectMapper mapper,
            List<Item> items,
            Answers answers,
            Deadline deadline,
            Caller caller,
            Turns turns,
            int width) {
        this.context = context;
        this.door = door;
        this.mapper = mapper;
        this.items = items;
        this.answers = answers;
        this.deadline = deadline;
        this.caller = caller;
        this.turns = turns;
        this.widest = width;
        this.width = width;
    }

    /** @return completed when every request has its answer; fails if the batch is stopped before */
    Future<Void> run() {
        context.runOnContext(start -> {
            if (stopped) {
                return;
            }
            long millis = Math.max(1, deadline.remaining().toMillis());
            timer = context.owner().setTimer(millis, over -> endTime());
            proceed();
        });
        return done.future();
    }

    /** Nobody waits for the answers any more: nothing more is begun, and soon what is under way is given up. */
    void stop() {
        stopped = true;
        context.runOnContext(left -> {
            if (done.tryFail(new CancelledException())) {
                context.owner().cancelTimer(timer);
                List.copyOf(underWay.values()).forEach(exchange -> exchange.giveUp(new CancelledException()));
            }
        });
    }

    int succeeded() {
        return succeeded;
    }

    /** @return seconds of one core spent on all requests */
    double cost() {
        return cost;
    }

    private void proceed() {
        while (!stopped
                && hasMore()
                && underWay.size() < width
                && answers.isReady(this::proceedLater)
                && (!hasTime() || hasTurn())) {
            if (again.isEmpty()) {
                begin(next++);
            } else if (hasTime()) {
                send(again.poll());
            } else {
                answer(again.poll(), notBegun());
            }
        }
        if (turnInHand) { // there was nothing to send, or not yet
            turnInHand = false;
            turns.giveBack();
        }
        if (answered == items.size() && done.tryComplete()) {
            context.owner().cancelTimer(timer);
        }
    }

    private void proceedLater() {
        context.runOnContext(turn -> proceed());
    }

    private boolean hasMore() {
        return !again.isEmpty() || next < items.size();
    }

    private boolean hasTime() {
        return !timeIsOver && deadline.remaining().toMillis() > 0;
    }

    /** @return whether a request may be sent now; otherwise it goes on when the turn comes */
    private boolean hasTurn() {
        if (!turnInHand && !turnAwaited) {
            turnInHand = turns.take(() -> context.runOnContext(come -> {
                turnAwaited = false;
                turnInHand = true;
                proceed();
            }));
            turnAwaited = !turnInHand;
        }
        return turnInHand;
    }

    private void begin(int index) {
        Item item = items.get(index);
        if (item.refusal() != null) {
            answer(index, item.refusal());
        } else if (!hasTime()) {
            answer(index, notBegun());
        } else if (answers.full() != null) {
            answer(index, answers.full());
        } else {
            ProblemException unpaid = caller.toll().enter();
            if (unpaid == null) {
                send(index);
            } else {
                answer(index, unpaid);
            }
        }
    }

    private void send(int index) {
        MultiMap headers =
                MultiMap.caseInsensitiveMultiMap().addAll(caller.headers()).set("X-Request-Id", caller.idOf(index));
        double left = deadline.remaining().toMillis() / 1e3;
        boolean cutShort = left < caller.allowed();
        if (cutShort) {
            headers.set("Prefer", String.format(Locale.ROOT, "wait=%.3f", left));
        }
        Exchange exchange = new Exchange(answers::take);
        turnInHand = false;
        underWay.put(index, exchange);
        exchange.reply().onComplete(reply -> {
            underWay.remove(index);
            boolean others = turns.ended(reply.succeeded() && reply.result().status() == Reply.OVERLOADED);
            charge(exchange.cost());
            if (stopped) {
                return;
            }
            if (reply.succeeded()) {
                if (cutShort && reply.result().cameTooLate()) { // by itself it would have had more time
                    answers.drop(exchange.received());
                    answer(index, notBegun());
                } else {
                    take(index, reply.result(), others);
                }
            } else {
                answers.drop(exchange.received());
                answer(index, explain(reply.cause()));
            }
            proceed();
        });
        exchange.send(door, items.get(index), headers);
    }

    private void charge(double seconds) {
        cost += seconds;
        caller.toll().charge(seconds);
    }

    private void take(int index, Reply reply, boolean others) {
        if (reply.status() == Reply.OVERLOADED && others && hasTime()) {
            width = Math.max(1, underWay.size());
            taken = 0;
            again.add(index);
            answers.drop(reply.body().length());
        } else {
            widen(reply.status());
            answer(index, reply.status(), reply.body(), reply.retryAfterSeconds());
        }
    }

    /** When a whole width has been taken again, one more is tried. */
    private void widen(int status) {
        taken = status == Reply.OVERLOADED ? 0 : taken + 1;
        if (width < widest && taken >= width) {
            width++;
            taken = 0;
        }
    }

    private void answer(int index, ProblemException problem) {
        byte[] document = document(Problems.of(problem, caller.idOf(index)));
        answers.add(
                index,
                new BatchResult.Answer(
                        id(index),
                        problem.status(),
                        new Verbatim(new String(document, StandardCharsets.UTF_8)),
                        problem.retryAfterSeconds()),
                0);
        answered++;
    }

    private void answer(int index, int status, Buffer body, Integer retryAfterSeconds) {
        Verbatim json = body.length() == 0 ? null : new Verbatim(body.toString());
        answers.add(index, new BatchResult.Answer(id(index), status, json, retryAfterSeconds), body.length());
        answered++;
        succeeded += status < 400 ? 1 : 0;
    }

    private Verbatim id(int index) {
        return new Verbatim(items.get(index).id());
    }

    private byte[] document(Problem problem) {
        try {
            return mapper.writeValueAsBytes(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem document could not be written", e);
        }
    }

    private void endTime() {
        timeIsOver = true;
        proceed();
        timer = context.owner().setTimer(GRACE_MILLIS, late -> List.copyOf(underWay.values())
                .forEach(exchange -> exchange.giveUp(new ProblemException(
                        ProblemType.DEADLINE_EXCEEDED,
                        "The batch was over, after %s s, before this request was answered.".formatted(seconds())))));
    }

    private ProblemException notBegun() {
        return new ProblemException(
                        ProblemType.OVERLOADED,
                        "The batch was over, after %s s, before the turn of this request came; send it again."
                                .formatted(seconds()))
                .retryAfter(1);
    }

    private String seconds() {
        return BigDecimal.valueOf(deadline.allowed().toMillis(), 3)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static ProblemException explain(Throwable failure) {
        return failure instanceof ProblemException known
                ? known
                : new ProblemException(
                                ProblemType.UPSTREAM_UNAVAILABLE,
                                "The answer broke off. Nothing is wrong with the request: send it again.")
                        .retryAfter(1);
    }
}
