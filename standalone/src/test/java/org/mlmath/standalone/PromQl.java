package org.mlmath.standalone;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * As much of Prometheus's query language as a dashboard and rules need: whether a query is well-formed, and which series and labels it
 * names. What it does not know it refuses.
 */
final class PromQl {
    /** A series that is asked for, and the labels by which it is chosen. */
    record Selector(String metric, Set<String> labels) {}

    /** What an aggregation keeps of the series below it. */
    record Grouping(Set<String> labels, List<Selector> of) {}

    record Query(List<Selector> selectors, List<Grouping> groupings) {}

    private enum Type {
        SCALAR,
        VECTOR,
        RANGE
    }

    private static final Pattern TOKEN =
            Pattern.compile("\\s*(\"(?:[^\"\\\\]|\\\\.)*\"|[0-9]+(?:ms|[smhdwy])|[0-9]+(?:\\.[0-9]+)?"
                    + "|[a-zA-Z_:][a-zA-Z0-9_:]*|=~|!~|==|!=|<=|>=|[-+*/%^<>=(){}\\[\\],])\\s*");
    private static final Pattern NAME = Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]*");
    private static final Pattern DURATION = Pattern.compile("[0-9]+(?:ms|[smhdwy])");
    private static final Set<String> AGGREGATIONS = Set.of("sum", "max", "min", "avg", "count", "topk", "bottomk");
    private static final Map<String, List<Type>> FUNCTIONS = Map.of(
            "absent", List.of(Type.VECTOR),
            "rate", List.of(Type.RANGE),
            "increase", List.of(Type.RANGE),
            "histogram_quantile", List.of(Type.SCALAR, Type.VECTOR));

    /** From what binds least; one level's operators are read from left to right. */
    private static final List<Set<String>> OPERATORS = List.of(
            Set.of("or"),
            Set.of("and", "unless"),
            Set.of("==", "!=", "<=", "<", ">=", ">"),
            Set.of("+", "-"),
            Set.of("*", "/", "%"));

    private final List<String> tokens = new ArrayList<>();
    private final List<Selector> selectors = new ArrayList<>();
    private final List<Grouping> groupings = new ArrayList<>();
    private int at;

    private PromQl(String text) {
        Matcher token = TOKEN.matcher(text);
        int end = 0;
        while (end < text.length()) {
            require(token.find(end) && token.start() == end, "cannot be read from " + text.substring(end));
            tokens.add(token.group(1));
            end = token.end();
        }
    }

    /** @throws IllegalArgumentException if it is not well-formed */
    static Query parse(String text) {
        PromQl parser = new PromQl(text);
        Type type = parser.binary(0);
        require(parser.at == parser.tokens.size(), "goes on with " + parser.peek());
        require(type == Type.VECTOR, "is a " + type);
        return new Query(parser.selectors, parser.groupings);
    }

    private static void require(boolean right, String otherwise) {
        if (!right) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    private String peek() {
        return at < tokens.size() ? tokens.get(at) : "the end";
    }

    private String next() {
        require(at < tokens.size(), "breaks off");
        return tokens.get(at++);
    }

    private boolean take(String token) {
        boolean here = at < tokens.size() && tokens.get(at).equals(token);
        at += here ? 1 : 0;
        return here;
    }

    private void expect(String token) {
        require(take(token), "has " + peek() + " in place of " + token);
    }

    private Type binary(int level) {
        if (level == OPERATORS.size()) {
            return operand();
        }
        Type left = binary(level + 1);
        while (OPERATORS.get(level).contains(peek())) {
            next();
            if (take("on") || take("ignoring")) {
                matching();
            }
            Type right = binary(level + 1);
            require(left != Type.RANGE && right != Type.RANGE, "computes with a range");
            left = left == Type.SCALAR && right == Type.SCALAR ? Type.SCALAR : Type.VECTOR;
        }
        return left;
    }

    /** The labels by which two sides belong together; none, where anything on one side is enough. */
    private void matching() {
        if (tokens.subList(at, Math.min(at + 2, tokens.size())).equals(List.of("(", ")"))) {
            at += 2;
        } else {
            names();
        }
    }

    private Type operand() {
        if (take("(")) {
            Type type = binary(0);
            expect(")");
            return type;
        }
        String token = next();
        if (Character.isDigit(token.charAt(0))) {
            require(!DURATION.matcher(token).matches(), "has a duration where a number belongs");
            return Type.SCALAR;
        }
        require(NAME.matcher(token).matches(), "has " + token + " where a series belongs");
        if (AGGREGATIONS.contains(token)) {
            return aggregation(token);
        }
        return peek().equals("(") ? function(token) : selector(token);
    }

    private Type function(String name) {
        List<Type> parameters = FUNCTIONS.get(name);
        require(parameters != null, "calls " + name);
        expect("(");
        for (int i = 0; i < parameters.size(); i++) {
            if (i > 0) {
                expect(",");
            }
            Type given = binary(0);
            require(given == parameters.get(i), name + " is given a " + given);
        }
        expect(")");
        return Type.VECTOR;
    }

    private Type aggregation(String name) {
        Set<String> labels = take("by") ? names() : Set.of();
        int before = selectors.size();
        expect("(");
        if (name.endsWith("k")) {
            require(binary(0) == Type.SCALAR, name + " takes a number first");
            expect(",");
        }
        require(binary(0) == Type.VECTOR, name + " is not given a vector");
        expect(")");
        groupings.add(new Grouping(labels, List.copyOf(selectors.subList(before, selectors.size()))));
        return Type.VECTOR;
    }

    private Set<String> names() {
        Set<String> names = new HashSet<>();
        expect("(");
        do {
            names.add(name());
        } while (take(","));
        expect(")");
        return names;
    }

    private String name() {
        String name = next();
        require(NAME.matcher(name).matches(), name + " is no name");
        return name;
    }

    private Type selector(String metric) {
        Set<String> labels = new HashSet<>();
        if (take("{")) {
            do {
                labels.add(name());
                String match = next();
                require(Set.of("=", "!=", "=~", "!~").contains(match), "matches by " + match);
                String value = next();
                require(value.startsWith("\""), "matches " + value);
                if (match.endsWith("~")) {
                    Pattern.compile(value.substring(1, value.length() - 1));
                }
            } while (take(","));
            expect("}");
        }
        selectors.add(new Selector(metric, labels));
        boolean range = take("[");
        if (range) {
            duration("a range");
            expect("]");
        }
        if (take("offset")) {
            duration("an offset");
        }
        return range ? Type.RANGE : Type.VECTOR;
    }

    private void duration(String what) {
        require(DURATION.matcher(next()).matches(), "has " + what + " that is no duration");
    }
}
