package org.mlmath.kit.array;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mlmath.kit.array.FieldParser.Written;
import org.mlmath.kit.problem.ProblemException;
import org.mlmath.kit.problem.ProblemType;
import org.mlmath.numerics.linear.Matrix;

/**
 * A request whose arrays come as npz, npy or CSV and whose other fields come in the query string. Put together, the two are what
 * the JSON would have been, and are read by the same readers.
 *
 * <p>A name with dots leads into objects, a number among them into a list: {@code model.components}, {@code layers.0.weights}.
 * {@code ?request=} takes any part of the request as JSON, into which the rest is put.
 */
public final class ArrayBody {
    /** The name of a query parameter that is about the answer, not a field of any request. */
    public static final String ANSWER_FIELD = "field";

    private static final String REQUEST = "request";

    private static final Set<Class<?>> ARRAYS =
            Set.of(Matrix.class, VectorOrMatrix.class, Observations.class, ObservationTable.class);

    private final Class<?> type;
    private final ObjectMapper mapper;
    private final Map<String, Object> request = new LinkedHashMap<>();

    private ArrayBody(Class<?> type, ObjectMapper mapper) {
        this.type = type;
        this.mapper = mapper;
    }

    /**
     * @param format of the body: not JSON
     * @param body in which the request takes the bytes from {@code from} to {@code to}
     * @param type the request record, which says what its first array field is
     * @param query name and value of each query parameter, decoded
     * @return a parser over the request, for the mapper to read
     */
    public static JsonParser open(
            WireFormat format,
            byte[] body,
            int from,
            int to,
            Class<?> type,
            List<Map.Entry<String, String>> query,
            ObjectMapper mapper,
            ArrayBudget budget) {
        ArrayBody assembled = new ArrayBody(type, mapper);
        assembled.takeQuery(query);
        if (format == WireFormat.NPZ) {
            NpzReader.read(body, from, to, budget).entrySet().stream()
                    .sorted(Map.Entry.comparingByKey(ArrayBody::compareNames))
                    .forEach(array -> assembled.put(array.getKey(), array.getValue()));
        } else if (format == WireFormat.CSV && assembled.columnsAreFields(body, from, to, budget)) {
            CsvReader.read(body, from, to, "", budget, true).columns().forEach(assembled::put);
        } else {
            RecordComponent field = assembled.firstArrayField(format);
            String name = nameOf(field);
            assembled.put(
                    name,
                    format == WireFormat.NPY
                            ? NpyReader.read(body, from, to, pointer(name), budget)
                            : dataSet(field, body, from, to, budget));
        }
        return new FieldParser(assembled.request);
    }

    /**
     * @param array what the body held, an npy array
     * @param type the request record, whose first array field this is
     * @param query name and value of each query parameter, decoded
     * @return a parser over the request, for the mapper to read
     */
    public static JsonParser open(
            NpyArrival array,
            Class<?> type,
            List<Map.Entry<String, String>> query,
            ObjectMapper mapper,
            ArrayBudget budget) {
        ArrayBody assembled = new ArrayBody(type, mapper);
        assembled.takeQuery(query);
        assembled.put(nameOf(assembled.firstArrayField(WireFormat.NPY)), array.array(budget));
        return new FieldParser(assembled.request);
    }

    /** @return where a field of this name stands in the request */
    static String pointer(String name) {
        return "/" + name.replace("~", "~0").replace("/", "~1").replace('.', '/');
    }

    /** Whether each of several columns is named as an array field of the request: samples {@code a} and {@code b}, say. */
    private boolean columnsAreFields(byte[] body, int from, int to, ArrayBudget budget) {
        RecordComponent first = firstArrayField(WireFormat.CSV);
        ReadsArray reader = first.getType().getAnnotation(ReadsArray.class);
        if (reader != null && reader.columnsByName()) {
            return false;
        }
        Set<String> fields = new HashSet<>();
        for (RecordComponent component : type.getRecordComponents()) {
            if (isArray(component.getGenericType())) {
                fields.add(nameOf(component));
            }
        }
        List<String> names = CsvReader.names(body, from, to, pointer(nameOf(first)), budget);
        return names.size() > 1 && fields.containsAll(names);
    }

    /** Whether a field is a list of samples, each of which may lack observations: a column of a data set is one. */
    private static boolean isListOfSamples(Type type) {
        return type instanceof ParameterizedType list
                && list.getRawType() == List.class
                && list.getActualTypeArguments()[0] instanceof Class<?> item
                && (item == Observations.class || item.isAnnotationPresent(ReadsArray.class));
    }

    private static Object dataSet(RecordComponent field, byte[] body, int from, int to, ArrayBudget budget) {
        ReadsArray reader = field.getType().getAnnotation(ReadsArray.class);
        boolean named = reader != null && reader.columnsByName() || isListOfSamples(field.getGenericType());
        CsvReader.Table table = CsvReader.read(body, from, to, pointer(nameOf(field)), budget, named);
        if (named) {
            return isListOfSamples(field.getGenericType()) ? table.samples() : table.columns();
        }
        boolean oneColumn = table.names().size() == 1 && field.getType() != Matrix.class;
        return oneColumn ? table.vector() : table.matrix();
    }

