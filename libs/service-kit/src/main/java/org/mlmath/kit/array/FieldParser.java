package org.mlmath.kit.array;

import com.fasterxml.jackson.core.Base64Variant;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.ObjectCodec;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.Version;
import com.fasterxml.jackson.core.base.ParserMinimalBase;
import com.fasterxml.jackson.core.json.JsonReadContext;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Presents a request that did not come as JSON as the tokens that JSON would have had, so that every reader works on it unchanged.
 * Readers of arrays take them whole, by {@link #takeArray}; to any other an array is a sequence of numbers, in which NaN is null
 * and an infinity its name.
 *
 * <p>Values are maps, lists, {@link NumericArray}s, {@link Written}, and what Jackson makes of JSON by itself.
 */
final class FieldParser extends ParserMinimalBase {
    /** A value as it was written in the query string: where text is wanted it is that text, whatever else it might mean. */
    record Written(String text, Object value) {}

    private static final double WHOLE = 1L << 53;

    /** What is open: an object, a list, or a part of an array. */
    private sealed interface Level {}

    private record Members(Iterator<? extends Map.Entry<String, ?>> rest) implements Level {}

    private record Items(Iterator<?> rest) implements Level {}

    private static final class Part implements Level {
        final NumericArray array;
        final int depth;
        final int from;
        int next;

        Part(NumericArray array, int depth, int from) {
            this.array = array;
            this.depth = depth;
            this.from = from;
        }

        /** The entries of one item of this part. */
        int stride() {
            int stride = 1;
            for (int d = depth + 1; d < array.shape().length; d++) {
                stride *= array.shape()[d];
            }
            return stride;
        }
    }

    private final Object root;
    private final Deque<Level> levels = new ArrayDeque<>();
    private JsonReadContext context = JsonReadContext.createRootContext(null);
    private Object memberValue;
    private String text;
    private Number number;
    private boolean begun;
    private boolean closed;

    FieldParser(Map<String, Object> request) {
        super(StreamReadConstraints.defaults()); // all of it is in memory already, within limits of its own
        this.root = request;
    }

    /** @return whether the current token opens an array of numbers, or a part of one */
    boolean atArray() {
        return _currToken == JsonToken.START_ARRAY && levels.peek() instanceof Part;
    }

    /** Takes the array whose opening is the current token; its end becomes the current token. */
    NumericArray takeArray() {
        Part part = (Part) levels.pop();
        context = context.getParent();
        _currToken = JsonToken.END_ARRAY;
        if (part.depth == 0) {
            return part.array;
        }
        int[] shape = Arrays.copyOfRange(part.array.shape(), part.depth, part.array.shape().length);
        int count = shape[0] * part.stride();
        return new NumericArray(shape, Arrays.copyOfRange(part.array.values(), part.from, part.from + count), null);
    }

    @Override
    public JsonToken nextToken() throws IOException {
        text = null;
        number = null;
        if (levels.isEmpty()) {
            closed = begun;
            _currToken = begun ? null : begin(root);
            begun = true;
        } else if (_currToken == JsonToken.FIELD_NAME) {
            _currToken = begin(memberValue);
        } else {
            _currToken = switch (levels.peek()) {
                case Members members -> nextMember(members);
                case Items items -> items.rest().hasNext() ? item(items.rest().next()) : end(JsonToken.END_ARRAY);
                case Part part -> nextOf(part);
            };
        }
        return _currToken;
    }

    private JsonToken nextMember(Members members) throws IOException {
        if (!members.rest().hasNext()) {
            return end(JsonToken.END_OBJECT);
        }
        Map.Entry<String, ?> member = members.rest().next();
        context.setCurrentName(member.getKey());
        memberValue = member.getValue();
        return JsonToken.FIELD_NAME;
    }

    private JsonToken nextOf(Part part) {
        if (part.next == part.array.shape()[part.depth]) {
            return end(JsonToken.END_ARRAY);
        }
        context.expectComma();
        int place = part.from + part.next++ * part.stride();
        if (part.depth + 1 < part.array.shape().length) {
            return open(new Part(part.array, part.depth + 1, place), JsonToken.START_ARRAY);
        }
        return real(part.array.values()[place]);
    }

    private JsonToken item(Object value) {
        context.expectComma();
        return begin(value);
    }

    private JsonToken begin(Object value) {
        return switch (value) {
            case null -> JsonToken.VALUE_NULL;
            case NumericArray single when single.shape().length == 0 -> real(single.values()[0]);
            case NumericArray array -> open(new Part(array, 0, 0), JsonToken.START_ARRAY);
            case Written written -> {
                JsonToken token = begin(written.value());
                text = written.text();
                yield token;
            }
            case Map<?, ?> map -> {
                @SuppressWarnings("unchecked") // made here or by Jackson: keys are names
                Map<String, ?> members = (Map<String, ?>) map;
                yield open(new Members(members.entrySet().iterator()), JsonToken.START_OBJECT);
            }
            case List<?> list -> open(new Items(list.iterator()), JsonToken.START_ARRAY);
            case Boolean truth -> truth ? JsonToken.VALUE_TRUE : JsonToken.VALUE_FALSE;
            case Double real -> number(real, JsonToken.VALUE_NUMBER_FLOAT);
            case Number whole -> number(whole, JsonToken.VALUE_NUMBER_INT);
            default -> {
                text = value.toString();
                yield JsonToken.VALUE_STRING;
            }
        };
    }

    private JsonToken open(Level level, JsonToken token) {
        levels.push(level);
        context = token == JsonToken.START_OBJECT
                ? context.createChildObjectContext(-1, -1)
                : context.createChildArrayContext(-1, -1);
        return token;
    }

    private JsonToken end(JsonToken token) {
        levels.pop();
        context = context.getParent();
        return token;
    }

    /** An entry of an array: a whole number is one, whatever the array's type, so that labels and counts may come as doubles. */
    private JsonToken real(double value) {
        if (Double.isNaN(value)) {
            return JsonToken.VALUE_NULL;
        }
        if (Double.isInfinite(value)) {
            text = value > 0 ? "Infinity" : "-Infinity";
            return JsonToken.VALUE_STRING;
        }
        boolean negativeZero = value == 0 && 1 / value < 0;
        return Math.abs(value) <= WHOLE && value == Math.rint(value) && !negativeZero
                ? number((long) value, JsonToken.VALUE_NUMBER_INT)
                : number(value, JsonToken.VALUE_NUMBER_FLOAT);
    }

    private JsonToken number(Number value, JsonToken token) {
        number = value;
        return token;
    }

    @Override
    public String getText() {
        if (text != null) {
            return text;
        }
        if (_currToken == JsonToken.FIELD_NAME) {
            return currentName();
        }
        return number != null ? number.toString() : _currToken == null ? null : _currToken.asString();
    }

    @Override
    public Number getNumberValue() throws IOException {
        if (number == null) {
            throw new JsonParseException(this, "not a number");
        }
        return number;
    }

    @Override
    public NumberType getNumberType() {
        return switch (number) {
            case null -> null;
            case Integer _ -> NumberType.INT;
            case Long _ -> NumberType.LONG;
            case BigInteger _ -> NumberType.BIG_INTEGER;
            default -> NumberType.DOUBLE;
        };
    }

    @Override
    public int getIntValue() throws IOException {
        long value = getLongValue();
        if (value != (int) value) {
            reportOverflowInt(String.valueOf(value), _currToken);
        }
        return (int) value;
    }

    @Override
    public long getLongValue() throws IOException {
        Number value = getNumberValue();
        if (value instanceof BigInteger) {
            reportOverflowLong(value.toString(), _currToken);
        }
        return value.longValue();
    }

    @Override
    public BigInteger getBigIntegerValue() throws IOException {
        return getNumberValue() instanceof BigInteger big ? big : BigInteger.valueOf(number.longValue());
    }

    @Override
    public float getFloatValue() throws IOException {
        return getNumberValue().floatValue();
    }

    @Override
    public double getDoubleValue() throws IOException {
        return getNumberValue().doubleValue();
    }

    @Override
    public BigDecimal getDecimalValue() throws IOException {
        return new BigDecimal(getNumberValue().toString());
    }

    @Override
    public char[] getTextCharacters() {
        return getText().toCharArray();
    }

    @Override
    public boolean hasTextCharacters() {
        return false;
    }

    @Override
    public int getTextLength() {
        return getText().length();
    }

    @Override
    public int getTextOffset() {
        return 0;
    }

    @Override
    public byte[] getBinaryValue(Base64Variant variant) throws IOException {
        throw new JsonParseException(this, "not binary");
    }

    @Override
    public String currentName() {
        boolean opened = _currToken == JsonToken.START_OBJECT || _currToken == JsonToken.START_ARRAY;
        return (opened ? context.getParent() : context).getCurrentName();
    }

    @Override
    @SuppressWarnings("deprecation") // Jackson's own name for it, which its base class still asks for
    public String getCurrentName() {
        return currentName();
    }

    @Override
    @SuppressWarnings("deprecation")
    public void overrideCurrentName(String name) {
        try {
            context.setCurrentName(name);
        } catch (IOException e) {
            throw new IllegalStateException("names are not checked for duplicates here", e);
        }
    }

    @Override
    public JsonStreamContext getParsingContext() {
        return context;
    }

    @Override
    public JsonLocation currentLocation() {
        return JsonLocation.NA;
    }

    @Override
    public JsonLocation currentTokenLocation() {
        return JsonLocation.NA;
    }

    @Override
    @SuppressWarnings("deprecation")
    public JsonLocation getCurrentLocation() {
        return JsonLocation.NA;
    }

    @Override
    @SuppressWarnings("deprecation")
    public JsonLocation getTokenLocation() {
        return JsonLocation.NA;
    }

    @Override
    protected void _handleEOF() {
        // the last level ends with the last token
    }

    @Override
    public ObjectCodec getCodec() {
        return null;
    }

    @Override
    public void setCodec(ObjectCodec codec) {
        // values are made by the readers alone
    }

    @Override
    public Version version() {
        return Version.unknownVersion();
    }

    @Override
    public void close() {
        closed = true;
    }

    @Override
    public boolean isClosed() {
        return closed;
    }
}
