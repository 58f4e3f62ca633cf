package org.mlmath.calculus.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.mlmath.calculus.expression.ParseRequest.Shape;
import org.mlmath.calculus.expression.ParseResult.AmbiguousPlace;
import org.mlmath.calculus.expression.ParseResult.ParseDiagnostics;
import org.mlmath.calculus.point.Variables;
import org.mlmath.expression.ArrayExpression;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Call;
import org.mlmath.expression.Expression.Piecewise;
import org.mlmath.expression.Expression.Series;
import org.mlmath.expression.Expression.Sum;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.parse.Ambiguity;
import org.mlmath.expression.parse.Parsed;
import org.mlmath.expression.parse.ParsedArray;
import org.mlmath.expression.parse.Parser;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.MathException;

/** How a text is read: in other notations, as a tree, and where it could have been read otherwise. */
public final class Interpretation {
    private static final Map<String, String> CONVENTIONS = Map.of(
            "log", "natural",
            "angles", "radians",
            "implicitMultiplication", "as tight as written multiplication, from left to right",
            "powers", "from the right, before a sign",
            "domain", "real numbers");

    private Interpretation() {}

    /**
     * Exactly one of text and tree.
     *
     * @param listed the variables there are, null: any
     * @throws MathException for what is no expression, with its place; and for one of another shape
     */
    public static ParseResult of(String text, TreeNode tree, List<String> listed, Shape shape) {
        if ((text == null) == (tree == null)) {
            throw new InvalidParameterException("Give a text as \"expression\" or a \"tree\", one of the two.")
                    .at(text == null ? "/expression" : "/tree");
        }
        String pointer = text == null ? "/tree" : "/expression";
        List<String> names = listed == null ? null : Variables.listed(listed);
        try {
            String read = text == null ? Trees.text(tree) : text;
            ParseResult result = isArray(read, shape) ? array(read, names, shape) : number(read, names, text != null);
            return text == null ? result.withTree(Trees.withPlaces(result.tree(), tree)) : result;
        } catch (MathException e) {
            throw e.at(pointer);
        }
    }

    private static boolean isArray(String text, Shape shape) {
        String start = text.strip();
        boolean looksIt = start.startsWith("[")
                || start.matches("(?s)([a-z]+\\.)?(array|[Mm]atrix|vector)\\s*\\(.*")
                || start.matches("(?s)\\\\begin\\{\\w*matrix}.*");
        return shape == Shape.VECTOR || shape == Shape.MATRIX || (shape == Shape.ANY && looksIt);
    }

    private static ParseResult number(String text, List<String> names, boolean typed) {
        Parsed parsed = names == null ? Parser.parse(text) : Parser.parse(text, names);
        Expression expression = parsed.expression();
        String canonical = Expressions.text(expression);
        return result(
                canonical,
                Expressions.latex(expression),
                Trees.of(expression, typed ? parsed.ranges() : Map.of()),
                List.of(expression),
                typed ? parsed.ambiguities() : List.of(),
                readsBack(expression, canonical));
    }

    private static boolean readsBack(Expression expression, String canonical) {
        try {
            return Expressions.parse(canonical).equals(expression);
        } catch (MathException e) { // longer than a text may be, written out
            return false;
        }
    }

    private static ParseResult array(String text, List<String> names, Shape shape) {
        ParsedArray parsed = names == null ? Parser.parseArray(text) : Parser.parseArray(text, names);
        ArrayExpression array = shape == Shape.MATRIX ? parsed.array().asMatrix() : parsed.array();
        if (shape == Shape.VECTOR && !array.vector()) {
            throw new InvalidParameterException(
                    "This is a matrix with %d rows; \"shape\" asks for a vector such as [1, 2]."
                            .formatted(array.rows()));
        }
        boolean readsBack = readsBack(array);
        return result(array.text(), array.latex(), Trees.of(array), array.entries(), parsed.ambiguities(), readsBack);
    }

    private static boolean readsBack(ArrayExpression array) {
        try {
            return Parser.parseArray(array.text()).array().equals(array);
        } catch (MathException e) {
            return false;
        }
    }

    private static ParseResult result(
            String canonical,
            String latex,
            TreeNode tree,
            List<Expression> entries,
            List<Ambiguity> ambiguities,
            boolean readsBack) {
        TreeSet<String> variables = new TreeSet<>();
        TreeSet<String> functions = new TreeSet<>();
        for (Expression entry : entries) {
            variables.addAll(entry.variables());
            collect(entry, functions);
        }
        List<Warning> warnings = new ArrayList<>();
        // A sum has a value where all its terms have one.
        Expression all = entries.size() == 1 ? entries.getFirst() : new Sum(entries);
        DomainDescription domain = DomainDescription.of(all, warnings);
        return new ParseResult(
                canonical,
                latex,
                List.copyOf(variables),
                List.copyOf(functions),
                tree,
                ambiguities.stream()
                        .map(place -> new AmbiguousPlace(
                                place.text(),
                                place.range().start(),
                                place.range().end(),
                                place.reading(),
                                place.alternatives()))
                        .toList(),
                domain,
                new ParseDiagnostics(nodes(tree), depth(tree), readsBack),
                CONVENTIONS,
                warnings);
    }

    private static void collect(Expression expression, TreeSet<String> functions) {
        switch (expression) {
            case Call call -> functions.add(call.function().text());
            case Series series -> functions.add(series.kind().text());
            case Piecewise _ -> functions.add("piecewise");
            default -> {}
        }
        Expressions.children(expression).forEach(child -> collect(child, functions));
    }

    private static int nodes(TreeNode node) {
        return node.operands() == null
                ? 1
                : 1 + node.operands().stream().mapToInt(Interpretation::nodes).sum();
    }

    private static int depth(TreeNode node) {
        return node.operands() == null
                ? 1
                : 1
                        + node.operands().stream()
                                .mapToInt(Interpretation::depth)
                                .max()
                                .orElse(0);
    }
}
