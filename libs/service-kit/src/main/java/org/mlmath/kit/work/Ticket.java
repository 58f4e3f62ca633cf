package org.mlmath.kit.work;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.atomic.AtomicBoolean;
import org.mlmath.kit.array.NpyArrival;
import org.mlmath.kit.array.WireFormat;
import org.mlmath.numerics.Deadline;

/** One request in progress: what it holds, until when it may run, and whether its caller still waits. */
final class Ticket implements Account {
    private static final String KEY = Ticket.class.getName();

    private final AtomicBoolean answered = new AtomicBoolean();
    private final Timing timing = new Timing();
    private final Memory memory;
    private final boolean get;
    private Deadline deadline = Deadline.none();
    private WireFormat answerFormat = WireFormat.JSON;
    private Accepted accepted;
    private String query;
    private Buffer body;
    private NpyArrival array;
    private Object request;
    private AnswerStream stream;
    private long estimate;
    private long reserved;
    private boolean ended;
    private volatile boolean drewSeed;
    private volatile Runnable withdrawal = () -> {};
    private volatile Reuse reuse = Reuse.NONE;

    /** @param get whether it was asked by GET */
    Ticket(Memory memory, boolean get) {
        this.memory = memory;
        this.get = get;
    }

    /** @return the ticket of this request, or null before it has one */
    static Ticket of(RoutingContext context) {
        return context.get(KEY);
    }

    void attachTo(RoutingContext context) {
        context.put(KEY, this);
    }

    /** @return the form in which the answer is to be written, unless it is a problem */
    WireFormat answerFormat() {
        return answerFormat;
    }

    void answerAs(WireFormat format) {
        answerFormat = format;
    }

    /** @return what the caller takes, or null where that is anything */
    Accepted accepted() {
        return accepted;
    }

    void accepts(Accepted accepted) {
        this.accepted = accepted;
    }

    /** @return what the answer is written to line by line, or null where that was not asked for */
    AnswerStream stream() {
        return stream;
    }

    void streamTo(AnswerStream stream) {
        this.stream = stream;
    }

    /** The request has arrived whole; its time begins. */
    void arrived(Buffer body, Deadline deadline) {
        this.body = body;
        this.deadline = deadline;
        timing.begin();
    }

    /** The request has arrived whole, and its body has become this; its time begins. */
    void arrived(NpyArrival array, Deadline deadline) {
        this.array = array;
        arrived((Buffer) null, deadline);
    }

    /** The body was in a content coding; this is what it was. */
    void unpacked(Buffer body) {
        this.body = body;
    }

    /** @return where its time goes */
    Timing timing() {
        return timing;
    }

    /** @return nanoseconds that the work was expected to take, 0 before anybody asked */
    long estimate() {
        return estimate;
    }

    void expect(Cost cost) {
        estimate = (long) (cost.seconds() * 1e9);
    }

    /** @return the query of a GET as it was sent: on its way to its operation it loses that */
    String query() {
        return query;
    }

    void query(String query) {
        this.query = query;
    }

    Buffer body() {
        return body;
    }

    /** @return the array that stands for the body, or null where that is there itself */
    NpyArrival array() {
        return array;
    }

    Deadline deadline() {
        return deadline;
    }

    /** @return what was read from the body, or null */
    Object request() {
        return request;
    }

    /** The body has been read into this; its bytes are not needed any more. */
    void read(Object request) {
        this.request = request;
        this.body = null;
        this.array = null;
    }

    /** Takes this many bytes more, until the request ends. Refuses when they are not to be had. */
    @Override
    public synchronized void reserve(long bytes) {
        if (!ended) {
            memory.reserve(bytes, reserved);
            reserved += bytes;
        }
    }

    /** Gives bytes back before the request ends. */
    @Override
    public synchronized void release(long bytes) {
        if (!ended) {
            memory.release(bytes);
            reserved -= bytes;
        }
    }

    @Override
    public void charge(double seconds) {
        timing.charge((long) (seconds * 1e9));
    }

    /** @param withdrawal takes back what is still to be done, when nobody waits for it any more */
    void whenNobodyWaits(Runnable withdrawal) {
        this.withdrawal = withdrawal;
    }

    /** The answer has been given, or the caller has gone. What others wait for, who asked the same, goes on for them. */
    void end() {
        if (!reuse.outlivesItsCaller(this::close)) {
            close();
        }
    }

    private void close() {
        deadline.cancel();
        withdrawal.run();
        long held;
        synchronized (this) {
            ended = true;
            held = reserved;
            reserved = 0;
        }
        memory.release(held);
        reuse.over();
    }

    /** @return true to the one caller that is to write the answer */
    boolean claimAnswer() {
        return answered.compareAndSet(false, true);
    }

    boolean isGet() {
        return get;
    }

    /** @return what it has to do with others that ask the same; nothing, for what is not a computation */
    Reuse reuse() {
        return reuse;
    }

    void reuse(Reuse reuse) {
        this.reuse = reuse;
    }

    /** The answer holds randomness of ours: the same request may be answered differently next time. */
    void drewSeed() {
        drewSeed = true;
    }

    boolean hasDrawnSeed() {
        return drewSeed;
    }

    /** @return whether the same request would be answered so tomorrow: not where others answer parts of it, who may have drawn or refused */
    boolean isLasting() {
        return !drewSeed && !(request instanceof Delegating);
    }
}
