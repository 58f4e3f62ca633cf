package org.mlmath.kit.work;

import io.netty.handler.codec.http.QueryStringDecoder;
import jakarta.ws.rs.QueryParam;
import java.lang.annotation.Annotation;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;
import org.mlmath.kit.array.ArrayBody;
import org.mlmath.kit.problem.ProblemException;
import org.mlmath.kit.problem.ProblemType;
import org.mlmath.numerics.NearestName;

/**
 * Refuses parameters of a query that nobody would read, as unknown fields are refused: an option that stands beside the JSON instead of in it
 * would be left out without a word.
 */
final class KnownParameters {
    private static final String REQUEST = "request";
    /** With which scripts of pages keep browsers from answering by themselves, as jQuery does: it is new each time, and means nothing. */
    static final String CACHE_BUSTER = "_";

    private static final int LONGEST_SHOWN = 100;

    private static final Map<RuntimeResource, SortedSet<String>> DECLARED = new ConcurrentHashMap<>();

    private KnownParameters() {}

    /**
     * @param method what answers the request
     * @param type the request record, or null where there is none
     * @param get whether it came by GET
     * @param query as it was sent, or null; beside a body of arrays it has their request's other fields and is not for here
     */
    static void require(RuntimeResource method, Class<?> type, boolean get, String query) {
        if (query == null || query.isEmpty()) {
            return;
        }
        SortedSet<String> known = new TreeSet<>(DECLARED.computeIfAbsent(method, KnownParameters::declared));
        boolean hasArrays = type != null && !RequestReader.isRaw(type) && !Delegating.class.isAssignableFrom(type);
        if (hasArrays) {
            known.add(ArrayBody.ANSWER_FIELD);
        }
        if (type != null && get) {
            known.add(REQUEST);
        }
        for (String name : new QueryStringDecoder(query, false).parameters().keySet()) {
            boolean passedOver = name.isEmpty() || get && name.equals(CACHE_BUSTER);
            if (!passedOver && !known.contains(name)) {
                throw refusal(name, known, type, get);
            }
        }
    }

    private static SortedSet<String> declared(RuntimeResource method) {
        SortedSet<String> names = new TreeSet<>();
        for (Annotation[] annotations : method.getLazyMethod().getMethod().getParameterAnnotations()) {
            Stream.of(annotations)
                    .filter(QueryParam.class::isInstance)
                    .forEach(parameter -> names.add(((QueryParam) parameter).value()));
        }
        return names;
    }

    private static ProblemException refusal(String name, SortedSet<String> known, Class<?> type, boolean get) {
        String shown = name.length() > LONGEST_SHOWN ? name.substring(0, LONGEST_SHOWN) + "…" : name;
        String detail = "unknown query parameter \"%s\".".formatted(shown) + NearestName.question(name, known);
        if (type != null && !get && name.equals(REQUEST)) {
            detail += " It is read with GET; this request has a body.";
        } else if (type != null
                && Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getName)
                        .anyMatch(name::equals)) {
            detail += get
                    ? " It is a field of the request: put it into the JSON of ?request=."
                    : " It is a field of the request: put it into the JSON of the body.";
        }
        detail += known.isEmpty() ? " None is read here." : " Known here: " + String.join(", ", known);
        ProblemException problem = ProblemException.at(ProblemType.INVALID_REQUEST, "", detail);
        return NearestName.of(name, known)
                .map(nearest -> problem.with("suggestion", nearest))
                .orElse(problem);
    }
}
