package org.mlmath.expression.parse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.mlmath.expression.Expression.Constant;
import org.mlmath.expression.Function;
import org.mlmath.expression.Greek;
import org.mlmath.numerics.NearestName;

/** The names that mean something, and which of them a text may use in which way. */
final class Vocabulary {
    static final Set<String> LIBRARIES = Set.of(
            "np",
            "numpy",
            "math",
            "sympy",
            "sp",
            "scipy",
            "special",
            "torch",
            "nn",
            "functional",
            "F",
            "tf",
            "jnp",
            "Math");

    private static final Map<String, Constant> CONSTANTS = Map.of(
            "pi", Constant.PI,
            "Pi", Constant.PI,
            "PI", Constant.PI,
            "e", Constant.E,
            "inf", Constant.INFINITY,
            "Inf", Constant.INFINITY,
            "oo", Constant.INFINITY,
            "infinity", Constant.INFINITY,
            "Infinity", Constant.INFINITY);

    /** Written like functions, but not functions of numbers; several are read as something else. */
    private static final Set<String> FORMS = Set.of(
            "if",
            "where",
            "piecewise",
            "sum",
            "prod",
            "product",
            "pow",
            "power",
            "log",
            "lg",
            "rational",
            "square",
            "exp2",
            "clip",
            "clamp");

    /** Greek letters that are functions only where an argument list follows. */
    private static final Set<String> LETTERS = Set.of("beta", "gamma", "psi");

    /** Names after which a missing space is likelier than a long name. */
    private static final List<String> RUN_TOGETHER = List.of(
            "arcsin", "arccos", "arctan", "sinh", "cosh", "tanh", "sqrt", "sin", "cos", "tan", "exp", "log", "ln");

    private Vocabulary() {}

    static Constant constant(String name) {
        return CONSTANTS.get(name);
    }

    /** @return the function of that name, also capitalised or in capitals, or null */
    static Function function(String name) {
        if (name.equals("Gamma")) {
            return Function.GAMMA;
        }
        Function exact = Function.named(name);
        return exact != null || name.length() < 3 ? exact : Function.named(name.toLowerCase(Locale.ROOT));
    }

    /** @return the special form of that name, or null */
    static String form(String name) {
        String lower = name.length() < 2 ? name : name.toLowerCase(Locale.ROOT);
        return FORMS.contains(lower) ? lower : null;
    }

    /** @return whether the name is a function even where no parenthesis follows, as in {@code sin x} */
    static boolean prefix(String name) {
        Function function = Function.named(name);
        return (function != null && function.unary() && !LETTERS.contains(name))
                || name.equals("log")
                || name.equals("lg");
    }

    /** @return whether no variable can have the name; Greek letters are functions only before a parenthesis */
    static boolean taken(String name) {
        boolean word = name.equals("and") || name.equals("or") || name.equals("not") || name.equals("mod");
        boolean special = name.startsWith("\\") || name.equals("√") || name.equals("∛") || name.startsWith("log_");
        return word || special || ((function(name) != null || form(name) != null) && !Greek.isName(name));
    }

    static boolean knows(String name) {
        return constant(name) != null || function(name) != null || form(name) != null;
    }

    /** @return the nearest function, of equally near ones the shortest, or null */
    static String nearest(String name) {
        List<String> names = new ArrayList<>(Function.names().keySet());
        names.addAll(FORMS);
        names.sort(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()));
        return NearestName.of(name, names).orElse(null);
    }

    /** @return for {@code sinx} and {@code ln2x} what is meant, {@code sin(x)} and {@code ln(2x)}; else null */
    static String runTogether(String name) {
        if (name.equals("cost")) { // a word of its own in this field
            return null;
        }
        for (String function : RUN_TOGETHER) {
            if (name.startsWith(function) && name.substring(function.length()).matches("\\d+|\\d*[a-z]")) {
                return function + "(" + name.substring(function.length()) + ")";
            }
        }
        return null;
    }
}
