package org.mlmath.kit.work;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.MaxMessagesRecvByteBufAllocator;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.buffer.impl.BufferImpl;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import java.util.function.Consumer;
import org.mlmath.kit.array.NpyArrival;
import org.mlmath.kit.problem.ProblemException;
import org.mlmath.kit.problem.ProblemType;
import org.mlmath.numerics.CancelledException;

/**
 * Collects the body of one request, within its size, its time and the memory that is free. Nobody waits meanwhile: a body that
 * drips holds a connection and nothing else, and not for ever.
 */
final class BodyReceiver {
    /** The first allocation for a body, and the largest on the event loop; what is declared is not believed before it is sent. */
    private static final int FIRST_BYTES = 1 << 20;

    /** By how much what has been sent makes what is declared believable: a body is copied once or twice, not at every doubling. */
    private static final int GROWTH = 8;

    /** Between pieces of a body that nobody reads: 64 KiB each, so that the largest has been sent in a second. */
    private static final int PACE_MILLIS = 1;

    /** How long a refused caller may go on sending before we hang up: doing so at once would lose the answer on its way. */
    private static final int PATIENCE_MILLIS = 5_000;

    private final RoutingContext context;
    private final Ticket ticket;
    private final Limits limits;
    private final ReadingLane lane;
    private final Runnable welcome;
    private final Runnable arrived;
    private final Consumer<Throwable> refused;
    private final long declared;
    private final ContextInternal own = (ContextInternal) Vertx.currentContext();
    private final AwaitedBodies.Place awaited =
            new AwaitedBodies.Place(() -> own.runOnContext(late -> refuse(tooLate())));
    private final boolean npy;
    private Buffer body;
    private NpyArrival array;
    private int capacity;
    private long received;
    private BodyTap tap;
    private boolean over;
    private boolean slowed;

    /** What comes while room is made; otherwise null. */
    private Buffer meanwhile;

    private boolean ended;

    private BodyReceiver(
            RoutingContext context,
            Ticket ticket,
            Limits limits,
            ReadingLane lane,
            boolean npy,
            Runnable welcome,
            Runnable arrived,
            Consumer<Throwable> refused) {
        this.context = context;
        this.ticket = ticket;
        this.limits = limits;
        this.lane = lane;
        this.welcome = welcome;
        this.arrived = arrived;
        this.refused = refused;
        this.declared = declaredLength(context.request());
        this.npy = npy && declared > limits.smallBody();
        this.capacity = Math.clamp(this.npy ? declared / GROWTH : declared, 0, FIRST_BYTES);
        this.body = Buffer.buffer(capacity);
    }

    /**
     * @param lane in which room is made for large bodies
     * @param npy whether the body is an array as it is
     * @param welcome run before a large body is read; may refuse it
     * @param arrived run on the event loop when the ticket holds the body
     * @param refused told why the body is not taken
     */
    static void receive(
            RoutingContext context,
            Ticket ticket,
            Limits limits,
            ReadingLane lane,
            boolean npy,
            Runnable welcome,
            Runnable arrived,
            Consumer<Throwable> refused) {
        new BodyReceiver(context, ticket, limits, lane, npy, welcome, arrived, refused).begin();
    }

    private void begin() {
        HttpServerRequest request = context.request();
        ticket.timing().enter(Timing.Phase.QUEUE);
        boolean large = declared > limits.smallBody();
        if (large) {
            readLittleAtATime(request);
        }
        request.handler(large && request.version() != HttpVersion.HTTP_2 ? this::takeFirst : this::take);
        try {
            if (declared > limits.body()) {
                throw BodyTooLarge.declared(declared, limits.body());
            }
            if (large) {
                welcome.run();
            }
            ticket.reserve(Math.max(0, declared));
        } catch (ProblemException problem) {
            refuse(problem);
            return;
        }
        request.endHandler(end -> {
            ended = true;
            if (meanwhile == null) {
                end();
            }
        });
        request.exceptionHandler(gone -> {
            if (close()) {
                untap();
                refused.accept(new CancelledException());
            }
        });
        Expectation.meet(context);
        request.resume();
        if (!over) {
            AwaitedBodies.here().await(awaited, limits.arrival().toNanos(), own.nettyEventLoop());
        }
    }

    private void end() {
        if (!close()) {
            return;
        }
        untap();
        if (array == null) {
            ticket.arrived(body, limits.deadline(context.request()));
        } else {
            ticket.arrived(array, limits.deadline(context.request()));
        }
        arrived.run();
    }

    /** Of what has come, one piece in each turn of the event loop rather than sixteen, which would take a millisecond. */
    private static void readLittleAtATime(HttpServerRequest request) {
        Channel channel = ((ConnectionBase) request.connection()).channel();
        if (channel.config().getRecvByteBufAllocator() instanceof MaxMessagesRecvByteBufAllocator reads) {
            reads.maxMessagesPerRead(1);
        }
    }

