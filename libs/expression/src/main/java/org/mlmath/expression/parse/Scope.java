package org.mlmath.expression.parse;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.stream.Collectors;
import org.mlmath.numerics.NearestName;

/** The names that are variables because the caller or a sum around says so. */
final class Scope {
    /** The variables there are, or null where any name is one. */
    final Set<String> variables;

    final Deque<String> indices = new ArrayDeque<>();

    Scope(Set<String> variables) {
        this.variables = variables;
    }

    /** Whether the name is a variable because the caller or a sum says so. */
    boolean known(String name) {
        return variables != null && variables.contains(name) || indices.contains(name);
    }

    /** @throws UnknownNameException for a name that is none of the variables listed */
    void require(Token token) {
        String name = token.text();
        if (variables == null || known(name)) {
            return;
        }
        String suggestion = NearestName.of(name, variables).orElse(null);
        String letters = name.length() > 1 && name.chars().allMatch(c -> variables.contains(Character.toString(c)))
                ? String.join("*", name.split(""))
                : suggestion;
        String known = variables.isEmpty()
                ? "is not a constant, and there are no variables here"
                : "is neither a function nor one of the variables "
                        + variables.stream().sorted().limit(10).collect(Collectors.joining(", "))
                        + (variables.size() > 10 ? ", …" : "");
        throw new UnknownNameException(
                "\"%s\" at position %d %s".formatted(name, token.start(), known), name, token.range(), letters);
    }
}
