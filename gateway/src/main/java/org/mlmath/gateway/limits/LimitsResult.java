package org.mlmath.gateway.limits;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.gateway.batch.BatchSettings;
import org.mlmath.gateway.rate.RateSettings;
import org.mlmath.kit.reuse.CacheSettings;
import org.mlmath.kit.work.Limits;
import org.mlmath.numerics.linear.KernelCost;

@Schema(description = "What one request may take, and one caller")
public record LimitsResult(
        @Schema(description = "Bytes of a body", examples = "67108864")
        int bodyBytes,

        @Schema(
                description = "Numbers in one array of a request; sent as npz or CSV, in all of its arrays together",
                examples = "8000000")
        int arrayEntries,

        @Schema(description = "Bytes of the JSON in `?request=`", examples = "4096")
        int queryBytes,

        @Schema(description = "Bytes of a URI, its query included", examples = "16384")
        int uriBytes,

        @Schema(description = "Bytes of all request headers together", examples = "16384")
        int headerBytes,

        @Schema(
                description = "Seconds for an answer, from the arrival of the request, waiting included",
                examples = "10")
        double deadlineSeconds,

        @Schema(description = "Seconds in which a body must have arrived", examples = "30")
        double arrivalSeconds,

        @Schema(description = "Large computations that may wait for their turn", examples = "64")
        int queuedComputations,

        @Schema(
                description =
                        "Bytes that one request may hold at a time, and all requests together: body, arrays, workspace, answer",
                examples = "2147483648")
        long memoryBytes,

        @Schema(
                description = "Bytes of a body up to which an answer may be one that was kept, and is kept for others",
                examples = "65536")
        int cachedBodyBytes,

        @Schema(description = "Seconds for which an answer is kept at most", examples = "3600")
        double cachedSeconds,

        @Schema(description = "Characters of an expression", examples = "10000")
        int expressionCharacters,

        @Schema(description = "Levels of nesting of an expression", examples = "256")
        int expressionDepth,

        @Schema(
                description =
                        "About the largest n for which an operation on an n×n matrix, sent as npy, fits the deadline, the memory and the"
                                + " entries of an array, by kernel (`/q/health/ready` on the management port says which one computes) and operation")
        Map<String, Map<String, Integer>> largestMatrix,

        @Schema(
                description = "Whether requests to `/v1` carry an API key, as `Authorization: Bearer` or `X-API-Key`",
                examples = "none")
        KeyUse apiKeys,

        @Schema(
                description =
                        "How much each caller may compute, told apart by API key or by address; absent where nobody is limited. A key"
                                + " may have an allowance of its own: the header `RateLimit-Policy` says what holds for a request",
                nullable = true)
        Allowance allowance,

        @Schema(
                description =
                        "Requests that one caller may have under way at a time, told apart in the same way; absent where any number may be",
                examples = "256",
                nullable = true)
        Integer concurrentRequests,

        @Schema(description = "What one batch may take") BatchLimits batch) {

    @Schema(description = "What `POST /v1/batch` may take")
    public record BatchLimits(
            @Schema(description = "Requests in one batch", examples = "1000")
            int requests,

            @Schema(description = "Seconds for all of them together; each has its own besides", examples = "30")
            double seconds,

            @Schema(
                    description = "Bytes of all answers together, where they are not asked for line by line",
                    examples = "67108864")
            long answerBytes,

            @Schema(description = "Requests under way at a time, of all batches of one caller together", examples = "4")
            int concurrentRequests) {}

    @Schema(description = "`none` are known here, they are `optional`, or `required`")
    public enum KeyUse {
        @JsonProperty("none")
        NONE,
        @JsonProperty("optional")
        OPTIONAL,
        @JsonProperty("required")
        REQUIRED
    }

    @Schema(description = "The time of a core that a caller may use")
    public record Allowance(
            @Schema(description = "Seconds of a core in each window", examples = "60")
            double coreSeconds,

            @Schema(description = "Seconds in which what is used comes back, evenly", examples = "60")
            double windowSeconds,

            @Schema(
                    description =
                            "Seconds of a core that a request is charged for at least: the unit of the `RateLimit` headers",
                    examples = "0.001")
            double leastCostSeconds) {}

    static LimitsResult of(
            Limits limits,
            CacheSettings cache,
            KeyUse apiKeys,
            Allowance allowance,
            RateSettings rate,
            BatchSettings batch) {
        return new LimitsResult(
                limits.body(),
                limits.entries(),
                limits.query(),
                limits.uri(),
                limits.headers(),
                limits.deadline().toMillis() / 1e3,
                limits.arrival().toMillis() / 1e3,
                limits.queue(),
                limits.memoryBytes(),
                cache.body(),
                cache.lifetime().toMillis() / 1e3,
                org.mlmath.expression.parse.Limits.LENGTH,
                org.mlmath.expression.parse.Limits.DEPTH,
                Map.of(
                        "openblas", largest(KernelCost.openBlas(), limits),
                        "hipparchus", largest(KernelCost.hipparchus(), limits)),
                apiKeys,
                allowance,
                rate.concurrency() == 0 ? null : rate.concurrency(),
                new BatchLimits(batch.requests(), batch.time().toMillis() / 1e3, batch.answers(), batch.width()));
    }

    /** The share of the deadline that is left once a body has come and been read. */
    private static final double COMPUTING = 0.9;

    /** Bytes of a body of arrays that are not numbers, at most. */
    private static final int HEADER = 1024;

    private static Map<String, Integer> largest(KernelCost cost, Limits limits) {
        double seconds = COMPUTING * limits.deadline().toMillis() / 1e3;
        Map<String, Integer> orders = new TreeMap<>();
        for (KernelCost.Operation operation : KernelCost.Operation.values()) {
            int arrays = operation == KernelCost.Operation.MULTIPLY ? 2 : 1;
            double numbers = Math.min(limits.entries(), (limits.body() - HEADER) / Double.BYTES);
            int most = (int) Math.sqrt(numbers / arrays);
            int fitting = Math.min(most, KernelCost.largestOrder(operation, limits.memoryBytes()));
            String name = operation.name().toLowerCase(Locale.ROOT).replace('_', '-');
            orders.put(name, cost.largestOrder(operation, seconds, fitting));
        }
        return orders;
    }
}