    private RecordComponent firstArrayField(WireFormat format) {
        for (RecordComponent component : type.getRecordComponents()) {
            if (isArray(component.getGenericType())) {
                return component;
            }
        }
        throw new ProblemException(
                ProblemType.UNSUPPORTED_MEDIA_TYPE,
                "A request to this operation has no array field for %s to stand for; send %s or %s."
                        .formatted(format.mediaType(), WireFormat.JSON.mediaType(), WireFormat.NPZ.mediaType()));
    }

    private static boolean isArray(Type type) {
        return switch (type) {
            case ParameterizedType list
            when list.getRawType() == List.class -> {
                Type item = list.getActualTypeArguments()[0];
                yield isArray(item) || (item instanceof Class<?> c && Number.class.isAssignableFrom(c));
            }
            case Class<?> array
            when array.isArray() -> array.getComponentType().isPrimitive() || isArray(array.getComponentType());
            case Class<?> other -> ARRAYS.contains(other) || other.isAnnotationPresent(ReadsArray.class);
            default -> false;
        };
    }

    private static String nameOf(RecordComponent component) {
        JsonProperty renamed = component.getAccessor().getAnnotation(JsonProperty.class);
        return renamed == null || renamed.value().isEmpty() ? component.getName() : renamed.value();
    }

    private void takeQuery(List<Map.Entry<String, String>> query) {
        for (Map.Entry<String, String> parameter : query) {
            if (parameter.getKey().equals(REQUEST)) {
                if (!request.isEmpty()) {
                    throw refuse("", "?request= is there twice");
                }
                if (!(json(parameter) instanceof Map<?, ?> fields)) {
                    throw refuse("", "?request= is not a JSON object");
                }
                fields.forEach((name, value) -> request.put((String) name, value));
            }
        }
        for (Map.Entry<String, String> parameter : query) {
            if (!parameter.getKey().equals(REQUEST) && !parameter.getKey().equals(ANSWER_FIELD)) {
                put(parameter.getKey(), value(parameter));
            }
        }
    }

    /** A value of the query string: JSON where it is JSON, or else plain text. */
    private Object value(Map.Entry<String, String> parameter) {
        String text = parameter.getValue();
        if (text.startsWith("{") || text.startsWith("[") || text.startsWith("\"")) {
            return json(parameter);
        }
        if (text.isEmpty() || "-0123456789tfn".indexOf(text.charAt(0)) < 0) {
            return text;
        }
        try {
            return new Written(text, mapper.readValue(text, Object.class));
        } catch (IOException notJson) {
            return text;
        }
    }

    private Object json(Map.Entry<String, String> parameter) {
        try {
            return mapper.readValue(parameter.getValue(), Object.class);
        } catch (IOException e) {
            throw new ProblemException(
                    ProblemType.MALFORMED_JSON,
                    "The query parameter \"%s\" is not JSON: %s"
                            .formatted(
                                    parameter.getKey(),
                                    e.getMessage().lines().findFirst().orElse("")));
        }
    }

    /** Puts a value where its dotted name leads. */
    private void put(String name, Object value) {
        String[] steps = name.split("\\.", -1);
        Object parent = request;
        for (int i = 0; i < steps.length - 1; i++) {
            Object child = parent instanceof List<?> list ? item(list, steps[i]) : ((Map<?, ?>) parent).get(steps[i]);
            if (child == null) {
                child = steps[i + 1].equals("0") ? new ArrayList<>() : new LinkedHashMap<String, Object>();
                insert(parent, steps[i], child, name);
            }
            if (!(child instanceof Map) && !(child instanceof List)) {
                throw refuse(pointer(name), "leads into something that is neither an object nor a list");
            }
            parent = child;
        }
        insert(parent, steps[steps.length - 1], value, name);
    }

    private static Object item(List<?> list, String index) {
        int i = index(index);
        return i >= 0 && i < list.size() ? list.get(i) : null;
    }

    @SuppressWarnings("unchecked") // all containers were made here or by Jackson
    private static void insert(Object parent, String step, Object value, String name) {
        boolean done;
        if (parent instanceof List<?> list) {
            done = index(step) == list.size();
            if (done) {
                ((List<Object>) list).add(value);
            }
        } else {
            done = ((Map<String, Object>) parent).putIfAbsent(step, value) == null;
        }
        if (!done) {
            throw refuse(pointer(name), parent instanceof List ? "is not the next item of its list" : "is given twice");
        }
    }

    private static int index(String step) {
        return step.matches("0|[1-9]\\d{0,5}") ? Integer.parseInt(step) : -1;
    }

    /** Items of a list in their order, whatever the order in the archive. */
    private static int compareNames(String a, String b) {
        String[] left = a.split("\\.", -1);
        String[] right = b.split("\\.", -1);
        for (int i = 0; i < Math.min(left.length, right.length); i++) {
            boolean numbers = index(left[i]) >= 0 && index(right[i]) >= 0;
            int order = numbers ? index(left[i]) - index(right[i]) : left[i].compareTo(right[i]);
            if (order != 0) {
                return order;
            }
        }
        return left.length - right.length;
    }

    private static ProblemException refuse(String pointer, String detail) {
        return ProblemException.at(ProblemType.INVALID_REQUEST, pointer, detail);
    }
}
