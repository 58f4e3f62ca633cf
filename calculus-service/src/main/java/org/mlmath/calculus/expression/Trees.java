package org.mlmath.calculus.expression;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.mlmath.calculus.expression.TreeNode.Kind;
import org.mlmath.calculus.point.Variables;
import org.mlmath.expression.ArrayExpression;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Branch;
import org.mlmath.expression.Expression.Call;
import org.mlmath.expression.Expression.Comparison;
import org.mlmath.expression.Expression.Constant;
import org.mlmath.expression.Expression.Negate;
import org.mlmath.expression.Expression.Number;
import org.mlmath.expression.Expression.Piecewise;
import org.mlmath.expression.Expression.Power;
import org.mlmath.expression.Expression.Product;
import org.mlmath.expression.Expression.Quotient;
import org.mlmath.expression.Expression.Series;
import org.mlmath.expression.Expression.Sum;
import org.mlmath.expression.Expression.Variable;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.Function;
import org.mlmath.expression.Relation;
import org.mlmath.expression.parse.Limits;
import org.mlmath.expression.parse.Range;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.LimitExceededException;
import org.mlmath.numerics.NearestName;

/** Trees of expressions as they go over the wire, there and back. */
final class Trees {
    private Trees() {}

    /** @param ranges where nodes stand in the text; empty for a tree without one */
    static TreeNode of(Expression expression, Map<Expression, Range> ranges) {
        Range range = ranges.get(expression);
        Integer start = range == null ? null : range.start();
        Integer end = range == null ? null : range.end();
        List<TreeNode> parts = Expressions.children(expression).stream()
                .map(part -> of(part, ranges))
                .toList();
        List<TreeNode> operands = parts.isEmpty() ? null : parts;
        return switch (expression) {
            case Number(BigDecimal value) -> new TreeNode(Kind.NUMBER, value.toString(), null, null, null, start, end);
            case Constant constant -> new TreeNode(Kind.CONSTANT, null, constant.text(), null, null, start, end);
            case Variable(String name) -> new TreeNode(Kind.VARIABLE, null, name, null, null, start, end);
            case Negate _ -> new TreeNode(Kind.NEGATE, null, null, null, operands, start, end);
            case Sum _ -> new TreeNode(Kind.SUM, null, null, null, operands, start, end);
            case Product _ -> new TreeNode(Kind.PRODUCT, null, null, null, operands, start, end);
            case Quotient _ -> new TreeNode(Kind.QUOTIENT, null, null, null, operands, start, end);
            case Power _ -> new TreeNode(Kind.POWER, null, null, null, operands, start, end);
            case Call call -> new TreeNode(Kind.CALL, null, call.function().text(), null, operands, start, end);
            case Comparison comparison ->
                new TreeNode(Kind.COMPARISON, null, comparison.relation().text(), null, operands, start, end);
            case Piecewise _ -> new TreeNode(Kind.PIECEWISE, null, null, null, operands, start, end);
            case Series series ->
                new TreeNode(Kind.SERIES, null, series.kind().text(), series.index(), operands, start, end);
        };
    }

    static TreeNode of(ArrayExpression array) {
        if (array.vector()) {
            return vector(array.entries());
        }
        List<TreeNode> rows = IntStream.range(0, array.rows())
                .mapToObj(row -> vector(array.row(row)))
                .toList();
        return new TreeNode(Kind.MATRIX, null, null, null, rows, null, null);
    }

    private static TreeNode vector(List<Expression> entries) {
        List<TreeNode> operands =
                entries.stream().map(entry -> of(entry, Map.of())).toList();
        return new TreeNode(Kind.VECTOR, null, null, null, operands, null, null);
    }

    /**
     * The text of the expression, vector or matrix that a tree describes: reading it applies every check that holds for texts.
     *
     * @throws InvalidParameterException for a node that is none; pointer relative to the tree
     * @throws LimitExceededException for a tree with more nodes than a text may have
     */
    static String text(TreeNode tree) {
        return new Reader().array(tree);
    }

    /** @return the tree with the places in a text that another tree of the same form has */
    static TreeNode withPlaces(TreeNode tree, TreeNode given) {
        List<TreeNode> operands = tree.operands();
        if (operands != null
                && given.operands() != null
                && operands.size() == given.operands().size()) {
            operands = IntStream.range(0, operands.size())
                    .mapToObj(i ->
                            withPlaces(tree.operands().get(i), given.operands().get(i)))
                    .toList();
        }
        return new TreeNode(tree.kind(), tree.value(), tree.name(), tree.index(), operands, given.start(), given.end());
    }

    private static final class Reader {
        private int nodes;

        String array(TreeNode tree) {
            if (tree.kind() == Kind.VECTOR) {
                return vector(tree, "");
            }
            if (tree.kind() == Kind.MATRIX) {
                List<String> rows = new ArrayList<>();
                for (int i = 0; i < operands(tree, 1, Integer.MAX_VALUE, "").size(); i++) {
                    rows.add(vector(tree.operands().get(i), "/operands/" + i));
                }
                return "[" + String.join(", ", rows) + "]";
            }
            return Expressions.text(expression(tree, "", 0));
        }

        private String vector(TreeNode node, String pointer) {
            if (node == null || node.kind() != Kind.VECTOR) {
                throw new InvalidParameterException("A row of a matrix is a vector.").at(pointer);
            }
            List<String> entries = new ArrayList<>();
            for (int i = 0; i < operands(node, 1, Integer.MAX_VALUE, pointer).size(); i++) {
                Expression entry = expression(node.operands().get(i), pointer + "/operands/" + i, 0);
                entries.add(Expressions.text(entry));
            }
            return "[" + String.join(", ", entries) + "]";
        }

