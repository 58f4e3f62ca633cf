package org.mlmath.expression.parse;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.mlmath.expression.Greek;
import org.mlmath.expression.parse.Token.Kind;

/** Cuts a text into tokens. */
final class Lexer {
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final String SUBSCRIPTS = "₀₁₂₃₄₅₆₇₈₉";
    private static final Set<String> PAIRS = Set.of("**", "<=", ">=", "==", "!=", "<>", "&&");
    private static final Map<String, String> SPELLINGS = Map.ofEntries(
            Map.entry("**", "^"),
            Map.entry("==", "="),
            Map.entry("<>", "!="),
            Map.entry("−", "-"),
            Map.entry("–", "-"),
            Map.entry("·", "*"),
            Map.entry("⋅", "*"),
            Map.entry("×", "*"),
            Map.entry("∗", "*"),
            Map.entry("•", "*"),
            Map.entry("÷", "/"),
            Map.entry("∕", "/"),
            Map.entry("≤", "<="),
            Map.entry("⩽", "<="),
            Map.entry("≥", ">="),
            Map.entry("⩾", ">="),
            Map.entry("≠", "!="),
            Map.entry("∣", "|"));
    private static final Map<String, String> SYMBOL_NAMES =
            Map.of("&&", "and", "∧", "and", "∨", "or", "¬", "not", "∞", "inf", "√", "√", "∛", "∛");
    /** As spreadsheets write them. */
    private static final Set<String> LOGIC = Set.of("AND", "OR", "NOT");

    private static final String SYMBOLS = "+-*/^()|!,;<>={}[]&⌊⌋⌈⌉";

    /** Raised characters other than digits, and what they are. */
    private static final String RAISED = "⁺⁻⁽⁾ⁿⁱˣʸᶻᵃᵇᶜᵈᵉᵏᵐᵖᵗ";

    private static final String RAISED_MEANING = "+-()nixyzabcdekmpt";

    /** LaTeX commands that stand for a symbol; the empty ones mean nothing. */
    private static final Map<String, String> COMMANDS = Map.ofEntries(
            Map.entry("cdot", "*"),
            Map.entry("times", "*"),
            Map.entry("div", "/"),
            Map.entry("le", "<="),
            Map.entry("leq", "<="),
            Map.entry("ge", ">="),
            Map.entry("geq", ">="),
            Map.entry("ne", "!="),
            Map.entry("neq", "!="),
            Map.entry("lt", "<"),
            Map.entry("gt", ">"),
            Map.entry("vert", "|"),
            Map.entry("lvert", "|"),
            Map.entry("rvert", "|"),
            Map.entry("mid", "|"),
            Map.entry("ast", "*"),
            Map.entry("lfloor", "⌊"),
            Map.entry("rfloor", "⌋"),
            Map.entry("lceil", "⌈"),
            Map.entry("rceil", "⌉"),
            Map.entry("lbrack", "["),
            Map.entry("rbrack", "]"),
            Map.entry("left", ""),
            Map.entry("right", ""),
            Map.entry("big", ""),
            Map.entry("Big", ""),
            Map.entry("bigg", ""),
            Map.entry("Bigg", ""),
            Map.entry("bigl", ""),
            Map.entry("bigr", ""),
            Map.entry("Bigl", ""),
            Map.entry("Bigr", ""),
            Map.entry("displaystyle", ""),
            Map.entry("limits", ""),
            Map.entry("quad", ""),
            Map.entry("qquad", ""));

    /** LaTeX commands with arguments in braces, or of one character each: under the first name, so many. */
    private static final Map<String, String> ARGUMENTS = Map.of(
            "frac", "\\frac",
            "dfrac", "\\frac",
            "tfrac", "\\frac",
            "cfrac", "\\frac",
            "binom", "\\binom",
            "dbinom", "\\binom",
            "tbinom", "\\binom",
            "sqrt", "\\sqrt");

    private static final Set<String> ENVIRONMENTS = Set.of("cases", "matrix", "pmatrix", "bmatrix", "smallmatrix");

    /** LaTeX commands that stand for a name of ours; others keep their own. */
    private static final Map<String, String> COMMAND_NAMES = Map.of(
            "infty",
            "inf",
            "land",
            "and",
            "lor",
            "or",
            "lnot",
            "not",
            "neg",
            "not",
            "varepsilon",
            "epsilon",
            "varphi",
            "phi",
            "bmod",
            "mod",
            "vartheta",
            "theta");

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int position;
    private boolean spaced;

