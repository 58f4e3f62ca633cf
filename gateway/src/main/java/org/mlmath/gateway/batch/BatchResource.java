package org.mlmath.gateway.batch;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mlmath.kit.problem.ProblemException;
import org.mlmath.kit.problem.ProblemResponse;
import org.mlmath.kit.problem.ProblemType;
import org.mlmath.kit.work.Account;
import org.mlmath.kit.work.Admission;
import org.mlmath.kit.work.Limits;
import org.mlmath.kit.work.Progress;
import org.mlmath.kit.work.Work;

@Path("/v1/batch")
@Tag(name = "About", description = "The API itself")
public class BatchResource {
    /** Answers larger than this are written piece by piece, not on an event loop. */
    private static final long LARGE = 1 << 20;

    private final FrontDoor door;
    private final BatchSettings settings;
    private final Limits limits;
    private final ObjectMapper mapper;
    private final Shares shares;

    BatchResource(FrontDoor door, BatchSettings settings, Limits limits, ObjectMapper mapper, Shares shares) {
        this.door = door;
        this.shares = shares;
        this.settings = settings;
        this.limits = limits;
        this.mapper = mapper;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "runBatch",
            summary = "Send many requests in one call",
            description =
                    "Each request is answered as it would have been by itself, with its own status and, where it fails, its own problem"
                            + " document; the others are not touched by it. A few at a time are under way, 30 s are allowed for all"
                            + " (`Prefer: wait` lowers that), and what could not be begun in time is answered with status 503, to be sent"
                            + " again. Asked for as `application/x-ndjson` the answers come as they finish, a line each, with the"
                            + " fields of an answer and `\"type\": \"point\"`; the last line is of `\"type\": \"result\"` and counts"
                            + " them. A batch costs what its requests cost together, as `Mlmath-Cost` says, and each is charged by itself: where"
                            + " nothing is left, the rest have status 429. Their ids are that of the batch, a dot and their index.",
            extensions = @Extension(name = "x-computation", value = "none"))
    @Parameter(ref = "#/components/parameters/Prefer")
    @Parameter(ref = "#/components/parameters/X-Request-Id")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = BatchRequest.class)))
    @APIResponse(
            responseCode = "200",
            description = "The answers, in the order of the requests",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = BatchResult.class)),
                @Content(mediaType = "application/x-ndjson")
            })
    public Uni<Object> run(BatchEnvelope envelope, @jakarta.ws.rs.core.Context RoutingContext call) {
        if (InternalCalls.isInternal(call)) {
            throw ProblemException.at(ProblemType.INVALID_REQUEST, "", "a batch has no batches in it");
        }
        List<Item> items = Envelope.read(envelope.json(), settings.requests());
        // Of the connection: a large batch is read elsewhere, but its caller leaves there, and is sent its answers
        // there.
        Context context = ((HttpServerRequestInternal) call.request()).context();
        Progress progress = Work.progress();
        Account account = Work.account();
        return progress.wanted()
                ? stream(call, context, items, new StreamedAnswers(progress, account, context))
                : collect(
                        call, context, items, new CollectedAnswers(items.size(), account, settings.answers()), account);
    }

    private Uni<Object> stream(RoutingContext call, Context context, List<Item> items, Answers answers) {
        Batch batch = batch(call, context, items, answers);
        return Uni.createFrom()
                .completionStage(() -> batch.run().toCompletionStage())
                .map(done -> {
                    // What is in the head was known when it was sent, before most of the work.
                    call.response().putTrailer("Mlmath-Cost", String.format(Locale.ROOT, "%.6f", batch.cost()));
                    return BatchSummary.of(items.size(), batch.succeeded(), batch.cost());
                });
    }

    private Uni<Object> collect(
            RoutingContext call, Context context, List<Item> items, CollectedAnswers answers, Account account) {
        Batch batch = batch(call, context, items, answers);
        return Uni.createFrom().completionStage(() -> batch.run()
                .compose(done -> {
                    account.charge(batch.cost());
                    return answers.bytes() < LARGE
                            ? io.vertx.core.Future.succeededFuture()
                            : call.vertx().executeBlocking(() -> null);
                })
                .toCompletionStage()
                .thenApply(done -> answers.result()));
    }

    private Batch batch(RoutingContext call, Context context, List<Item> items, Answers answers) {
        Toll toll = Toll.of(call);
        Turns turns = shares.join(toll.caller());
        Batch batch = new Batch(
                context,
                door,
                mapper,
                items,
                answers,
                Limits.deadline(call.request(), settings.time()),
                new Batch.Caller(
                        ProblemResponse.requestId(call),
                        forwarded(call.request()),
                        limits.deadline().toMillis() / 1e3,
                        toll),
                turns,
                settings.width());
        AtomicBoolean over = new AtomicBoolean();
        Runnable leave = () -> {
            batch.stop();
            if (over.compareAndSet(false, true)) {
                shares.leave(toll.caller());
            }
        };
        context.runOnContext(begun -> {
            if (call.response().closed()) { // while the batch was read: there is no other end to come
                leave.run();
            } else {
                call.addEndHandler(end -> leave.run());
            }
        });
        return batch;
    }

    /** What the services would have been told of the caller, had the requests come one by one. */
    private static MultiMap forwarded(HttpServerRequest request) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap().set(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON);
        String before = request.getHeader("X-Forwarded-For");
        String caller = request.remoteAddress() == null
                ? "unknown"
                : request.remoteAddress().hostAddress();
        headers.set("X-Forwarded-For", before == null ? caller : before + ", " + caller);
        headers.set("X-Forwarded-Proto", request.isSSL() ? "https" : "http");
        if (request.authority() != null) {
            headers.set("X-Forwarded-Host", request.authority().toString());
        }
        for (String kept : List.of(
                "X-Forwarded-Proto",
                "X-Forwarded-Host",
                "Cache-Control",
                "traceparent",
                "tracestate",
                Admission.CALLER)) {
            if (request.headers().contains(kept)) {
                headers.set(kept, request.getHeader(kept));
            }
        }
        return headers;
    }
}
