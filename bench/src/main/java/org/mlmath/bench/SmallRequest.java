package org.mlmath.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.mlmath.calculus.derivative.DerivativeRequest;
import org.mlmath.calculus.derivative.DerivativeResource;
import org.mlmath.kit.array.ArrayJsonFactory;
import org.mlmath.kit.array.ArrayModule;
import org.mlmath.linalg.decomposition.SvdRequest;
import org.mlmath.linalg.decomposition.SvdResource;
import org.mlmath.stats.mean.StudentTTestResource;
import org.mlmath.stats.mean.StudentTTwoSampleRequest;

/** Requests of the kind that most are: as they are sent, and what the resource does with each. */
public enum SmallRequest {
    SVD(
            "SVD 3 × 3",
            "/v1/linalg/decompositions/svd",
            "{\"matrix\": [[4.5, 1.25, -2], [0.5, 3, 1], [2, -1.75, 6]]}",
            SvdRequest.class,
            request -> new SvdResource().decompose(request)),
    T_TEST(
            "t test of two samples",
            "/v1/stats/tests/t-two-sample",
            "{\"a\": [30.02, 29.99, 30.11, 29.97, 30.01, 29.99], \"b\": [29.89, 29.93, 29.72, 29.98, 30.02, 29.98]}",
            StudentTTwoSampleRequest.class,
            request -> new StudentTTestResource().twoSample(request)),
    DERIVATIVE(
            "derivative",
            "/v1/calculus/derivative",
            "{\"expression\": \"x^2*sin(x)\", \"variable\": \"x\"}",
            DerivativeRequest.class,
            request -> new DerivativeResource().differentiate(request));

    private final String title;
    private final String path;
    private final String body;
    private final Function<ObjectMapper, Supplier<Object>> computation;

    <T> SmallRequest(String title, String path, String body, Class<T> type, Function<T, Object> resource) {
        this.title = title;
        this.path = path;
        this.body = body;
        this.computation = json -> {
            T request = read(json, body, type);
            return () -> resource.apply(request);
        };
    }

    private static <T> T read(ObjectMapper json, String body, Class<T> type) {
        try {
            return json.readValue(body, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    String title() {
        return title;
    }

    String path() {
        return path;
    }

    String body() {
        return body;
    }

    /** @return what the resource does once the request has been read */
    Supplier<Object> computation() {
        return computation.apply(JsonMapper.builder(new ArrayJsonFactory())
                .addModule(new ArrayModule(1_000_000))
                .build());
    }
}
