package org.mlmath.kit.work;

import io.netty.buffer.ByteBuf;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.buffer.impl.BufferImpl;
import org.mlmath.kit.coding.Representation;
import org.mlmath.kit.problem.Problem;
import org.mlmath.kit.problem.ProblemType;
import org.mlmath.kit.reuse.AnswerCache;
import org.mlmath.kit.reuse.CacheSettings;
import org.mlmath.kit.reuse.Flight;
import org.mlmath.kit.reuse.Kept;
import org.mlmath.kit.reuse.RequestKey;
import org.mlmath.kit.reuse.UsualCost;

/**
 * What one request has to do with others that ask the same: whether its answer is looked for, waited for, kept. Only what follows from the
 * request alone is shared: no answer that holds a seed of ours, or that might have been better with more time, and no failure of the
 * server.
 */
final class Reuse {
    /** Of what is not a computation. */
    static final Reuse NONE = new Reuse(null, null, null, null, null, null);

    private static final String BYPASS = "mlmath; fwd=bypass";

    /** A computation that asks how much time it has gives up a part of its work after a share of it; never after so small a one. */
    private static final int UNHURRIED = 10;

    private final AnswerCache cache;
    private final CacheSettings settings;
    private final UsualCost usual;
    private final String path;
    private final String form;
    private Buffer body;
    private RequestKey key;
    private Flight flight;
    private boolean settled;
    private String status = BYPASS;

    private Reuse(AnswerCache cache, CacheSettings settings, UsualCost usual, String path, String form, Buffer body) {
        this.cache = cache;
        this.settings = settings;
        this.usual = usual;
        this.path = path;
        this.form = form;
        this.body = body;
    }

    /** A request that stays by itself: it is too large, asks for a stream, or wants to be computed anew. */
    static Reuse apart() {
        return new Reuse(null, null, null, null, null, null);
    }

    /** A request of which others may be the same. */
    static Reuse of(AnswerCache cache, CacheSettings settings, UsualCost usual, String path, String form, Buffer body) {
        return new Reuse(cache, settings, usual, path, form, body);
    }

    /** @return what is said of it in {@code Cache-Status} (RFC 9211), null for nothing */
    synchronized String status() {
        return this == NONE ? null : status;
    }

    /** @return what there is, or null: looks only where the operation's requests usually cost more than that */
    AnswerCache.Hit findIfUsuallyDear() {
        return body != null && usual.reaches(settings.worthwhile().toNanos()) ? find() : null;
    }

    /** @return what there is, or null: looks, if that has not been done, where this request is expected to cost more than that */
    AnswerCache.Hit findIfDear(Cost cost) {
        if (body == null) {
            return null;
        }
        if (cost.seconds() * 1e9 >= settings.worthwhile().toNanos()) {
            return find();
        }
        body = null;
        status = BYPASS + "; detail=cheap";
        return null;
    }

    private synchronized AnswerCache.Hit find() {
        key = new RequestKey(path, form, exactly(body));
        body = null;
        AnswerCache.Hit hit = cache.find(key);
        if (hit == null) {
            status = "mlmath; fwd=miss";
        } else {
            settled = true;
            status = "mlmath; hit; ttl=" + hit.secondsLeft();
        }
        return hit;
    }

    /** @return the bytes of a buffer, which nobody changes any more: its own array, if it has nothing else in it */
    private static byte[] exactly(Buffer buffer) {
        ByteBuf bytes = ((BufferImpl) buffer).byteBuf();
        boolean whole = bytes.hasArray() && bytes.arrayOffset() == 0 && bytes.array().length == bytes.readableBytes();
        return whole ? bytes.array() : buffer.getBytes();
    }

    /** @return whether it has been looked for, in vain, and its answer may be that of others who ask meanwhile */
    synchronized boolean mayBeShared() {
        return key != null && !settled;
    }

    /** @return whether this request has its answer computed; false where the follower waits for the answer to another */
    synchronized boolean leads(Flight.Follower follower) {
        flight = cache.lead(key, follower);
        return flight != null;
    }

    /** The answer to another is its answer. */
    synchronized void collapsed() {
        settled = true;
        status = "mlmath; fwd=miss; collapsed";
    }

    /** @return whether the bytes of a large answer are to be held together until it is clear whether it is kept */
    synchronized int mostBytesToKeep() {
        return key == null ? 0 : settings.largestAnswer();
    }

    /** @return whether others may wait for what is computed for this request */
    synchronized boolean isAwaited() {
        return flight != null && !settled;
    }

    /** A result was written; its head is not sent yet, or is, if it was written in pieces. */
    synchronized void answered(Ticket ticket, Representation answer) {
        settle(ticket, new Kept.Answer(answer));
    }

    /** The request was answered with a problem; its head is not sent yet. */
    synchronized void refused(Ticket ticket, Problem problem) {
        if (settled) {
            return;
        }
        // What is refused because the rest would have taken too long follows from the time that was left, and from what
        // else went on.
        boolean paced = problem.type().equals(ProblemType.LIMIT_EXCEEDED.uri())
                && ticket.deadline().consulted();
        boolean follows = !paced && (problem.status() == 422 || problem.status() == 400);
        if (follows) {
            settle(ticket, new Kept.Refusal(problem));
        } else if (flight != null) {
            flight.abandon();
        }
    }

    /** A result was written that is too large for others. */
    synchronized void answeredAtLength(Ticket ticket) {
        settle(ticket, null);
    }

    private void settle(Ticket ticket, Kept kept) {
        if (usual == null || settled) {
            return;
        }
        settled = true;
        long cost = ticket.timing().cost();
        usual.add(cost);
        boolean forAll = key != null && kept != null && !ticket.hasDrawnSeed() && !mayBeHurried(ticket);
        if (forAll && cost >= settings.worthwhile().toNanos() && cache.keep(key, kept)) {
            status += "; stored";
        }
        if (flight != null && forAll) {
            flight.land(kept);
        } else if (flight != null) {
            flight.disband();
        }
    }

    private static boolean mayBeHurried(Ticket ticket) {
        return ticket.deadline().consulted()
                && ticket.timing().in(Timing.Phase.COMPUTING)
                        > ticket.deadline().allowed().toNanos() / UNHURRIED;
    }

    /**
     * The caller has gone, or has the answer.
     *
     * @param over run once nobody needs what is computed any more
     * @return whether others wait for it; otherwise it is over now
     */
    synchronized boolean outlivesItsCaller(Runnable over) {
        return flight != null && flight.outlivesItsLeader(over);
    }

    /** The request is over, answered or not; nobody waits for it in vain. */
    synchronized void over() {
        if (flight != null) {
            flight.abandon();
        }
    }
}
