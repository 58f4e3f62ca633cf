package org.mlmath.linalg.transformation;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mlmath.expression.evaluate.Evaluation;
import org.mlmath.kit.problem.ProblemException;
import org.mlmath.kit.problem.ProblemType;
import org.mlmath.numerics.MathException;

/**
 * One step {@code {"rotate": …}}, {@code {"scale": …}}, {@code {"shear": …}}, {@code {"reflect": …}} or {@code {"translate": …}}. Its
 * schema is in {@code META-INF/microprofile-config.properties}.
 *
 * @param name as on the wire
 */
@JsonDeserialize(using = NamedTransformation.Reader.class)
public record NamedTransformation(String name, ElementaryMap map) {
    static final class Reader extends StdDeserializer<NamedTransformation> {
        private static final Set<String> NAMES = Set.of("rotate", "scale", "shear", "reflect", "translate");
        private static final int MOST_COORDINATES = 100;

        Reader() {
            super(NamedTransformation.class);
        }

        @Override
        public NamedTransformation deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            var where = parser.getParsingContext();
            boolean opened = parser.currentToken().isStructStart();
            String pointer =
                    (opened ? where.getParent() : where).pathAsPointer().toString();
            JsonNode step = context.readTree(parser);
            if (!step.isObject() || step.size() != 1) {
                throw refused(
                        pointer,
                        "expected one of {\"rotate\": …}, {\"scale\": …}, {\"shear\": …}, {\"reflect\": …}, {\"translate\": …}");
            }
            String name = step.fieldNames().next();
            String inside = pointer + "/" + name;
            if (!NAMES.contains(name)) {
                throw refused(inside, "is not a transformation; there are rotate, scale, shear, reflect and translate");
            }
            return new NamedTransformation(name, map(name, step.get(name), inside));
        }

        private static ElementaryMap map(String name, JsonNode value, String pointer) {
            return switch (name) {
                case "rotate" -> rotation(value, pointer);
                case "scale" ->
                    new ElementaryMap.Scaling(
                            isNumber(value) ? new double[] {number(value, pointer)} : coordinates(value, pointer, 1));
                case "shear" -> shear(value, pointer);
                case "reflect" -> reflection(value, pointer);
                default -> new ElementaryMap.Translation(coordinates(value, pointer, 0));
            };
        }

        private static ElementaryMap rotation(JsonNode value, String pointer) {
            if (isNumber(value)) {
                return new ElementaryMap.Rotation(Turn.ofRadians(number(value, pointer)), null);
            }
            fields(
                    value,
                    pointer,
                    Set.of("angle", "unit", "axis"),
                    "an angle in radians, or {\"angle\": …, \"unit\"?: \"degrees\", \"axis\"?: [0, 0, 1]}");
            if (!value.has("angle")) {
                throw refused(pointer + "/angle", "is required");
            }
            double angle = number(value.get("angle"), pointer + "/angle");
            String unit = value.path("unit").asText("radians");
            if (!Set.of("radians", "degrees").contains(unit)) {
                throw refused(pointer + "/unit", "is neither \"radians\" nor \"degrees\"");
            }
            Turn turn = unit.equals("degrees") ? Turn.ofDegrees(angle) : Turn.ofRadians(angle);
            double[] axis = value.has("axis") ? direction(value.get("axis"), pointer + "/axis", 3) : null;
            if (axis != null && axis.length != 3) {
                throw refused(pointer + "/axis", "has %d entries; an axis has 3".formatted(axis.length));
            }
            return new ElementaryMap.Rotation(turn, axis);
        }

        private static ElementaryMap shear(JsonNode value, String pointer) {
            Map<String, Double> multiples = new LinkedHashMap<>();
            if (isNumber(value)) {
                multiples.put("xy", number(value, pointer));
                return new ElementaryMap.Shear(multiples, 2);
            }
            if (value.isArray()) {
                double[] both = coordinates(value, pointer);
                if (both.length != 2) {
                    throw refused(
                            pointer,
                            "has %d entries; in more than two dimensions name the places, {\"xz\": 1}"
                                    .formatted(both.length));
                }
                multiples.put("xy", both[0]);
                multiples.put("yx", both[1]);
                return new ElementaryMap.Shear(multiples, 2);
            }
            Set<String> plane = Set.of("x", "y");
            Set<String> places = Set.of("xy", "xz", "yx", "yz", "zx", "zy", "x", "y");
            fields(value, pointer, places, "a number, {\"x\": …, \"y\": …} or {\"xy\": …, \"xz\": …, …}");
            Integer dimension = null;
            for (Map.Entry<String, JsonNode> entry : value.properties()) {
                String place = entry.getKey();
                boolean inPlane = plane.contains(place);
                double factor = number(entry.getValue(), pointer + "/" + place);
                multiples.put(!inPlane ? place : place.equals("x") ? "xy" : "yx", factor);
                dimension = place.contains("z")
                        ? Integer.valueOf(3)
                        : inPlane && dimension == null ? Integer.valueOf(2) : dimension;
            }
            return new ElementaryMap.Shear(multiples, dimension);
        }

