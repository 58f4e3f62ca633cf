package org.mlmath.expression.parse;

import java.util.ArrayList;
import java.util.List;
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
    private static final String SYMBOLS = "+-*/^()|!,;<>={}";

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
            Map.entry("left", ""),
            Map.entry("right", ""),
            Map.entry("quad", ""));

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
        } else if (SUPERSCRIPTS.indexOf(c) >= 0 || c == '⁻') {
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
        add(Kind.NUMBER, text.substring(start, position), start, position);
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
        if (peek(0) == '.' && isLetter(peek(1)) && Vocabulary.LIBRARIES.contains(name)) {
            position++;
            start = position;
            while (isLetter(peek(0)) || isDigit(peek(0))) {
                position++;
            }
            name = text.substring(start, position);
        }
        add(Kind.NAME, name + subscript(), start, position);
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

    private void superscript() {
        int start = position;
        StringBuilder digits = new StringBuilder();
        if (peek(0) == '⁻') {
            digits.append('-');
            position++;
        }
        while (SUPERSCRIPTS.indexOf(peek(0)) >= 0) {
            digits.append(SUPERSCRIPTS.indexOf(peek(0)));
            position++;
        }
        if (digits.isEmpty() || digits.charAt(digits.length() - 1) == '-') {
            throw new ExpressionSyntaxException(
                    "A raised minus needs a raised number after it.", new Range(start, position), "a raised digit");
        }
        if (digits.length() > Limits.DIGITS) {
            throw Limits.exceeded("a number of %,d digits".formatted(digits.length()), Limits.DIGITS, digits.length());
        }
        add(Kind.SUPERSCRIPT, digits.toString(), start, position);
    }

    private void command() {
        int start = position++;
        while (isLetter(peek(0))) {
            position++;
        }
        String command = text.substring(start + 1, position);
        if (command.isEmpty()) { // \, \; \! are spaces
            if (" ,;:!".indexOf(peek(0)) < 0) {
                throw unexpected(start);
            }
            position++;
            spaced = true;
        } else if (command.equals("operatorname") || command.equals("mathrm") || command.equals("text")) {
            int end = text.indexOf('}', position);
            String name = peek(0) == '{' && end > 0
                    ? text.substring(position + 1, end).strip()
                    : "";
            if (name.isEmpty() || !name.chars().allMatch(c -> isLetter((char) c) || isDigit((char) c))) {
                throw new ExpressionSyntaxException(
                        "\\" + command + " needs a name in braces.", new Range(start, position), "{name}");
            }
            position = end + 1;
            add(Kind.NAME, name + subscript(), start, position);
        } else if (COMMANDS.containsKey(command)) {
            if (!COMMANDS.get(command).isEmpty()) {
                add(Kind.SYMBOL, COMMANDS.get(command), start, position);
            }
        } else if (command.equals("frac") || command.equals("dfrac") || command.equals("tfrac")) {
            add(Kind.NAME, "\\frac", start, position);
        } else if (command.equals("sqrt")) {
            add(Kind.NAME, "\\sqrt", start, position);
            rootOrder();
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

    /** The order in {@code \\sqrt[3]{x}}, as a raised number after the root. */
    private void rootOrder() {
        int start = position;
        if (peek(0) != '[') {
            return;
        }
        int end = text.indexOf(']', position);
        String order = end < 0 ? "" : text.substring(position + 1, end).strip();
        if (!order.matches("\\d{1,3}")) {
            throw new ExpressionSyntaxException(
                    "The order of a root is an integer in brackets, as in \\sqrt[3]{x}.",
                    new Range(start, Math.max(start + 1, end + 1)),
                    "[3]");
        }
        position = end + 1;
        add(Kind.SUPERSCRIPT, order, start, position);
    }

    private void symbol(char c) {
        int start = position;
        String pair = position + 1 < text.length() ? text.substring(position, position + 2) : "";
        String symbol = PAIRS.contains(pair) ? pair : String.valueOf(c);
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
                    case '[' -> " Group with parentheses.";
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
