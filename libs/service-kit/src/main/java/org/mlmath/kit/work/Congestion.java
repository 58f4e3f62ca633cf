package org.mlmath.kit.work;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.util.concurrent.FastThreadLocal;
import io.quarkus.arc.All;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.mlmath.kit.observe.Observer;
import org.mlmath.kit.problem.PreparedProblem;
import org.mlmath.kit.problem.ProblemException;
import org.mlmath.kit.problem.ProblemResponse;
import org.mlmath.kit.problem.ProblemType;
import org.mlmath.kit.problem.WholeRefusal;

/**
 * Refuses requests where more come in than can be answered. In each turn an event loop takes up all that came in since it began the
 * last one; where more comes than it can do, turns grow longer and longer and with them the time that everybody waits. Where they have
 * been long for a while, and none was short, only as much as fits into an instant is done, as quickly as ever, and the rest is told at
 * once to come back: on the {@link Doorstep} of its connection, or here, where what it is told takes more than that.
 *
 * <p>A single long turn says little: a loop that had no processor for a moment, or was held up by the collection of garbage, finds more
 * to do than usual and is soon through.
 */
@Singleton
public class Congestion {
    /** After origins have been judged (-300), so that pages elsewhere can read a refusal; before all that costs anything. */
    private static final int ORDER = -250;

    /** Where balancers ask whether to send requests here at all. Who is busy is not to be taken for dead. */
    static final String HEALTH = "/health";

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Vertx vertx;
    private final long limitNanos;
    private final Counter shed;
    private final Observer observer;
    private final List<AnswerHeaders> headers;
    private final PreparedProblem refusal = new PreparedProblem(new ProblemException(
                    ProblemType.OVERLOADED, "More requests come in than can be answered; try again in a moment.")
            .retryAfter(1));

    private final AtomicLong refusedByAny = new AtomicLong(System.nanoTime() - Turn.WHILE_NANOS);

    private final FastThreadLocal<Turn> turns = new FastThreadLocal<>() {
        @Override
        protected Turn initialValue() {
            return new Turn(
                    limitNanos,
                    System::nanoTime,
                    THREADS.isCurrentThreadCpuTimeSupported() ? THREADS::getCurrentThreadCpuTime : System::nanoTime,
                    refusedByAny);
        }
    };

    Congestion(Vertx vertx, Limits limits, MeterRegistry metrics, Observer observer, @All List<AnswerHeaders> headers) {
        this.vertx = vertx;
        this.observer = observer;
        this.headers = headers;
        shed = LaneMeters.shed("event-loop", metrics);
        limitNanos = limits.turn().toNanos();
    }

    void mount(@Observes Router router) {
        Doorstep.Refusals plain = new AtOnce(false);
        Doorstep.Refusals encrypted = new AtOnce(true);
        boolean refusesEarly = !observer.seesEach();
        router.route().order(ORDER).handler(context -> {
            if (Ticket.of(context) != null) { // a GET on its second way through, as a POST, or a HEAD as a GET
                context.next();
                return;
            }
            HttpServerRequest request = context.request();
            Doorstep.Verdict verdict = Doorstep.Verdict.NONE;
            if (refusesEarly && request.version() != HttpVersion.HTTP_2) {
                ChannelHandlerContext server = ((ConnectionBase) request.connection()).channelHandlerContext();
                Doorstep doorstep = Doorstep.of(server.pipeline());
                if (doorstep != null) {
                    verdict = doorstep.takeVerdict();
                } else {
                    Doorstep.putBefore(server, turns.get(), request.isSSL() ? encrypted : plain);
                }
            }
            judge(context, verdict);
        });
    }

    private void judge(RoutingContext context, Doorstep.Verdict verdict) {
        boolean admitted = verdict == Doorstep.Verdict.NONE
                ? turns.get().admits(((ContextInternal) vertx.getOrCreateContext()).nettyEventLoop())
                : verdict == Doorstep.Verdict.ADMITTED;
        if (admitted || HEALTH.equals(context.request().path())) {
            context.next();
        } else {
            shed.increment();
            refusal.send(context);
        }
    }

    /** For those who are refused before anybody else sees them: what they would be told here, with what all are told. */
    private final class AtOnce implements Doorstep.Refusals {
        private final WholeRefusal whole;
        private final Counter counter = observer.refusals(ProblemType.OVERLOADED);

        AtOnce(boolean tls) {
            Map<CharSequence, CharSequence> all = new HashMap<>();
            headers.forEach(some -> all.putAll(some.of(tls)));
            whole = refusal.whole(all);
        }

        @Override
        public ByteBuf next(HttpRequest request, ChannelHandlerContext context) {
            shed.increment();
            counter.increment();
            String id = Identity.newId(request.headers().get(ProblemResponse.REQUEST_ID_HEADER));
            return whole.of(id, context.alloc());
        }
    }
}
