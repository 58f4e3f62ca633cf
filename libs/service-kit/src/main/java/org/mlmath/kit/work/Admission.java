package org.mlmath.kit.work;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.impl.BufferImpl;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.io.InputStream;
import java.util.concurrent.Executor;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.handlers.InputHandler;
import org.jboss.resteasy.reactive.server.handlers.RequestDeserializeHandler;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;
import org.jboss.resteasy.reactive.server.spi.ServerRestHandler;
import org.mlmath.kit.array.WireFormat;
import org.mlmath.kit.coding.BodyCoding;
import org.mlmath.kit.observe.LogFields;
import org.mlmath.kit.observe.Observation;
import org.mlmath.kit.problem.ProblemException;
import org.mlmath.kit.problem.ProblemResponse;
import org.mlmath.kit.problem.ProblemType;
import org.mlmath.numerics.CancelledException;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DeadlineExceededException;

/**
 * The one gate that every operation goes through: reads the request, asks what it costs, and lets it in or refuses it. Small work
 * runs at once on the event loop, large work in its lane; large bodies are read off the event loop too. What follows (the
 * resource, the writing of its answer) runs wherever this put it.
 */
@Provider
public class Admission implements ContainerRequestFilter {
    /** In which a front door tells of whom a request is. It takes off what comes from outside. */
    public static final String CALLER = "Mlmath-Caller";

    private final RequestReader reader;
    private final ReadingLane readingLane;
    private final LargeLane largeLane;
    private final Precedents precedents;
    private final Limits limits;
    private final Sharing sharing;
    private final ObjectMapper mapper;

    @Inject
    Admission(
            RequestReader reader,
            ReadingLane readingLane,
            LargeLane largeLane,
            Precedents precedents,
            Limits limits,
            Sharing sharing,
            ObjectMapper mapper) {
        this.reader = reader;
        this.readingLane = readingLane;
        this.largeLane = largeLane;
        this.precedents = precedents;
        this.limits = limits;
        this.sharing = sharing;
        this.mapper = mapper;
    }

    @Override
    public void filter(ContainerRequestContext filtered) {
        ResteasyReactiveRequestContext call = (ResteasyReactiveRequestContext)
                ((ResteasyReactiveContainerRequestContext) filtered).getServerRequestContext();
        RoutingContext context = call.unwrap(RoutingContext.class);
        Observation.matched(context, call.getTarget());
        Ticket ticket = Ticket.of(context);
        Class<?> type = requestType(call);
        if (ticket == null) {
            return;
        }
        StreamFormat format = Negotiation.settle(ticket, type, call.getTarget().getProduces());
        if (format != null) {
            ticket.streamTo(new AnswerStream(context, ticket, format, mapper));
        }
        if (type == null) {
            KnownParameters.require(
                    call.getTarget(), null, ticket.isGet(), context.request().query());
            return;
        }
        RequestReader.Form form = form(filtered, context, ticket, type);
        if (form.format() == WireFormat.JSON) {
            String query = ticket.query() == null ? context.request().query() : ticket.query();
            KnownParameters.require(call.getTarget(), type, ticket.isGet(), query);
        }
        BodyCoding coding = ticket.body() != null
                ? BodyCoding.IDENTITY
                : BodyCoding.of(context.request().headers().getAll(HttpHeaders.CONTENT_ENCODING));
        call.setInputStream(
                InputStream.nullInputStream()); // what reads the body is here; the framework's own is to find nothing
        call.suspend();
        if (ticket.body() != null) {
            read(call, context, ticket, form, coding);
        } else {
            boolean npy = form.format() == WireFormat.NPY && coding == BodyCoding.IDENTITY;
            BodyReceiver.receive(
                    context,
                    ticket,
                    limits,
                    readingLane,
                    npy,
                    () -> requireRoom(context, type),
                    () -> read(call, context, ticket, form, coding),
                    call::resume);
        }
    }

    /** Refuses a large body that would find no place in the lane, before it is read. */
    private void requireRoom(RoutingContext context, Class<?> type) {
        if (!Delegating.class.isAssignableFrom(type)) {
            Deadline deadline = limits.deadline(context.request());
            double least = precedents.least(context.request());
            boolean possible = least * 1e9 <= deadline.left().toNanos(); // otherwise that is what its caller is told
            largeLane.requireRoom(deadline, caller(context), possible ? least : 0);
        }
    }

