package org.mlmath.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.mlmath.kit.work.Urgency;

/**
 * Sends requests to a server on this machine, as many callers would who each have a connection and wait for an answer before they send
 * again; nothing is pipelined. Measures as little of itself as can be: one thread that waits for what is due and for what has come, by looking
 * every few hundredths of a millisecond where that is to be soon, and makes no garbage.
 */
public final class Sender {
    /** Between two looks. Shorter would take processor time from the servers, longer be seen in their latencies. */
    private static final long PAUSE_NANOS = 40_000;

    /** To which a selector waits. */
    private static final long PRECISION_NANOS = 1_000_000;

    /** Callers at least, who keep their connections, … */
    private static final int FEWEST = 128;

    /** … and as many as ask in this time, so that a pause makes no new ones. */
    private static final double KEPT_SECONDS = 0.04;

    /** Callers at most: more come when all of them wait. */
    private static final int MOST = 4_096;

    /** After the last request was due, or the last answer came; what has no answer then is lost. */
    private static final long PATIENCE_NANOS = 30_000_000_000L;

    /** PR_SET_TIMERSLACK of {@code prctl(2)}: by default a pause may take 50 µs longer, so that timers expire together. */
    private static final int SET_TIMER_SLACK = 29;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Selector selector = Selector.open();
    private final Consumer<SelectionKey> reader = this::read;
    private final ByteBuffer received = ByteBuffer.allocateDirect(1 << 18);
    private final InetSocketAddress server;
    private final RequestTemplate[] requests;
    private final ArrayDeque<Caller> idle = new ArrayDeque<>(MOST);
    private int callers;
    private int waiting;
    private int serial = ThreadLocalRandom.current().nextInt(1_000_000); // what another sends is not to be the same
    private Outcome outcome;

    /** Of what was due before then, as a load begins; null where that is not told apart. */
    private Outcome entry;

    private long entryUntil;

    /** How often, and until when, who has an answer asks again at once. */
    private long askAgain;

    private long askAgainUntil;

    private Sender(InetSocketAddress server, RequestTemplate... requests) throws IOException {
        this.server = server;
        this.requests = requests;
    }

    /** @param arguments the port; then a path and JSON, as often as there are kinds of requests */
    public static void main(String[] arguments) throws IOException {
        InetSocketAddress server = new InetSocketAddress("127.0.0.1", Integer.parseInt(arguments[0]));
        RequestTemplate[] requests = new RequestTemplate[arguments.length / 2];
        for (int i = 0; i < requests.length; i++) {
            requests[i] = new RequestTemplate(server.getPort(), arguments[2 * i + 1], arguments[2 * i + 2]);
        }
        takeShortPauses();
        Urgency.PROMPT.ask(); // who measures must not wait for a processor
        Sender sender = new Sender(server, requests);
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        for (String order = orders.readLine(); order != null; order = orders.readLine()) {
            String[] words = order.split(" ");
            double number = Double.parseDouble(words[1]);
            double amount = Double.parseDouble(words[2]);
            if (words[0].equals("enter")) {
                sender.enter(number, amount, Double.parseDouble(words[3]));
                System.out.println(sender.entry.line());
            } else {
                sender.run(words[0], number, amount);
            }
            System.out.println(sender.outcome.line());
        }
    }

    /** A load that begins, and goes on. */
    private void enter(double rate, double entrySeconds, double seconds) throws IOException {
        entry = new Outcome();
        entry.over(entrySeconds, Double.NaN);
        outcome = new Outcome();
        outcome.over(seconds, Double.NaN);
        connect(rate);
        entryUntil = System.nanoTime() + (long) (entrySeconds * 1e9);
        open(rate, entrySeconds + seconds);
    }

    private void run(String kind, double number, double amount) throws IOException {
        outcome = new Outcome();
        entry = null;
        long processor = THREADS.getCurrentThreadCpuTime();
        long start = System.nanoTime();
        switch (kind) {
            case "open" -> {
                connect(number);
                open(number, amount);
            }
            case "closed" -> closed((int) number, Long.MAX_VALUE, start + (long) (amount * 1e9));
            case "count" -> closed((int) number, (long) amount, Long.MAX_VALUE);
            default -> throw new IllegalArgumentException(kind);
        }
        double seconds = kind.equals("open") ? amount : (System.nanoTime() - start) / 1e9;
        outcome.over(seconds, (THREADS.getCurrentThreadCpuTime() - processor) / 1e9);
    }

