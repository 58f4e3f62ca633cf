package org.mlmath.calculus.simplify;

import java.util.ArrayList;
import java.util.List;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expressions;
import org.mlmath.kit.answer.Step;

/** The working of a change of form: each step says what the expression has become. */
final class Working {
    private final List<Step> steps = new ArrayList<>();
    private Expression current;

    Working(Expression given) {
        current = given;
    }

    /** A step that changes nothing is none. */
    void became(String kind, String title, String detail, Expression next) {
        if (!next.equals(current)) {
            String from = Expressions.latex(current);
            current = next;
            steps.add(new Step(kind, title, detail, from + " = " + Expressions.latex(next), Expressions.text(next)));
        }
    }

    /** Something found out on the way. */
    void noted(String kind, String title, String detail, String latex) {
        steps.add(new Step(kind, title, detail, latex, null));
    }

    List<Step> steps(Expression result) {
        if (steps.isEmpty() || !Expressions.text(result).equals(steps.getLast().value())) {
            String latex = current.equals(result)
                    ? Expressions.latex(result)
                    : Expressions.latex(current) + " = " + Expressions.latex(result);
            steps.add(new Step("result", "Result", "Written in the customary order.", latex, Expressions.text(result)));
        }
        return steps;
    }
}
