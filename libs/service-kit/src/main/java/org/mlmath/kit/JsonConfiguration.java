package org.mlmath.kit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.type.TypeFactory;
import io.quarkus.arc.All;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mlmath.kit.array.ArrayJsonFactory;
import org.mlmath.kit.array.ArrayModule;
import org.mlmath.kit.array.UndefinedNumbers;
import org.mlmath.kit.problem.ProblemException;
import org.mlmath.kit.problem.ProblemType;
import org.mlmath.kit.work.Limits;

/** The one way JSON is read and written: strictly in, without absent fields out. */
@Singleton
public class JsonConfiguration {
    /** Requests nest a network's layers in lists in objects; nothing sensible nests deeper. */
    private static final int MAX_NESTING = 64;

    /** Far more than the longest expression that is read. */
    private static final int MAX_TEXT = 1_000_000;

    @Produces
    @Singleton
    ObjectMapper mapper(@All List<ObjectMapperCustomizer> customizers, Limits limits) {
        ArrayJsonFactory factory = new ArrayJsonFactory();
        factory.setStreamReadConstraints(StreamReadConstraints.builder()
                .maxNestingDepth(MAX_NESTING)
                .maxStringLength(MAX_TEXT)
                .build());
        ObjectMapper mapper = JsonMapper.builder(factory)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .build();
        customizers.stream().sorted().forEach(customizer -> customizer.customize(mapper));
        return mapper.configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, true)
                .configure(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, true)
                .configure(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS, true)
                .configure(DeserializationFeature.ACCEPT_FLOAT_AS_INT, false)
                .setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL)
                .registerModule(new ArrayModule(limits.entries()))
                .registerModule(new UndefinedNumbers())
                .registerModule(new SimpleModule("mlmath-numbers")
                        .addDeserializer(Double.class, new FiniteNumber())
                        .addDeserializer(double.class, new FiniteNumber()))
                .registerModule(new SimpleModule("mlmath-maps").addSerializer(new SortedEntries()));
    }

    /** The maps of {@link Map#of} iterate in an order that differs from process to process: answers must not. */
    private static final class SortedEntries extends StdSerializer<Map<?, ?>> {
        SortedEntries() {
            super(TypeFactory.defaultInstance()
                    .constructType(Map.of("a", 1, "b", 2).getClass()));
        }

        @Override
        public void serialize(Map<?, ?> map, JsonGenerator out, SerializerProvider provider) throws IOException {
            Object[] names = map.keySet().toArray();
            if (names.length > 0 && !(names[0] instanceof String)) { // how others are spelled, Jackson knows
                provider.defaultSerializeValue(new TreeMap<>(map), out);
                return;
            }
            Arrays.sort(names);
            out.writeStartObject(map, names.length);
            for (Object name : names) {
                out.writeFieldName(name.toString());
                if (map.get(name) instanceof String text) {
                    out.writeString(text); // nearly all: conventions
                } else {
                    provider.defaultSerializeValue(map.get(name), out);
                }
            }
            out.writeEndObject();
        }
    }

    /** A double that is one: {@code 1e999} would otherwise be read as infinity. */
    private static final class FiniteNumber extends StdDeserializer<Double> {
        FiniteNumber() {
            super(Double.class);
        }

        @Override
        public boolean isCachable() {
            return true;
        }

        @Override
        public Double deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.currentToken().isNumeric()) {
                return (Double) context.handleUnexpectedToken(Double.class, parser);
            }
            double value = parser.getDoubleValue();
            if (!Double.isFinite(value)) {
                throw ProblemException.at(
                        ProblemType.INVALID_REQUEST,
                        parser.getParsingContext().pathAsPointer().toString(),
                        "is larger than the largest double, about 1.8e308");
            }
            return value;
        }
    }
}
