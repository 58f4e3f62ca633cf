package org.mlmath.expression.interval;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
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
import org.mlmath.expression.Function;
import org.mlmath.expression.Relation;

/**
 * Expressions over boxes: for each a range that it cannot leave, and whether it is defined and continuous on the whole box.
 *
 * <p>The natural interval extension: every operation on the ranges of its operands. It overestimates where a variable occurs more
 * than once, and less the smaller the box. Equal parts are computed once, and a product of equal parts is a power. Cost: about a
 * hundred times that of a value.
 *
 * <p>Instances hold a workspace: one per thread. Source: Moore, Kearfott and Cloud, <i>Introduction to Interval Analysis</i>, ch. 5.
 */
public final class IntervalFunction {
    /** Operations that the sums over ranges of one evaluation may take; above, nothing is known of them. */
    private static final int LOOP_OPERATIONS = 200_000;

    private interface Operation {
        Enclosure of(Enclosure[] slots, Interval[] box);
    }

    private record Key(Object operation, List<Integer> operands) {}

    private final List<String> variables;
    private final List<Operation> operations = new ArrayList<>();
    private final List<Boolean> constant = new ArrayList<>();
    private final Map<Key, Integer> known = new HashMap<>();
    private final Map<Expression, Integer> done = new IdentityHashMap<>();
    private final int[] outputs;
    private final Enclosure[] slots;

    private IntervalFunction(List<Expression> expressions, List<String> variables) {
        this.variables = List.copyOf(variables);
        this.outputs = expressions.stream().mapToInt(this::slot).toArray();
        this.slots = new Enclosure[operations.size()];
        for (int i = 0; i < slots.length; i++) {
            if (constant.get(i)) {
                slots[i] = operations.get(i).of(slots, null);
            }
        }
    }

    /** @param variables the order of the box's sides; all free variables of the expression are among them */
    public static IntervalFunction of(Expression expression, List<String> variables) {
        return of(List.of(expression), variables);
    }

    /** Several expressions that share what they have in common, as a function and its partial derivatives. */
    public static IntervalFunction of(List<Expression> expressions, List<String> variables) {
        return new IntervalFunction(expressions, variables);
    }

    /** @return how many operations one evaluation takes */
    public int operations() {
        return slots.length;
    }

    /** @return of the first expression */
    public Enclosure over(Interval... box) {
        evaluate(box);
        return slots[outputs[0]];
    }

    /** @return of every expression, in their order */
    public Enclosure[] allOver(Interval... box) {
        evaluate(box);
        Enclosure[] results = new Enclosure[outputs.length];
        for (int i = 0; i < results.length; i++) {
            results[i] = slots[outputs[i]];
        }
        return results;
    }

    /** @return the interval of an expression without variables */
    public static Interval constant(Expression expression) {
        return of(expression, List.of()).over().range();
    }

    private void evaluate(Interval[] box) {
        if (box.length != variables.size()) {
            throw new IllegalArgumentException(box.length + " sides for " + variables);
        }
        for (int i = 0; i < slots.length; i++) {
            if (!constant.get(i)) {
                slots[i] = operations.get(i).of(slots, box);
            }
        }
    }

    private int slot(Expression expression) {
        Integer before = done.get(expression);
        if (before == null) {
            before = make(expression);
            done.put(expression, before);
        }
        return before;
    }

    private int make(Expression expression) {
        return switch (expression) {
            case Number(BigDecimal value) -> fixed(value, Enclosure.continuous(Interval.around(value)));
            case Constant named ->
                switch (named) {
                    case PI -> fixed(named, Enclosure.continuous(Interval.PI));
                    case E -> fixed(named, Enclosure.continuous(Interval.E));
                    case INFINITY -> fixed(named, Enclosure.UNKNOWN);
                };
            case Variable(String name) -> variable(name);
            case Negate(Expression operand) -> unary("-", slot(operand), IntervalArithmetic::negate);
            case Sum(List<Expression> terms) -> fold("+", terms, IntervalArithmetic::add);
            case Product(List<Expression> factors) -> product(factors);
            case Quotient(Expression numerator, Expression denominator) ->
                binary("/", slot(numerator), slot(denominator), IntervalArithmetic::divide);
            case Power(Expression base, Expression exponent) ->
                base == Constant.E
                        ? unary(Function.EXP, slot(exponent), a -> IntervalFunctions.of(Function.EXP, a))
                        : binary("^", slot(base), slot(exponent), IntervalArithmetic::power);
            case Call(Function function, List<Expression> arguments) -> call(function, arguments);
            case Comparison(Expression left, Relation relation, Expression right) ->
                binary(relation, slot(left), slot(right), (a, b) -> Logic.compare(a, relation, b));
            case Piecewise(List<Branch> branches, Expression otherwise) -> piecewise(branches, otherwise);
            case Series series -> series(series);
        };
    }

    private int fixed(Object value, Enclosure enclosure) {
        return add(new Key(value, List.of()), true, (_, _) -> enclosure);
    }

