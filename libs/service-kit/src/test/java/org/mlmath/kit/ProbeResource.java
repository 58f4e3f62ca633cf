package org.mlmath.kit;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.mlmath.kit.array.ExactEntries;
import org.mlmath.kit.array.Observations;
import org.mlmath.kit.array.VectorOrMatrix;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.kit.work.Work;
import org.mlmath.numerics.LimitExceededException;
import org.mlmath.numerics.Pace;
import org.mlmath.numerics.SingularMatrixException;
import org.mlmath.numerics.linear.ComplexVector;
import org.mlmath.numerics.linear.Matrix;

/** Operations that do nothing but show what surrounds every operation. */
@Path("/v1/probe")
public class ProbeResource {
    private static final Logger LOG = Logger.getLogger(ProbeResource.class);
    static final AtomicInteger STARTED = new AtomicInteger();
    static final AtomicInteger COMPUTATIONS = new AtomicInteger();
    static volatile CountDownLatch gate = new CountDownLatch(0);

    public enum Mode {
        @JsonProperty("thin-walled")
        THIN,
        @JsonProperty("full")
        FULL
    }

    public record EchoRequest(
            @NotNull @ExactEntries Matrix matrix,
            double[] vector,
            VectorOrMatrix rhs,
            Observations data,
            Mode mode,
            @Min(0) Double scale,
            Integer count,
            Boolean explain)
            implements Costed {
        @Override
        public Cost cost() {
            return Cost.SMALL;
        }
    }

    public record EchoResult(
            Matrix matrix,
            double[] vector,
            VectorOrMatrix rhs,
            double[] data,
            Mode mode,
            Double scale,
            ComplexVector complex,
            String thread) {}

    @POST
    @Path("echo")
    public EchoResult echo(EchoRequest request) {
        return new EchoResult(
                request.matrix(),
                request.vector(),
                request.rhs(),
                request.data() == null ? null : request.data().values(),
                request.mode(),
                request.scale(),
                new ComplexVector(new double[] {1, 2}, new double[] {0, -1}),
                Thread.currentThread().getName());
    }

    public record SlowRequest(double seconds, Boolean gated, Boolean loop, Long bytes, Boolean log, Double halfSeconds)
            implements Costed {
        @Override
        public Cost cost() {
            return new Cost(seconds, bytes == null ? 0 : bytes);
        }
    }

    public record SlowResult(String thread, double remainingSeconds) {}

    /** Waits at the gate, or loops until its deadline, or does the first of work that takes so many half seconds. */
    @POST
    @Path("slow")
    public SlowResult slow(SlowRequest request) throws InterruptedException {
        STARTED.incrementAndGet();
        if (Boolean.TRUE.equals(request.log())) {
            LOG.info("at work");
        }
        if (Boolean.TRUE.equals(request.gated())) {
            gate.await(20, TimeUnit.SECONDS);
        }
        while (Boolean.TRUE.equals(request.loop())) {
            Work.deadline().check();
            Thread.sleep(1);
        }
        if (request.halfSeconds() != null) {
            Pace pace = new Pace(request.halfSeconds(), Work.deadline());
            Thread.sleep(500);
            pace.check(1);
        }
        return new SlowResult(
                Thread.currentThread().getName(), Work.deadline().remaining().toNanos() / 1e9);
    }

    /** Says how often it was computed. With a seed of ours, at length, or not at all, as it is asked to. */
    public record CountRequest(
            String text,
            Double seconds,
            Boolean gated,
            Boolean loop,
            Boolean fails,
            Boolean paced,
            Boolean hurried,
            Boolean fixed,
            Long seed,
            Integer length)
            implements Costed {
        @Override
        public Cost cost() {
            return new Cost(seconds == null ? 0 : seconds, 0);
        }
    }

    public record CountResult(String text, int computation, Long seed, String filling) {}

    @POST
    @Path("count")
    public CountResult count(CountRequest request) throws InterruptedException {
        int computation = COMPUTATIONS.incrementAndGet();
        if (Boolean.TRUE.equals(request.gated())) {
            gate.await(20, TimeUnit.SECONDS);
        }
        while (Boolean.TRUE.equals(request.loop()) && gate.getCount() > 0) {
            Work.deadline().check();
            Thread.sleep(1);
        }
        if (Boolean.TRUE.equals(request.hurried())) {
            long patience = Work.deadline().remaining().toNanos() / 5;
            TimeUnit.NANOSECONDS.sleep(patience);
        }
        if (Boolean.TRUE.equals(request.paced())) {
            Duration left = Work.deadline().remaining();
            throw new LimitExceededException("would take longer than the %s that are left.".formatted(left));
        }
        if (Boolean.TRUE.equals(request.fails())) {
            throw new SingularMatrixException("has no inverse.").at("/text").with("computation", computation);
        }
        return new CountResult(
                request.text(),
                Boolean.TRUE.equals(request.fixed()) ? 0 : computation,
                request.seed() == null ? null : Work.seed(request.seed() < 0 ? null : request.seed()),
                request.length() == null ? null : "0123456789".repeat(request.length() / 10));
    }

    public record TellRequest(double seconds) implements Costed {
        @Override
        public Cost cost() {
            return new Cost(seconds, 0);
        }
    }

    /** Tells of a step, and waits at the gate. */
    @POST
    @Path("tell")
    public SlowResult tell(TellRequest request) throws InterruptedException {
        Work.progress().point(Map.of("step", 1));
        gate.await(20, TimeUnit.SECONDS);
        return new SlowResult("", 0);
    }

    public record FailRequest(String how) {}

    @POST
    @Path("fail")
    public EchoResult fail(FailRequest request) {
        switch (request.how()) {
            case "mathematics" ->
                throw new SingularMatrixException("matrix is 2×2 with rank 1.")
                        .at("/matrix")
                        .with("rank", 1);
            case "memory" -> throw new OutOfMemoryError("as if");
            case "stack" -> throw new StackOverflowError();
            default -> throw new IllegalStateException("the secret");
        }
    }

    public record SeedRequest(Long seed) {}

    public record SeedResult(long seed, Map<String, String> conventions) {}

    @POST
    @Path("seed")
    public SeedResult seed(SeedRequest request) {
        return new SeedResult(Work.seed(request.seed()), Map.of("c", "1", "a", "2", "b", "3"));
    }

    @GET
    @Path("list")
    public SeedResult list() {
        return new SeedResult(7, Map.of());
    }
}
