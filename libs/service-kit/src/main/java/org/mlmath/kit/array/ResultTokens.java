package org.mlmath.kit.array;

import com.fasterxml.jackson.core.ObjectCodec;
import com.fasterxml.jackson.databind.util.TokenBuffer;

/** A result as JSON tokens, except that every array in it is one token: the array itself. */
final class ResultTokens extends TokenBuffer {
    ResultTokens(ObjectCodec codec) {
        super(codec, false);
    }
}