    private static RequestReader.Form form(
            ContainerRequestContext filtered, RoutingContext context, Ticket ticket, Class<?> type) {
        if (RequestReader.isRaw(type)) { // of which media type it is, the method has said and the framework has seen to
            return RequestReader.Form.json(type);
        }
        if (ticket.body() != null // a GET has its JSON already
                || MediaType.APPLICATION_JSON.equals(context.request().getHeader(HttpHeaders.CONTENT_TYPE))) {
            return RequestReader.Form.json(
                    type); // nearly all; parsing the type would cost more than reading a small body
        }
        WireFormat format = Negotiation.bodyFormat(filtered);
        boolean json = format == WireFormat.JSON;
        return json ? RequestReader.Form.json(type) : new RequestReader.Form(type, format, Negotiation.query(context));
    }

    /** Reads the request from its body, on the event loop if that is short work. */
    private void read(
            ResteasyReactiveRequestContext call,
            RoutingContext context,
            Ticket ticket,
            RequestReader.Form form,
            BodyCoding coding) {
        try {
            boolean large = ticket.array() != null
                    || ticket.body().length() > limits.smallBody()
                    || coding != BodyCoding.IDENTITY && !unpack(ticket, coding, limits.smallBody());
            if (!large) {
                admit(call, context, ticket, form, false);
                return;
            }
            ticket.timing().enter(Timing.Phase.QUEUE);
            readingLane.run(LogFields.carry(() -> {
                try {
                    ticket.timing().enter(Timing.Phase.READING);
                    if (coding != BodyCoding.IDENTITY && !unpack(ticket, coding, limits.body())) {
                        throw BodyTooLarge.unpacked(limits.body());
                    }
                    admit(call, context, ticket, form, true);
                } catch (RuntimeException | OutOfMemoryError refused) {
                    call.resume(refused);
                }
            }));
        } catch (RuntimeException | OutOfMemoryError refused) {
            call.resume(refused);
        }
    }

    /** @return whether the body has no more bytes than this; otherwise it is left as it is */
    private static boolean unpack(Ticket ticket, BodyCoding coding, int limit) {
        ticket.timing().enter(Timing.Phase.READING);
        ByteBuf packed = ((BufferImpl) ticket.body()).byteBuf();
        boolean inPlace = packed.hasArray();
        byte[] bytes = inPlace ? packed.array() : ticket.body().getBytes();
        int from = inPlace ? packed.arrayOffset() + packed.readerIndex() : 0;
        byte[] body = coding.unpack(bytes, from, packed.readableBytes(), limit, ticket::reserve);
        if (body != null) {
            ticket.unpacked(BufferImpl.buffer(Unpooled.wrappedBuffer(body)));
        }
        return body != null;
    }

    private void admit(
            ResteasyReactiveRequestContext call,
            RoutingContext context,
            Ticket ticket,
            RequestReader.Form form,
            boolean largeBody) {
        ticket.timing().enter(Timing.Phase.READING);
        if (!largeBody) {
            ticket.reuse(sharing.reuse(call, context, ticket, form));
            if (sharing.answer(call, context, ticket, ticket.reuse().findIfUsuallyDear())) {
                return;
            }
        }
        Object request = reader.read(ticket, form);
        ticket.read(request);
        Cost cost = request instanceof Costed costed ? costed.cost() : Cost.SMALL;
        ticket.expect(cost);
        if (sharing.answer(call, context, ticket, ticket.reuse().findIfDear(cost))) {
            return;
        }
        if (request instanceof Delegating) {
            ticket.reserve(cost.bytes());
            ticket.timing().enter(Timing.Phase.QUEUE);
            call.resume(work -> ScopedValue.where(Work.CURRENT, ticket).run(work));
        } else if (largeBody || cost.seconds() * 1e9 > limits.small().toNanos()) {
            requireAllowed(cost, ticket);
            if (largeBody) {
                precedents.add(context.request(), cost.seconds());
            }
            sharing.together(call, context, ticket, () -> compute(call, context, ticket, cost));
        } else {
            ticket.reserve(cost.bytes());
            if (form.format() == WireFormat.JSON && !RequestReader.isRaw(form.type())) {
                passReading(call, request);
            }
            ticket.timing().enter(Timing.Phase.COMPUTING);
            call.resume(work -> ScopedValue.where(Work.CURRENT, ticket).run(work));
        }
    }