    private Lexer(String text) {
        this.text = text;
    }

    /** @return the tokens, the last one of kind END */
    static List<Token> tokens(String text) {
        if (text.length() > Limits.LENGTH) {
            throw Limits.exceeded("%,d characters".formatted(text.length()), Limits.LENGTH, text.length());
        }
        return new Lexer(text).run();
    }

    private List<Token> run() {
        while (position < text.length()) {
            char c = text.charAt(position);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                position++;
                spaced = true;
            } else {
                read(c);
            }
            if (tokens.size() > Limits.TOKENS) {
                throw Limits.exceeded("more than %,d tokens".formatted(Limits.TOKENS), Limits.TOKENS, tokens.size());
            }
        }
        add(Kind.END, "", position, position);
        return tokens;
    }

    private void read(char c) {
        if (isDigit(c) || (c == '.' && isDigit(peek(1)))) {
            number();
        } else if (isLetter(c)) {
            name();
        } else if (Greek.name(c) != null) {
            int start = position++;
            add(Kind.NAME, Greek.name(c) + subscript(), start, position);
        } else if (isRaised(c)) {
            superscript();
        } else if (c == '\\') {
            command();
        } else {
            symbol(c);
        }
    }

    private void number() {
        int start = position;
        skipDigits();
        if (peek(0) == '.') {
            position++;
            skipDigits();
        }
        if (position - start > Limits.DIGITS) {
            throw Limits.exceeded(
                    "a number of %,d digits".formatted(position - start), Limits.DIGITS, position - start);
        }
        // 2e5 is a number, 2e and 2e^x are twice Euler's.
        int sign = peek(1) == '+' || peek(1) == '-' ? 1 : 0;
        if ((peek(0) == 'e' || peek(0) == 'E') && isDigit(peek(1 + sign))) {
            position += 1 + sign;
            int exponent = position;
            skipDigits();
            String digits = text.substring(exponent, position).replaceFirst("^0+(?=.)", "");
            if (digits.length() > 6 || Integer.parseInt(digits) > Limits.EXPONENT) {
                throw Limits.exceeded(
                        "a number with the exponent " + abbreviated(digits),
                        Limits.EXPONENT,
                        digits.length() > 6 ? Integer.MAX_VALUE : Integer.parseInt(digits));
            }
        }
        requireExponent(new BigDecimal(text.substring(start, position)));
        add(Kind.NUMBER, text.substring(start, position), start, position);
    }

    /** Of the number as it is printed, an integer and a power of ten: 100e400 is 1e402. */
    private static void requireExponent(BigDecimal value) {
        int exponent = value.signum() == 0 ? 0 : -value.stripTrailingZeros().scale();
        if (Math.abs(exponent) > Limits.EXPONENT) {
            throw Limits.exceeded("a number with the exponent " + exponent, Limits.EXPONENT, Math.abs(exponent));
        }
    }

    private static String abbreviated(String digits) {
        return digits.length() > 12 ? digits.substring(0, 12) + "…" : digits;
    }

    private void name() {
        int start = position;
        while (isLetter(peek(0)) || isDigit(peek(0))) {
            position++;
        }
        String name = text.substring(start, position);
        // np.exp, math.sqrt: the library's prefix says nothing here.
        while (peek(0) == '.' && isLetter(peek(1)) && Vocabulary.LIBRARIES.contains(name)) {
            position++;
            start = position;
            while (isLetter(peek(0)) || isDigit(peek(0))) {
                position++;
            }
            name = text.substring(start, position);
            name = name.equals("E") ? "e" : name;
        }
        String whole = name + subscript();
        add(Kind.NAME, LOGIC.contains(whole) ? whole.toLowerCase(Locale.ROOT) : whole, start, position);
    }

    /** What may follow a letter: x_1, x_max, x_{12}, x₁. */
    private String subscript() {
        StringBuilder subscript = new StringBuilder();
        while (peek(0) == '_' && (isLetter(peek(1)) || isDigit(peek(1)))) {
            int start = position++;
            while (isLetter(peek(0)) || isDigit(peek(0))) {
                position++;
            }
            subscript.append(text, start, position);
        }
        if (peek(0) == '_' && peek(1) == '{') {
            int end = text.indexOf('}', position);
            String inside = end < 0 ? "" : text.substring(position + 2, end).strip();
            if (inside.isEmpty() || !inside.chars().allMatch(c -> isLetter((char) c) || isDigit((char) c))) {
                throw new ExpressionSyntaxException(
                        "A subscript is letters and digits, as in x_{12}.",
                        new Range(position, Math.max(position + 2, end + 1)),
                        "letters and digits in braces");
            }
            position = end + 1;
            subscript.append('_').append(inside);
        }
        if (SUBSCRIPTS.indexOf(peek(0)) >= 0) {
            subscript.append('_');
            while (SUBSCRIPTS.indexOf(peek(0)) >= 0) {
                subscript.append(SUBSCRIPTS.indexOf(peek(0)));
                position++;
            }
        }
        return subscript.toString();
    }

    /** A raised integer is one token; anything longer is an exponent in parentheses. */
    private void superscript() {
        int start = position;
        StringBuilder raised = new StringBuilder();
        while (isRaised(peek(0))) {
            int digit = SUPERSCRIPTS.indexOf(peek(0));
            raised.append(digit >= 0 ? (char) ('0' + digit) : RAISED_MEANING.charAt(RAISED.indexOf(peek(0))));
            position++;
        }
        String content = raised.toString();
        if (content.matches("-?\\d+")) {
            if (content.length() > Limits.DIGITS) {
                throw Limits.exceeded(
                        "a number of %,d digits".formatted(content.length()), Limits.DIGITS, content.length());
            }
            add(Kind.SUPERSCRIPT, content, start, position);
            return;
        }
        if (!content.chars().anyMatch(Character::isLetterOrDigit)) {
            throw new ExpressionSyntaxException(
                    "A raised sign needs a raised number after it.", new Range(start, position), "a raised digit");
        }
        add(Kind.SYMBOL, "^", start, start);
        add(Kind.SYMBOL, "(", start, start);
        for (int i = 0; i < content.length(); i++) {
            char c = content.charAt(i);
            int end = i + 1;
            while (isDigit(c) && end < content.length() && isDigit(content.charAt(end))) {
                end++;
            }
            Kind kind = isDigit(c) ? Kind.NUMBER : isLetter(c) ? Kind.NAME : Kind.SYMBOL;
            add(kind, content.substring(i, end), start + i, start + end);
            i = end - 1;
        }
        add(Kind.SYMBOL, ")", position, position);
    }

    private static boolean isRaised(char c) {
        return SUPERSCRIPTS.indexOf(c) >= 0 || RAISED.indexOf(c) >= 0;
    }

    private void command() {
        int start = position++;
        while (isLetter(peek(0))) {
            position++;
        }
        String command = text.substring(start + 1, position);
        if (command.isEmpty()) {
            escape(start);
        } else if (command.equals("operatorname") || command.equals("mathrm") || command.equals("text")) {
            int end = text.indexOf('}', position);
            String name = peek(0) == '{' && end > 0
                    ? text.substring(position + 1, end).strip()
                    : "";
            boolean word = name.chars().allMatch(c -> isLetter((char) c) || isDigit((char) c));
            if (name.isEmpty() || !word || isDigit(name.charAt(0))) {
                throw new ExpressionSyntaxException(
                        "\\" + command + " needs a name in braces.", new Range(start, position), "{name}");
            }
            position = end + 1;
            add(Kind.NAME, name + subscript(), start, position);
        } else if (COMMANDS.containsKey(command)) {
            if (!COMMANDS.get(command).isEmpty()) {
                add(Kind.SYMBOL, COMMANDS.get(command), start, position);
            }
        } else if (ARGUMENTS.containsKey(command)) {
            add(Kind.NAME, ARGUMENTS.get(command), start, position);
            characters(command.equals("sqrt") ? 1 : 2);
        } else if (command.equals("sum") || command.equals("prod")) {
            range(command, start);
        } else if (command.equals("begin") || command.equals("end")) {
            environment(command, start);
        } else {
            String name = COMMAND_NAMES.getOrDefault(command, command);
            boolean known = Vocabulary.knows(name)
                    || Greek.isName(name)
                    || name.equals("and")
                    || name.equals("or")
                    || name.equals("not");
            if (!known) {
                throw new UnknownNameException(
                        "\"\\%s\" is not a command that is understood".formatted(command),
                        "\\" + command,
                        new Range(start, position),
                        Vocabulary.nearest(command));
            }
            add(Kind.NAME, name + subscript(), start, position);
        }
    }

    /** {@code \\,} and its like are spaces, {@code \\{} a parenthesis, {@code \\\\} ends a row. */
    private void escape(int start) {
        char c = peek(0);
        position++;
        if (" ,;:!".indexOf(c) >= 0 && c != '\0') {
            spaced = true;
        } else if (c == '{' || c == '}') {
            add(Kind.SYMBOL, c == '{' ? "(" : ")", start, position);
        } else if (c == '\\') {
            add(Kind.SYMBOL, "\\\\", start, position);
        } else {
            position--;
            throw unexpected(start);
        }
    }

    /** {@code \frac12} is one half: arguments without braces are single characters. */
    private void characters(int count) {
        for (int i = 0; i < count; i++) {
            while (Character.isWhitespace(peek(0))) {
                position++;
            }
            if (!isDigit(peek(0))) {
                return;
            }
            position++;
            add(Kind.NUMBER, text.substring(position - 1, position), position - 1, position);
        }
    }

    /** The sign of a sum or product over a range, and the underscore before its lower bound. */
    private void range(String command, int start) {
        add(Kind.NAME, "\\" + command, start, position);
        int behind = position;
        while (Character.isWhitespace(peek(0)) || text.startsWith("\\limits", position)) {
            position += peek(0) == '\\' ? "\\limits".length() : 1;
        }
        if (peek(0) != '_') {
            throw new ExpressionSyntaxException(
                    "A %s needs its range, as in \\%s_{i=1}^{n}.".formatted(command, command),
                    new Range(start, behind),
                    "_{i=1}^{n}");
        }
        position++;
        add(Kind.SYMBOL, "_", position - 1, position);
    }

    /** {@code \begin{cases}}, as one symbol. */
    private void environment(String command, int start) {
        int end = text.indexOf('}', position);
        String name = peek(0) == '{' && end > 0 ? text.substring(position + 1, end) : "";
        if (!ENVIRONMENTS.contains(name)) {
            throw new ExpressionSyntaxException(
                    "Of LaTeX environments, cases and matrices are understood.",
                    new Range(start, position),
                    "\\" + command + "{cases}");
        }
        position = end + 1;
        String shape = name.equals("cases") ? name : "matrix";
        add(Kind.SYMBOL, "\\" + command + "{" + shape + "}", start, position);
    }

    private void symbol(char c) {
        int start = position;
        String pair = position + 1 < text.length() ? text.substring(position, position + 2) : "";
        String symbol = PAIRS.contains(pair) ? pair : String.valueOf(c);
        if (c == '∑' || c == '∏') {
            position++;
            range(c == '∑' ? "sum" : "prod", start);
            return;
        }
        position += symbol.length();
        if (SYMBOL_NAMES.containsKey(symbol)) {
            add(Kind.NAME, SYMBOL_NAMES.get(symbol), start, position);
            return;
        }
        String spelling = SPELLINGS.getOrDefault(symbol, symbol);
        if (spelling.length() == 1 && SYMBOLS.indexOf(spelling.charAt(0)) < 0) {
            throw unexpected(start);
        }
        add(Kind.SYMBOL, spelling, start, position);
    }

    private ExpressionSyntaxException unexpected(int start) {
        int c = text.codePointAt(start);
        boolean visible = Character.isDefined(c)
                && !Character.isISOControl(c)
                && Character.getType(c) != Character.FORMAT
                && Character.getType(c) != Character.SURROGATE
                && Character.getType(c) != Character.PRIVATE_USE;
        String shown = visible ? "\"" + Character.toString(c) + "\"" : "U+%04X (%s)".formatted(c, Character.getName(c));
        String hint =
                switch (c) {
                    case '%' -> " The remainder is written mod(a, b), a percentage as a fraction of 100.";
                    case '°' -> " Angles are in radians: 30° is pi/6.";
                    case '±', '∓' -> " Write the two expressions one by one.";
                    case '∫', '∂', '∇' -> " Expressions hold values and functions only.";
                    case '½', '⅓', '⅔', '¼', '¾' -> " Write fractions as (1/2).";
                    case '"', '\'', '`' -> " An expression holds no quoted text.";
                    default -> "";
                };
        return new ExpressionSyntaxException(
                "The character %s at position %d means nothing in an expression.%s".formatted(shown, start, hint),
                new Range(start, start + Character.charCount(c)),
                "a number, a name, an operator or a parenthesis");
    }

    private void add(Kind kind, String content, int start, int end) {
        tokens.add(new Token(kind, content, start, end, spaced));
        spaced = false;
    }

    private char peek(int ahead) {
        return position + ahead < text.length() ? text.charAt(position + ahead) : '\0';
    }

    private void skipDigits() {
        while (isDigit(peek(0))) {
            position++;
        }
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
