package org.mlmath.kit.array;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.io.IOContext;
import com.fasterxml.jackson.core.json.ByteSourceJsonBootstrapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Makes parsers and generators that know arrays of numbers. UTF-16 and UTF-32 bodies are left to Jackson alone. */
public final class ArrayJsonFactory extends JsonFactory {
    @Override
    protected JsonParser _createParser(byte[] body, int offset, int length, IOContext context) throws IOException {
        ByteSourceJsonBootstrapper start = new ByteSourceJsonBootstrapper(context, body, offset, length);
        if (start.detectEncoding() != JsonEncoding.UTF8) {
            return super._createParser(body, offset, length, context);
        }
        context.setEncoding(JsonEncoding.UTF8);
        int mark = length >= 3 && body[offset] == (byte) 0xEF && body[offset + 1] == (byte) 0xBB ? 3 : 0;
        return new ArrayParser(
                context,
                _parserFeatures,
                _objectCodec,
                _byteSymbolCanonicalizer.makeChild(_factoryFeatures),
                body,
                offset + mark,
                offset + length);
    }

    @Override
    protected JsonParser _createParser(InputStream in, IOContext context) throws IOException {
        byte[] body = in.readAllBytes();
        return _createParser(body, 0, body.length, context);
    }

    @Override
    protected JsonGenerator _createUTF8Generator(OutputStream out, IOContext context) {
        return new ArrayGenerator(context, _generatorFeatures, _objectCodec, out, _quoteChar);
    }
}