    private int variable(String name) {
        int index = variables.indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException("no side for " + name);
        }
        return add(
                new Key(name, List.of(-1)),
                false,
                (_, box) -> box[index].isEmpty() ? Enclosure.NOWHERE : Enclosure.continuous(box[index]));
    }

    private int call(Function function, List<Expression> arguments) {
        if (function.unary()) {
            return unary(function, slot(arguments.getFirst()), a -> IntervalFunctions.of(function, a));
        }
        BinaryOperator<Enclosure> step = (a, b) -> IntervalFunctions.of(function, a, b);
        if (arguments.size() == 1) {
            BigDecimal parameter = BigDecimal.valueOf(function.lastDefault());
            return binary(function, slot(arguments.getFirst()), slot(new Number(parameter)), step);
        }
        return fold(function, arguments, step);
    }

    /** Equal factors become a power: x·x is not negative. */
    private int product(List<Expression> factors) {
        Map<Integer, Integer> counts = new java.util.LinkedHashMap<>();
        factors.forEach(factor -> counts.merge(slot(factor), 1, Integer::sum));
        int product = -1;
        for (Map.Entry<Integer, Integer> factor : counts.entrySet()) {
            int count = factor.getValue();
            int power = count == 1
                    ? factor.getKey()
                    : unary(
                            "power " + count,
                            factor.getKey(),
                            a -> new Enclosure(a.range().power(count), a.decoration()));
            product = product < 0 ? power : binary("*", product, power, IntervalArithmetic::multiply);
        }
        return product;
    }

    private int piecewise(List<Branch> branches, Expression otherwise) {
        int value = otherwise == null ? fixed("undefined", Enclosure.NOWHERE) : slot(otherwise);
        for (Branch branch : branches.reversed()) {
            int condition = slot(branch.condition());
            int then = slot(branch.value());
            int rest = value;
            value = add(
                    new Key("if", List.of(condition, then, rest)),
                    constant.get(condition) && constant.get(then) && constant.get(rest),
                    (slots, _) -> Logic.select(slots[condition], slots[then], slots[rest]));
        }
        return value;
    }

    private int series(Series series) {
        int from = slot(series.from());
        int to = slot(series.to());
        List<String> inner = series.body().variables();
        int[] operands = new int[inner.size()];
        int index = inner.indexOf(series.index());
        boolean fixed = constant.get(from) && constant.get(to);
        for (int i = 0; i < operands.length; i++) {
            operands[i] = i == index ? -1 : slot(new Variable(inner.get(i)));
            fixed &= i == index;
        }
        IntervalFunction body = of(series.body(), inner);
        return add(new Key(series, List.of()), fixed, (slots, _) -> {
            Interval[] box = new Interval[operands.length];
            for (int i = 0; i < box.length; i++) {
                box[i] = i == index ? Interval.ZERO : slots[operands[i]].range();
            }
            return body.repeated(series.kind(), index, slots[from], slots[to], box);
        });
    }

    /** The sum or product of this over the integers of a range. */
    private Enclosure repeated(Series.Kind kind, int index, Enclosure from, Enclosure to, Interval[] box) {
        Interval first = from.range();
        Interval last = to.range();
        boolean counted = first.isPoint()
                && last.isPoint()
                && first.lower() == Math.rint(first.lower())
                && last.lower() == Math.rint(last.lower());
        double terms = Math.max(0, last.lower() - first.lower() + 1);
        if (!counted || !(terms * Math.max(1, slots.length) <= LOOP_OPERATIONS)) {
            return Enclosure.UNKNOWN;
        }
        boolean product = kind == Series.Kind.PRODUCT;
        Enclosure total = new Enclosure(
                product ? Interval.ONE : Interval.ZERO, from.decoration().and(to.decoration()));
        for (double i = first.lower(); i <= last.lower(); i++) {
            if (index >= 0) {
                box[index] = Interval.point(i);
            }
            Enclosure term = over(box);
            total = product ? IntervalArithmetic.multiply(total, term) : IntervalArithmetic.add(total, term);
        }
        return total;
    }

    private int fold(Object operation, List<Expression> operands, BinaryOperator<Enclosure> step) {
        int value = slot(operands.getFirst());
        for (Expression operand : operands.subList(1, operands.size())) {
            value = binary(operation, value, slot(operand), step);
        }
        return value;
    }

    private int unary(Object name, int a, UnaryOperator<Enclosure> step) {
        return add(new Key(name, List.of(a)), constant.get(a), (slots, _) -> step.apply(slots[a]));
    }

    private int binary(Object name, int a, int b, BinaryOperator<Enclosure> step) {
        return add(
                new Key(name, List.of(a, b)),
                constant.get(a) && constant.get(b),
                (slots, _) -> step.apply(slots[a], slots[b]));
    }

    private int add(Key key, boolean isConstant, Operation operation) {
        Integer before = known.get(key);
        if (before == null) {
            before = operations.size();
            known.put(key, before);
            operations.add(operation);
            constant.add(isConstant);
        }
        return before;
    }
}