    /** The framework would look for a reader of this type and media type, each time, and find {@link EntityReader}. */
    private static void passReading(ResteasyReactiveRequestContext call, Object request) {
        ServerRestHandler[] handlers = call.getHandlers();
        int next = call.getPosition();
        if (handlers[next] instanceof InputHandler) {
            next++;
        }
        if (handlers[next] instanceof RequestDeserializeHandler) {
            call.setRequestEntity(request);
            call.setPosition(next + 1);
        }
    }

    /** Gives the work a place in the lane. */
    private void compute(ResteasyReactiveRequestContext call, RoutingContext context, Ticket ticket, Cost cost) {
        ticket.timing().enter(Timing.Phase.QUEUE);
        ticket.reserve(cost.bytes());
        LargeLane.Place place = largeLane.reserve(ticket, caller(context), cost.seconds());
        watch(call, context, ticket, place);
        Executor lane = work -> place.run(
                LogFields.carry(() -> {
                    work.run();
                    sharing.leaveToOthers(call, context, ticket);
                }),
                () -> giveUp(call, ticket));
        call.resume(lane);
    }

    /** @return by which a caller is told from others: as the front door says, where the request came through one */
    private static String caller(RoutingContext context) {
        String known = context.request().getHeader(CALLER);
        SocketAddress peer = context.request().remoteAddress();
        return known != null ? known : peer == null ? "unknown" : peer.hostAddress();
    }

    private void requireAllowed(Cost cost, Ticket ticket) {
        double allowed = limits.deadline().toNanos() / 1e9;
        if (cost.seconds() > allowed) {
            throw new ProblemException(
                            ProblemType.LIMIT_EXCEEDED,
                            "The request would take about %.2g s to compute; one request may take %.2g s."
                                    .formatted(cost.seconds(), allowed))
                    .with("limit", allowed)
                    .with("needed", cost.seconds());
        }
        double left = ticket.deadline().left().toNanos() / 1e9;
        if (cost.seconds() > left) {
            throw new ProblemException(
                            ProblemType.DEADLINE_EXCEEDED,
                            "The request would take about %.2g s to compute; %.2g s are left of the time asked for."
                                    .formatted(cost.seconds(), left))
                    .with("needed", cost.seconds());
        }
    }

    /** Takes the work back if its caller leaves, and answers in its place if a call that cannot be interrupted runs over. */
    private void watch(
            ResteasyReactiveRequestContext call, RoutingContext context, Ticket ticket, LargeLane.Place place) {
        long overrun = ticket.deadline().left().toMillis() + 250;
        long timer = context.vertx().setTimer(overrun, id -> {
            if (ticket.claimAnswer()) {
                ProblemResponse.send(
                        context,
                        new ProblemException(
                                ProblemType.DEADLINE_EXCEEDED, "The computation was not finished in time."));
            }
        });
        context.addEndHandler(end -> context.vertx().cancelTimer(timer));
        ticket.whenNobodyWaits(() -> {
            if (place.withdraw()) {
                giveUp(call, ticket);
            }
        });
    }

    /** Ends a call whose work will not be done. */
    private static void giveUp(ResteasyReactiveRequestContext call, Ticket ticket) {
        call.handleException(tooLate(ticket), true);
        call.run();
    }

    /** @return why the work of a request will not be done any more */
    static RuntimeException tooLate(Ticket ticket) {
        return ticket.deadline().cancelled()
                ? new CancelledException()
                : new DeadlineExceededException("The time for the request was over before its turn came.");
    }

    /** @return the type of the method's request record, or null where it takes none */
    private static Class<?> requestType(ResteasyReactiveRequestContext call) {
        for (Class<?> type : call.getTarget().getParameterTypes()) {
            if (type.isRecord()) {
                return type;
            }
        }
        return null;
    }
}