        private static ElementaryMap reflection(JsonNode value, String pointer) {
            if (value.isTextual()) {
                return switch (value.asText()) {
                    case "x" -> new ElementaryMap.Reflection(new double[] {1, 0}, false);
                    case "y" -> new ElementaryMap.Reflection(new double[] {0, 1}, false);
                    case "y=x" -> new ElementaryMap.Reflection(new double[] {1, 1}, false);
                    case "y=-x" -> new ElementaryMap.Reflection(new double[] {1, -1}, false);
                    case "xy" -> new ElementaryMap.Reflection(new double[] {0, 0, 1}, true);
                    case "xz" -> new ElementaryMap.Reflection(new double[] {0, 1, 0}, true);
                    case "yz" -> new ElementaryMap.Reflection(new double[] {1, 0, 0}, true);
                    case "origin" -> new ElementaryMap.PointReflection();
                    default ->
                        throw refused(
                                pointer,
                                "is not a mirror by name; there are x, y, y=x, y=-x (lines), xy, xz, yz (planes) and origin");
                };
            }
            fields(
                    value,
                    pointer,
                    Set.of("line", "axis", "normal"),
                    "a name such as \"x\", {\"line\": [1, 2]}, {\"axis\": \"x\"} or {\"normal\": [0, 0, 1]}");
            if (value.size() != 1) {
                throw refused(pointer, "expected one of line, axis and normal");
            }
            String kind = value.fieldNames().next();
            JsonNode inside = value.get(kind);
            String at = pointer + "/" + kind;
            if (kind.equals("line") && isNumber(inside)) {
                Turn slope = Turn.ofRadians(number(inside, at));
                return new ElementaryMap.Reflection(new double[] {slope.cosine(), slope.sine()}, false);
            }
            return new ElementaryMap.Reflection(direction(inside, at, 2), kind.equals("normal"));
        }

        /** @param dimension of an axis given by its letter, at least; z needs 3 */
        private static double[] direction(JsonNode value, String pointer, int dimension) {
            double[] direction;
            if (value.isTextual() && Set.of("x", "y", "z").contains(value.asText())) {
                int index = value.asText().charAt(0) - 'x';
                direction = new double[Math.max(dimension, index + 1)];
                direction[index] = 1;
            } else {
                direction = coordinates(value, pointer);
            }
            for (double entry : direction) {
                if (entry != 0) {
                    return direction;
                }
            }
            throw refused(pointer, "all entries are 0, which is no direction");
        }

        /** @param missing what a coordinate is that is not named */
        private static double[] coordinates(JsonNode value, String pointer, double missing) {
            if (!value.isObject()) {
                return coordinates(value, pointer);
            }
            fields(value, pointer, Set.of("x", "y", "z"), "a vector, or {\"x\": …, \"y\": …}");
            double[] numbers = new double[value.has("z") ? 3 : 2];
            for (int i = 0; i < numbers.length; i++) {
                String name = String.valueOf((char) ('x' + i));
                numbers[i] = value.has(name) ? number(value.get(name), pointer + "/" + name) : missing;
            }
            return numbers;
        }

        private static double[] coordinates(JsonNode value, String pointer) {
            if (!value.isArray() || value.isEmpty() || value.size() > MOST_COORDINATES) {
                throw refused(pointer, "expected a vector of 1 to %d numbers".formatted(MOST_COORDINATES));
            }
            List<Double> numbers = new ArrayList<>();
            for (JsonNode entry : value) {
                numbers.add(number(entry, pointer + "/" + numbers.size()));
            }
            return numbers.stream().mapToDouble(Double::doubleValue).toArray();
        }

        private static boolean isNumber(JsonNode value) {
            return value.isNumber() || value.isTextual();
        }

        private static double number(JsonNode value, String pointer) {
            if (value.isTextual()) {
                try {
                    return Evaluation.constant(value.asText());
                } catch (MathException e) {
                    throw e.at(pointer);
                }
            }
            if (!value.isNumber() || !Double.isFinite(value.asDouble())) {
                throw refused(pointer, "expected a finite number or a constant expression such as \"pi/4\"");
            }
            return value.asDouble();
        }

        private static void fields(JsonNode value, String pointer, Set<String> known, String expected) {
            if (!value.isObject() || value.isEmpty()) {
                throw refused(pointer, "expected " + expected);
            }
            value.fieldNames().forEachRemaining(name -> {
                if (!known.contains(name)) {
                    throw refused(pointer + "/" + name, "is not known here; expected " + expected);
                }
            });
        }

        private static ProblemException refused(String pointer, String why) {
            return ProblemException.at(ProblemType.INVALID_REQUEST, pointer, why);
        }
    }
}