    private ProblemException tooLate() {
        return new ProblemException(
                ProblemType.DEADLINE_EXCEEDED,
                "The body had not arrived after %d s."
                        .formatted(limits.arrival().toSeconds()));
    }

    /** What has come by now, and was held back, follows this piece at once; what comes later comes through the tap. */
    private void takeFirst(Buffer chunk) {
        if (tap == null) {
            tap = BodyTap.on((ConnectionBase) context.request().connection(), piece -> own.dispatch(piece, this::take));
        }
        take(chunk);
    }

    private void take(Buffer chunk) {
        if (over) {
            slowDown();
            return;
        }
        try {
            received += chunk.length();
            if (received > limits.body()) {
                throw BodyTooLarge.sent(limits.body());
            }
            if (declared < 0) {
                ticket.reserve(chunk.length());
            }
            if (meanwhile != null) {
                meanwhile.appendBuffer(chunk);
            } else {
                put(chunk);
            }
        } catch (ProblemException problem) {
            refuse(problem);
        }
    }

    private void put(Buffer chunk) {
        if (array != null) {
            array.take(((BufferImpl) chunk).byteBuf().nioBuffer());
        } else if (body.length() + chunk.length() <= capacity) {
            body.appendBuffer(chunk);
        } else {
            makeRoom(chunk);
        }
    }

    /** Clearing much memory takes milliseconds: not on the event loop, where others wait. Who sends this body waits meanwhile. */
    private void makeRoom(Buffer chunk) {
        int needed = body.length() + chunk.length();
        capacity = (int)
                (needed <= declared
                        ? Math.min(declared, Math.max(needed, (long) GROWTH * capacity))
                        : Math.min(limits.body(), Math.max(needed, 2L * capacity)));
        if (capacity <= FIRST_BYTES) {
            move(larger());
            put(chunk);
            return;
        }
        meanwhile = Buffer.buffer().appendBuffer(chunk);
        hold();
        lane.run(() -> {
            try {
                Room larger = larger();
                own.runOnContext(made -> goOn(larger));
            } catch (RuntimeException | OutOfMemoryError notMade) {
                own.runOnContext(failed -> refuse(notMade));
            }
        });
    }

    /** Where a body has room: as it is, or as the array that it is. */
    private record Room(Buffer body, NpyArrival array) {}

    /** @return what has come where there is more room */
    private Room larger() {
        NpyArrival begun = null;
        if (npy && capacity == declared) {
            ByteBuf start = ((BufferImpl) body).byteBuf();
            int from = start.arrayOffset() + start.readerIndex();
            begun = NpyArrival.begin(start.array(), from, from + start.readableBytes(), declared, limits.entries());
        }
        return new Room(begun == null ? Buffer.buffer(capacity).appendBuffer(body) : null, begun);
    }

    private void move(Room room) {
        body = room.body();
        array = room.array();
    }

    private void goOn(Room room) {
        if (over) {
            return;
        }
        move(room);
        Buffer come = meanwhile;
        meanwhile = null;
        release();
        try {
            put(come);
        } catch (ProblemException problem) {
            refuse(problem);
        }
        if (ended && meanwhile == null) {
            end();
        }
    }

    /** Has nothing more come than what is on its way through the decoder. */
    private void hold() {
        if (context.request().version() == HttpVersion.HTTP_2) {
            context.request().pause(); // others share the connection
        } else {
            ((ConnectionBase) context.request().connection()).doPause(); // of whose body the request does not know
        }
    }

    private void release() {
        if (context.request().version() == HttpVersion.HTTP_2) {
            context.request().resume();
        } else {
            ((ConnectionBase) context.request().connection()).doResume();
        }
    }

    private void refuse(Throwable problem) {
        if (!close()) {
            return;
        }
        HttpServerRequest request = context.request();
        long patience = context.vertx()
                .setTimer(PATIENCE_MILLIS, out -> request.connection().close());
        request.endHandler(end -> forget(patience));
        request.exceptionHandler(gone -> forget(patience));
        request.resume();
        refused.accept(problem);
    }

    /** What is read for nothing is not read as fast as it comes: others have use for the time, and for what clears the memory. */
    private void slowDown() {
        if (!slowed) {
            slowed = true;
            hold();
            context.vertx().setTimer(PACE_MILLIS, next -> {
                slowed = false;
                release();
            });
        }
    }

    /** Of a refused body, the rest has come, or never will. */
    private void forget(long patience) {
        context.vertx().cancelTimer(patience);
        untap();
    }

    private void untap() {
        if (tap != null) {
            tap.remove();
        }
    }

    /** @return true the first time */
    private boolean close() {
        boolean first = !over;
        over = true;
        if (meanwhile != null) {
            meanwhile = null;
            release();
        }
        awaited.forget();
        return first;
    }

    /** @return the length in Content-Length, or -1 */
    static long declaredLength(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? -1 : Long.parseLong(length.strip());
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE; // longer than a long can say
        }
    }
}
