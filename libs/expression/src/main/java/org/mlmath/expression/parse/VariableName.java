package org.mlmath.expression.parse;

import java.util.List;
import org.mlmath.expression.Greek;
import org.mlmath.expression.parse.Token.Kind;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.MathException;

/** Names of variables given beside an expression: read as they are inside one, so that α is {@code alpha}. */
public final class VariableName {
    private VariableName() {}

    /**
     * @return the name under which the parser knows the variable
     * @throws InvalidParameterException for what is no name, or that of a constant or function
     */
    public static String of(String text) {
        List<Token> tokens;
        try {
            tokens = Lexer.tokens(text);
        } catch (MathException e) {
            throw notAName(text);
        }
        if (tokens.size() != 2
                || tokens.getFirst().kind() != Kind.NAME
                || tokens.getFirst().text().startsWith("\\")) {
            throw notAName(text);
        }
        String name = tokens.getFirst().text();
        if (Vocabulary.constant(name) != null) {
            throw new InvalidParameterException("\"%s\" is a constant; a variable needs another name.".formatted(text));
        }
        boolean taken = Vocabulary.function(name) != null
                || Vocabulary.form(name) != null
                || name.equals("and")
                || name.equals("or");
        if (taken && !Greek.isName(name)) {
            throw new InvalidParameterException("\"%s\" is a function; a variable needs another name.".formatted(text));
        }
        return name;
    }

    private static InvalidParameterException notAName(String text) {
        return new InvalidParameterException("\"%s\" is not the name of a variable, such as x, x_1 or alpha."
                .formatted(text.length() <= 40 ? text : text.substring(0, 40) + "…"));
    }
}
