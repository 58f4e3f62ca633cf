package org.mlmath.kit.work;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.mlmath.kit.observe.Buckets;

/** How full a lane is, how long work waits in it, and how much found no place. */
final class LaneMeters {
    private final Timer wait;
    private final Counter shed;

    LaneMeters(String lane, ThreadPoolExecutor threads, MeterRegistry metrics) {
        Gauge.builder("mlmath.lane.queued", threads, pool -> pool.getQueue().size())
                .description("Requests that wait for the lane")
                .tag("lane", lane)
                .register(metrics);
        Gauge.builder("mlmath.lane.running", threads, ThreadPoolExecutor::getActiveCount)
                .description("Requests that the lane is working on")
                .tag("lane", lane)
                .register(metrics);
        Gauge.builder("mlmath.lane.width", threads, ThreadPoolExecutor::getCorePoolSize)
                .description("Requests that the lane can work on at a time")
                .tag("lane", lane)
                .register(metrics);
        wait = Timer.builder("mlmath.lane.wait")
                .description("From the place in the lane to the beginning of the work")
                .tag("lane", lane)
                .serviceLevelObjectives(Buckets.LATENCY)
                .register(metrics);
        shed = shed("lane-" + lane, metrics);
    }

    /** @return the count of requests refused because this was full */
    static Counter shed(String full, MeterRegistry metrics) {
        return Counter.builder("mlmath.shed")
                .description("Requests refused because something was full")
                .tag("full", full)
                .register(metrics);
    }

    void waited(long nanos) {
        wait.record(nanos, TimeUnit.NANOSECONDS);
    }

    void refused() {
        shed.increment();
    }
}
