package org.mlmath.kit.array;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.ObjectCodec;
import com.fasterxml.jackson.core.io.IOContext;
import com.fasterxml.jackson.core.json.UTF8StreamJsonParser;
import com.fasterxml.jackson.core.sym.ByteQuadsCanonicalizer;
import com.fasterxml.jackson.databind.DeserializationContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Jackson's parser over bytes, able to read a whole array of numbers at once. It holds the complete body, so that the scanner
 * never has to wait for more; everything but such arrays is left to Jackson.
 */
final class ArrayParser extends UTF8StreamJsonParser {
    ArrayParser(
            IOContext context,
            int features,
            ObjectCodec codec,
            ByteQuadsCanonicalizer names,
            byte[] body,
            int start,
            int end) {
        super(context, features, null, codec, names, body, start, end, 0, false);
    }

    /** Reads the array whose opening bracket is the current token; its closing bracket becomes the current token. */
    static NumericArray read(JsonParser parser, DeserializationContext context, EntryRules rules, int maxEntries)
            throws IOException {
        String pointer = parser.getParsingContext().getParent().pathAsPointer().toString();
        if (parser instanceof ArrayParser bytes) {
            return bytes.scan(rules, maxEntries, pointer);
        }
        if (parser instanceof FieldParser fields && fields.atArray()) {
            return rules.check(fields.takeArray(), pointer);
        }
        // Tokens that Jackson kept aside, of a record it chose by what stood behind the array: written out and read
        // again.
        byte[] text = context.readTree(parser).toString().getBytes(StandardCharsets.UTF_8);
        return new ArrayScanner(text, 1, text.length, rules, maxEntries, pointer).read();
    }

    private NumericArray scan(EntryRules rules, int maxEntries, String pointer) {
        ArrayScanner scanner = new ArrayScanner(_inputBuffer, _inputPtr, _inputEnd, rules, maxEntries, pointer);
        NumericArray array = scanner.read();
        _inputPtr = scanner.position();
        _currToken = JsonToken.END_ARRAY;
        _parsingContext = _parsingContext.clearAndGetParent();
        return array;
    }
}
