package org.mlmath.calculus.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

/**
 * A tree as a list of elementary operations, each after its operands, equal parts once.
 *
 * @param part the part of the tree
 * @param inputs the positions of its operands in the list
 * @param constant whether no variable is in it
 */
record Elementary(Expression part, List<Integer> inputs, boolean constant) {

    static List<Elementary> operations(Expression expression) {
        List<Elementary> operations = new ArrayList<>();
        place(expression, operations, new HashMap<>());
        return operations;
    }

    private static int place(Expression part, List<Elementary> operations, Map<Expression, Integer> places) {
        Integer known = places.get(part);
        if (known != null) {
            return known;
        }
        List<Integer> inputs = new ArrayList<>();
        for (Expression operand : operands(part)) {
            inputs.add(place(operand, operations, places));
        }
        boolean constant = !(part instanceof Variable)
                && inputs.stream().allMatch(input -> operations.get(input).constant());
        operations.add(new Elementary(part, List.copyOf(inputs), constant));
        places.put(part, operations.size() - 1);
        return operations.size() - 1;
    }

    /** A sum over a range is one operation on the variables in it. */
    private static List<Expression> operands(Expression part) {
        return part instanceof Series
                ? part.variables().stream().<Expression>map(Variable::new).toList()
                : Expressions.children(part);
    }

    String operation() {
        return switch (part) {
            case Variable _ -> "variable";
            case Number _, Constant _ -> "constant";
            case Negate _ -> "negate";
            case Sum _ -> "add";
            case Product _ -> "multiply";
            case Quotient _ -> "divide";
            case Power _ -> "power";
            case Call call -> call.function().text();
            case Comparison comparison -> comparison.relation().text();
            case Piecewise _ -> "piecewise";
            case Series series -> series.kind().text();
        };
    }

    /**
     * The operation on its own, as an expression in the operands that vary.
     *
     * @param operations all operations
     * @param names filled: the variables of the result, with the positions of what they stand for; the same operand read twice has two
     */
    Expression alone(List<Elementary> operations, Map<String, Integer> names) {
        if (part instanceof Series) {
            for (int input : inputs) {
                names.put(((Variable) operations.get(input).part()).name(), input);
            }
            return part;
        }
        List<Expression> operands = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            Elementary operand = operations.get(inputs.get(i));
            if (operand.constant()) {
                operands.add(operand.part());
            } else {
                String name = "v_" + i;
                names.put(name, inputs.get(i));
                operands.add(new Variable(name));
            }
        }
        return with(operands);
    }

    private Expression with(List<Expression> operands) {
        return switch (part) {
            case Number _, Constant _, Variable _, Series _ -> part;
            case Negate _ -> new Negate(operands.getFirst());
            case Sum _ -> new Sum(operands);
            case Product _ -> new Product(operands);
            case Quotient _ -> new Quotient(operands.get(0), operands.get(1));
            case Power _ -> new Power(operands.get(0), operands.get(1));
            case Call(Function function, List<Expression> _) -> new Call(function, operands);
            case Comparison(Expression _, Relation relation, Expression _) ->
                new Comparison(operands.get(0), relation, operands.get(1));
            case Piecewise(List<Branch> branches, Expression otherwise) -> {
                List<Branch> rebuilt = new ArrayList<>();
                for (int i = 0; i < branches.size(); i++) {
                    rebuilt.add(new Branch(operands.get(2 * i), operands.get(2 * i + 1)));
                }
                yield new Piecewise(rebuilt, otherwise == null ? null : operands.getLast());
            }
        };
    }
}