        private Expression expression(TreeNode node, String pointer, int depth) {
            if (node == null || node.kind() == null) {
                throw new InvalidParameterException("A node of the tree has no kind.").at(pointer);
            }
            if (++nodes > Limits.TOKENS || depth > Limits.DEPTH) {
                throw new LimitExceededException(
                                "The tree has more than %,d nodes or %d levels.".formatted(Limits.TOKENS, Limits.DEPTH))
                        .at(pointer);
            }
            return switch (node.kind()) {
                case NUMBER -> number(node, pointer);
                case CONSTANT -> constant(node, pointer);
                case VARIABLE -> new Variable(Variables.name(node.name(), pointer + "/name"));
                case NEGATE -> new Negate(parts(node, 1, 1, pointer, depth).getFirst());
                case SUM -> new Sum(parts(node, 2, Integer.MAX_VALUE, pointer, depth));
                case PRODUCT -> new Product(parts(node, 2, Integer.MAX_VALUE, pointer, depth));
                case QUOTIENT -> {
                    List<Expression> parts = parts(node, 2, 2, pointer, depth);
                    yield new Quotient(parts.get(0), parts.get(1));
                }
                case POWER -> {
                    List<Expression> parts = parts(node, 2, 2, pointer, depth);
                    yield new Power(parts.get(0), parts.get(1));
                }
                case CALL -> call(node, pointer, depth);
                case COMPARISON -> {
                    List<Expression> parts = parts(node, 2, 2, pointer, depth);
                    yield new Comparison(parts.get(0), relation(node, pointer), parts.get(1));
                }
                case PIECEWISE -> {
                    List<Expression> parts = parts(node, 2, Integer.MAX_VALUE, pointer, depth);
                    List<Branch> branches = new ArrayList<>();
                    for (int i = 0; i + 1 < parts.size(); i += 2) {
                        branches.add(new Branch(parts.get(i), parts.get(i + 1)));
                    }
                    yield new Piecewise(branches, parts.size() % 2 == 1 ? parts.getLast() : null);
                }
                case SERIES -> {
                    List<Expression> parts = parts(node, 3, 3, pointer, depth);
                    Series.Kind kind = Arrays.stream(Series.Kind.values())
                            .filter(each -> each.text().equals(node.name()))
                            .findFirst()
                            .orElseThrow(() -> unknown(node.name(), List.of("sum", "prod"), pointer));
                    String index = Variables.name(node.index(), pointer + "/index");
                    yield new Series(kind, index, parts.get(0), parts.get(1), parts.get(2));
                }
                case VECTOR, MATRIX ->
                    throw new InvalidParameterException(
                                    "A vector or matrix stands at the top of a tree only; here one number is needed.")
                            .at(pointer);
            };
        }

        private static Expression number(TreeNode node, String pointer) {
            try {
                BigDecimal value = new BigDecimal(node.value() == null ? "" : node.value());
                if (value.precision() <= Limits.DIGITS && Math.abs((long) value.scale()) <= Limits.EXPONENT) {
                    return Expressions.number(value);
                }
            } catch (NumberFormatException e) {
                // refused below
            }
            throw new InvalidParameterException("The value of a number is text such as \"2.5\", of at most %d digits."
                            .formatted(Limits.DIGITS))
                    .at(pointer + "/value");
        }

        private static Expression constant(TreeNode node, String pointer) {
            return Arrays.stream(Constant.values())
                    .filter(constant -> constant.text().equals(node.name()))
                    .findFirst()
                    .orElseThrow(() -> unknown(node.name(), List.of("pi", "e", "inf"), pointer));
        }

        private static Relation relation(TreeNode node, String pointer) {
            return Arrays.stream(Relation.values())
                    .filter(relation -> relation.text().equals(node.name()))
                    .findFirst()
                    .orElseThrow(() -> unknown(node.name(), List.of("<", "<=", ">", ">=", "=", "!="), pointer));
        }

        private Expression call(TreeNode node, String pointer, int depth) {
            Function function = Function.named(node.name());
            if (function == null) {
                throw unknown(node.name(), List.copyOf(Function.names().keySet()), pointer);
            }
            List<Expression> arguments = parts(node, 1, Integer.MAX_VALUE, pointer, depth);
            if (!function.accepts(arguments.size())) {
                throw new InvalidParameterException(
                                "\"%s\" takes %s, not %d.".formatted(node.name(), function.arity(), arguments.size()))
                        .at(pointer + "/operands");
            }
            return new Call(function, arguments);
        }

        private List<Expression> parts(TreeNode node, int least, int most, String pointer, int depth) {
            List<TreeNode> operands = operands(node, least, most, pointer);
            List<Expression> parts = new ArrayList<>();
            for (int i = 0; i < operands.size(); i++) {
                parts.add(expression(operands.get(i), pointer + "/operands/" + i, depth + 1));
            }
            return parts;
        }

        private static List<TreeNode> operands(TreeNode node, int least, int most, String pointer) {
            int size = node.operands() == null ? 0 : node.operands().size();
            if (size < least || size > most) {
                throw new InvalidParameterException("A node of this kind has %s operands, not %d."
                                .formatted(least == most ? String.valueOf(least) : least + " or more", size))
                        .at(pointer + "/operands");
            }
            return node.operands();
        }

        private static RuntimeException unknown(String name, List<String> known, String pointer) {
            return new InvalidParameterException("\"%s\" is not known here.%s"
                            .formatted(name, name == null ? "" : NearestName.question(name, known)))
                    .at(pointer + "/name");
        }
    }
}