    @SuppressWarnings("restricted") // the one call has the types that the kernel documents
    private static void takeShortPauses() {
        if (!System.getProperty("os.name").equals("Linux")) {
            return;
        }
        try {
            Linker linker = Linker.nativeLinker();
            int refused = (int) linker.downcallHandle(
                            linker.defaultLookup().findOrThrow("prctl"),
                            FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG),
                            Linker.Option.firstVariadicArg(1))
                    .invokeExact(SET_TIMER_SLACK, 1L);
            if (refused != 0) {
                throw new IllegalStateException("pauses cannot be made precise");
            }
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private void connect(double rate) throws IOException {
        while (callers < Math.max(FEWEST, rate * KEPT_SECONDS)) {
            idle.add(newCaller());
        }
    }

    private void open(double rate, double seconds) throws IOException {
        long total = (long) (rate * seconds);
        long sent = 0;
        long start = System.nanoTime();
        askAgain = 0;
        long giveUp = start + (long) (seconds * 1e9) + PATIENCE_NANOS;
        while (sent < total || waiting > 0) {
            long now = System.nanoTime();
            if (now > giveUp) {
                loseAll((int) (total - sent));
                return;
            }
            long due = Math.min(total, (long) ((now - start) / 1e9 * rate) + 1);
            while (sent < due && canSend()) {
                long began = start + (long) (sent++ / rate * 1e9);
                of(began).sent(System.nanoTime() - began);
                send(idle.isEmpty() ? newCaller() : idle.poll(), began);
            }
            // Where all callers wait it sleeps, too: to look for answers all the time would take a processor from who
            // gives them.
            boolean isDue = sent < total && canSend();
            await(isDue ? start + (long) (sent / rate * 1e9) - System.nanoTime() : PATIENCE_NANOS);
        }
    }

    /** @return what counts a request that was due at this time */
    private Outcome of(long began) {
        return entry != null && began < entryUntil ? entry : outcome;
    }

    private boolean canSend() {
        return !idle.isEmpty() || callers < MOST;
    }

    /**
     * Waits for answers until the next request is due. While that is far off, for nothing else: to look again and again would take a
     * processor from the server each time, in the middle of a request, which no caller elsewhere does.
     *
     * @param left nanoseconds until then
     */
    private void await(long left) throws IOException {
        if (left > PRECISION_NANOS) {
            selector.select(reader, left / PRECISION_NANOS); // wakes up as much too early at most
        } else {
            selector.selectNow(reader);
            LockSupport.parkNanos(waiting == 0 ? left : Math.min(left, PAUSE_NANOS));
        }
    }

    /** @param requests in all */
    private void closed(int number, long requests, long until) throws IOException {
        long now = System.nanoTime();
        askAgain = requests - number;
        askAgainUntil = until;
        for (int i = 0; i < number; i++) {
            send(idle.isEmpty() ? newCaller() : idle.poll(), now);
        }
        while (waiting > 0) {
            if (selector.select(reader, TimeUnit.NANOSECONDS.toMillis(PATIENCE_NANOS)) == 0) {
                loseAll(0);
            }
        }
    }

    private void send(Caller caller, long began) {
        waiting++;
        try {
            caller.send(requests[serial % requests.length].fill(serial), began);
        } catch (IOException closed) {
            lose(caller);
        }
        serial++;
    }

    private void read(SelectionKey key) {
        Caller caller = (Caller) key.attachment();
        try {
            int status = caller.read(received);
            if (status > 0) {
                answered(caller, status);
            }
        } catch (IOException closed) {
            lose(caller);
        }
    }

    private void answered(Caller caller, int status) {
        long now = System.nanoTime();
        of(caller.began()).ended(status, now - caller.began(), now - caller.sent());
        waiting--;
        if (asksAgain(now)) {
            send(caller, now);
        } else {
            idle.add(caller);
        }
    }

    /** The connection is of no use any more. */
    private void lose(Caller caller) {
        if (caller.waits()) {
            of(caller.began()).ended(0, 0, 0);
            waiting--;
        } else {
            idle.remove(caller);
        }
        caller.close();
        callers--;
        long now = System.nanoTime();
        if (asksAgain(now)) {
            try {
                send(newCaller(), now);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private boolean asksAgain(long now) {
        return askAgain-- > 0 && now < askAgainUntil;
    }

    private void loseAll(int unsent) {
        selector.keys().stream()
                .map(key -> (Caller) key.attachment())
                .filter(Caller::waits)
                .toList()
                .forEach(this::lose);
        for (int i = 0; i < unsent; i++) {
            outcome.ended(0, 0, 0);
        }
    }

    private Caller newCaller() throws IOException {
        callers++;
        return new Caller(server, selector);
    }
}
